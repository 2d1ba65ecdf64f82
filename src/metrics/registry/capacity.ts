/** What the systems' capacity is used for. */
import { byMonthAndScope, type Metric } from '../metric.js';

const measureOf = (id: string): Metric['measure'] => ({
  kind: 'worked_out',
  mart: 'capacity_figures',
  where: `r.metric = '${id}'`,
});

export const capacityMetrics: readonly Metric[] = [
  {
    id: 'capacity_over_warn_days',
    name: { ja: '容量の警告超過（延べ日数）', en: 'Capacity past its warning level, days' },
    unit: 'days',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月のうち、1日の95 %点が警告値を超えた（下限の警告値では下回った）日の数。指標・部品ごとに数えて合計した延べ日数です。警告値のある測定がない場合は値を出しません。',
      en: 'Days of the month whose 95th percentile was past the warning level (over it, or under it where the level is a lower one), counted for each metric and component and added. Without samples that have a warning level there is no value.',
    },
    formula: 'Σ over series of count(days with p95 > warn, or < warn where direction is below)',
    source: 'Hyndman & Fan 1996, definition 7, for the percentile',
    measure: measureOf('capacity_over_warn_days'),
    breakdowns: [],
  },
  {
    id: 'capacity_days_to_limit',
    name: { ja: '容量の限界到達までの日数', en: 'Days until capacity reaches its limit' },
    unit: 'days',
    direction: 'higher_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '直近90日（28日以上）の1日の95 %点に当てはめた直線が、月末から何日後に限界値へ届くか。下限・上限は傾きの90 %区間によります。傾きの区間に「近づかない」が含まれるときは値を出しません（該当なし）。すでに届いている場合は0です。システムより上ではもっとも早い値です。',
      en: 'Days from the end of the month until the line through the daily 95th percentiles of the last 90 days (at least 28 of them) reaches the limit, with the bounds of the slope’s 90 % interval. None where that interval includes no approach (not applicable); 0 where the line has reached the limit already. Above a series, the smallest.',
    },
    formula:
      'min over series of (limit − fitted value at month end) ÷ slope; slope = median of all pairwise slopes, interval = its order statistics; not applicable if the interval includes no approach',
    source: 'Theil 1950; Sen 1968, JASA 63, 1379–1389',
    measure: measureOf('capacity_days_to_limit'),
    breakdowns: [],
  },
  {
    id: 'capacity_signs',
    name: { ja: '容量の早期の兆し', en: 'Early signs in capacity' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月に現れた早期の兆しの数。1時間の平均が、同じ曜日・同じ時刻の過去8週間（履歴が8週間に満たない間は同じ時刻）の中央値から大きく外れる状態が2時間続いたもの、または水準のずれ（累積和管理図）。1日以内に続くものは1つと数えます。履歴が7日に満たない系列は判定しません。',
      en: 'Early signs that appeared in the month: an hour’s mean far from the median of the same hour of the week over the 8 weeks before (of the same hour of the day while there are less than 8 weeks) for two hours running, or a shift of the level (CUSUM). Those within a day of each other are one. A series with less than 7 days of history is not judged.',
    },
    formula:
      'count of signs: |mean − median| ÷ max(1.4826 × MAD, resolution) > 4 for 2 hours running, or two-sided CUSUM with k = 1.5, h = 20; gaps up to 24 hours joined',
    source: 'Hampel 1974, JASA 69, 383–393; Page 1954, Biometrika 41, 100–115',
    measure: measureOf('capacity_signs'),
    breakdowns: [],
  },
];
