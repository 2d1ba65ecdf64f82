/** Rows that only add up the rows above them: counted as data, they would double every amount. */

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
]);

/** The label of a total row, from the row's first field that is not blank; undefined for every other row. */
export function findTotal(fields: readonly string[]): string | undefined {
  const first = fields.find((field) => field.trim() !== '');
  // Longer texts are not labels; this also keeps the common case cheap.
  if (first === undefined || first.length > 40) return undefined;
  const bare = first.normalize('NFKC').replace(/\s+/g, '').replace(/:$/, '').toLowerCase();
  return labels.has(bare) ? first.trim() : undefined;
}
