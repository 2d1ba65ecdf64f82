/** Targets beside the figures that they are for, and whether they were met. */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Metric } from './metric.js';
import { metrics } from './registry.js';

/** Metrics that stand for targets themselves. */
const ofTargets: ReadonlySet<string> = new Set(['cap', 'cap_exceed_probability']);
/** Those of a yearly cap: the count to date against it; the month's own count has no target. */
const capped = { toDate: 'incidents_fytd', monthly: 'incidents' } as const;

/** Whether a target can be set for a metric: one way must be better. */
export const canHaveTarget = ({ id, direction }: Metric): boolean =>
  direction !== 'neither' && !ofTargets.has(id);

/** SQL: whether a value keeps to its target, the target itself included. */
export const keepsTo = ({ direction }: Metric, value: string, target: string): string =>
  direction === 'higher_is_better' ? `${value} >= ${target}` : `${value} <= ${target}`;

/**
 * Fills `target` and `status` of `mart.figures`. A yearly cap stands beside the count to date, with the cap's status, where both are of
 * the same companies; other targets are the value not to be passed in any month of their year, judged in complete months only.
 */
export async function judgeTargets(db: Database): Promise<void> {
  await db.run(
    `UPDATE mart.figures f SET target = c.cap, status = c.status FROM mart.cap_forecasts c
     WHERE f.metric = '${capped.toDate}' AND c.cap IS NOT NULL AND c.coverage = 1 AND ${sameCell('c')} AND c.month = f.month`,
  );
  for (const metric of metrics.filter(
    (m) => canHaveTarget(m) && m.id !== capped.monthly && m.id !== capped.toDate,
  ))
    await db.run(
      `UPDATE mart.figures f SET target = t.cap::DOUBLE,
         status = CASE WHEN f.value IS NULL OR f.status <> '' OR NOT f.complete OR f.coverage = 0 THEN f.status WHEN ${keepsTo(metric, 'f.value', 't.cap::DOUBLE')} THEN 'met' ELSE 'not_met' END
       FROM mart.targets t JOIN mart.months m ON m.fiscal_year = t.fiscal_year
       WHERE t.fault IS NULL AND t.cap IS NOT NULL AND t.metric = ${quoteText(metric.id)} AND f.metric = t.metric AND f.month = m.month AND ${sameCell('t')}`,
    );
}

const sameCell = (other: string): string =>
  ['scope_kind', 'scope_id', 'breakdown'].map((c) => `${other}.${c} = f.${c}`).join(' AND ');
