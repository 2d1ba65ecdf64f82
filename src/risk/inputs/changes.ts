import { type DriverInputs, isGiven, joined, ofSystems } from './input.js';

/** Reviews older than this say nothing of the system any more (config/risk.ts, last_review). */
export const reviewMonths = 12;

/**
 * A change caused an incident by its result, or by the incident that it names, once that had occurred. Changes that all lack a result are
 * no data; none in the month are none that failed.
 */
const made = `
      SELECT c.month, c.system_id, count(*) FILTER (c.failed) AS failed, count(c.result) AS told,
        count(*) FILTER (c.result = 'caused_incident' OR i.occurred_at <= m.valued_at) AS causing
      FROM mart.changes_made c JOIN mart.months m ON m.month = c.month
      LEFT JOIN mart.incidents i ON i.incident_id = c.caused_incident_id GROUP BY ALL`;

/** The last review held by the month's end; of several on one day the gravest result. */
const reviewed = `
      SELECT m.month, r.system_id, r.result FROM staging.reviews r
      JOIN mart.months m ON r.held_on <= m.last_day AND r.held_on > m.last_day - INTERVAL ${reviewMonths} MONTH
      QUALIFY row_number() OVER (PARTITION BY m.month, r.system_id
        ORDER BY r.held_on DESC, list_position(['stopped', 'conditional', 'passed'], r.result) NULLS LAST, r.review_id) = 1`;

export const changeInputs: DriverInputs = {
  driver: 'changes',
  from: () => `
    mart.risk_systems s
    ${joined(made, 'c')}
    ${joined(reviewed, 'r')}`,
  inputs: (context) => {
    const changes = isGiven(context, 'changes');
    const known = (told: string): string =>
      ofSystems(
        changes ? `CASE WHEN c.month IS NULL OR ${told} > 0 THEN '' ELSE 'no_data' END` : `'no_data'`,
      );
    return {
      failed_changes: { value: 'coalesce(c.failed, 0)', state: known('c.told') },
      changes_causing_incidents: {
        value: 'coalesce(c.causing, 0)',
        state: known('greatest(c.told, c.causing)'),
      },
      last_review: {
        category: 'r.result',
        state: ofSystems(
          `CASE WHEN r.month IS NULL THEN 'not_applicable' WHEN r.result IS NULL THEN 'no_data' ELSE '' END`,
        ),
      },
    };
  },
};
