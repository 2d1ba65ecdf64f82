import { quoteText } from '../../duckdb/quote.js';
import type { MartContext } from '../../marts/mart.js';
import { externalFindings } from '../externalServices.js';
import { type DriverInputs, isGiven, joined, ofSystems } from './input.js';

/** From the gravest down, by the configured levels; of findings that it gives one level, the first stands. */
function byLevel({ config }: MartContext): string[] {
  const levels = config.risk.drivers.suppliers!.inputs.attitude as Readonly<Record<string, number>>;
  return [...externalFindings].sort((a, b) => levels[b]! - levels[a]!);
}

/**
 * The gravest finding of all suppliers behind the system; no data where none of them can be judged, since the profile states no
 * attitude or no export says what is delivered. A system without a supplier has
 * nothing to judge, if the suppliers are given; if they aren't, nobody knows whether it has one.
 */
export const supplierInputs: DriverInputs = {
  driver: 'suppliers',
  from: (context) => {
    const gravest = byLevel(context).map(
      (f) => `WHEN bool_or(finding = ${quoteText(f)}) THEN ${quoteText(f)}`,
    );
    return `
    mart.risk_systems s
    ${joined(
      `SELECT month, system_id, CASE ${gravest.join(' ')} END AS finding, min(contract_days) AS days FROM mart.external_services GROUP BY ALL`,
      'e',
    )}`;
  },
  inputs: (context) => {
    const none = isGiven(context, 'system_suppliers') ? `'not_applicable'` : `'no_data'`;
    return {
      attitude: {
        category: 'e.finding',
        state: ofSystems(
          `CASE WHEN e.month IS NULL THEN ${none} WHEN e.finding IS NULL THEN 'no_data' ELSE '' END`,
        ),
      },
      contract_days: {
        value: 'e.days',
        state: ofSystems(
          `CASE WHEN e.month IS NULL THEN ${none} WHEN e.days IS NULL THEN 'not_applicable' ELSE '' END`,
        ),
      },
    };
  },
};
