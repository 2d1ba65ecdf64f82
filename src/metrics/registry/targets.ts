/** How the count of incidents stands against its yearly cap. */
import { byMonthAndScope, type Metric } from '../metric.js';

const source =
  'IPA/SEC 2012, targets of the seven companies; Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6';

export const targetMetrics: readonly Metric[] = [
  {
    id: 'cap',
    name: { ja: '年度の上限件数', en: 'Yearly cap on incidents' },
    unit: 'count',
    direction: 'neither',
    grain: byMonthAndScope,
    definition: {
      ja: 'その年度に超えてはならない障害の件数。目標の書き出しの値、なければ前年度の実績 ×（1 − 改善率）− 施策の効果 + 特殊要因（0未満は0、四捨五入）、または評価方式の定める値です。会社より上では区分ごとに、上限のある会社の分だけを足します。',
      en: 'The number of incidents that the fiscal year is not to exceed: as the targets give it, else the year before × (1 − improvement rate) − effect of measures + special factor (not below 0, halves up), or what the scheme sets. Above the company, caps add by class over the companies that have one.',
    },
    formula:
      'round(max(0, prior-year actual × (1 − improvement_rate) − measures_effect + special_factor)), unless given',
    source,
    measure: {
      kind: 'worked_out',
      mart: 'cap_figures',
      where: `r.metric = 'cap'`,
      whenNone: 'not_applicable',
    },
    breakdowns: ['grade', 'class'],
  },
  {
    id: 'cap_exceed_probability',
    name: { ja: '上限を超える確率', en: 'Chance of passing the cap' },
    unit: 'probability',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '月末までの件数から見て、年度末に上限を超えている確率。すでに超えていれば1で、予測ではありません。前年度の実績がなく3か月たたない間は「判断には早い」とします。',
      en: "The chance, seen from the count to the month's end, that the fiscal year ends above its cap. 1 once it is exceeded, which is no forecast. Without a prior year, too early to tell for the first three months.",
    },
    formula:
      'P(y + N > cap), N | y ~ negative binomial with shape (a + y)/φ and probability ((b + t)/φ) / ((b + t)/φ + 1 − t); a = prior-year actual + 0.5, b = 1 (without a prior year 0.5 and 0); t = share of the days of the year; φ = max(1, dispersion of the first 24 complete months, 1 where there are under 12)',
    source,
    measure: {
      kind: 'worked_out',
      mart: 'cap_figures',
      where: `r.metric = 'cap_exceed_probability'`,
      whenNone: 'not_applicable',
    },
    breakdowns: ['grade', 'class'],
  },
];
