import type { Mart } from '../marts/mart.js';

export const signalHistory: Mart = {
  name: 'signal_history',
  grain: {
    ja: '1行は1か月の1システムの障害件数の管理図の判定（その月末時点）',
    en: 'one row per month and system: what the control chart of its incidents said at that month’s end',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS variation, NULL::VARCHAR AS rule, NULL::VARCHAR AS reason WHERE false`,
  checks: [],
};
