import { quoteText } from '../../duckdb/quote.js';
import { type DriverInputs, figureOf, gravest, joined, nothing, weightOf } from './input.js';

/**
 * At the month's end, in local days. Where no export says when incidents are over, or when actions are due, the figures have no data, and
 * so have these. Whether the regulator must be told: not applicable where no export has the column.
 */
export const openInputs: DriverInputs = {
  driver: 'open',
  from: ({ config }) => {
    const zone = quoteText(config.timezone);
    return `
    mart.risk_systems s
    ${joined(
      `SELECT o.month, o.system_id, ${gravest(weightOf('o'))} AS class, max(date_diff('day', CAST(i.occurred_at AT TIME ZONE ${zone} AS DATE), m.last_day)) AS days
      FROM mart.open_incidents o JOIN mart.incidents i ON i.incident_id = o.incident_id JOIN mart.months m ON m.month = o.month GROUP BY ALL`,
      'o',
    )}
    ${figureOf('open_incidents', 'n')}
    ${joined('SELECT month, system_id, max(days_over) AS days FROM mart.overdue_actions GROUP BY ALL', 'd')}
    ${figureOf('actions_overdue', 'a')}
    ${figureOf('regulator_reports_overdue', 'r')}
    CROSS JOIN (SELECT count(*) > 0 AS told FROM mart.given_columns WHERE kind = 'incidents' AND name = 'regulator_required') t`;
  },
  inputs: () => ({
    open_class: {
      category: `coalesce(o.class, ${nothing})`,
      state: `CASE WHEN n.value IS NULL OR (o.month IS NOT NULL AND o.class IS NULL) THEN 'no_data' ELSE '' END`,
    },
    open_days: {
      value: 'coalesce(o.days, 0)',
      state: `CASE WHEN n.value IS NULL THEN 'no_data' ELSE '' END`,
    },
    actions_overdue: { value: 'a.value', state: `CASE WHEN a.value IS NULL THEN 'no_data' ELSE '' END` },
    overdue_days: {
      value: 'coalesce(d.days, 0)',
      state: `CASE WHEN a.value IS NULL THEN 'no_data' ELSE '' END`,
    },
    regulator_overdue: {
      value: 'r.value',
      state: `CASE WHEN NOT t.told THEN 'not_applicable' WHEN r.value IS NULL THEN 'no_data' ELSE '' END`,
    },
  }),
};
