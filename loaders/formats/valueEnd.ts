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
 * A quote too many or too few turns texts inside out, so that letters stand right beside a text; a bracket that was
 * left out lets the next object begin where a key should. Either may have swallowed whole records.
 */
export function findDoubt(text: string): number | undefined {
  const inObject: boolean[] = [];
  let before = '';
  for (let at = 0; at < text.length; ) {
    const sign = text[at] as string;
    if (/\s/.test(sign)) {
      at++;
    } else if (sign === '"') {
      if (before === 'text' || before === 'word') return at;
      before = 'text';
      at = endOfText(text, at);
    } else if (sign === '{' || sign === '[') {
      const fits = before === '' || before === ':' || (before !== '}' && !inObject.at(-1));
      if (before === 'text' || before === 'word' || !fits) return at;
      inObject.push(sign === '{');
      before = inObject.at(-1) ? '{' : '[';
      at++;
    } else if (sign === '}' || sign === ']') {
      inObject.pop();
      before = '}';
      at++;
    } else if (sign === ',' || sign === ':') {
      before = sign;
      at++;
    } else {
      if (before === 'text') return at;
      before = 'word';
      at++;
    }
  }
  return undefined;
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
