/** One record's text → its value, with the digits of its numbers as they are, or what is wrong with it and where. */
import { parse } from 'lossless-json';
import { type Place, type Problem, problem } from '../../src/errors.js';
import { deepestNesting } from './elements.js';
import type { Value } from './flatten.js';
import { type Position, positionIn } from './position.js';
import { KeyTwice, parseVerbatim } from './verbatim.js';

/** So much of what can't be read stands in the message. */
const shownLength = 20;

export type Parsed = { readonly value: Value } | { readonly problem: Problem; readonly offset?: number };

/**
 * Parses `text`, which begins at `start` of the file and nests `depth` deep. Where it can't be read, `offset` is where in
 * it. `shallow`: only the names and kinds of values are wanted, which is faster.
 */
export function parseRecord(
  text: string,
  depth: number,
  shown: string,
  start: Position,
  shallow: boolean,
): Parsed {
  const place = (offset: number): Place => ({ file: shown, ...positionIn(text, offset, start) });
  if (depth > deepestNesting) {
    return { problem: problem('record_too_deep', { depth, limit: deepestNesting }, place(0)) };
  }
  try {
    return { value: shallow ? (JSON.parse(text) as Value) : parseVerbatim(text) };
  } catch (error) {
    if (error instanceof KeyTwice) {
      return { problem: problem('record_key_twice', { key: error.key }, place(error.offset)) };
    }
    if (!(error instanceof SyntaxError)) throw error;
    const offset = offsetOf(text);
    if (text[offset] === '\0') return { problem: problem('row_nul', {}, place(offset)), offset };
    const found = text.slice(offset, offset + shownLength);
    const what =
      found === ''
        ? problem('record_cut_short', {}, place(offset))
        : problem('record_malformed', { found }, place(offset));
    return { problem: what, offset };
  }
}

/** The parser says the place only in its message. */
function offsetOf(text: string): number {
  try {
    parse(text, undefined, { parseNumber: (digits) => digits, onDuplicateKey: ({ newValue }) => newValue });
  } catch (error) {
    const [, offset] = / position (\d+)$/.exec((error as Error).message) ?? [];
    if (offset !== undefined) return Number(offset);
  }
  return 0;
}
