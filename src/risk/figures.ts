import type { Mart } from '../marts/mart.js';

export const riskFigures: Mart = {
  name: 'risk_figures',
  grain: {
    ja: '1行は1つの指標・月・範囲のリスクの値',
    en: 'one row per metric of risk, month and scope',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS metric, NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS breakdown, NULL::DOUBLE AS value, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS target, NULL::VARCHAR AS status, NULL::DOUBLE AS coverage, NULL::BIGINT AS source_rows WHERE false`,
  checks: [],
};
