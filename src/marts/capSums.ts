/** Caps that follow from others: a class from its grades, the group from its companies. */
import { groupClasses } from '../schemes/model.js';
import type { CompanyScheme } from './companySchemes.js';
import type { Priors } from './priors.js';
import { keyOf, type ScopeKey, type ScopeNames } from './scopeNames.js';

/** The row of targets that sets a cap; ingredients in millionths. */
export interface CapLine extends ScopeKey {
  readonly year: number;
  readonly breakdown: string;
  readonly rate: number;
  readonly effect: number;
  readonly factor: number;
  readonly file: number;
  readonly line: number;
  readonly note: string | null;
}

export interface Cap extends ScopeKey, Partial<Omit<CapLine, keyof ScopeKey>> {
  readonly year: number;
  readonly breakdown: string;
  /** Undefined: it can't be worked out, for want of the year before. */
  readonly cap: number | undefined;
  readonly origin: 'given' | 'computed' | 'rule' | 'summed';
  /** Incidents of the year before; undefined where it isn't wholly known. */
  readonly prior: number | undefined;
  /** The scopes over which it is summed and counted; undefined: its own. */
  readonly parts: readonly ScopeKey[] | undefined;
  /** How many there are that could have a cap. */
  readonly partsOf?: number;
}

interface Context {
  readonly names: ScopeNames;
  readonly schemes: ReadonlyMap<string, CompanyScheme>;
  readonly priors: Priors;
}

/** The caps with their sums. What is set itself is never replaced by a sum. */
export function sumCaps(own: readonly Cap[], context: Context): Cap[] {
  const withClasses = [...own, ...sumGrades(own, context)];
  return [...withClasses, ...sumCompanies(withClasses, context)];
}

const capKey = (c: ScopeKey & { year: number; breakdown: string }): string =>
  keyOf(c.kind, c.id, c.year, c.breakdown);

/** A class whose grades all have a cap, at a scope of one scheme. */
function sumGrades(own: readonly Cap[], { names, schemes, priors }: Context): Cap[] {
  const byKey = new Map(own.map((c) => [capKey(c), c]));
  const scopes = new Map(own.map((c) => [keyOf(c.kind, c.id, c.year), c]));
  return [...scopes.values()].flatMap(({ kind, id, year }) => {
    const of = names.companiesOf({ kind, id }).flatMap((company) => schemes.get(company) ?? []);
    if (of.length === 0 || of.some((s) => s.id !== of[0]!.id)) return [];
    return groupClasses.flatMap((group): Cap[] => {
      const cell = { kind, id, year, breakdown: `class:${group}` };
      if (byKey.has(capKey(cell))) return [];
      const grades = (of[0]!.gradesOf[group] ?? []).map((g) =>
        byKey.get(keyOf(kind, id, year, `grade:${g}`)),
      );
      const cap = add(grades.map((g) => g?.cap));
      const prior = priors.actual(cell, year, cell.breakdown);
      return cap === undefined ? [] : [{ ...cell, cap, origin: 'summed', prior, parts: undefined }];
    });
  });
}

/** methods.md: above the company caps add by class, over the companies that have one. So do one company's layers, flows and themes. */
function sumCompanies(own: readonly Cap[], { names }: Context): Cap[] {
  const taken = new Set(own.map(capKey));
  const sums = new Map<string, Cap[]>();
  for (const cap of own) {
    const above = scopeAbove(cap);
    if (!above || cap.cap === undefined || !cap.breakdown.startsWith('class:')) continue;
    const key = capKey({ ...cap, ...above });
    sums.set(key, [...(sums.get(key) ?? []), cap]);
  }
  return [...sums].flatMap(([key, parts]): Cap[] => {
    if (taken.has(key)) return [];
    const above = scopeAbove(parts[0]!)!;
    const { year, breakdown } = parts[0]!;
    const companies = names.companiesOf(above).length;
    return [
      {
        ...above,
        year,
        breakdown,
        cap: add(parts.map((p) => p.cap)),
        origin: 'summed',
        prior: add(parts.map((p) => p.prior)),
        parts,
        partsOf: Math.max(companies, parts.length),
      },
    ];
  });
}

/** `f/application` is under the group's `application`; a company under the group. */
function scopeAbove({ kind, id }: ScopeKey): ScopeKey | undefined {
  if (kind === 'company') return { kind: 'group', id: 'group' };
  const slash = id.indexOf('/');
  return slash >= 0 && ['layer', 'flow', 'theme'].includes(kind)
    ? { kind, id: id.slice(slash + 1) }
    : undefined;
}

/** Decimals that caps have, as staged ones do: 0.1 and 0.2 are 0.3. */
const capDecimals = 6;

/** Undefined where there is none, or any is unknown. */
const add = (values: readonly (number | undefined)[]): number | undefined =>
  values.length === 0 || values.includes(undefined)
    ? undefined
    : Number(values.reduce((sum: number, v) => sum + v!, 0).toFixed(capDecimals));
