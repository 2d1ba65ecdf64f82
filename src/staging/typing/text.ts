/** Texts as they come: white space off, "missing" told from a value. Their characters stay as they are, of either width. */
import { quoteText } from '../../duckdb/quote.js';

/** Ideographic and no-break spaces come with hand-kept lists. */
export const whiteSpace = ' \t\r\n\u3000\u00a0';

/** SQL: the text without white space of either width at its ends. */
export const trimmed = (value: string): string => `trim(${value}, ${quoteText(whiteSpace)})`;

/**
 * The same for a value of a file in which only the white space `spaces` occurs. DuckDB's trim takes 200 ns a value, and hardly
 * any begins or ends with a space: looking first takes 5 ns for each kind of space.
 */
function trimmedOf(value: string, spaces: string): string {
  if (spaces === '') return value;
  const ends = [...spaces].flatMap((space) => [
    `starts_with(${value}, ${quoteText(space)})`,
    `ends_with(${value}, ${quoteText(space)})`,
  ]);
  return `CASE WHEN ${ends.join(' OR ')} THEN ${trimmed(value)} ELSE ${value} END`;
}

/** The same white space off a text that is not in the database. */
export function trimText(text: string): string {
  const points = [...text];
  const inner = (c: string): boolean => !whiteSpace.includes(c);
  return points.slice(points.findIndex(inner), points.findLastIndex(inner) + 1).join('');
}

/** White space of both widths off both ends; the empty text and the source's own words for "missing" are NULL. `spaces`: which occur at all. */
export function readText(value: string, missing: readonly string[], spaces = whiteSpace): string {
  const text = trimmedOf(value, spaces);
  // Without white space and words for "missing" an empty field has come as NULL already.
  if (missing.length === 0) return spaces === '' ? value : `nullif(${text}, '')`;
  return missing.reduce((read, word) => `nullif(${read}, ${quoteText(word)})`, `nullif(${text}, '')`);
}
