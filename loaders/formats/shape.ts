/** What a file's bytes say of its form: whether DuckDB's reader of CSVs and ours must see the same rows in it (bulk.ts). */
import { whiteSpace } from '../../src/staging/typing/text.js';

/** Bytes that mean the same in all encodings but UTF-16. */
export interface Shape {
  quotes: boolean;
  nul: boolean;
  /** White space that occurs, of what stands at the ends of values: looking for it in each value costs more than all else. */
  spaces: string;
  /** Any carriage return, and one without a line feed behind it. */
  returns: boolean;
  loneReturns: boolean;
  /** Whether the last byte is a line feed. */
  ended: boolean;
  /** Counted where the first block has quotes or returns: there they prove what the size alone can't. */
  counts: Counts | undefined;
}

/** How often these bytes occur, and where quotes stand if each one either opens, closes or is doubled (RFC 4180). */
export interface Counts {
  feeds: number;
  returns: number;
  quotes: number;
  /** By byte: stands before an opening quote, behind a closing one. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** A line feed between quotes; a quote that is not closed at the end. */
  quotedFeeds: boolean;
  open: boolean;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** Takes blocks in their order. */
export class ShapeReader {
  readonly shape: Shape = {
    quotes: false,
    nul: false,
    spaces: '',
    returns: false,
    loneReturns: false,
    ended: true,
    counts: undefined,
  };
  #first = true;
  #last = LINE_FEED;
  /** Within quotes; behind a quote that closes or is the first of two. */
  #quoted = false;
  #closing = false;

  /** `bomLength`: bytes of the mark before the content, of the first block. */
  push(block: Uint8Array, bomLength: number): void {
    const { shape } = this;
    const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
    shape.quotes ||= bytes.includes(QUOTE);
    shape.nul ||= bytes.includes(0);
    for (const space of whiteSpace)
      if (!shape.spaces.includes(space) && bytes.includes(space)) shape.spaces += space;
    if (this.#last === RETURN && bytes[0] !== LINE_FEED) shape.loneReturns = true;
    let at = bytes.indexOf(RETURN);
    if (at !== -1) shape.returns = true;
    for (; at !== -1 && !shape.loneReturns; at = bytes.indexOf(RETURN, at + 1))
      if (at + 1 < bytes.length && bytes[at + 1] !== LINE_FEED) shape.loneReturns = true;
    if (this.#first && (shape.quotes || shape.returns)) shape.counts = noCounts();
    if (shape.counts) this.#count(shape.counts, bytes.subarray(this.#first ? bomLength : 0));
    this.#first = false;
    this.#last = bytes[bytes.length - 1] ?? this.#last;
  }

  end(): Shape {
    const { shape } = this;
    shape.ended = this.#last === LINE_FEED;
    if (this.#last === RETURN) shape.loneReturns = true;
    if (shape.counts) shape.counts.open = this.#quoted;
    return shape;
  }

  /** One loop over all bytes is several times as fast as asking for the next quote each time. */
  #count(counts: Counts, bytes: Uint8Array): void {
    const { before, after } = counts;
    let [feeds, returns, quotes] = [0, 0, 0];
    let quoted = this.#quoted;
    let closing = this.#closing;
    let last = this.#first ? LINE_FEED : this.#last;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number;
      if (byte === QUOTE) {
        quotes++;
        // The second of two brings back what the first one ended.
        if (!quoted && !closing) before[last] = 1;
        closing = quoted;
        quoted = !quoted;
      } else {
        if (closing) after[byte] = 1;
        closing = false;
        if (byte === LINE_FEED) {
          feeds++;
          if (quoted) counts.quotedFeeds = true;
        } else if (byte === RETURN) returns++;
      }
      last = byte;
    }
    this.#quoted = quoted;
    this.#closing = closing;
    counts.feeds += feeds;
    counts.returns += returns;
    counts.quotes += quotes;
  }
}

const noCounts = (): Counts => ({
  feeds: 0,
  returns: 0,
  quotes: 0,
  before: new Uint8Array(256),
  after: new Uint8Array(256),
  quotedFeeds: false,
  open: false,
});

/** Whether each value with a quote in it is quoted from its delimiter to the next one, on one line, as RFC 4180 has it. */
export function quotesStrictly(counts: Counts, delimiter: number): boolean {
  const only = (seen: Uint8Array, ...allowed: number[]): boolean =>
    seen.every((held, byte) => held === 0 || allowed.includes(byte));
  return (
    !counts.open &&
    !counts.quotedFeeds &&
    only(counts.before, delimiter, LINE_FEED) &&
    only(counts.after, delimiter, LINE_FEED, RETURN)
  );
}
