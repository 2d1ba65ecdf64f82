import type { Mart } from '../marts/mart.js';

export const externalServices: Mart = {
  name: 'external_services',
  grain: {
    ja: '1行は1か月の1システムの1委託先と、求める報告・実際の報告',
    en: 'one row per month, system and supplier: what is asked for and what is really delivered',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS supplier, NULL::VARCHAR AS role, NULL::VARCHAR AS policy, NULL::VARCHAR AS delivers, NULL::VARCHAR AS missing, NULL::BOOLEAN AS limited, NULL::DATE AS contract_until, NULL::INTEGER AS contract_days, NULL::VARCHAR AS finding, NULL::VARCHAR AS _file, NULL::BIGINT AS _line WHERE false`,
  checks: [],
};
