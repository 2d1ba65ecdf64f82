/** How much of their service time systems were available in. */
import { byMonthAndScope, type Metric } from '../metric.js';

export const availabilityMetrics: readonly Metric[] = [
  {
    id: 'availability',
    name: { ja: '稼働率', en: 'Availability' },
    unit: 'share',
    direction: 'higher_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'サービス時間のうち、障害で使えなかった時間（重なりは1度だけ数える）を除いた割合。可用性への影響が1以上の障害を数え、書き出しにその項目がなければすべての障害を数えます。システムより上の範囲では、サービス時間の分かる、その月に稼働していたシステムを重要度で重み付けした平均です（重要度が不明なら1）。サービス時間の書かれていないシステムは平均に入れず、24時間とみなすこともしません。網羅率は、サービス時間と休日と障害の時間がすべて分かる割合（重要度で重み付け）です。休日の暦がその年の休日を含まなければ、平日は月曜から金曜とし、網羅率に数えません。',
      en: "Share of the service time that was left by incidents (overlaps once). Incidents with an availability_impact of 1 or more count; of an export without that column, all do. Above a system: the mean, weighted by importance (1 where unknown), of the systems in service in the month whose service hours are known. A system without service hours has no part in it: nobody's 24x7 is invented. Coverage is the share of the weight whose hours, holidays and times of incidents are all known. Where no holiday of the year is given, weekdays are Monday to Friday and not covered.",
    },
    formula:
      '1 − |∪ harm ∩ service windows| ÷ |service windows up to the valuation|; above: Σ importance × availability ÷ Σ importance',
    source: 'IPA/SEC 2012, service catalog; Kado for what its exports leave open',
    measure: { kind: 'worked_out', mart: 'availability', bySystem: true },
    breakdowns: [],
    headline: { chart: 'value' },
    needs: 'incidents.restored_at|incidents.closed_at|incidents.impact_minutes|incident_systems.harm_to',
  },
];
