import type { Mart } from '../marts/mart.js';

export const riskScopes: Mart = {
  name: 'risk_scopes',
  grain: {
    ja: '1行は1か月の1つの範囲のリスク：水準、その根拠、得点、水準ごとのシステム数',
    en: 'one row per month and scope: its level, what it rests on, its score, and how many systems are at each level',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS company_id, NULL::BIGINT AS systems, NULL::BIGINT AS level_0, NULL::BIGINT AS level_1, NULL::BIGINT AS level_2, NULL::BIGINT AS level_3, NULL::BIGINT AS level_4, NULL::BIGINT AS no_data, NULL::INTEGER AS level, NULL::INTEGER AS worst, NULL::INTEGER AS by_worst, NULL::INTEGER AS by_share, NULL::VARCHAR AS deciding, NULL::DOUBLE AS score, NULL::DOUBLE AS known_weight, NULL::DOUBLE AS applicable_weight, NULL::DOUBLE AS coverage WHERE false`,
  checks: [],
};
