import type { Mart } from '../marts/mart.js';

export const riskDrivers: Mart = {
  name: 'risk_drivers',
  grain: {
    ja: '1行は1か月の1システムの1つの観点の水準と、得点への寄与',
    en: 'one row per month, system and driver: its level and what it contributes to the score',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS driver, NULL::INTEGER AS position, NULL::VARCHAR AS state, NULL::INTEGER AS level, NULL::VARCHAR AS input, NULL::DOUBLE AS value, NULL::VARCHAR AS category, NULL::DOUBLE AS weight, NULL::DOUBLE AS contribution WHERE false`,
  checks: [],
};
