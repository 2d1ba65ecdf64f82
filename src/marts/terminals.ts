import type { Mart } from './mart.js';

/** Whether an incident (`i`) was at a terminal; a scheme that says it itself takes the place of this. */
const atTerminal = `coalesce(i.place ILIKE '%terminal%' OR i.place LIKE '%端末%', false)`;

export const terminalRestorations: Mart = {
  name: 'terminal_restorations',
  grain: {
    ja: '1行は復旧した月の1件の端末の障害',
    en: 'one row per incident at a terminal, in the month in which it was restored',
  },
  sql: () =>
    `SELECT r.*, i.place FROM mart.restorations r JOIN mart.incidents i ON i.incident_id = r.incident_id WHERE ${atTerminal}`,
  checks: ['SELECT incident_id FROM mart.terminal_restorations GROUP BY 1 HAVING count(*) > 1'],
};
