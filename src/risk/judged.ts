import type { Mart } from '../marts/mart.js';

export const riskJudged: Mart = {
  name: 'risk_judged',
  grain: {
    ja: '1行は1か月の1システムの1つの入力と、その水準',
    en: 'one row per month, system and input: its level by the configured thresholds',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS driver, NULL::VARCHAR AS input, NULL::DOUBLE AS value, NULL::VARCHAR AS category, NULL::VARCHAR AS state, NULL::INTEGER AS level WHERE false`,
  checks: [],
};
