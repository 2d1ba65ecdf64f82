import type { Mart } from '../marts/mart.js';

export const decisionStates: Mart = {
  name: 'decision_states',
  grain: {
    ja: '1行は1か月末の1件の決定事項の状態',
    en: 'one row per month and matter for decision: how it stood at the month’s end',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS decision_id, NULL::VARCHAR AS body, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS subject, NULL::BOOLEAN AS escalate, NULL::VARCHAR AS decision, NULL::VARCHAR AS asked_month, NULL::DATE AS decided_on, NULL::DATE AS due_on, NULL::DATE AS done_on, NULL::VARCHAR AS state, NULL::INTEGER AS age_days, NULL::INTEGER AS days_over, NULL::VARCHAR AS _file, NULL::BIGINT AS _line WHERE false`,
  checks: [],
};
