/**
 * `npm run bench:signs`: early signs on nine public series of utilisation whose anomalous windows were marked by people (Numenta Anomaly
 * Benchmark), through Kado's own loaders and marts. A sign hits a window if it overlaps it within one day either side. Constants were
 * tuned on the four series whose names sort first; the other five are for the report. Prints Markdown; asserts nothing.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listExports, loadExports } from '../loaders/index.js';
import { loadConfig } from '../src/config/load.js';
import { openDatabase } from '../src/duckdb/database.js';
import { buildMarts } from '../src/marts/index.js';
import { silentContext } from '../src/run.js';

const root = join(import.meta.dirname, '..');
const data = join(root, '../shared/data/cloudwatch-utilisation');
const project = join(root, 'test/cases/real/cloudwatch-utilisation');

/** "within one day either side". */
const leeway = 24;
const tunedSeries = 4;
const hoursPerMonth = 24 * 30.4375;

interface Span {
  readonly from: number;
  /** The end of its last hour. */
  readonly to: number;
}
interface Found {
  readonly name: string;
  readonly signs: readonly (Span & { readonly shown: string })[];
  readonly windows: readonly Span[];
  /** Windows that ended within the series' first 7 days, in which nothing is judged. */
  readonly unjudged: number;
  readonly judgedHours: number;
}

async function findAll(): Promise<Found[]> {
  const config = await loadConfig(join(project, 'kado.yaml'), project, {});
  const scratch = mkdtempSync(join(tmpdir(), 'kado-signs-'));
  const db = await openDatabase(scratch, { readable: await listExports(config) });
  try {
    await loadExports(db, config, silentContext);
    await buildMarts(db, config, {});
    const labels = JSON.parse(readFileSync(join(data, 'labelled_windows.json'), 'utf8')) as Record<
      string,
      [string, string][]
    >;
    // The windows are in UTC, the marts on the clock of Tokyo.
    const hourOf = (text: string): number =>
      Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`) / 3_600_000 + 9;
    const series = await db.rows<{ series: number; name: string; start: number; judged: number }>(
      `SELECT s.series, concat(s.metric, '_', s.system_id, '.csv') AS name, (SELECT min(epoch_us(h.hour)) // 3600000000 FROM staging.capacity_hours h
         WHERE h.system_id = s.system_id AND h.metric = s.metric) AS "start", coalesce((SELECT sum(hours) FROM mart.capacity_judged j WHERE j.series = s.series), 0)::BIGINT AS judged
       FROM mart.capacity_series s ORDER BY name`,
    );
    const signs = await db.rows<Span & { series: number; shown: string }>(
      `SELECT series, epoch_us(from_hour) // 3600000000 AS "from", epoch_us(to_hour) // 3600000000 + 1 AS "to",
         strftime(from_hour, '%Y-%m-%d %H:00') || ' – ' || strftime(to_hour + INTERVAL 1 HOUR, '%Y-%m-%d %H:00') || ', ' || kind || ', z ' || format('{:.1f}', z) AS shown
       FROM mart.capacity_signs ORDER BY series, from_hour`,
    );
    return series.map(({ series: number, name, start, judged }) => {
      const windows = labels[name]!.map(([from, to]) => ({ from: hourOf(from), to: hourOf(to) }));
      return {
        name,
        signs: signs.filter((s) => s.series === number),
        windows,
        unjudged: windows.filter((w) => w.to < start + 7 * 24).length,
        judgedHours: judged,
      };
    });
  } finally {
    db.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const hits = (sign: Span, window: Span): boolean =>
  sign.from <= window.to + leeway && sign.to >= window.from - leeway;

function row(name: string, all: readonly Found[]): string {
  const sum = (of: (f: Found) => number): number => all.reduce((n, f) => n + of(f), 0);
  const signs = sum((f) => f.signs.length);
  const right = sum((f) => f.signs.filter((s) => f.windows.some((w) => hits(s, w))).length);
  const windows = sum((f) => f.windows.length);
  const hit = sum((f) => f.windows.filter((w) => f.signs.some((s) => hits(s, w))).length);
  const months = sum((f) => f.judgedHours) / hoursPerMonth;
  const share = (part: number, whole: number): string =>
    whole === 0 ? `– (${part} of ${whole})` : `${(part / whole).toFixed(2)} (${part} of ${whole})`;
  return `| ${name} | ${share(right, signs)} | ${share(hit, windows)} | ${sum((f) => f.unjudged)} | ${signs - right} in ${months.toFixed(2)} | ${((signs - right) / months).toFixed(2)} |`;
}

if (!existsSync(data)) console.log(`Nothing to measure: the labelled series are not there (${data}).`);
else {
  const all = await findAll();
  const [tuned, others] = [all.slice(0, tunedSeries), all.slice(tunedSeries)];
  console.log(
    '| series | precision: signs that hit | recall: windows hit | windows over within the first 7 days, which are not judged | false signs in judged months | false signs per series-month |\n|---|---|---|---|---|---|',
  );
  for (const found of all) console.log(row(found.name.replace('.csv', ''), [found]));
  console.log(row('**the four tuned on**', tuned));
  console.log(row('**the five others**', others));
  console.log('');
  for (const { name, signs } of all) for (const { shown } of signs) console.log(`- ${name}: ${shown}`);
}
process.exit(0);
