/** What a number format makes of a number: a date, a time of day, a span of time, or just the number. */

export type NumberKind =
  | { readonly is: 'number' }
  /** `clock`: the time of day is shown too. */
  | { readonly is: 'date'; readonly clock: boolean }
  /** Hours, minutes and seconds without a day; `elapsed`: with hours beyond 24. */
  | { readonly is: 'time'; readonly seconds: boolean; readonly elapsed: boolean };

const number: NumberKind = { is: 'number' };
const date = (clock: boolean): NumberKind => ({ is: 'date', clock });
const time = (seconds: boolean, elapsed: boolean): NumberKind => ({ is: 'time', seconds, elapsed });

/**
 * Built-in formats, which a workbook names by number only (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 differ by
 * language; these are the Japanese ones (27 is [$-411]ge.m.d, 32 is h"時"mm"分").
 */
export function builtInKind(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || id === 22) return date(id === 22);
  if (id === 18 || id === 20 || id === 32) return time(false, false);
  if (id === 19 || id === 21 || id === 33 || id === 45 || id === 47) return time(true, false);
  if (id === 46) return time(true, true);
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? date(false) : number;
}

/** What is shown as it stands, takes room, or colours: quoted, escaped, `_x`, `*x` and `[…]` except `[h]`, `[mm]`, `[s]`. */
const decoration = /"[^"]*"?|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi;
/** `General`, in Japanese `G/標準`, begins with a letter that means the era elsewhere. */
const general = /general|g\/標準|g\/通用格式/gi;

/** Of a format's code such as `[$-411]ggge"年"m"月"d"日"` (an era is a date too) or `[h]:mm`. */
export function numberKind(code: string): NumberKind {
  for (const section of code.replace(decoration, '').replace(general, '').split(';')) {
    const found = sectionKind(section.toLowerCase());
    if (found.is !== 'number') return found;
  }
  return number;
}

function sectionKind(section: string): NumberKind {
  const bare = section.replace(/am\/pm|a\/p|上午\/下午|午前\/午後/g, 'h').replace(/(s+\]?)[.,]0+/g, '$1');
  // `0 g` and `0.00E+00` are numbers with letters: a date holds no digits but fractions of seconds.
  if (/[0#?]/.test(bare)) return number;
  const runs = bare.match(/\[[hms]+\]|y+|m+|d+|h+|s+|g+|e+|b+|r+|a{3,}/g) ?? [];
  if (runs.length === 0) return number;
  const days = runs.some((run, i) => /^[ydgebra]/.test(run) || isMonth(run, runs[i - 1], runs[i + 1]));
  if (days) return date(runs.some((run) => /^\[?[hs]/.test(run)));
  return time(
    runs.some((run) => run.includes('s')),
    runs.some((run) => run.startsWith('[')),
  );
}

/** `m` is minutes only behind hours or before seconds. */
const isMonth = (run: string, before = '', after = ''): boolean =>
  run.startsWith('m') && !/^\[?h/.test(before) && !/^\[?s/.test(after);
