import type { Mart } from '../marts/mart.js';

export const riskMoveParts: Mart = {
  name: 'risk_move_parts',
  grain: {
    ja: '1行は1か月の1つの範囲の得点の増減の、1システム・1要因の分',
    en: 'one row per month, scope, system and cause: its part of the change of the score since the month before',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS system_id, NULL::VARCHAR AS part, NULL::VARCHAR AS driver, NULL::DOUBLE AS value WHERE false`,
  checks: [],
};
