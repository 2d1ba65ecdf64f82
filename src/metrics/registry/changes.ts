/** How changes went. */
import { byMonthAndScope, type Metric } from '../metric.js';

export const changeMetrics: readonly Metric[] = [
  {
    id: 'change_failure_rate',
    name: { ja: '変更の失敗率', en: 'Change failure rate' },
    unit: 'share',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月に行われた変更のうち、失敗した・元に戻した・障害を起こしたものの割合。結果の記録がない変更も分母に数えるので、結果の分かる割合（充足率）が低いときは低めの値です。',
      en: 'The share of the changes made in the month that failed, were rolled back or caused an incident. Changes without a recorded result count among all, so that the rate is a low one where the coverage, the share with a result, is.',
    },
    formula:
      'changes with result failed, rolled_back or caused_incident ÷ all changes of the month; Clopper–Pearson 95 % interval',
    source: 'IPA/SEC 2012, Figure 3-2 (changes); DORA, change fail rate',
    measure: {
      kind: 'ratio',
      mart: 'changes_made',
      // Where no result is known at all, none failed is not what is known.
      numerator: 'CASE WHEN count(r.failed) > 0 THEN count(*) FILTER (r.failed) END',
      denominator: 'count(*)',
      coverage: 'avg(CASE WHEN r.failed IS NULL THEN 0.0 ELSE 1.0 END)',
    },
    breakdowns: [],
    needs: 'changes.result',
  },
];
