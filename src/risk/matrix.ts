import type { Mart } from '../marts/mart.js';

export const riskMatrix: Mart = {
  name: 'risk_matrix',
  grain: {
    ja: '1行は1か月の1つの範囲の、重要度と水準の1組とシステム数',
    en: 'one row per month, scope, importance and level: the number of systems',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::INTEGER AS importance, NULL::INTEGER AS level, NULL::BIGINT AS systems WHERE false`,
  checks: [],
};
