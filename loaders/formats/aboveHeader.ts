/** Said of lines above a table that are skipped: a title, who exported it, when. */
import { type Problem, problem } from '../../src/errors.js';

/** More are not named one by one. */
const named = 5;

/** The warning that the header was found below `skipped`, the lines (of a sheet: rows) above it that are not blank. */
export function headerFoundBelow(line: number, skipped: readonly number[], shown: string): Problem {
  const above = skipped.slice(0, named).join(', ') + (skipped.length > named ? ' …' : '');
  return problem('header_found_below', { line, above }, { file: shown, line }, 'warning');
}
