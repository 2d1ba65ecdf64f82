import type { Mart } from '../marts/mart.js';

export const riskSystems: Mart = {
  name: 'risk_systems',
  grain: {
    ja: '1行は1か月に存在した1システムと、その所属・重要度・係数',
    en: 'one row per month and system that was there: its unit, company, importance and factor',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS unit_id, NULL::VARCHAR AS company_id, NULL::BOOLEAN AS known, NULL::INTEGER AS importance, NULL::INTEGER AS counted, NULL::DOUBLE AS factor WHERE false`,
  checks: [],
};
