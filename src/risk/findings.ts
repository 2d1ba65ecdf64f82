import type { Mart } from '../marts/mart.js';

export const riskFindings: Mart = {
  name: 'risk_findings',
  grain: {
    ja: '1行は報告月に経営が見るべき1件の事実',
    en: 'one row per fact of the reported month that its readers should see',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS kind, NULL::INTEGER AS position, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS system_id, NULL::VARCHAR AS company_id, NULL::DOUBLE AS weight, NULL::BIGINT AS n, NULL::DOUBLE AS value, NULL::VARCHAR AS text WHERE false`,
  checks: [],
};
