import { quoteText } from '../../duckdb/quote.js';
import { type DriverInputs, joined, ofSystems } from './input.js';

/** A status of 3 is bad (contract.md, observations: 0 good – 3 bad). */
const bad = 3;

/**
 * A month's observations are of that month, and mostly reported in the days after it: what was reported by as-of exists, whenever that
 * was; a later report doesn't, as a late record doesn't.
 */
export const observationInputs: DriverInputs = {
  driver: 'observations',
  from: ({ period }) => `
    mart.risk_systems s
    ${joined(
      `SELECT month, system_id, max(status) AS worst, count(*) FILTER (status >= ${bad}) AS bad FROM staging.observations
      WHERE coalesce(reported_at <= TIMESTAMPTZ ${quoteText(period.asOf)}, true) GROUP BY ALL`,
      'o',
    )}`,
  inputs: () => {
    const state = ofSystems(`CASE WHEN o.month IS NULL THEN 'no_data' ELSE '' END`);
    return { worst_status: { value: 'o.worst', state }, bad_aspects: { value: 'o.bad', state } };
  },
};
