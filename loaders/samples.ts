/**
 * Stage 1b for capacity. Samples come by the ten million, so they aren't kept: each file is rolled up by day while DuckDB reads
 * it (`staging.capacity_days`, with its hours; `staging.capacity_hours` shows these one by one). Only what needs a look row by row is staged as rows, in `staging.capacity`, until it is rolled up
 * too: files that DuckDB's reader can't be trusted with, days whose moments aren't all different minutes, and days of which more
 * than one file speaks.
 */
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import { contracts } from '../src/staging/contracts/index.js';
import type { Receipt } from '../src/staging/receipt.js';
import { localMicrosIn } from '../src/staging/typing/times.js';
import { dropDuplicates } from './duplicates.js';
import { describeEntry, type EntryResult, loadEntry } from './entry.js';
import { choosePreset, type Export, openExports } from './exports.js';
import { sizeColumn } from './formats/table.js';
import { isTotalLabel } from './formats/totals.js';
import { holdToFile } from './raw.js';
import { localDay, type Rows, rollQuery, sameDay } from './rollup.js';
import {
  type Entry,
  type Load,
  maySkipRaw,
  settle,
  stageExport,
  straightQuery,
  typedName,
  typingOf,
} from './typedExport.js';

const contract = contracts.capacity;

interface Rolling {
  readonly db: Database;
  readonly localMicros: (instant: string) => string;
  readonly asOf: string | undefined;
}

/** A file of which only its days are known so far. */
interface Rolled {
  readonly entry: Entry;
  readonly e: Export;
}

/** Loads all capacity entries. `asOf` is an SQL instant: what lies behind it is rolled up apart. Throws as loadEntry does. */
export async function loadSamples(
  load: Load,
  firstFile: number,
  asOf: string | undefined,
): Promise<EntryResult> {
  const { db, config } = load;
  const rolling: Rolling = { db, localMicros: localMicrosIn(config.timezone, load.offset), asOf };
  const results: EntryResult[] = [];
  const rolled: Rolled[] = [];
  await db.run(`CREATE TABLE rolls AS ${rollQuery(stagedRows, rolling.localMicros, asOf)} LIMIT 0`);
  for (const source of config.sources.capacity) {
    const next = firstFile + results.reduce((n, r) => n + r.receipts.length, 0);
    const entry: Entry = { ...load, source, contract, warnings: [] };
    if (!maySkipRaw(entry)) {
      results.push(await loadEntry(load, source, next));
      continue;
    }
    const preset = choosePreset(config, source);
    const exports = await openExports(db, config, source, contract, preset, next);
    for (const e of exports) {
      if (await rollStraight(rolling, entry, e)) rolled.push({ entry, e });
      else await stageExport(entry, e);
    }
    results.push(describeEntry(entry, exports, preset));
  }
  const receipts = results.flatMap((r) => r.receipts);
  await stageDoubtful(rolling, rolled);
  const warnings = [...results.flatMap((r) => r.warnings), ...(await dropDuplicates(db, contract, receipts))];
  await db.run(`INSERT INTO rolls ${rollQuery(stagedRows, rolling.localMicros, asOf)}`);
  await db.run('DELETE FROM staging.capacity');
  warnings.push(...(await findMixedUnits(db, receipts)));
  await db.run(
    `INSERT INTO staging.capacity_days SELECT file, NULL, system_id, metric, component, unit, day, later, samples, mean, p95, maximum, hours FROM rolls WHERE day IS NOT NULL`,
  );
  await db.run('DROP TABLE rolls');
  return { receipts, warnings, mapped: new Set(results.flatMap((r) => [...r.mapped])) };
}

/** The rows of `staging.capacity`. Of a day that several files speak of, the last one stands for all. */
const stagedRows: Rows = {
  from: '(SELECT *, max(_file) OVER () AS _last FROM staging.capacity)',
  given: new Set(['component', 'unit']),
  good: 'true',
  size: '0',
  doubt: 'false',
  crowded: true,
  file: '_last',
};

