/** Japan's eras since the Gregorian calendar: their names, first and last days. */

export interface Era {
  /** As written: the name, its one sign, its Latin initial. */
  readonly names: readonly string[];
  /** Years before its year 1. */
  readonly before: number;
  readonly from: string;
  /** The day of a change belongs to both up to 1926, by the proclamations; since then an era begins the day after. */
  readonly to: string;
}

export const eras: readonly Era[] = [
  { names: ['令和', '㋿', 'R'], before: 2018, from: '2019-05-01', to: '9999-12-31' },
  { names: ['平成', '㍻', 'H'], before: 1988, from: '1989-01-08', to: '2019-04-30' },
  { names: ['昭和', '㍼', 'S'], before: 1925, from: '1926-12-25', to: '1989-01-07' },
  { names: ['大正', '㍽', 'T'], before: 1911, from: '1912-07-30', to: '1926-12-25' },
  { names: ['明治', '㍾', 'M'], before: 1867, from: '1873-01-01', to: '1912-07-30' },
];

/** Regular expression for any of their names; initials of either case. */
export const eraNames = eras
  .flatMap((era) => era.names)
  .map((name) => (/[A-Z]/.test(name) ? `[${name}${name.toLowerCase()}]` : name))
  .join('|');

/** SQL CASE over an era's name as written (`name`): what `of` says of it, else `otherwise`. */
export function byEra(name: string, of: (era: Era) => string, otherwise: string): string {
  const whens = eras.map((era) => {
    const names = era.names.map((n) => `'${n}'`).join(', ');
    return `WHEN upper(${name}) IN (${names}) THEN ${of(era)}`;
  });
  return `CASE ${whens.join(' ')} ELSE ${otherwise} END`;
}
