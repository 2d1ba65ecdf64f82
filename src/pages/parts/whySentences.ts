/** Sentences of levels, made from what decided them. */
import type { Locale, RiskRules } from '../../config/model.js';
import { formatsOf } from '../../locale/index.js';
import { digitsFor } from '../../locale/why.js';
import { whyWords } from '../../locale/whyOf.js';
import { gravityInputs } from '../../risk/rules.js';
import { type ScopeWhy, scopeKey } from '../../risk/scopeWhy.js';
import {
  type DriverWhy,
  decidingInputs,
  type InputWhy,
  isBounds,
  type SystemWhy,
  thresholdOf,
} from '../../risk/why.js';
import type { Scope } from '../book.js';
import type { View } from '../view.js';

/** In which language, by which rules: all that a sentence needs besides what it is about, on pages and in the trace alike. */
export interface Speech {
  readonly locale: Locale;
  readonly rules: RiskRules;
}

export const speechOf = ({ locale, data }: Pick<View, 'locale' | 'data'>): Speech => ({
  locale,
  rules: data.config.risk,
});

/** Why a system stands where it does; undefined where it isn't among the month's systems. */
export function systemSentence(view: View, id: string): string | undefined {
  const why = view.data.risk.why.systems.get(id);
  return why && sentenceOf(speechOf(view), why);
}

export function sentenceOf(speech: Speech, why: SystemWhy): string {
  const found = why.drivers.filter((d) => (d.level ?? 0) > 0);
  const missing = why.drivers.filter((d) => d.state === 'no_data').map((d) => d.driver);
  return whyWords(speech.locale).system({
    level: why.level,
    floored: why.floored,
    drivers: [...found]
      .sort((a, b) => b.level! - a.level!)
      .map((d) => ({ driver: d.driver, level: d.level!, clauses: clausesOf(speech, d) })),
    noData: missing,
    required: why.drivers
      .filter((d) => speech.rules.drivers[d.driver]?.required && wants(d))
      .map((d) => d.driver),
  });
}

/** Whether a driver lacks what it can't be judged without. */
const wants = ({ state, inputs }: DriverWhy): boolean =>
  state === 'no_data' || inputs.some((i) => i.state === 'no_data' && gravityInputs.includes(i.input));

/** Clauses of the inputs that decide a driver. */
export const clausesOf = (speech: Speech, driver: DriverWhy): string[] =>
  decidingInputs(driver).map((i) => clauseOf(speech, driver.driver, i));

export const clauseOf = (
  { locale, rules }: Speech,
  driver: string,
  { input, value, category }: InputWhy,
): string => whyWords(locale).clause({ input, value, category, bounds: boundsOf(rules, driver, input) });

/** The threshold that an input has met, or, at level 0, the first that it hasn't; empty where there is none to name. */
export function thresholdText({ locale, rules }: Speech, driver: string, { input, level }: InputWhy): string {
  const w = whyWords(locale);
  if (level === null) return '';
  const threshold = thresholdOf(rules, driver, input, level);
  // A finding of level 0 has no threshold that it didn't reach.
  if (threshold === undefined || (threshold.kind === 'finding' && level === 0)) return '';
  const text = w.threshold({ input, ...threshold });
  return level === 0 ? w.notReached(text) : text;
}

/** The bounds that are set for an input; none of one of findings. */
function boundsOf(rules: RiskRules, driver: string, input: string): number[] {
  const rule = rules.drivers[driver]?.inputs[input];
  return rule === undefined || !isBounds(rule) ? [] : rule.filter((b) => b !== null);
}

/** Why a scope above systems stands where it does; undefined where nothing is known of it. */
export function scopeSentence(view: View, scope: Scope): string | undefined {
  if (scope.kind === 'system') return systemSentence(view, scope.id);
  const why = view.data.risk.why.scopes.get(scopeKey(scope));
  return why && sentenceOfScope(speechOf(view), why, view.systemName);
}

export function sentenceOfScope(
  { locale, rules }: Speech,
  why: ScopeWhy,
  nameOf: (systemId: string) => string,
): string {
  const [first] = why.deciders;
  const { share } = rules.rollUp;
  const reached = why.level === null ? undefined : why.reached[why.level];
  return whyWords(locale).scope({
    level: why.level,
    systems: why.systems,
    noData: why.noData,
    deciding: why.deciding,
    first: first === undefined ? null : nameOf(first.systemId),
    others: Math.max(0, why.deciders.length - 1),
    importance: first?.counted ?? null,
    own: first?.level ?? null,
    reached: reached === undefined || share === null ? null : shareText(locale, reached, share),
    asked: share === null ? null : formatsOf(locale).percent(share, Number.isInteger(share * 100) ? 0 : 1),
  });
}

/** A share that just reaches what is asked is not rounded to under it, nor one just under it to it. */
const shareText = (locale: Locale, reached: number, asked: number): string =>
  formatsOf(locale).percent(reached, digitsFor(reached, [asked], 0, 100));