/** Rolls a file up while it is read; false where it has to be staged row by row. */
async function rollStraight({ db, localMicros, asOf }: Rolling, entry: Entry, e: Export): Promise<boolean> {
  const done = await e.table.scan?.(db, async (scan) => {
    entry.ctx.progress.stage(e.receipt.path);
    const rows: Rows = {
      from: `(${straightQuery(entry, e, scan, false)})`,
      given: new Set(e.mapping.columns.keys()),
      // Comparing texts costs a second at thirty million rows.
      good: entry.source.where === undefined ? 'fault IS NULL' : "fate = 'staged'",
      size: quoteName(sizeColumn),
      doubt: 'doubt',
      crowded: false,
      file: String(e.receipt.file),
    };
    try {
      await db.run(`INSERT INTO rolls ${rollQuery(rows, localMicros, asOf)}`);
    } catch (error) {
      holdToFile(error);
      return false;
    }
    const ofFile = `FROM rolls WHERE file = ${e.receipt.file}`;
    const [sum] = await db.rows<{ n: number; good: number; size: number; doubt: boolean }>(
      `SELECT coalesce(sum(samples), 0)::BIGINT AS n, coalesce(sum(samples) FILTER (day IS NOT NULL), 0)::BIGINT AS good,
         coalesce(sum(size), 0)::BIGINT AS size, coalesce(bool_or(doubt OR ${isTotalLabel('system_id')}), false) AS doubt ${ofFile}`,
    );
    if (sum!.doubt || !scan.isWhole(sum!.n, sum!.size)) {
      await db.run(`DELETE ${ofFile}`);
      return false;
    }
    entry.ctx.progress.step(sum!.n);
    e.receipt.rows = sum!.n;
    e.receipt.staged = sum!.good;
    if (sum!.good < sum!.n) await stagePart({ entry, e }, "fate <> 'staged'");
    return true;
  });
  return done ?? false;
}

/** Days that can't be told from their roll-up alone are staged row by row, from all files that speak of them. */
async function stageDoubtful({ db, localMicros }: Rolling, rolled: readonly Rolled[]): Promise<void> {
  await db.run(
    `CREATE TABLE staged_days AS SELECT DISTINCT system_id, metric, component, ${localDay(localMicros('"at"'))} AS day FROM staging.capacity`,
  );
  await db.run(
    `CREATE TABLE doubtful_days AS
     SELECT system_id, metric, component, day FROM rolls r WHERE day IS NOT NULL GROUP BY ALL
     HAVING sum(moments) < sum(samples) OR count(DISTINCT file) > 1
     UNION SELECT r.system_id, r.metric, r.component, r.day FROM rolls r JOIN staged_days s ON ${sameDay('r', 's')}`,
  );
  for (const { entry, e } of rolled) {
    const ofFile = `r.file = ${e.receipt.file} AND EXISTS (SELECT 1 FROM doubtful_days d WHERE ${sameDay('r', 'd')})`;
    const [found] = await db.rows<{ n: number }>(
      `SELECT coalesce(sum(samples), 0)::BIGINT AS n FROM rolls r WHERE ${ofFile}`,
    );
    if (found!.n === 0) continue;
    const given = new Set(e.mapping.columns.keys());
    const component = given.has('component') ? 'component' : 'NULL::VARCHAR AS component';
    await db.run(`DELETE FROM rolls r WHERE ${ofFile}`);
    e.receipt.staged -= found!.n;
    await stagePart(
      { entry, e },
      `EXISTS (SELECT 1 FROM doubtful_days d WHERE ${sameDay('r', 'd')})`,
      `SELECT *, ${localDay(localMicros('"at"'))} AS day${component === 'component' ? '' : `, ${component}`}`,
      "fate = 'staged'",
    );
  }
  await db.run('DROP TABLE staged_days');
  await db.run('DROP TABLE doubtful_days');
}

/** Reads a rolled file once more and settles those of its rows for which the condition on `r` holds, with their lines. */
async function stagePart(
  { entry, e }: Rolled,
  condition: string,
  select = 'SELECT *',
  first = 'true',
): Promise<void> {
  const { db } = entry;
  const typed = quoteName(typedName(e));
  await e.table.scan!(db, async (scan) => {
    // The window numbers rows in the order of the file; it has no partition, so nothing is sorted.
    const numbered = `SELECT row_number() OVER () + ${scan.firstLine - 1} AS _line, * FROM (${straightQuery(entry, e, scan)})`;
    await db.run(
      `CREATE TABLE ${typed} AS SELECT * FROM (${select} FROM (${numbered}) WHERE ${first}) r WHERE ${condition}`,
    );
  });
  await settle(entry, e, { typing: typingOf(entry, e), from: typed });
  await db.run(`DROP TABLE ${typed}`);
}

/** A series whose samples of one day name two units can't be added up: it is, but it is said. */
async function findMixedUnits(db: Database, receipts: readonly Receipt[]): Promise<Problem[]> {
  const rows = await db.rows<{ file: number; series: string; one: string; other: string; days: number }>(
    `SELECT min(file) AS file, concat_ws(' ', system_id, metric, component) AS series, min(unit) AS one, max(other_unit) AS other, count(*) AS days
     FROM rolls WHERE day IS NOT NULL GROUP BY system_id, metric, component HAVING min(unit) IS DISTINCT FROM max(other_unit) ORDER BY ALL`,
  );
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  return rows.map(({ file, series, one, other, days }) =>
    problem('capacity_units_mixed', { series, one, other, days }, { file: paths.get(file) ?? '' }, 'warning'),
  );
}
