/** Whether what risk is identified against is kept up: profiles, drills, checklists. */
import { byMonthAndScope, type Metric } from '../metric.js';

export const upkeepMetrics: readonly Metric[] = [
  {
    id: 'profile_age_days',
    name: { ja: 'プロファイル見直しからの日数', en: 'Days since the profile was reviewed' },
    unit: 'days',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '月末時点で、システムプロファイルを最後に見直してからの日数。システムより上では最も古いものの日数。見直し日の分からないシステムは充足率で示します。',
      en: "Days at the month's end since the system's profile was last reviewed; above a system the oldest. The coverage tells the share of systems whose review is known.",
    },
    formula: 'last day of the month (or of as-of) − latest profile_reviewed_on on or before it; above: max',
    source: 'IPA/SEC 2012, Figure 3-3 (profiles are kept current)',
    measure: {
      kind: 'pooled',
      mart: 'profile_ages',
      value: 'max(r.days)',
      sourceRows: 'count(r.days)',
      whenNone: null,
      coverage: 'avg(CASE WHEN r.days IS NULL THEN 0.0 ELSE 1.0 END)',
    },
    breakdowns: [],
    needs: 'systems.profile_reviewed_on',
  },
  {
    id: 'days_since_drill',
    name: { ja: '訓練からの日数', en: 'Days since the last drill' },
    unit: 'days',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '月末時点で、システムを対象に含む訓練を最後に行ってからの日数。システムより上では最も長いものの日数。事業部・会社・階層などの訓練は、その日にそこに属していたシステムの訓練とみなします。訓練の記録がないシステムは充足率で示します。',
      en: "Days at the month's end since the last drill that covered the system; above a system the most. A drill of a unit, company, layer and so on covers the systems that belonged to it on its day. The coverage tells the share of systems with a drill on record.",
    },
    formula: 'last day of the month (or of as-of) − latest held_on on or before it; above: max',
    source: 'IPA/SEC 2012, drills (at least one a year)',
    measure: {
      kind: 'pooled',
      mart: 'drill_ages',
      value: 'max(r.days)',
      sourceRows: 'count(r.days)',
      whenNone: null,
      coverage: 'avg(CASE WHEN r.days IS NULL THEN 0.0 ELSE 1.0 END)',
    },
    breakdowns: [],
    needs: 'drills.held_on',
  },
  {
    id: 'checklist_coverage',
    name: { ja: '点検表の充足率', en: 'Checklist coverage' },
    unit: 'share',
    direction: 'higher_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '月末時点で、点検表の項目のうち「はい」の割合。分母は「はい」「いいえ」「未回答」で、「対象外」は含めません。点検表を使っている会社では、1つも答えていないシステムも全項目を未回答と数えます。まだ1つも答えのない会社は情報なしです。',
      en: "The share of yes among the checklist's items at the month's end that are answered yes or no or not answered; those that don't apply are left out. In a company that uses the checklist, a system without any answer has all items unanswered; of a company without any answer yet there is no data.",
    },
    formula:
      'yes ÷ (yes + no + unanswered) over items × systems, answers with checked_on on or before the last day; Clopper–Pearson 95 % interval',
    source: 'IPA/SEC 2012, checklists derived from incidents',
    measure: {
      kind: 'ratio',
      mart: 'checklist_months',
      numerator: 'sum(r.yes)',
      denominator: 'sum(r.yes + r.no + r.unanswered)',
      coverage: 'sum(r.told)::DOUBLE / sum(r.items)',
      sourceRows: 'sum(r.yes + r.no + r.na)',
    },
    breakdowns: [],
    needs: 'checklist_answers.state',
  },
];
