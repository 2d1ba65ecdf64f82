/** How well incidents are recorded. */
import { byMonthAndEveryScope, type Metric } from '../metric.js';
import { survey } from './source.js';

export const recordMetrics: readonly Metric[] = [
  {
    id: 'record_completeness',
    name: { ja: '障害記録の記入率', en: 'Completeness of incident records' },
    unit: 'share',
    direction: 'higher_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に発生・復旧・終結した障害の記録について、重大さと月末時点の状態（未復旧・復旧・終結）に応じて必要な項目のうち、記入されているものの割合。区分の分からない障害には「その他」の項目を求めます。書き出しのどの行にも値のない項目も未記入と数え、その割合を充足率から引きます。',
      en: "Of the records of incidents that occurred, were restored or were closed in the month: the share that is filled of the fields that their class and their state at the month's end (open, restored, closed) ask for. Of an incident without a class the fields of an other one are asked. A field for which an export has no value in any row counts as missing too; the coverage is less by their share.",
    },
    formula:
      'fields filled ÷ fields asked for; coverage = 1 − fields asked for that the export never gives ÷ fields asked for; Clopper–Pearson 95 % interval',
    source: survey,
    measure: {
      kind: 'ratio',
      mart: 'record_months',
      ofIncidents: true,
      numerator: 'sum(r.filled)',
      denominator: 'sum(r.asked)',
      coverage: '1 - sum(r.unmapped)::DOUBLE / sum(r.asked)',
    },
    breakdowns: [],
  },
];
