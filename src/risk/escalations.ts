import type { Mart } from '../marts/mart.js';

export const escalations: Mart = {
  name: 'escalations',
  grain: {
    ja: '1行は1か月末の1件の上申（システム・上申先）',
    en: 'one row per month, system and tier to which its risk was sent for a decision',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS to_kind, NULL::VARCHAR AS to_id, NULL::INTEGER AS asked_level, NULL::INTEGER AS level, NULL::VARCHAR AS raised_month, NULL::DATE AS raised_on, NULL::INTEGER AS age_days, NULL::DATE AS due_on, NULL::VARCHAR AS state, NULL::VARCHAR AS decision_id, NULL::VARCHAR AS acceptance_id WHERE false`,
  checks: [],
};
