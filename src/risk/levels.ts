import type { Mart } from '../marts/mart.js';

export const riskLevels: Mart = {
  name: 'risk_levels',
  grain: {
    ja: '1行は1か月の1システムのリスク水準と得点',
    en: 'one row per month and system: its risk level, score and coverage',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS unit_id, NULL::VARCHAR AS company_id, NULL::INTEGER AS importance, NULL::INTEGER AS counted, NULL::DOUBLE AS factor, NULL::INTEGER AS level, NULL::BOOLEAN AS floored, NULL::DOUBLE AS score, NULL::DOUBLE AS known_weight, NULL::DOUBLE AS applicable_weight, NULL::DOUBLE AS coverage WHERE false`,
  checks: [],
};
