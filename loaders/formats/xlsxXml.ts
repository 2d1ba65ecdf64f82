/**
 * The little XML that workbooks are written in, read strictly from text that arrives in pieces: elements, attributes and
 * text, no document types. Whatever isn't well-formed is a fault, since half of a sheet looks just like a whole one.
 */

/** Names come without the prefix that the root element has: `x:row` is `row` in an `x:worksheet`. */
export interface XmlHandler {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  /** Decoded; may come in several pieces. */
  text?(text: string): void;
}

/** The text is not well-formed. */
export class XmlFault extends Error {}

/** Deeper nesting than any part of a workbook has. */
const MAX_DEPTH = 100;
/** Of one text or tag: Excel's cells hold 32,767 characters. */
const LONGEST = 16 * 1024 * 1024;
const SPACE = /^[ \t\r\n]*$/;

/** Push pieces in; the handler is called for what is whole. `push` and `end` throw XmlFault. */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #path: string[] = [];
  #prefix = '';
  #rest = '';
  #done = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) break;
      const end = this.#markup(text, open);
      if (end === -1) {
        // Text is whole once a tag begins behind it: no entity and no line end is cut in two.
        if (open > at) this.#text(text.slice(at, open));
        at = open;
        break;
      }
      if (open > at) this.#text(text.slice(at, open));
      this.#take(text, open, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST) throw new XmlFault();
  }

  end(): void {
    if (!this.#done || !SPACE.test(this.#rest)) throw new XmlFault();
  }

  /** The end of the markup that begins at `open`, or -1 where it has not arrived yet. */
  #markup(text: string, open: number): number {
    const next = text[open + 1];
    if (next === '!' || next === '?') {
      if (next === '!' && text.length < open + 9) return -1;
      const close = next === '?' ? '?>' : text.startsWith('<!--', open) ? '-->' : ']]>';
      if (next === '!' && close === ']]>' && !text.startsWith('<![CDATA[', open)) throw new XmlFault();
      const end = text.indexOf(close, open + (close === '-->' ? 4 : 2));
      return end === -1 ? -1 : end + close.length;
    }
    for (let at = open + 1, quote = 0; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (quote !== 0) {
        if (char === quote) quote = 0;
      } else if (char === 62) return at + 1;
      else if (char === 34 || char === 39) quote = char;
      else if (char === 60) throw new XmlFault();
    }
    return -1;
  }

  #take(text: string, open: number, end: number): void {
    const next = text.charCodeAt(open + 1);
    if (next === 63) return;
    if (next === 33) {
      if (text.startsWith('<![CDATA[', open)) this.#emit(text.slice(open + 9, end - 3));
      return;
    }
    if (next === 47) {
      this.#close(text.slice(open + 2, end - 1).trimEnd());
      return;
    }
    const empty = text.charCodeAt(end - 2) === 47;
    const inner = text.slice(open + 1, empty ? end - 2 : end - 1);
    const space = inner.search(/[ \t\r\n]/);
    const full = space === -1 ? inner : inner.slice(0, space);
    if (this.#done || full === '' || this.#path.length > MAX_DEPTH) throw new XmlFault();
    if (this.#path.length === 0) this.#prefix = full.slice(0, full.indexOf(':') + 1);
    this.#path.push(full);
    this.#handler.open?.(this.#local(full), space === -1 ? '' : inner.slice(space));
    if (empty) this.#close(full);
  }

  #close(full: string): void {
    if (this.#path.pop() !== full) throw new XmlFault();
    if (this.#path.length === 0) this.#done = true;
    this.#handler.close?.(this.#local(full));
  }

  #local(full: string): string {
    return this.#prefix !== '' && full.startsWith(this.#prefix) ? full.slice(this.#prefix.length) : full;
  }

  #text(raw: string): void {
    if (this.#path.length === 0) {
      if (!SPACE.test(raw)) throw new XmlFault();
    } else this.#emit(decodeXml(raw));
  }

  #emit(text: string): void {
    if (this.#path.length === 0) throw new XmlFault();
    this.#handler.text?.(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text without its entities. Throws XmlFault for one that XML itself doesn't have: document types are not read. */
export function decodeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;&]*);?/g, (all, name: string) => {
    const known = entities[name];
    if (known !== undefined && all.endsWith(';')) return known;
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = number ? Number.parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : -1;
    if (point < 1 || point > 0x10ffff || !all.endsWith(';')) throw new XmlFault();
    return String.fromCodePoint(point);
  });
}

/** The attributes of an element, prefixes kept. Throws XmlFault. */
export function readAttributes(raw: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pattern = /[ \t\r\n]+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
  let end = 0;
  for (let match = pattern.exec(raw); match; match = pattern.exec(raw)) {
    if (found.has(match[1]!)) throw new XmlFault();
    found.set(match[1]!, decodeXml(match[2] ?? match[3] ?? ''));
    end = pattern.lastIndex;
  }
  if (!SPACE.test(raw.slice(end))) throw new XmlFault();
  return found;
}
