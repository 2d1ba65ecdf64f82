/** What each driver of a system's risk is judged from: one input, one row. */
import { quoteText } from '../duckdb/quote.js';
import type { Mart, MartContext } from '../marts/mart.js';
import { capacityInputs } from './inputs/capacity.js';
import { capInputs } from './inputs/caps.js';
import { changeInputs } from './inputs/changes.js';
import { harmInputs } from './inputs/harm.js';
import type { DriverInputs, Input } from './inputs/input.js';
import { observationInputs } from './inputs/observations.js';
import { openInputs } from './inputs/open.js';
import { registerInputs } from './inputs/register.js';
import { serviceLevelInputs } from './inputs/serviceLevels.js';
import { signalInputs } from './inputs/signal.js';
import { supplierInputs } from './inputs/suppliers.js';
import { drillInputs, profileInputs } from './inputs/upkeep.js';

/** In the order of methods.md, "Risk level, tier by tier". */
export const driverInputs: readonly DriverInputs[] = [
  capInputs,
  signalInputs,
  harmInputs,
  openInputs,
  capacityInputs,
  serviceLevelInputs,
  changeInputs,
  supplierInputs,
  observationInputs,
  profileInputs,
  drillInputs,
  registerInputs,
];

/** One pass over the driver's rows, however many inputs it has. */
function driverSql(driver: DriverInputs, context: MartContext): string {
  const inputs = Object.entries(driver.inputs(context)).map(([name, input]) => inputSql(name, input));
  return `SELECT month, system_id, driver, i.input AS input, CASE WHEN i.state = '' THEN i.value END AS value, CASE WHEN i.state = '' THEN i.category END AS category, i.state AS state
    FROM (SELECT s.month, s.system_id, ${quoteText(driver.driver)} AS driver, unnest([${inputs.join(',\n      ')}]) AS i FROM ${driver.from(context)})`;
}

const inputSql = (name: string, { value = 'NULL', category = 'NULL', state }: Input): string =>
  `{'input': ${quoteText(name)}, 'value': (${value})::DOUBLE, 'category': (${category})::VARCHAR, 'state': ${state}}`;

/** Everything as it was at the month's end. Every system of a month has every input of every driver that is used. */
export const riskInputs: Mart = {
  name: 'risk_inputs',
  grain: {
    ja: '1行は1か月の1システムの、1つの観点の1つの入力',
    en: 'one row per month, system and input of a driver: its value or finding, or why there is none',
  },
  sql: (context) => {
    const used = driverInputs.filter(({ driver }) => context.config.risk.drivers[driver]!.used);
    // With every driver out of use there is nothing to judge: an empty table with the same columns.
    const from = used.length === 0 ? driverInputs.slice(0, 1) : used;
    return `${from.map((driver) => driverSql(driver, context)).join('\n    UNION ALL ')}${used.length === 0 ? ' WHERE false' : ''}`;
  },
  checks: [
    'SELECT 1 FROM mart.risk_inputs GROUP BY month, system_id, driver, input HAVING count(*) > 1',
    'SELECT driver, input FROM mart.risk_inputs GROUP BY ALL HAVING count(*) <> (SELECT count(*) FROM mart.risk_systems)',
    `SELECT 1 FROM mart.risk_inputs WHERE state NOT IN ('', 'no_data', 'not_applicable') OR state IS NULL`,
    `SELECT 1 FROM mart.risk_inputs WHERE state <> '' AND (value IS NOT NULL OR category IS NOT NULL)`,
    // What is known has a value or a finding; only the days to a limit that is not approached have neither.
    `SELECT 1 FROM mart.risk_inputs WHERE state = '' AND input <> 'days_to_limit' AND (value IS NULL) = (category IS NULL)`,
  ],
};
