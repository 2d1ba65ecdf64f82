/** On which days a month is valued: what decisions, acceptances and matters are held against. */
import type { Config } from '../config/model.js';
import { quoteText } from '../duckdb/quote.js';

/**
 * SQL: month, `first_day`, `last_day` (the day of valuation) and `over_day`, the last day that is over at the valuation. A due day ends
 * at its midnight, as for overdue actions: due on the month's last day is past at the month's end, due on the day of an as-of at noon is not.
 */
export const valuationDays = ({ timezone }: Pick<Config, 'timezone'>): string => `
  SELECT month, strptime(month, '%Y-%m')::DATE AS first_day, last_day, CAST(valued_at AT TIME ZONE ${quoteText(timezone)} AS DATE) - 1 AS over_day
  FROM mart.months`;

/** SQL for the two parts of a staged scope: `group` stands alone, in others an id follows the kind. */
export const scopeKindOf = (scope: string): string => `split_part(${scope}, ':', 1)`;
export const scopeIdOf = (scope: string): string =>
  `CASE WHEN ${scope} = 'group' THEN 'group' ELSE substr(${scope}, strpos(${scope}, ':') + 1) END`;
