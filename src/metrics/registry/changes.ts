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
      ja: 'その月に行われた変更のうち、失敗した・元に戻した・障害を起こしたものの割合。結果の記録がない変更は分子にも分母にも入れず、その割合を充足率で示します。',
      en: 'The share of the changes made in the month that failed, were rolled back or caused an incident. Changes without a recorded result are in neither part; the coverage tells their share.',
    },
    formula:
      'changes with result failed, rolled_back or caused_incident ÷ all changes with a result; Clopper–Pearson 95 % interval',
    source: 'IPA/SEC 2012, Figure 3-2 (changes); DORA, change fail rate',
    measure: {
      kind: 'ratio',
      mart: 'changes_made',
      numerator: 'count(*) FILTER (r.failed)',
      denominator: 'count(r.failed)',
      coverage: 'avg(CASE WHEN r.failed IS NULL THEN 0.0 ELSE 1.0 END)',
      sourceRows: 'count(r.failed)',
    },
    breakdowns: [],
    needs: 'changes.result',
  },
];
