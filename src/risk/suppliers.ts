import type { Mart } from '../marts/mart.js';

export const supplierWeights: Mart = {
  name: 'supplier_weights',
  grain: {
    ja: '1行は1か月の1委託先と、その背後にあるシステムの数',
    en: 'one row per month and supplier: the systems, units and companies behind which it stands',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS supplier, NULL::BIGINT AS systems, NULL::BIGINT AS units, NULL::BIGINT AS companies, NULL::BIGINT AS top_systems, NULL::BIGINT AS all_top, NULL::DOUBLE AS share, NULL::BOOLEAN AS concentrated, NULL::INTEGER AS worst WHERE false`,
  checks: [],
};
