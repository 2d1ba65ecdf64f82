/** Rows that only sum up the rows above them: counted as data, they would double every amount. */
import { quoteList, quoteText } from '../../src/duckdb/quote.js';
import { fold } from '../../src/staging/typing/fold.js';

/** Compared without spaces, in half width and lower case; a colon may follow. */
const labels: ReadonlySet<string> = new Set([
  '合計',
  '総計',
  '小計',
  '計',
  '総合計',
  'total',
  'subtotal',
  'grandtotal',
  'sum',
  '平均',
  '最大',
  '最小',
  'average',
  'avg',
]);

/** With all the spaces that people set between characters. */
const longestLabel = 40;

/** The label of a total row, from the row's first field that is not blank; undefined for every other row. */
export function findTotal(fields: readonly string[]): string | undefined {
  const first = fields.find((field) => field.trim() !== '');
  // This also keeps the common case cheap.
  if (first === undefined || first.length > longestLabel) return undefined;
  const bare = first.normalize('NFKC').replace(/\s+/g, '').replace(/:$/, '').toLowerCase();
  return labels.has(bare) ? first.trim() : undefined;
}

/** Last characters of all labels, of either width and case, with the colon: what ends otherwise needs no closer look. */
const endings = [...new Set([...labels].map((label) => label.at(-1)!))].flatMap((char) => {
  const forms = /[a-z]/.test(char) ? [char, char.toUpperCase()] : [char];
  return [...forms, ...forms.map(widen)];
});

/** The full-width form of an ASCII character; others are as wide as they get. */
function widen(char: string): string {
  const code = char.charCodeAt(0);
  return code < 0x7f ? String.fromCharCode(code + 0xfee0) : char;
}

/** SQL condition, cheap for ids: the trimmed text is the label of a total row. */
export function isTotalLabel(value: string): string {
  const ends = [...new Set([...endings, ':', '：'])].map((end) => `suffix(${value}, ${quoteText(end)})`);
  const bare = `lower(regexp_replace(regexp_replace(${fold(value)}, '\\s+', '', 'g'), ':$', ''))`;
  return `CASE WHEN strlen(${value}) <= ${longestLabel * 4} AND (${ends.join(' OR ')}) AND length(${value}) <= ${longestLabel} THEN ${bare} IN ${quoteList([...labels])} ELSE false END`;
}
