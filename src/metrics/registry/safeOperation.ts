/** Incidents against what is invested. */
import type { Metric } from '../metric.js';

export const safeOperationMetrics: readonly Metric[] = [
  {
    id: 'safe_operation_index',
    name: { ja: '安全稼働指数', en: 'Safe-operation index' },
    unit: 'rate',
    direction: 'lower_is_better',
    grain: {
      ja: '月 × 範囲（グループ・会社。事業部・システムは、その投資の行がある場合）',
      en: 'month × scope (group, company; unit and system where the investments have rows of theirs)',
    },
    definition: {
      ja: '年度の初めからその月の末までに発生した障害の数を、同じ月数のソフトウェア投資で割った値。設定がなければ1億通貨単位当たり。月別の行があればその合計、なければ年額×経過月数÷12。会社の行があればそれだけを使い、なければ事業部の行、それもなければシステムの行を合計します。実績があれば実績、なければ予算によります。投資がないか0のときは指数を出しません。区間は件数の正確なポアソン95 %区間。グループは、指数のある会社だけを合わせた値です。',
      en: "Incidents from the start of the fiscal year to the end of the month ÷ software investment over the same months, per 100 million of the currency unless configured. Monthly rows are summed; without them, the year's amount × elapsed months / 12. A company's own row wins; else its units' rows are summed; else its systems'. Actual wins over budget. No index where the investment is missing or zero. With the exact Poisson 95 % interval of the count. The group's pools the companies that have an index.",
    },
    formula: 'incidents_fytd ÷ (software investment of the same months ÷ safe_operation.per)',
    source: 'IPA/SEC 2012, company E; interval: Garwood 1936',
    measure: {
      kind: 'worked_out',
      mart: 'safe_operation',
      ownCompleteness: true,
      scopes: ['group', 'company'],
    },
    breakdowns: [],
    needs: 'investments.software_amount',
  },
];
