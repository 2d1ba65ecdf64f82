/**
 * Makes the demo's exports: `npx tsx data/generate/main.ts [--scale N] [--incidents N] [--seed S] [--out DIR]`.
 * `--scale` multiplies systems and incidents, `--incidents` the incidents once more (1,000 systems and 1,000,000
 * incidents: `--scale 8.35 --incidents 58`). Without `--out` it writes into data/. The same seed gives the same bytes.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeDemo } from './demo.js';
import { DEFAULT_SEED } from './planted.js';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    incidents: { type: 'string', default: '1' },
    seed: { type: 'string', default: DEFAULT_SEED },
    out: { type: 'string', default: dirname(dirname(fileURLToPath(import.meta.url))) },
  },
});

const scale = Number(values.scale);
const intensity = Number(values.incidents);
if (!(scale > 0) || !(intensity > 0)) {
  process.stderr.write(
    '--scale and --incidents are positive numbers, for example --scale 8.35 --incidents 58\n',
  );
  process.exitCode = 2;
} else {
  const truth = writeDemo({
    out: values.out,
    seed: values.seed,
    systems: scale,
    incidents: scale * intensity,
  });
  const files = Object.entries(truth.rows).map(([path, rows]) => `${String(rows).padStart(9)}  ${path}\n`);
  process.stderr.write(files.join(''));
}
