/** Every metric of this version, in the order in which the report lists them. Definitions are fixed by Kado's methods. */
import { byMonthAndScope, type Metric } from './metric.js';

const survey = 'IPA/SEC 2012, Figure 2-5';

export const metrics: readonly Metric[] = [
  {
    id: 'records',
    name: { ja: '記録件数', en: 'Records' },
    unit: 'count',
    direction: 'neither',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月に発生した記録（書き出しの1件）の数。障害と数えないものも含みます。',
      en: 'Records (rows of the incident export) that occurred in the month, counted as incidents or not.',
    },
    formula: 'count(records with occurred_at in the month)',
    source: survey,
    measure: { kind: 'pooled', mart: 'incidents', value: 'count(*)', whenNone: 0 },
    breakdowns: [],
  },
  {
    id: 'incidents',
    name: { ja: '障害件数', en: 'Incidents' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月に発生した障害（業務や利用者に害のあった記録。取り消された記録を除く）の数。発生日時の月に数えます。',
      en: 'Incidents (records that harmed the business or its users; canceled ones excepted) that occurred in the month.',
    },
    formula: 'count(records where counts, with occurred_at in the month)',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'incidents',
      where: 'r.counts',
      value: 'count(*)',
      whenNone: 0,
      coverage: 'avg(CASE WHEN r.mapped THEN 1.0 ELSE 0.0 END)',
    },
    breakdowns: ['grade', 'class'],
  },
  {
    id: 'incidents_fytd',
    name: { ja: '障害件数（年度累計）', en: 'Incidents, fiscal year to date' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
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
    grain: byMonthAndScope,
    definition: {
      ja: '月末（基準時点が早ければ基準時点）に、復旧も終結もしていない障害の数。',
      en: 'Incidents neither restored nor closed at the end of the month (or at as-of, if earlier).',
    },
    formula:
      'count(incidents with occurred_at ≤ v and no restored_at or closed_at ≤ v), v = end of month or as-of',
    source: survey,
    measure: { kind: 'pooled', mart: 'open_incidents', value: 'count(*)', whenNone: 0 },
    breakdowns: ['grade', 'class'],
  },
  {
    id: 'restore_minutes_median',
    name: { ja: '復旧時間（中央値）', en: 'Time to restore, median' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月に復旧した障害の、発生から復旧までの分数の中央値。平均は少数の長い障害に引かれるため使いません。',
      en: 'Median minutes from occurrence to restoration, of the incidents restored in the month. No mean: a few long ones would carry it away.',
    },
    formula: 'median(restored_at − occurred_at), linear between the two middle values',
    source: 'Hyndman & Fan 1996, definition 7; VOID report 2021 on means of restore times',
    measure: { kind: 'pooled', mart: 'restorations', value: 'quantile_cont(r.minutes, 0.5)', whenNone: null },
    breakdowns: [],
    needs: 'incidents.restored_at',
  },
  {
    id: 'restore_minutes_p90',
    name: { ja: '復旧時間（90 %点）', en: 'Time to restore, 90th percentile' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月に復旧した障害の9割が収まる、発生から復旧までの分数。',
      en: 'The minutes from occurrence to restoration within which nine in ten incidents restored in the month stayed.',
    },
    formula: '0.9 quantile of restored_at − occurred_at, linear interpolation',
    source: 'Hyndman & Fan 1996, definition 7',
    measure: { kind: 'pooled', mart: 'restorations', value: 'quantile_cont(r.minutes, 0.9)', whenNone: null },
    breakdowns: [],
    needs: 'incidents.restored_at',
  },
  {
    id: 'impact_minutes',
    name: { ja: '影響時間', en: 'Minutes of harm' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月の内に障害が害を与えた分数の合計。月をまたぐ障害は月末で分け、未復旧のものは月末まで数えます。書き出しに影響時間があればそれを発生時から置きます。',
      en: "Minutes of harm within the month, split at month ends; what is not restored runs to the month's end. The export's own minutes of impact, where it has them, are laid from the occurrence.",
    },
    formula: 'Σ |[occurred_at, restored_at) ∩ month|',
    source: survey,
    measure: { kind: 'pooled', mart: 'harm', value: 'sum(r.harm_us)::DOUBLE / 60000000', whenNone: 0 },
    breakdowns: ['grade', 'class'],
    needs: 'incidents.restored_at|incidents.closed_at|incidents.impact_minutes',
  },
  {
    id: 'impact_index',
    name: { ja: '影響指数', en: 'Impact index' },
    unit: 'index',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '障害の影響時間（時間）に、影響を受けた利用者数または業務量（大きい方、不明なら1）を掛けた合計。',
      en: 'Hours of harm × users or business volume harmed (the larger; 1 where unknown), summed over the month.',
    },
    formula: 'Σ impact hours × max(affected_users, business_volume, 1)',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'harm',
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
    grain: byMonthAndScope,
    definition: {
      ja: 'その月の影響指数がもっとも大きかった障害1件の値。',
      en: 'The largest impact index of a single incident within the month.',
    },
    formula: 'max over incidents of impact hours × max(affected_users, business_volume, 1)',
    source: survey,
    measure: {
      kind: 'pooled',
      mart: 'harm',
      value: 'max(r.harm_us * r.harmed)::DOUBLE / 3600000000',
      whenNone: 0,
      coverage: 'avg(CASE WHEN r.harmed > 1 THEN 1.0 ELSE 0.0 END)',
    },
    breakdowns: [],
    needs: 'incidents.restored_at|incidents.closed_at|incidents.impact_minutes',
  },
  {
    id: 'actions_overdue',
    name: { ja: '期限を過ぎた対策', en: 'Overdue actions' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '月末までに期限が来て、その時点で完了していない対策（暫定対策・再発防止策・横展開）の数。',
      en: 'Actions (provisional fix, recurrence prevention, rollout) due before the end of the month and not done then.',
    },
    formula: 'count(actions with due_on passed at v and not done before v)',
    source: 'IPA/SEC 2012, recurrence prevention',
    measure: { kind: 'pooled', mart: 'overdue_actions', value: 'count(*)', whenNone: 0 },
    breakdowns: [],
    needs: 'actions.due_on',
  },
];

export function metricOf(id: string): Metric {
  const metric = metrics.find((m) => m.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
}
