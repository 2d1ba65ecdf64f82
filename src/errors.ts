/**
 * Every error and warning that Kado can utter: one catalogue, typed parameters, one formatter.
 * The entries live by room in `errors/`; each has a message (subject first) and a hint on how to mend it,
 * in both languages, because the report's own pages print them too.
 */
import { commentaryErrors } from './errors/commentary.js';
import { configErrors } from './errors/config.js';
import { correctionErrors } from './errors/corrections.js';
import { encodingErrors } from './errors/encodings.js';
import type { Entry, Names } from './errors/entry.js';
import { environmentErrors } from './errors/environment.js';
import { fileErrors } from './errors/files.js';
import { mappingErrors } from './errors/mapping.js';
import { planErrors } from './errors/plans.js';
import { presetErrors } from './errors/presets.js';
import { recordErrors } from './errors/records.js';
import { referenceErrors } from './errors/references.js';
import { riskErrors } from './errors/risk.js';
import { rowErrors } from './errors/rows.js';
import { schemeErrors } from './errors/schemes.js';
import { signalErrors } from './errors/signals.js';
import { spreadsheetErrors } from './errors/spreadsheets.js';
import { usageErrors } from './errors/usage.js';
import { valueErrors } from './errors/values.js';

export const catalogue = {
  ...configErrors,
  ...fileErrors,
  ...encodingErrors,
  ...mappingErrors,
  ...rowErrors,
  ...referenceErrors,
  ...spreadsheetErrors,
  ...recordErrors,
  ...valueErrors,
  ...correctionErrors,
  ...commentaryErrors,
  ...planErrors,
  ...signalErrors,
  ...riskErrors,
  ...presetErrors,
  ...schemeErrors,
  ...usageErrors,
  ...environmentErrors,
};

export type Catalogue = typeof catalogue;
export type Code = keyof Catalogue;
type Texts<C extends Code> = Catalogue[C]['en'][number];
export type ParamsOf<C extends Code> = { readonly [K in Names<Texts<C>>]: string | number };
export type Language = 'ja' | 'en';

/** Where a problem is: a file as the configuration names it, a 1-based line, and a column (number or header). */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | string | undefined;
}

/** One thing that is wrong: what (code and parameters), where, and whether the run can go on. */
export interface Problem {
  readonly code: Code;
  readonly level: 'error' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
  readonly place?: Place | undefined;
}

/** Makes a problem of the catalogue; parameters are checked against the entry's own placeholders. */
export function problem<C extends Code>(
  code: C,
  params: ParamsOf<C>,
  place?: Place,
  level: Problem['level'] = 'error',
): Problem {
  return { code, level, params, place };
}

/** One or more problems that end the run. The exit code is the gravest entry's (contract: 1 data, 2 use, 3 environment). */
export class KadoError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: Problem | readonly Problem[]) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map((p) => formatProblem(p, 'en')).join('\n'));
    this.name = 'KadoError';
    this.problems = list;
  }
  get exitCode(): number {
    return Math.max(1, ...this.problems.map((p) => (catalogue[p.code] as Entry).exit));
  }
}

/** The message alone, without place or hint. */
export const messageOf = (p: Problem, language: Language): string => fill(p, language, 0);

/** The hint alone: how to mend it. */
export const hintOf = (p: Problem, language: Language): string => fill(p, language, 1);

/** `file:line:column: message (hint)`, the form that `kado check` prints. */
export function formatProblem(p: Problem, language: Language): string {
  const hint = hintOf(p, language);
  const place = p.place ? `${formatPlace(p.place)}: ` : '';
  return `${place}${messageOf(p, language)}${hint ? ` (${hint})` : ''}`;
}

export function formatPlace(place: Place): string {
  return [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** Long or binary values are shortened and made visible: a message must not break the terminal it is printed on. */
export function showValue(value: string, limit = 80): string {
  const visible = value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (c) =>
    c === '\n' ? '\\n' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const points = [...visible];
  return points.length > limit ? `${points.slice(0, limit).join('')}… (${[...value].length})` : visible;
}

function fill(p: Problem, language: Language, part: 0 | 1): string {
  const template = (catalogue[p.code] as Entry)[language][part];
  return template.replace(/\{([a-zA-Z_]+)\}/g, (_, name: string) => {
    const value = p.params[name];
    return typeof value === 'number' ? String(value) : showValue(value ?? `{${name}}`, 400);
  });
}
