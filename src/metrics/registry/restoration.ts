/** How long restoring took. */
import { byMonthAndEveryScope, type Metric } from '../metric.js';

export const restorationMetrics: readonly Metric[] = [
  {
    id: 'restore_minutes_median',
    name: { ja: '復旧時間（中央値）', en: 'Time to restore, median' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に復旧した障害の、発生から復旧までの分数の中央値。平均は少数の長い障害に引かれるため使いません。',
      en: 'Median minutes from occurrence to restoration, of the incidents restored in the month. No mean: a few long ones would carry it away.',
    },
    formula: 'median(restored_at − occurred_at), linear between the two middle values',
    source: 'Hyndman & Fan 1996, definition 7; VOID report 2021 on means of restore times',
    measure: {
      kind: 'pooled',
      mart: 'restorations',
      ofIncidents: true,
      value: 'quantile_cont(r.minutes, 0.5)',
      whenNone: null,
    },
    breakdowns: [],
    headline: { chart: 'value' },
    needs: 'incidents.restored_at',
  },
  {
    id: 'restore_minutes_p90',
    name: { ja: '復旧時間（90 %点）', en: 'Time to restore, 90th percentile' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に復旧した障害の9割が収まる、発生から復旧までの分数。',
      en: 'The minutes from occurrence to restoration within which nine in ten incidents restored in the month stayed.',
    },
    formula: '0.9 quantile of restored_at − occurred_at, linear interpolation',
    source: 'Hyndman & Fan 1996, definition 7',
    measure: {
      kind: 'pooled',
      mart: 'restorations',
      ofIncidents: true,
      value: 'quantile_cont(r.minutes, 0.9)',
      whenNone: null,
    },
    breakdowns: [],
    needs: 'incidents.restored_at',
  },
  {
    id: 'terminal_recovery_minutes',
    name: { ja: '端末復旧時間（中央値）', en: 'Time to recover a terminal, median' },
    unit: 'minutes',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: 'その月に復旧した障害のうち、発生した場所が端末のものの、発生から復旧まで（利用できない状態から利用できる状態になるまで）の分数の中央値。',
      en: 'Median minutes from occurrence to restoration, from unusable to usable, of the incidents at a terminal that were restored in the month.',
    },
    formula: 'median(restored_at − occurred_at) of incidents whose place names a terminal',
    source: 'IPA/SEC 2012, terminal recovery time; Hyndman & Fan 1996, definition 7',
    measure: {
      kind: 'pooled',
      mart: 'terminal_restorations',
      ofIncidents: true,
      value: 'quantile_cont(r.minutes, 0.5)',
      whenNone: null,
    },
    breakdowns: [],
    needs: 'incidents.restored_at&incidents.place',
  },
];
