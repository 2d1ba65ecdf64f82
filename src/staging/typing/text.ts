/** Texts as they come: white space off, "missing" told from a value. Their characters stay as they are, of either width. */
import { quoteText } from '../../duckdb/quote.js';

/** Ideographic and no-break spaces come with hand-kept lists. */
const whiteSpace = ' \t\r\n\u3000\u00a0';

/** SQL: the text without white space of either width at its ends. */
export const trimmed = (value: string): string => `trim(${value}, ${quoteText(whiteSpace)})`;

/** The same white space off a text that is not in the database. */
export function trimText(text: string): string {
  const points = [...text];
  const inner = (c: string): boolean => !whiteSpace.includes(c);
  return points.slice(points.findIndex(inner), points.findLastIndex(inner) + 1).join('');
}

/** White space of both widths off both ends; the empty text and the source's own words for "missing" are NULL. */
export function readText(value: string, missing: readonly string[]): string {
  const absent = ['', ...missing].map(quoteText);
  return absent.length === 1
    ? `nullif(${trimmed(value)}, '')`
    : `CASE WHEN ${trimmed(value)} NOT IN (${absent.join(', ')}) THEN ${trimmed(value)} END`;
}
