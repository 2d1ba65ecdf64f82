/** One record as it stands in the file, before it is parsed. */
import type { Problem } from '../../src/errors.js';
import type { Position } from './position.js';
import type { TableRecord } from './table.js';

export interface RecordText extends Position {
  readonly text: string;
  readonly depth: number;
  /** Holds bytes that could not be decoded. */
  readonly undecodable: boolean;
}

/** So much of a reject's text is kept: as much as is ever shown. */
const keptLength = 200;

/** A record that is no row: what is kept of it is its text, and the line where it went wrong, which its column belongs to. */
export const reject = (record: RecordText, what: Problem): TableRecord => ({
  line: what.place?.line ?? record.line,
  fields: [record.text.slice(0, keptLength)],
  problem: what,
});

/** So much of what can't be used stands in a message. */
const shownLength = 40;

export const beginningOf = (record: RecordText): string => record.text.slice(0, shownLength);
