import type { Mart } from '../marts/mart.js';

export const riskMoves: Mart = {
  name: 'risk_moves',
  grain: {
    ja: '1行は1か月と前月の間の1システムの動き',
    en: 'one row per month and system that is in it or in the month before: how its level moved',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS unit_id, NULL::VARCHAR AS company_id, NULL::INTEGER AS counted, NULL::INTEGER AS before_level, NULL::INTEGER AS level, NULL::DOUBLE AS before_score, NULL::DOUBLE AS score, NULL::VARCHAR AS kind, NULL::BOOLEAN AS complete WHERE false`,
  checks: [],
};
