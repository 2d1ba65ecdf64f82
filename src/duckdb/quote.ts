/** The one place where names and texts become SQL. Everything else binds parameters or calls these. */

/** A quoted identifier: `"opened at"`. Safe for any text except NUL, which DuckDB can't hold in a name. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('\u0000', '').replaceAll('"', '""')}"`;
}

/** A quoted text literal, for statements that can't take parameters (COPY, CREATE TABLE AS). */
export function quoteText(text: string): string {
  const body = text.replaceAll("'", "''");
  // A NUL inside a literal would end the statement early in the C API.
  return body.includes('\u0000') ? `'${body.replaceAll('\u0000', "' || chr(0) || '")}'` : `'${body}'`;
}

/** A list of quoted texts: `('a', 'b')`; `(NULL)` for none, which matches nothing. */
export function quoteList(texts: readonly string[]): string {
  return texts.length === 0 ? '(NULL)' : `(${texts.map(quoteText).join(', ')})`;
}
