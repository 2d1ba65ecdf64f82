/** Which months exist, when each is valued, and which are wholly covered (methods.md, "Time"; contract.md, `covers`). */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { KadoError, problem } from '../errors.js';
import { readTime } from '../staging/typing.js';

/** What one source entry of incidents holds: instants in microseconds since 1970, the end exclusive. */
export interface Cover {
  readonly entry: number;
  readonly company: string | undefined;
  readonly from: number;
  readonly to: number;
  /** As local dates for the reader; `to` inclusive. */
  readonly shownFrom: string;
  readonly shownTo: string;
  readonly declared: boolean;
}

export interface Period {
  /** ISO 8601 in UTC, to the microsecond where the last record has a fraction: it must not fall outside its own as-of. */
  readonly asOf: string;
  /** The same in the configuration's zone, `YYYY-MM-DD HH:MM`. */
  readonly asOfLocal: string;
  readonly month: string;
  readonly firstMonth: string;
  readonly covers: readonly Cover[];
}

export interface PeriodChoice {
  readonly month?: string | undefined;
  readonly asOf?: string | undefined;
}

/** "In the first (last) three days" of a month: the export is taken to hold the whole month (contract.md, `covers`). */
const graceDays = 3;

/**
 * SQL for the instant behind which nothing exists: as chosen, as configured, else the end of what the incidents cover. The loaders
 * ask for it as soon as the incidents are staged; undefined where there are none.
 */
export async function findAsOf(
  db: Database,
  config: Config,
  choice: PeriodChoice,
): Promise<string | undefined> {
  const text = choice.asOf ?? config.asOf;
  if (text !== undefined) return readTime(quoteText(text), { timezone: config.timezone });
  const covers = await readCovers(db, config, undefined);
  return covers.length === 0 ? undefined : `make_timestamptz(${Math.max(...covers.map((c) => c.to))})`;
}

/** Settles as-of and month, and writes `mart.months`, one row per month from the first with data to the reported one. */
export async function settlePeriod(db: Database, config: Config, choice: PeriodChoice): Promise<Period> {
  const zone = quoteText(config.timezone);
  const asOfText = choice.asOf ?? config.asOf;
  const asOfSql =
    asOfText === undefined
      ? undefined
      : readTime(quoteText(asOfText), { timezone: config.timezone, format: ['iso'] });
  const covers = await readCovers(db, config, asOfSql);
  if (covers.length === 0) throw new KadoError(problem('no_incident', { as_of: asOfText ?? '—' }));
  const asOf = (await findAsOf(db, config, choice))!;
  const [now] = await db.rows<{ utc: string; local: string; us: number }>(
    `SELECT CASE WHEN epoch_us(t) % 1000000 = 0 THEN strftime(t AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') ELSE strftime(t AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ') END AS utc, strftime(t AT TIME ZONE ${zone}, '%Y-%m-%d %H:%M') AS local, epoch_us(t) AS us FROM (SELECT ${asOf} AS t)`,
  );
  const [span] = await db.rows<{ first: string | null; last: string | null; n: number }>(
    `SELECT strftime(least(min(occurred_at) AT TIME ZONE ${zone}, make_timestamptz(${Math.min(...covers.map((c) => c.from))}) AT TIME ZONE ${zone}), '%Y-%m') AS first,
       strftime((greatest(${asOf} - INTERVAL 1 MICROSECOND, max(occurred_at))) AT TIME ZONE ${zone}, '%Y-%m') AS last, count(*) AS n
     FROM staging.incidents WHERE occurred_at <= ${asOf}`,
  );
  if (!span?.first || !span.last || span.n === 0)
    throw new KadoError(problem('no_incident', { as_of: now!.local }));
  const months = monthsBetween(span.first, span.last);
  if (months > longestPeriod)
    throw new KadoError(
      problem('period_too_long', { first: span.first, last: span.last, months, limit: longestPeriod }),
    );
  await createMonths(db, config, span.first, span.last, asOf);
  const month = choice.month ?? (await lastWholeMonth(db, covers)) ?? span.last;
  if (month < span.first || month > span.last)
    throw new KadoError(problem('month_without_data', { month, first: span.first, last: span.last }));
  await db.run(`DELETE FROM mart.months WHERE month > ${quoteText(month)}`);
  return { asOf: now!.utc, asOfLocal: now!.local, month, firstMonth: span.first, covers };
}

/** Fifty years: an export that reaches further holds a typing error. */
const longestPeriod = 600;

