/** Where in a text something stands, for messages: line and column from 1, lines as in lines.ts. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

export const beginning: Position = { line: 1, column: 1 };

/** Position of `place` in `text`, whose first character stands at `start`. */
export function positionIn(text: string, place: number, start: Position = beginning): Position {
  const counter = new LineCounter(start);
  counter.take(text);
  return counter.at(place);
}

/** Positions in text that comes and goes by pieces, asked for in ascending order. */
export class LineCounter {
  #text = '';
  #line: number;
  /** Where in the text the line begins; negative where that part has gone. */
  #begin: number;
  /** Behind the next line's end. */
  #next = 0;
  #returns = false;

  constructor({ line, column }: Position = beginning) {
    this.#line = line;
    this.#begin = 1 - column;
  }

  /** `text` begins where the text so far was dropped up to. */
  take(text: string): void {
    this.#text = text;
    this.#returns = text.includes('\r');
    this.#next = this.#behindEnd(0);
  }

  at(place: number): Position {
    while (this.#next <= place) {
      this.#line++;
      this.#begin = this.#next;
      this.#next = this.#behindEnd(this.#next);
    }
    return { line: this.#line, column: place - this.#begin + 1 };
  }

  /** Forgets the first `length` characters; not between the two of a CRLF. */
  drop(length: number): void {
    this.at(length);
    this.#begin -= length;
  }

  #behindEnd(from: number): number {
    if (!this.#returns) {
      const feed = this.#text.indexOf('\n', from);
      return feed === -1 ? Number.POSITIVE_INFINITY : feed + 1;
    }
    const ends = /\r\n|\n|\r/g;
    ends.lastIndex = from;
    return ends.test(this.#text) ? ends.lastIndex : Number.POSITIVE_INFINITY;
  }
}
