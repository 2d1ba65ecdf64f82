/** What came again. */
import { byMonthAndEveryScope, type Metric } from '../metric.js';
import { survey } from './source.js';

export const recurrenceMetrics: readonly Metric[] = [
  {
    id: 'recurrences',
    name: { ja: '再発した障害', en: 'Recurrences' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に発生した障害のうち、記録に再発元が書かれているもの、または同じシステム・同じ原因分類（プロダクト）・同じ根本原因の障害から180日以内に発生したものの数。根本原因は全角・半角、大文字・小文字、空白、句読点の違いを除いて比べ、空欄や「不明」「調査中」は同じとみなしません。書き出しより前の障害からの再発は、再発元の記載がなければ分かりません。',
      en: 'Incidents of the month whose record names the one that they repeat, or that occurred within 180 days of another of the same system, product class and root cause. Causes are compared without width of characters, case, spaces and punctuation; an empty one, or one that says that nothing is known, is like no other. What repeats an incident older than the exports shows only where the record says so.',
    },
    formula:
      'count(incidents with recurs_of, or 0 < occurred_at − former.occurred_at ≤ 180 days for an incident of equal system, product_class, normalised root_cause)',
    source: `${survey}; Unicode Standard Annex 15 (NFKC)`,
    measure: {
      kind: 'pooled',
      mart: 'recurrences',
      ofIncidents: true,
      value: 'CASE WHEN bool_or(r.judged) THEN count(*) FILTER (r.recurs) END',
      sourceRows: 'count(*) FILTER (r.recurs)',
      whenNone: 0,
      coverage: 'avg(CASE WHEN r.judged THEN 1.0 ELSE 0.0 END)',
    },
    breakdowns: [],
    needs: 'incidents.recurs_of|incidents.root_cause',
  },
];
