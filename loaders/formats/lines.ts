/** Physical lines: each LF, CRLF or lone CR ends one, inside quotes too, as an editor counts them. */

/** Place behind the line that begins at `start`. */
export function endOfLine(text: string, start: number): number {
  const ends = /\r\n|\n|\r/g;
  ends.lastIndex = start;
  return ends.test(text) ? ends.lastIndex : text.length;
}

/** How many line ends there are in `text` from `start` up to `end`. */
export function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at = endOfLine(text, at)) count++;
  return count;
}

/** The same where each line is known to end with LF or CRLF: several times faster. */
export function countFeeds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    count++;
    if (at === end - 1) break;
  }
  return count;
}

/** A line without what ends it. */
export function withoutEnd(line: string): string {
  if (line.endsWith('\r\n')) return line.slice(0, -2);
  return line.endsWith('\n') || line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Places in a stream of text, asked about in ascending order; forgotten once passed. */
export class Marks {
  #places: number[] = [];
  #next = 0;

  add(place: number): void {
    this.#places.push(place);
  }

  get any(): boolean {
    return this.#next < this.#places.length;
  }

  /** Whether a place lies in `start` … `end` − 1. No later question may begin before `start`. */
  within(start: number, end: number): boolean {
    while (this.#next < this.#places.length && (this.#places[this.#next] as number) < start) this.#next++;
    if (this.#next > 65_536) {
      this.#places = this.#places.slice(this.#next);
      this.#next = 0;
    }
    const place = this.#places[this.#next];
    return place !== undefined && place < end;
  }
}
