import type { Mart } from '../marts/mart.js';

export const capacityMatters: Mart = {
  name: 'capacity_matters',
  grain: {
    ja: '1行は1か月の、容量委員会が見る1システム',
    en: 'one row per month and system that the capacity committee has to look at',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::DOUBLE AS days_to_limit, NULL::BIGINT AS over_warn_days, NULL::BIGINT AS signs, NULL::INTEGER AS level, NULL::VARCHAR AS decision_id, NULL::BOOLEAN AS escalate, NULL::VARCHAR AS state WHERE false`,
  checks: [],
};
