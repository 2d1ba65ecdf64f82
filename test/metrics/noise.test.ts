/**
 * Pure noise through the whole pipeline: 200 systems for each process, one seed each, from CSV to `mart.signals`. The share of
 * headlines that cry signal is the reference simulation's (simulation/results.json), printed beside it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../data/generate/kernel/random.js';
import { drawSeries, type Event, type Model, modelOf } from '../../simulation/models.js';
import type { Result } from '../../simulation/run.js';
import { fillTable } from '../../simulation/table.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { createSignals } from '../../src/metrics/signals.js';
import { withoutRisk } from '../cases/figures.js';
import { systemsCsv, withStaged } from '../loaders/project.js';

const results = JSON.parse(
  readFileSync(new URL('../../simulation/results.json', import.meta.url), 'utf8'),
) as Result[];

const seeds = 200;
/** April 2024 to April 2027; no February among them has 29 days, as in the simulation's calendar. */
const months = 37;
const reported = '2027-04';

/** Process → the headlines that are read off its systems, each with the model that states how often it cries. */
const processes = {
  rare: { model: 'incidents/poisson/1', read: ['incidents/poisson/1'] },
  poisson: { model: 'incidents/poisson/20', read: ['incidents/poisson/20'] },
  overdispersed: { model: 'incidents/overdispersed-4/20', read: ['incidents/overdispersed-4/20'] },
  minutes: {
    model: 'impact_minutes/poisson/8',
    read: ['impact_minutes/poisson/8', 'restore_minutes_median/poisson/8'],
  },
} as const;

const minute = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/** One system's incidents, each at some minute of its day. */
function linesOf(system: string, model: Model, seed: number): string[] {
  const random = randomOf(`noise ${model.id} ${seed}`);
  const series = drawSeries(model, random, months) as (readonly Event[])[];
  return series.flatMap((events, m) =>
    events.map(({ day, minutes }, n) => {
      const at = Date.UTC(2024, 3 + m, 1 + day) + random.integer(0, 1439) * minute;
      const end = minutes > 0 ? iso(at + Math.round(minutes * minute)) : '';
      return `${system}-${m}-${n},${system},${iso(at)},${end},${end ? 'restored' : 'closed'}`;
    }),
  );
}

const systems = Object.entries(processes).flatMap(([process, { model }]) =>
  Array.from({ length: seeds }, (_, seed) => ({ id: `${process}-${seed}`, process, model, seed })),
);
const files = {
  'kado.yaml':
    'timezone: UTC\nas_of: 2027-05-01T00:00:00Z\nsources:\n  systems: s.csv\n  incidents: { path: i.csv, covers: { from: 2024-04-01, to: 2027-04-30 } }\n',
  's.csv': systemsCsv(...systems.map(({ id }) => id)),
  'i.csv': [
    'incident_id,system_id,occurred_at,restored_at,state',
    ...systems.flatMap(({ id, model, seed }) => linesOf(id, modelOf(model), seed)),
    '',
  ].join('\n'),
};

interface Share {
  readonly process: string;
  readonly metric: string;
  readonly signals: number;
  readonly headlines: number;
}

const readShares = (): Promise<{ shares: Share[]; ms: number }> =>
  withStaged(files, async ({ db, config, loaded, rejects }) => {
    expect(rejects).toEqual([]);
    await buildMarts(db, config, { month: reported });
    await createFigures(db, loaded.mapped, withoutRisk(db));
    const began = performance.now();
    await createSignals(db, config);
    const ms = Math.round(performance.now() - began);
    const shares = await db.rows<Share>(
      `SELECT split_part(scope_id, '-', 1) AS process, metric, count(*) FILTER (variation <> 'common') AS signals, count(*) AS headlines
       FROM mart.signals WHERE scope_kind = 'system' GROUP BY ALL ORDER BY ALL`,
    );
    return { shares, ms };
  });

describe('pure noise', () => {
  it('cries signal as often as the reference simulation says', { timeout: 180_000 }, async ({ annotate }) => {
    const { shares, ms } = await readShares();
    const lines = [`signals of ${3 * (systems.length + 3)} headlines in ${ms} ms`];
    const off: string[] = [];
    const shareOf = (process: string, id: string): { share: number; reference: number; error: number } => {
      const found = shares.find((s) => s.process === process && s.metric === modelOf(id).headline)!;
      const stated = results.find((r) => r.model === id && r.month === months)!;
      expect(found.headlines).toBe(seeds);
      const [share, reference] = [found.signals / seeds, stated.signals / stated.series];
      const error = Math.sqrt(reference * (1 - reference) * (1 / seeds + 1 / stated.series));
      return { share, reference, error };
    };
    for (const [process, { read }] of Object.entries(processes))
      for (const id of read) {
        const { share, reference, error } = shareOf(process, id);
        const line = `${id}: ${(100 * share).toFixed(1)} % of ${seeds}; reference ${(100 * reference).toFixed(2)} %, standard error ${(100 * error).toFixed(2)}`;
        lines.push(line);
        if (Math.abs(share - reference) > 3 * error) off.push(line);
      }
    for (const line of lines) console.log(line);
    await annotate(lines.join('\n'));
    expect(off).toEqual([]);
    // The same process with overdispersion 4: no more than twice what the simulation states without.
    const wild = shareOf('overdispersed', 'incidents/overdispersed-4/20').share;
    expect(wild).toBeLessThanOrEqual(2 * shareOf('poisson', 'incidents/poisson/20').reference);
  });
});

describe('the simulation', () => {
  it('was run in full, and its table is what docs/signals.md has', () => {
    expect([...new Set(results.map((r) => r.series))]).toEqual([100_000]);
    const doc = readFileSync(new URL('../../docs/signals.md', import.meta.url), 'utf8');
    expect(doc).toBe(fillTable(doc, results));
  });
});
