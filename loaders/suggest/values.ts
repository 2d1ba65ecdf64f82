/** The values that a column of listed values holds, and what each would be: the stub of a `map`. */
import type { Column } from '../../src/staging/contract.js';
import { knownGrades } from '../../src/staging/severity.js';
import { stateWords } from './words.js';

export interface ValueSuggestion {
  /** The distinct values, at most `shownAtMost`, with what known words say of each; undefined: only a person can say. */
  readonly values: readonly { readonly value: string; readonly to: string | undefined }[];
  /** How many more there are. */
  readonly more: number;
  readonly allowed: readonly string[];
}

/** More than this is no list of codes, and no stub that anybody fills in. */
export const shownAtMost = 20;

/** Undefined where nothing is left to say: no list, no value, or every value read as it stands or by the preset. */
export function suggestValues(
  column: Column,
  values: readonly string[],
  known: Readonly<Record<string, string>> | undefined,
): ValueSuggestion | undefined {
  const allowed = column.name === 'severity' ? knownGrades : allowedBy(column);
  if (allowed === undefined) return undefined;
  const isAllowed = (value: string): boolean => allowed.some((a) => a.toLowerCase() === value.toLowerCase());
  const isKnown = (value: string): boolean => known !== undefined && Object.hasOwn(known, value);
  if (values.every((value) => isAllowed(value) || isKnown(value))) return undefined;
  const meaning = (value: string): string | undefined => {
    if (isKnown(value)) return known![value];
    if (isAllowed(value)) return allowed.find((a) => a.toLowerCase() === value.toLowerCase());
    return column.name === 'state' ? stateWords[value] : undefined;
  };
  const shown = values.slice(0, shownAtMost);
  return {
    values: shown.map((value) => ({ value, to: meaning(value) })),
    more: values.length - shown.length,
    allowed,
  };
}

const allowedBy = ({ type }: Column): readonly string[] | undefined =>
  type.is === 'oneOf' ? type.values : undefined;
