/** What was agreed with users. */
import { byMonthAndScope, type Metric } from '../metric.js';

export const serviceLevelMetrics: readonly Metric[] = [
  {
    id: 'sla_breaches',
    name: { ja: 'サービスレベル未達', en: 'Service-level breaches' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: 'その月のサービスレベル指標のうち、実績が目標より悪いもの（高いほど良い指標は目標未満、低いほど良い指標は目標超過）の数。目標ちょうどは達成です。目標・実績・向きのどれかがない指標と、報告が途絶えたシステムの月は判定せず、充足率で示します。',
      en: 'Indicators of the month whose actual value is worse than the target: below it where higher is better, above it where lower is. On the target is kept. Indicators without target, actual value or direction, and months that a system stopped reporting, are not judged; the coverage tells their share.',
    },
    formula: 'count(indicators with actual < target (higher is better) or actual > target (lower is better))',
    source: 'IPA/SEC 2012, IT service catalog; Figure 3-2 (service level)',
    measure: {
      kind: 'pooled',
      mart: 'service_level_results',
      value: 'CASE WHEN count(r.breached) > 0 THEN count(*) FILTER (r.breached) END',
      sourceRows: 'count(*) FILTER (r.breached)',
      whenNone: null,
      coverage: 'avg(CASE WHEN r.breached IS NULL THEN 0.0 ELSE 1.0 END)',
    },
    breakdowns: [],
    needs: 'service_levels.actual&service_levels.target',
  },
];
