import type { Mart } from '../marts/mart.js';

export const riskMembers: Mart = {
  name: 'risk_members',
  grain: {
    ja: '1行は1か月の1つの範囲に属する1システム（委託先を含む）',
    en: 'one row per month, scope and system in it, suppliers among the scopes',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS system_id WHERE false`,
  checks: [],
};
