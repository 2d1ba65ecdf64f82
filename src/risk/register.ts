import type { Mart } from '../marts/mart.js';

export const registerStates: Mart = {
  name: 'register_states',
  grain: {
    ja: '1行は1か月末に開いていた1件のリスク',
    en: 'one row per month and risk that was open at its end',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS risk_id, NULL::VARCHAR AS system_id, NULL::VARCHAR AS title, NULL::INTEGER AS likelihood, NULL::INTEGER AS impact, NULL::INTEGER AS score, NULL::INTEGER AS level, NULL::VARCHAR AS treatment, NULL::VARCHAR AS owner, NULL::DATE AS due_on, NULL::INTEGER AS overdue_days, NULL::DATE AS identified_on, NULL::VARCHAR AS _file, NULL::BIGINT AS _line WHERE false`,
  checks: [],
};
