/** The sentence on a headline's movement, for each chart, mark and rule: never of the other side, of gaps only where the chart is of gaps. */
import { describe, expect, it } from 'vitest';
import type { Variation } from '../../src/locale/judgements.js';
import type { Signal } from '../../src/pages/judgements.js';
import { signalSentences } from '../../src/pages/parts/signals.js';
import type { View } from '../../src/pages/view.js';

const group = { kind: 'group', id: 'group' } as const;
const sentence = (locale: 'ja' | 'en', more: Partial<Signal>): string => {
  const signal = {
    metric: 'incidents',
    ...group,
    trial: false,
    rebasedFrom: null,
    reason: null,
    widened: more.chart?.includes('_') ?? false,
    ...more,
  };
  const view = { locale, data: { judged: { signals: new Map([['incidents group:group', signal]]) } } };
  return signalSentences(view as unknown as View, group);
};
const words = {
  ja: {
    better: '改善',
    worse: '悪化',
    gaps: /間隔/,
    months: /か月/,
    clusters: /同じ月の発生は1回/,
    widened: /限界を広げ/,
  },
  en: {
    better: 'improvement',
    worse: 'worsening',
    gaps: /between events/,
    months: /months (rising|on one)/,
    clusters: /one month count as one/,
    widened: /Limits are widened/,
  },
} as const;

describe.each(['ja', 'en'] as const)('the sentence on a signal: %s', (locale) => {
  const w = words[locale];
  const charts = ['c', 'c_laney', 'u', 'u_laney', 'g', 'g_thinned'] as const;
  const rules = ['outside', 'trend', 'two_of_three', 'shift'] as const;
  it.each(charts)('%s', (chart) => {
    const ofGaps = chart.startsWith('g');
    for (const variation of ['better', 'worse'] as const)
      for (const rule of rules) {
        const text = sentence(locale, { chart, variation, rule });
        expect(text).toContain(w[variation]);
        expect(text).not.toContain(w[variation === 'better' ? 'worse' : 'better']);
        expect(w.gaps.test(text)).toBe(ofGaps);
        if (ofGaps) expect(text).not.toMatch(w.months);
      }
    const common = sentence(locale, { chart, variation: 'common', rule: null });
    for (const side of ['better', 'worse'] as const) expect(common).not.toContain(w[side]);
    // Limits of gaps are not widened: events of one month are taken as one.
    expect(w.widened.test(common)).toBe(chart.endsWith('_laney'));
    expect(w.clusters.test(common)).toBe(chart === 'g_thinned');
  });

  it('is of no side where the month is not judged', () => {
    for (const reason of ['incomplete', 'too_few_months', 'no_events', 'out_of_service', 'no_data']) {
      const text = sentence(locale, {
        chart: 'none',
        variation: null as Variation | null,
        rule: null,
        reason,
      });
      expect(text).not.toMatch(/改善|悪化|improve|worse/);
      expect(text).toMatch(/判定していません|not judged/);
    }
  });
});
