/** Whether a headline's movement is a signal: what the control chart says, and never more. */
import { judgementWords } from '../../locale/judgementsOf.js';
import { metricOf } from '../../metrics/registry.js';
import type { Scope } from '../book.js';
import { type Signal, signalKey } from '../judgements.js';
import type { View } from '../view.js';

export const signalOf = (view: View, metric: string, scope: Scope): Signal | undefined =>
  view.data.judged.signals.get(signalKey(metric, scope));

/** The sentence on the number of incidents, then other headlines that show a signal. */
export function signalSentences(view: View, scope: Scope): string {
  const first = signalOf(view, 'incidents', scope);
  const others = [...view.data.judged.signals.values()].filter(
    (s) =>
      s.kind === scope.kind &&
      s.id === scope.id &&
      s.metric !== 'incidents' &&
      s.variation !== null &&
      s.variation !== 'common',
  );
  return [signalSentence(view, first), ...others.map((s) => signalSentence(view, s))].join(
    view.locale === 'ja' ? '' : ' ',
  );
}

function signalSentence(view: View, signal: Signal | undefined): string {
  const w = judgementWords(view.locale);
  if (!signal || signal.variation === null) return w.notJudged(reasonOf(signal));
  const { variation, rule, trial, widened, chart } = signal;
  const sentence = w.signal({
    metric: metricOf(signal.metric).name[view.locale],
    variation,
    rule,
    gaps: chart === 'g' || chart === 'g_thinned',
    trial,
    widened,
  });
  if (signal.rebasedFrom === null) return sentence;
  const anew = w.rebased(view.format.month(signal.rebasedFrom), signal.rebaseReason ?? '');
  return view.locale === 'ja' ? `${sentence}${anew}` : `${sentence} ${anew}`;
}

function reasonOf(signal: Signal | undefined): 'incomplete' | 'too_few' | 'none' {
  if (signal?.reason === 'incomplete') return 'incomplete';
  return signal?.reason?.startsWith('too_few') ? 'too_few' : 'none';
}
