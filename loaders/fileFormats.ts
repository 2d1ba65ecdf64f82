/** Time formats that hold for single files of a source: what each one's own values decided (evidence.ts). */

/** Column → file's number → formats. A file that isn't named has the declared ones. */
export type FileFormats = ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>;

/** SQL that reads a column by its file's formats; `read` makes the SQL for one list of formats. */
export function byFile(
  own: ReadonlyMap<number, readonly string[]> | undefined,
  declared: readonly string[] | undefined,
  read: (formats: readonly string[] | undefined) => string,
): string {
  const files = new Map<string, number[]>();
  for (const [file, formats] of own ?? []) {
    const key = JSON.stringify(formats);
    files.set(key, [...(files.get(key) ?? []), file]);
  }
  if (files.size === 0) return read(declared);
  const whens = [...files].map(
    ([key, numbers]) => `WHEN _file IN (${numbers.join(', ')}) THEN ${read(JSON.parse(key) as string[])}`,
  );
  return `CASE ${whens.join(' ')} ELSE ${read(declared)} END`;
}
