import type { Mart } from '../marts/mart.js';

export const registerFindings: Mart = {
  name: 'register_findings',
  grain: {
    ja: '1行は1か月の1システムの、登録リスクと測定したリスクの食い違い',
    en: 'one row per month and system where the register and the measured risk disagree',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS finding, NULL::INTEGER AS registered, NULL::INTEGER AS measured, NULL::VARCHAR AS risk_id WHERE false`,
  checks: [],
};
