/** Footnotes of hand-kept tables: text for people, below or between the records. */

/** 注 before a letter is a word like any other (注文管理), so it marks a note only where none follows. */
const marks: readonly RegExp[] = [/^※/, /^[(*[]*注[記釈]?(?!\p{L})/u, /^[(*[]*notes?\s*\d*:/i];

/** Whether a row is a note: one field is all that it has, and begins as notes do. Call it for tables of several columns only. */
export function isNote(fields: readonly string[]): boolean {
  const given = fields.filter((field) => field.trim() !== '');
  // This also keeps the common case cheap.
  if (given.length !== 1) return false;
  const text = given[0]!.normalize('NFKC').trim();
  return marks.some((mark) => mark.test(text));
}
