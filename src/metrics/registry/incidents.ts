/** How many incidents there were, and are. */
import { byMonthAndEveryScope, type Metric } from '../metric.js';
import { survey } from './source.js';

export const incidentMetrics: readonly Metric[] = [
  {
    id: 'records',
    name: { ja: '記録件数', en: 'Records' },
    unit: 'count',
    direction: 'neither',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に発生した記録（書き出しの1件）の数。障害と数えないものも含みます。',
      en: 'Records (rows of the incident export) that occurred in the month, counted as incidents or not.',
    },
    formula: 'count(records with occurred_at in the month)',
    source: survey,
    measure: { kind: 'pooled', mart: 'incidents', ofIncidents: true, value: 'count(*)', whenNone: 0 },
    breakdowns: [],
  },
  {
    id: 'incidents',
    name: { ja: '障害件数', en: 'Incidents' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に発生した障害（業務や利用者に害のあった記録。取り消された記録を除く）の数。発生日時の月に数えます。',
      en: 'Incidents (records that harmed the business or its users; canceled ones excepted) that occurred in the month.',
    },
    formula: 'count(records where counts, with occurred_at in the month)',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'incidents',
      ofIncidents: true,
      where: 'r.counts',
      value: 'count(*)',
      whenNone: 0,
      interval: 'garwood',
      coverage: 'avg(CASE WHEN r.mapped THEN 1.0 ELSE 0.0 END)',
    },
    breakdowns: ['grade', 'class'],
    headline: { chart: 'count', at: 'occurred_at' },
  },
  {
    id: 'incidents_fytd',
    name: { ja: '障害件数（年度累計）', en: 'Incidents, fiscal year to date' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: '年度の初めからその月の末までに発生した障害の数。',
      en: 'Incidents that occurred from the start of the fiscal year to the end of the month.',
    },
    formula: 'Σ incidents over the months of the fiscal year up to this one',
    source: survey,
    measure: { kind: 'cumulative', of: 'incidents' },
    breakdowns: ['grade', 'class'],
  },
  {
    id: 'open_incidents',
    name: { ja: '未復旧の障害', en: 'Open incidents' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: '月末（基準時点が早ければ基準時点）に、復旧も終結もしていない障害の数。',
      en: 'Incidents neither restored nor closed at the end of the month (or at as-of, if earlier).',
    },
    formula:
      'count(incidents with occurred_at ≤ v and no restored_at or closed_at ≤ v), v = end of month or as-of; not those whose state is restored or closed without a time',
    source: survey,
    measure: { kind: 'pooled', mart: 'open_incidents', ofIncidents: true, value: 'count(*)', whenNone: 0 },
    overMonths: 'last',
    breakdowns: ['grade', 'class'],
    needs: 'incidents.restored_at|incidents.closed_at|incidents.state',
  },
];
