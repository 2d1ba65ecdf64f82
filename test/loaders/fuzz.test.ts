/**
 * Damaged exports, by seed: each load ends with problems that have a place, or with an account that closes; and DuckDB's reader and
 * ours never come to different rows of the same CSV. KADO_FUZZ=20 runs twenty times as many, from KADO_SEED.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { presets } from '../../loaders/presets/index.js';
import { kinds } from '../../src/config/model.js';
import { quoteName, quoteText } from '../../src/duckdb/quote.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { cases } from '../presets/cases.js';
import { checkOutcome } from './fuzz/account.js';
import { type Case, Desk } from './fuzz/desk.js';
import { type CsvText, dirtyCsv } from './fuzz/dirt.js';
import { damage, mutate } from './fuzz/mutations.js';
import { columnsOf, csvOf, formatsOf, rowsOf, type Sound } from './fuzz/sound.js';

const more = Number(process.env.KADO_FUZZ ?? 1);
const seed = Number(process.env.KADO_SEED ?? 20_261_105);
const patience = 600_000 * more;
/** Far over the half second of the slowest, on a machine with much else to do; a hang is longer. */
const longest = 20_000;

const endings = ['csv', 'tsv', 'csv.gz', 'json', 'ndjson', 'xlsx', 'parquet'];
const desk = await Desk.open(endings.map((ending) => `a.${ending}`));
afterAll(() => desk.close());
const scratch = await scratchDatabase();

/** Loads a case, by both ways where there are two; gives whether DuckDB's reader had its say. */
async function hold(given: Case): Promise<boolean> {
  const begin = performance.now();
  const { outcome, asked, straight } = await desk.read(given);
  expect(performance.now() - begin).toBeLessThan(longest);
  checkOutcome(given, outcome);
  if (!asked) return false;
  const careful = await desk.read(given, 'careful');
  expect(careful.asked).toBe(false);
  expect(outcome).toEqual(careful.outcome);
  return straight;
}

const parameters = (numRuns: number) => ({ seed, numRuns: numRuns * more });

async function parquetOf(kind: Case['kind']): Promise<Uint8Array> {
  const rows = rowsOf(kind).map((row) => `(${row.map(quoteText).join(', ')})`);
  const names = columnsOf(kind).map((c) => quoteName(c.name));
  const path = `${scratch.folder}/made.parquet`;
  await scratch.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(', ')}) t(${names.join(', ')})) TO ${quoteText(path)} (FORMAT parquet)`,
  );
  return readFileSync(path);
}

const damaged = (kind: Case['kind'], sound: Sound, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(damage, async (what) => {
      const content = mutate(sound.content, what);
      const source = sound.source ?? [];
      await hold({ kind, path: sound.path, source, content: sound.wrap?.(content) ?? content });
    }),
    parameters(numRuns),
  );

describe('every kind in CSV', () => {
  it.each(kinds)('%s', { timeout: patience }, async (kind) => {
    const sound = csvOf(kind);
    await hold({ kind, path: sound.path, source: [], content: sound.content });
    await damaged(kind, sound, 3);
  });
});

describe.each(['incidents', 'capacity'] as const)('%s in every format', async (kind) => {
  const formats = formatsOf(kind, await parquetOf(kind));
  it.each(Object.entries(formats))('%s', { timeout: patience }, async (_, sound) => {
    const given = { kind, path: sound.path, source: sound.source ?? [] };
    const { outcome } = await desk.read({ ...given, content: sound.wrap?.(sound.content) ?? sound.content });
    expect('receipts' in outcome && outcome.receipts[0]!.rows, JSON.stringify(outcome)).toBeGreaterThan(3);
    await damaged(kind, sound, 7);
  });
});

describe('every preset', () => {
  it.each(cases.map((c) => [`${c.preset}: ${c.fixture}`, c] as const))(
    '%s',
    { timeout: patience },
    async (_, c) => {
      const { kind } = presets.find((p) => p.name === c.preset)!;
      const content = readFileSync(
        fileURLToPath(new URL(`../presets/fixtures/${c.fixture}`, import.meta.url)),
      );
      const path = `a.${c.fixture.split('.').pop()}`;
      await damaged(kind, { path, content, source: [`preset: ${c.preset}`, ...(c.source ?? [])] }, 4);
    },
  );
});

const times = [
  ...['2026-01-02', '2026-01-02T03:04', '2026/1/5 9:00', '2026-02-31', '', 'soon', '2026-01-01T00:00+09:00'],
  ...[
    '3/4/2026',
    '13/4/2026',
    '4/13/2026',
    '２０２６年１月２日',
    '46113.5',
    '令和8年1月2日',
    '2026-01-02T00:05',
  ],
];
const amounts = [
  '0',
  '5',
  '-1',
  'many',
  '',
  '1e3',
  '1,000',
  '"1,000"',
  '1.234',
  '"1.234,56"',
  '10%',
  '１２',
  '1e400',
];

/** Sources whose options bear on what either way does with a value. */
const twoWays = fc.oneof(
  fc.record<{ kind: 'incidents' | 'capacity'; csv: CsvText; source: string[] }>({
    kind: fc.constant('incidents'),
    csv: dirtyCsv(
      ['incident_id', 'occurred_at', 'system_id', 'title', 'affected_users', 'impact_minutes'],
      [
        ['I1', 'I2', 'I3', '', '合計', 'Ｉ５', 'x'.repeat(301)],
        times,
        ['s1', 's2', ''],
        ['a', '障害', '', '-', 'N/A'],
        amounts,
        ['90', '1:30', '90分', '1時間30分', '', 'x', '1.5h'],
      ],
    ),
    source: fc.constantFrom<string[]>(
      [],
      [`where: "title <> 'a'"`],
      ['encoding: utf-8'],
      [`columns: { title: { sql: "title || ' '" } }`],
      ['missing: ["-", "N/A"]'],
      ['header_line: 1'],
      ['columns: { title: { from: title, map: { a: b }, default: "\u3000z" } }'],
      ['decimal: ","'],
    ),
  }),
  fc.record<{ kind: 'incidents' | 'capacity'; csv: CsvText; source: string[] }>({
    kind: fc.constant('capacity'),
    csv: dirtyCsv(
      ['system_id', 'metric', 'at', 'value', 'component', 'unit'],
      [['s1', 's2', ''], ['cpu', 'mem'], times, amounts, ['', 'a', 'b'], ['', '%', 'percent']],
    ),
    source: fc.constantFrom<string[]>(
      [],
      [],
      [`where: "metric <> 'mem'"`],
      ['decimal: ","'],
      ['allow_empty: true'],
    ),
  }),
);

it('both ways of reading a CSV come to the same', { timeout: patience }, async () => {
  let straight = 0;
  const runs = parameters(220);
  await fc.assert(
    fc.asyncProperty(twoWays, async ({ kind, csv, source }) => {
      if (await hold({ kind, path: 'a.csv', source, content: Buffer.from(csv.text) })) straight++;
    }),
    runs,
  );
  // Otherwise nothing was compared.
  expect(straight).toBeGreaterThan(runs.numRuns / 5);
});
