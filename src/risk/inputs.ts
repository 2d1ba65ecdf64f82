import type { Mart } from '../marts/mart.js';

export const riskInputs: Mart = {
  name: 'risk_inputs',
  grain: {
    ja: '1行は1か月の1システムの、1つの観点の1つの入力',
    en: 'one row per month, system and input of a driver: its value or finding, or why there is none',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS driver, NULL::VARCHAR AS input, NULL::DOUBLE AS value, NULL::VARCHAR AS category, NULL::VARCHAR AS state WHERE false`,
  checks: [],
};