const monthsBetween = (first: string, last: string): number =>
  (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
  Number(last.slice(5)) -
  Number(first.slice(5)) +
  1;

/** Beyond this, instants are no exact JavaScript numbers of microseconds; the period is refused long before. */
const endOfTime = "TIMESTAMP '2200-01-01'";

async function readCovers(db: Database, config: Config, asOf: string | undefined): Promise<Cover[]> {
  const zone = quoteText(config.timezone);
  const covers: Cover[] = [];
  for (const source of config.sources.incidents) {
    const local = `occurred_at AT TIME ZONE ${zone}`;
    const from = source.covers
      ? `DATE ${quoteText(source.covers.from)}::TIMESTAMP`
      : `CASE WHEN day(lo) <= ${graceDays} THEN date_trunc('month', lo) ELSE lo END`;
    const to = source.covers
      ? `least((DATE ${quoteText(source.covers.to)} + 1)::TIMESTAMP, ${endOfTime})`
      : asOf !== undefined
        ? `(${asOf}) AT TIME ZONE ${zone}`
        : `CASE WHEN day(last_day(hi)) - day(hi) < ${graceDays} THEN date_trunc('month', hi) + INTERVAL 1 MONTH ELSE hi END`;
    const [row] = await db.rows<{
      from: number | null;
      to: number | null;
      shownFrom: string;
      shownTo: string;
    }>(
      `SELECT epoch_us(timezone(${zone}, f)) AS "from", epoch_us(timezone(${zone}, t)) AS "to",
         strftime(f, '%Y-%m-%d') AS shownFrom, strftime(CASE WHEN t = date_trunc('day', t) THEN t - INTERVAL 1 MICROSECOND ELSE t END, '%Y-%m-%d') AS shownTo
       FROM (SELECT ${from} AS f, ${to} AS t FROM (SELECT min(${local}) AS lo, max(${local}) AS hi FROM staging.incidents WHERE _entry = ${source.index}))`,
    );
    if (!row || row.from === null || row.to === null) continue;
    covers.push({
      entry: source.index,
      company: source.company,
      from: row.from,
      to: row.to,
      shownFrom: row.shownFrom,
      shownTo: row.shownTo,
      declared: source.covers !== undefined,
    });
  }
  return covers;
}

async function createMonths(
  db: Database,
  config: Config,
  first: string,
  last: string,
  asOf: string,
): Promise<void> {
  const zone = quoteText(config.timezone);
  await db.run(
    `CREATE TABLE mart.months AS
     SELECT strftime(m, '%Y-%m') AS month, timezone(${zone}, m) AS starts, timezone(${zone}, m + INTERVAL 1 MONTH) AS ends,
       least(timezone(${zone}, m + INTERVAL 1 MONTH), ${asOf}) AS valued_at,
       CAST((least(timezone(${zone}, m + INTERVAL 1 MONTH), ${asOf}) - INTERVAL 1 MICROSECOND) AT TIME ZONE ${zone} AS DATE) AS last_day,
       (year(m) - CASE WHEN month(m) < ${config.fiscalYearStart} THEN 1 ELSE 0 END)::INTEGER AS fiscal_year,
       ((month(m) - ${config.fiscalYearStart} + 12) % 12 + 1)::INTEGER AS fiscal_month,
       timezone(${zone}, m + INTERVAL 1 MONTH) <= ${asOf} AS elapsed
     FROM generate_series(CAST(${quoteText(`${first}-01`)} AS TIMESTAMP), CAST(${quoteText(`${last}-01`)} AS TIMESTAMP), INTERVAL 1 MONTH) AS s(m)`,
  );
}

async function lastWholeMonth(db: Database, covers: readonly Cover[]): Promise<string | undefined> {
  const months = await readMonths(db);
  const companies = await db.rows<{ id: string }>(
    'SELECT company_id AS id FROM staging.companies UNION SELECT company_id FROM staging.units',
  );
  const whole = (m: MonthSpan): boolean =>
    coversMonth(covers, undefined, m) && companies.every(({ id }) => coversMonth(covers, id, m));
  return months.filter((m) => m.elapsed && whole(m)).at(-1)?.month;
}

export interface MonthSpan {
  readonly month: string;
  readonly starts: number;
  readonly ends: number;
  readonly elapsed: boolean;
}

export const readMonths = (db: Database): Promise<MonthSpan[]> =>
  db.rows<MonthSpan>(
    'SELECT month, epoch_us(starts) AS starts, epoch_us(ends) AS ends, elapsed FROM mart.months ORDER BY month',
  );

/**
 * Whether the month lies wholly inside what the exports hold. For a company: what names it and what names none;
 * for the group: every company that a source names, or all sources where none does. Exports that follow each other in
 * time (last year's file and this year's, the old tool and the new) are one chain, which must contain the month; those
 * that overlap stand side by side, and each chain must.
 */
export function coversMonth(
  covers: readonly Cover[],
  company: string | undefined,
  month: { readonly starts: number; readonly ends: number },
): boolean {
  if (company === undefined) {
    const named = [...new Set(covers.flatMap((c) => c.company ?? []))];
    if (named.length > 0) return named.every((id) => coversMonth(covers, id, month));
  }
  const relevant = covers.filter((c) => c.company === undefined || c.company === company);
  const chains = chain(relevant);
  return chains.length > 0 && chains.every((entries) => unionContains(entries, month.starts, month.ends));
}

/** Successive exports may overlap by as much as the days of grace; more than that, and they hold different things. */
const chainOverlap = graceDays * 24 * 60 * 60 * 1_000_000;

function chain(covers: readonly Cover[]): Cover[][] {
  const chains: Cover[][] = [];
  for (const cover of [...covers].sort((a, b) => a.from - b.from || a.to - b.to || a.entry - b.entry)) {
    const former = chains
      .filter((entries) => entries.at(-1)!.to <= cover.from + chainOverlap)
      .sort((a, b) => b.at(-1)!.to - a.at(-1)!.to)[0];
    if (former) former.push(cover);
    else chains.push([cover]);
  }
  return chains;
}

function unionContains(entries: readonly Cover[], starts: number, ends: number): boolean {
  let reached = starts;
  for (const cover of [...entries].sort((a, b) => a.from - b.from)) {
    if (cover.from > reached) break;
    reached = Math.max(reached, cover.to);
  }
  return reached >= ends;
}
