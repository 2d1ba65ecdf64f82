/** Column names that are all there and all different, from a header that need not be. */

/**
 * Trims names; an empty one becomes `column N`, and the 2nd, 3rd … of a repeated one becomes `name (2)`, `name (3)` …
 * (a Jira export repeats `Comment` seventeen times). A name made up here never takes one that the export has.
 */
export function nameColumns(fields: readonly string[]): string[] {
  const own = new Set(fields.map((field) => field.trim()));
  const taken = new Set<string>();
  return fields.map((field, i) => {
    const name = field.trim();
    if (name !== '' && !taken.has(name)) {
      taken.add(name);
      return name;
    }
    let number = name === '' ? i + 1 : 2;
    const label = () => (name === '' ? `column ${number}` : `${name} (${number})`);
    while (taken.has(label()) || own.has(label())) number++;
    taken.add(label());
    return label();
  });
}
