import type { Mart } from '../marts/mart.js';

export const registerDisagreements = ['not_registered', 'registered_low', 'registered_high'] as const;
export type RegisterDisagreement = (typeof registerDisagreements)[number];

/** From this level on measured risk must stand in the register, and registered risk should show in what is measured: high. */
const grave = 3;
/** Up to this one the other side sees next to nothing: low. */
const slight = 1;

/**
 * Measured is the greatest level of a system's drivers but the register's own, which would agree with itself. Registered is that of its
 * gravest open risk. Risks without likelihood or impact (registered NULL) answer a grave measurement no better than a low one. What
 * isn't measured contradicts nothing. Without a register nothing is missing in it: there is no row.
 */
export const registerFindings: Mart = {
  name: 'register_findings',
  grain: {
    ja: '1行は1か月の1システムの、登録リスクと測定したリスクの食い違い',
    en: 'one row per month and system where the register and the measured risk disagree',
  },
  sql: ({ config }) => `
    WITH measured AS (
      SELECT y.month, y.system_id, max(d.level)::INTEGER AS level FROM mart.risk_systems y
      JOIN mart.risk_drivers d ON d.month = y.month AND d.system_id = y.system_id AND d.driver <> 'register' WHERE y.known GROUP BY ALL),
    registered AS (
      SELECT month, system_id, level, risk_id FROM mart.register_states
      QUALIFY row_number() OVER (PARTITION BY month, system_id ORDER BY score DESC NULLS LAST, identified_on, risk_id) = 1),
    both_ AS (
      SELECT m.month, m.system_id, r.level AS registered, m.level AS measured, r.risk_id,
        CASE WHEN m.level >= ${grave} AND r.risk_id IS NULL THEN 'not_registered'
          WHEN m.level >= ${grave} AND coalesce(r.level, 0) <= ${slight} THEN 'registered_low'
          WHEN m.level <= ${slight} AND r.level >= ${grave} THEN 'registered_high' END AS finding
      FROM measured m LEFT JOIN registered r ON r.month = m.month AND r.system_id = m.system_id)
    SELECT month, system_id, finding, registered, measured, risk_id FROM both_ WHERE finding IS NOT NULL AND ${config.sources.risks.length > 0}`,
  checks: [
    'SELECT month, system_id FROM mart.register_findings GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.register_findings WHERE (finding = 'not_registered') <> (risk_id IS NULL)`,
  ],
};
