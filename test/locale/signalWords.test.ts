/** Every word that a chart or a mark can need, in both languages. */
import { describe, expect, it } from 'vitest';
import { signalWords } from '../../src/locale/signalWords.js';
import type { NoMark } from '../../src/metrics/series.js';
import type { ChartKind } from '../../src/stats/controlChart/chart.js';
import type { Assurance, Variation } from '../../src/stats/controlChart/marks.js';
import type { Rule } from '../../src/stats/controlChart/rules.js';

/** The compiler holds the keys to what the code can say: a new kind of chart without a word doesn't pass. */
const asked: Readonly<{
  variation: Record<Variation, true>;
  assurance: Record<Assurance, true>;
  rules: Record<Rule, true>;
  reasons: Record<NoMark, true>;
  charts: Record<ChartKind | 'none', true>;
}> = {
  variation: { common: true, better: true, worse: true },
  assurance: { consistently_met: true, consistently_missed: true, hit_and_miss: true },
  rules: { outside: true, trend: true, two_of_three: true, shift: true },
  reasons: {
    incomplete: true,
    no_data: true,
    no_value: true,
    out_of_service: true,
    too_few_months: true,
    no_events: true,
    hardly_varies: true,
  },
  charts: { c: true, c_laney: true, u: true, u_laney: true, g: true, g_thinned: true, xmr: true, none: true },
};

describe('words of signals', () => {
  it.each(['ja', 'en'] as const)('are all there in %s, and no two marks share theirs', (locale) => {
    const words = signalWords(locale);
    for (const [group, keys] of Object.entries(asked)) {
      const texts = words[group as keyof typeof asked] as Readonly<Record<string, string>>;
      expect(Object.keys(texts).sort()).toEqual(Object.keys(keys).sort());
      expect(new Set(Object.values(texts)).size).toBe(Object.keys(keys).length);
    }
  });
});
