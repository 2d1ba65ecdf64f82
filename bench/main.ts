/**
 * `npm run bench`: exports at scale into staging, beside what DuckDB itself needs for the same files in the same run, turn by
 * turn. Prints a table; asserts nothing: the machine decides. `--scale 0.1` takes a tenth, `--runs 5` repeats.
 */
import { execFileSync } from 'node:child_process';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { full, makeExports } from './exports.js';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    folder: { type: 'string' },
  },
});
const share = Number(values.scale);
const scale = { ...full, incidents: full.incidents * share, samples: full.samples * share };
const folder = values.folder ?? join(tmpdir(), `kado-bench-exports-${values.scale}`);

interface Run {
  readonly seconds: number;
  readonly peakMb: number;
  readonly cpu: number;
}
const measure = (way: string, what: string): Run =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'stage.ts'), way, what, folder],
      {
        encoding: 'utf8',
      },
    ),
  ) as Run;
const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

await makeExports(folder, scale);
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${values.runs} runs, medians\n`,
);
console.log(
  '| export | DuckDB itself | Kado, to staging | times | CPU: DuckDB / Kado | peak memory |\n|---|---|---|---|---|---|',
);
for (const [what, rows] of [
  ['incidents', scale.incidents],
  ['capacity', scale.samples],
] as const) {
  const runs = Array.from(
    { length: Number(values.runs) },
    () => [measure('own', what), measure('kado', what)] as const,
  );
  const own = median(runs.map(([o]) => o.seconds));
  const kado = median(runs.map(([, k]) => k.seconds));
  const cpu = [median(runs.map(([o]) => o.cpu)), median(runs.map(([, k]) => k.cpu))]
    .map((n) => n.toFixed(1))
    .join(' / ');
  const peak = Math.max(...runs.map(([, k]) => k.peakMb));
  const times = median(runs.map(([o, k]) => k.seconds / o.seconds));
  console.log(
    `| ${rows.toLocaleString('en')} rows of ${what} | ${own.toFixed(2)} s | ${kado.toFixed(2)} s | ${times.toFixed(2)} × | ${cpu} s | ${peak.toFixed(0)} MB |`,
  );
}
