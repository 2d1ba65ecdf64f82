/** Full-width forms → ASCII, in SQL and for texts of the configuration, so that `１２：３０` reads like `12:30`. */
import { quoteText } from '../../duckdb/quote.js';

/** U+FF01–U+FF5E are ASCII's 0x21–0x7E, in the same order. */
const block = { from: 0xff01, to: 0xff5e, ascii: 0x21 } as const;
/** What stands outside of that block: spaces, the yen sign of either width, the minus sign of mathematics. */
const others: readonly (readonly [wide: string, ascii: string])[] = [
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['￥', '¥'],
  ['−', '-'],
];
const wide = String.fromCodePoint(...range(block.from, block.to)) + others.map(([from]) => from).join('');
const narrow =
  String.fromCodePoint(...range(block.ascii, block.ascii + block.to - block.from)) +
  others.map(([, to]) => to).join('');

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** SQL: the text with its full-width characters in their ASCII forms. */
export const fold = (value: string): string =>
  `translate(${value}, ${quoteText(wide)}, ${quoteText(narrow)})`;

const narrowOf = new Map([...wide].map((char, i) => [char, narrow[i]!]));
/** The same for a text of the configuration. */
export const foldText = (text: string): string =>
  [...text].map((char) => narrowOf.get(char) ?? char).join('');

/** SQL with a name for an expression that it uses many times: DuckDB computes it once a row, and only where it comes to it. */
export const bind = (expression: string, name: string, body: string): string =>
  `list_transform([${expression}], lambda ${name}: ${body})[1]`;
