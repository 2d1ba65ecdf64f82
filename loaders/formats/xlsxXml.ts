/**
 * The XML that workbooks are written in, read by saxes from text that arrives in pieces: elements, attributes and text,
 * no document types. Whatever isn't well-formed is a fault, since half of a sheet looks just like a whole one: sax, which saxes
 * comes from, drops an attribute given twice, takes a second root, and leaves line ends as they are.
 */
import { SaxesParser } from 'saxes';

/** Prefixes kept. */
export type Attributes = Readonly<Record<string, string>>;

/** Names come without the prefix that the root element has: `x:row` is `row` in an `x:worksheet`. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  /** May come in several pieces. */
  text?(text: string): void;
}

/** The text is not well-formed. */
export class XmlFault extends Error {}

/** Deeper nesting than any part of a workbook has. */
const MAX_DEPTH = 100;
/** From one tag to the next: Excel's cells hold 32,767 characters. */
const LONGEST = 16 * 1024 * 1024;

/** Push pieces in; the handler is called for what is whole. `push` and `end` throw XmlFault. */
export class XmlScanner {
  readonly #parser = new SaxesParser({ position: false, xmlns: false as const });
  #prefix = '';
  #depth = 0;
  /** Where the last tag ended. */
  #tag = 0;

  constructor(handler: XmlHandler) {
    const fault = (): never => {
      throw new XmlFault();
    };
    const text = (piece: string): void => handler.text?.(piece);
    this.#parser.on('error', fault);
    this.#parser.on('doctype', fault);
    this.#parser.on('text', text);
    this.#parser.on('cdata', text);
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (this.#depth === 0) this.#prefix = name.slice(0, name.indexOf(':') + 1);
      if (++this.#depth > MAX_DEPTH) fault();
      this.#tag = this.#parser.position;
      handler.open?.(this.#local(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => {
      this.#depth--;
      this.#tag = this.#parser.position;
      handler.close?.(this.#local(name));
    });
  }

  push(piece: string): void {
    this.#parser.write(piece);
    if (this.#parser.position - this.#tag > LONGEST) throw new XmlFault();
  }

  end(): void {
    this.#parser.close();
  }

  #local(name: string): string {
    return this.#prefix !== '' && name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
  }
}
