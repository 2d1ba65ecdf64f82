import type { Mart } from '../marts/mart.js';

export const acceptanceStates: Mart = {
  name: 'acceptance_states',
  grain: {
    ja: '1行は1か月末の1件のリスク受容の状態',
    en: 'one row per month and acceptance of a risk: whether it was valid at the month’s end',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS acceptance_id, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS subject, NULL::VARCHAR AS reason, NULL::VARCHAR AS approved_by, NULL::DATE AS approved_on, NULL::DATE AS ends_on, NULL::VARCHAR AS state, NULL::INTEGER AS days_over, NULL::VARCHAR AS _file, NULL::BIGINT AS _line WHERE false`,
  checks: [],
};
