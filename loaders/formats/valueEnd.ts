/** Where a JSON value ends, told by its strings and brackets alone, so that a malformed one can be passed over too. */

export const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
export const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** One value after another, each read in as many steps as its text comes in. */
export class ValueEnd {
  /** Brackets open at the same time, at most. */
  depth = 0;
  /** Where reading stopped: not yet ended, or at a closing bracket of the wrong kind. */
  at = 0;
  /** The closing bracket that should have stood there. */
  mismatch: '}' | ']' | undefined;
  #quoted = false;
  #closers: number[] = [];

  begin(at: number): void {
    this.depth = 0;
    this.at = at;
    this.mismatch = undefined;
    this.#quoted = false;
    this.#closers = [];
  }

  /** Sign that must come before the value can end. */
  get missing(): string {
    if (this.#quoted) return '"';
    return this.#closers.length === 0 ? '' : String.fromCharCode(this.#closers.at(-1) as number);
  }

  /**
   * The place behind the value that begins at `start`; undefined where the text ends first or brackets don't match.
   * A value that is neither object, array nor text ends before what can't be part of it.
   */
  read(text: string, start: number): number | undefined {
    const closers = this.#closers;
    let quoted = this.#quoted;
    let at = this.at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (quoted) {
        if (code === backslash) at++;
        else if (code === quote) {
          quoted = false;
          if (closers.length === 0) return at + 1;
        }
      } else if (code === quote) {
        if (closers.length === 0 && at > start) return at;
        quoted = true;
      } else if (code === openObject || code === openList) {
        if (closers.length === 0 && at > start) return at;
        // In ASCII a closing bracket stands two behind its opening one.
        closers.push(code + 2);
        if (closers.length > this.depth) this.depth = closers.length;
      } else if (code === closeObject || code === closeList) {
        if (closers.length === 0) return at;
        const closer = closers.pop();
        if (closer !== code) {
          this.mismatch = closer === closeList ? ']' : '}';
          break;
        }
        if (closers.length === 0) return at + 1;
      } else if (code === comma && closers.length === 0) return at;
    }
    this.at = at;
    this.#quoted = quoted;
    return undefined;
  }
}

/** How deep a value nests. */
export function depthOf(text: string): number {
  const value = new ValueEnd();
  value.read(text, 0);
  return value.depth;
}

/**
 * Whether the end of a malformed value, as `ValueEnd` found it, can be believed: gives the place where it can't.
 * A quote too many or too few turns texts inside out, so that letters stand right beside a text, or a text is value and
 * key at once; a bracket that was left out lets the next object begin where a key should. Each may have swallowed records.
 */
export function findDoubt(text: string): number | undefined {
  /** The brackets around; in an object, whether its colon has come since the last comma. */
  const around: { readonly object: boolean; colon: boolean }[] = [];
  let before = '';
  for (let at = 0; at < text.length; ) {
    const sign = text[at] as string;
    const inside = around.at(-1);
    if (/\s/.test(sign)) {
      at++;
      continue;
    }
    if (sign === '"') {
      if (before === 'text' || before === 'word') return at;
      before = 'text';
      at = endOfText(text, at);
      continue;
    }
    if (sign === '{' || sign === '[') {
      const fits =
        before === '' || before === ':' || (inside?.object === false && (before === '[' || before === ','));
      if (!fits) return at;
      around.push({ object: sign === '{', colon: false });
      before = sign;
    } else if (sign === '}' || sign === ']') {
      around.pop();
      before = sign;
    } else if (sign === ',') {
      if (inside) inside.colon = false;
      before = sign;
    } else if (sign === ':') {
      if (before === 'text' && (!inside?.object || inside.colon)) return at;
      if (inside) inside.colon = true;
      before = sign;
    } else {
      if (before === 'text') return at;
      before = 'word';
    }
    at++;
  }
  return undefined;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
