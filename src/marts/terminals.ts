import { quoteText } from '../duckdb/quote.js';
import { asExported } from '../schemes/scheme.js';
import type { Mart } from './mart.js';

/** Whether an incident (`i`) was at a terminal, as its scheme says; of companies without a scheme, as its place says. */
const atTerminal = `CASE WHEN i.scheme = ${quoteText(asExported.id)} THEN coalesce(i.place ILIKE '%terminal%' OR i.place LIKE '%端末%', false) ELSE coalesce(i.terminal, false) END`;

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
