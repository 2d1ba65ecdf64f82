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

/** The column names that a mapping could use, and the expressions that may name columns too. */
export interface Wanted {
  readonly names: ReadonlySet<string>;
  readonly expressions: readonly string[];
}

const CJK = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff01-\\uffee\\u{20000}-\\u{3ffff}]';
const BETWEEN_CJK = new RegExp(`(?<=${CJK})\\s+(?=${CJK})`, 'gu');

/**
 * Names as they are meant where they were broken or spaced to fit a cell (`発生⏎日時`, `備　考`): line breaks and spaces become
 * nothing between Japanese letters, else one space. A name that the mapping gives as it stands stays so, and none becomes
 * one that another cell has already.
 */
export function foldNames(fields: readonly string[], wanted: Wanted | undefined): string[] {
  const own = new Set(fields.map((field) => field.trim()));
  return fields.map((field) => {
    const name = field.trim();
    const folded = name.replace(BETWEEN_CJK, '').replace(/\s+/gu, ' ');
    return own.has(folded) || (wanted && isNamed(name, wanted)) ? field : folded;
  });
}

/** Lines above a table (a title, who exported it, when) are few; further down a row of data could win. */
export const headerWithin = 50;

/**
 * Which of the first rows holds the column names: the first that is not blank, unless a later one holds more of the wanted
 * names and at least two of them (or the only one). -1 where all are blank.
 */
export function findHeader(rows: readonly (readonly string[])[], wanted: Wanted | undefined): number {
  const first = rows.findIndex((fields) => fields.some((field) => field.trim() !== ''));
  if (first === -1 || wanted === undefined) return first;
  let best = first;
  let most = scoreHeader(rows[first]!, wanted);
  const enough = Math.min(2, wanted.names.size + wanted.expressions.length);
  for (let i = first + 1; i < Math.min(rows.length, headerWithin); i++) {
    const score = scoreHeader(rows[i]!, wanted);
    if (score > most && score >= enough) {
      best = i;
      most = score;
    }
  }
  return best;
}

/** How many different wanted names stand in a row. */
export function scoreHeader(fields: readonly string[], wanted: Wanted): number {
  const held = new Set(fields.map((field) => field.trim()).filter((field) => field !== ''));
  return [...held].filter((field) => isNamed(field, wanted)).length;
}

/** A single letter is part of every expression. */
const isNamed = (name: string, { names, expressions }: Wanted): boolean =>
  names.has(name) || (name.length > 1 && expressions.some((sql) => sql.includes(name)));
