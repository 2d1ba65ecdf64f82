/** How much harm incidents did. */
import { byMonthAndEveryScope, type Metric } from '../metric.js';
import { survey } from './source.js';

export const harmMetrics: readonly Metric[] = [
  {
    id: 'impact_minutes',
    name: { ja: '影響時間', en: 'Minutes of harm' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月の内に障害が害を与えた分数の合計。月をまたぐ障害は月末で分け、未復旧のものは月末まで数えます。書き出しに影響時間があればそれを発生時から置きます。及んだシステムのそれぞれに数え、その上の範囲では1件の障害の時間を1度だけ数えます。',
      en: "Minutes of harm within the month, split at month ends; what is not restored runs to the month's end. The export's own minutes of impact, where it has them, are laid from the occurrence. It counts for every system that the incident harmed, and above a system each incident's time counts once.",
    },
    formula:
      'Σ over incidents of |union over the systems of the scope of [harm_from or occurred_at, harm_to or restored_at) ∩ month|',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'harm',
      shared: 'shared_harm',
      ofIncidents: true,
      value: 'sum(r.harm_us)::DOUBLE / 60000000',
      whenNone: 0,
    },
    breakdowns: ['grade', 'class'],
    headline: { chart: 'value' },
    needs: 'incidents.restored_at|incidents.closed_at|incidents.impact_minutes',
  },
  {
    id: 'impact_index',
    name: { ja: '影響指数', en: 'Impact index' },
    unit: 'index',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: '障害の影響時間（時間）に、影響を受けた利用者数または業務量（大きい方、不明なら1）を掛けた合計。',
      en: 'Hours of harm × users or business volume harmed (the larger; 1 where unknown), summed over the month.',
    },
    formula: 'Σ impact hours × max(affected_users, business_volume, 1)',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'harm',
      shared: 'shared_harm',
      ofIncidents: true,
      value: 'sum(r.harm_us * r.harmed)::DOUBLE / 3600000000',
      whenNone: 0,
      coverage: 'avg(CASE WHEN r.harmed > 1 THEN 1.0 ELSE 0.0 END)',
    },
    breakdowns: [],
    needs: 'incidents.restored_at|incidents.closed_at|incidents.impact_minutes',
  },
  {
    id: 'impact_index_max',
    name: { ja: '影響指数（最大の1件）', en: 'Impact index, largest single' },
    unit: 'index',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月の影響指数がもっとも大きかった障害1件の値。',
      en: 'The largest impact index of a single incident within the month.',
    },
    formula: 'max over incidents of impact hours × max(affected_users, business_volume, 1)',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'harm',
      shared: 'shared_harm',
      ofIncidents: true,
      value: 'max(r.harm_us * r.harmed)::DOUBLE / 3600000000',
      whenNone: 0,
      coverage: 'avg(CASE WHEN r.harmed > 1 THEN 1.0 ELSE 0.0 END)',
    },
    breakdowns: [],
    needs: 'incidents.restored_at|incidents.closed_at|incidents.impact_minutes',
  },
];
