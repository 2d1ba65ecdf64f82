/**
 * `npm run simulate`: how often processes that never change are called better or worse. Writes simulation/results.json, which tests
 * compare the pipeline with, and its table in docs/signals.md. The generator is fixed: the same code gives the same numbers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { models } from './models.js';
import { type Result, simulate } from './run.js';
import { fillTable, resultTable } from './table.js';

const { values } = parseArgs({ options: { series: { type: 'string', default: '100000' } } });
const series = Number(values.series);
const results: Result[] = [];
for (const model of models) {
  const found = simulate(model, series);
  results.push(...found);
  console.log(resultTable(found, model === models[0]));
}
// A trial run with fewer series prints, and leaves what is published alone.
if (series === 100_000) {
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  const doc = new URL('../docs/signals.md', import.meta.url);
  writeFileSync(doc, fillTable(readFileSync(doc, 'utf8'), results));
}
