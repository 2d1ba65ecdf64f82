/** How much risk there is, tier by tier (src/risk). */
import { byMonthAndScope, type Metric } from '../metric.js';

const scopes = ['group', 'company', 'unit', 'system', 'layer', 'flow', 'supplier'] as const;
const source = 'IPA/SEC 2012, Figure 3-3 (risk condensed tier by tier)';

const measureOf = (id: string): Metric['measure'] => ({
  kind: 'worked_out',
  mart: 'risk_figures',
  where: `r.metric = '${id}'`,
  whenNone: 'not_applicable',
  scopes,
});

export const riskMetrics: readonly Metric[] = [
  {
    id: 'risk_level',
    name: { ja: 'リスク水準', en: 'Risk level' },
    unit: 'level',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '0 なし、1 低、2 注意、3 高、4 極めて高。システムでは、観点ごとの水準のうち最も高いもの。重要度4のシステムで必須の観点に情報がないものは、少なくとも「注意」です。システムより上では、設定した規則によります。既定では、重要度4の最も悪いシステムの水準、重要度3の最も悪いシステムより1段低い水準、重要度で重みづけしたシステムの20 %以上が達している最も高い水準のうち、最も高いもの。重要度4の「極めて高」を隠す規則は使えません。重要度の分からないシステムは、設定しないかぎり重要度4とみなします。',
      en: '0 none, 1 low, 2 watch, 3 high, 4 critical. Of a system, the greatest level among its drivers; one of importance 4 with no data in a required driver is at least at watch. Above a system, by the configured rule; by default the greatest of: the worst system of importance 4; the worst of importance 3 less one; the highest level that at least 20 % of the importance-weighted systems reach. No rule that hides a critical system of importance 4 is accepted. A system whose importance is not known counts as one of 4, unless configured.',
    },
    formula:
      'system: max of drivers; above, by default: max(worst of importance 4, worst of importance 3 − 1, highest level reached by ≥ 20 % of importance factors)',
    source,
    measure: measureOf('risk_level'),
    breakdowns: [],
    afterFigures: true,
  },
  {
    id: 'risk_score',
    name: { ja: 'リスク得点', en: 'Risk score' },
    unit: 'score',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '0〜100。システムでは、観点の水準を重みで平均し、重要度の係数（最大の係数に対する割合）を掛けたもの。情報のない観点は水準0として数え、その分は判定できた割合に示します。該当しない観点は数えません。システムより上では、重要度の係数で重みづけした平均。',
      en: "0–100. Of a system, the weighted mean of its drivers' levels times its importance factor (as a share of the greatest factor). A driver without data counts at level 0, which the coverage tells; one that does not apply is left out. Above a system, the mean weighted by importance factors.",
    },
    formula:
      '100 × (factor ÷ greatest factor) × Σ weight·level ÷ (4 × Σ weight of applicable drivers); above: Σ factor·score ÷ Σ factor',
    source,
    measure: measureOf('risk_score'),
    breakdowns: [],
    afterFigures: true,
  },
  {
    id: 'risk_coverage',
    name: { ja: 'リスクを判定できた割合', en: 'Risk coverage' },
    unit: 'share',
    direction: 'higher_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '該当する観点の重みのうち、情報のある観点の割合。システムより上では、各システムの重みを合計してから割ります。',
      en: "The share of the weight of applicable drivers that have data; above a system, of its systems' weights added.",
    },
    formula: 'Σ weight of drivers with data ÷ Σ weight of applicable drivers',
    source,
    measure: measureOf('risk_coverage'),
    breakdowns: [],
    afterFigures: true,
  },
];
