/** The chart of a system's incidents as it stood at each month's end: what a report on that month says. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { createSignals } from '../../src/metrics/signals.js';
import { judgeRisk } from '../../src/risk/index.js';
import { type Files, withStaged } from '../loaders/project.js';
import { judge } from './judgements.js';

const monthOf = (i: number): string => new Date(Date.UTC(2023, 3 + i, 1)).toISOString().slice(0, 7);
const incidentsOf = (system: string, counts: readonly number[]): string[] =>
  counts.flatMap((count, i) =>
    Array.from({ length: count }, (_, n) => {
      const day = String(1 + n).padStart(2, '0');
      return `${system}-${i}-${n},${system},${monthOf(i)}-${day}T12:00:00Z,${monthOf(i)}-${day}T12:30:00Z`;
    }),
  );

/** Around 10 a month, so that 20 are beyond the limits. */
const year = [10, 11, 9, 10, 12, 8, 10, 9, 11, 10, 9, 11];
const rare = [1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1];
const zeros = (n: number): number[] => Array(n).fill(0);
const counts: Readonly<Record<string, readonly number[]>> = {
  worse: [...year, 20, ...year.slice(1), 10, 20, 21, 22], // worse in the 13th month, and at the end
  rare: [...rare, 8, ...rare.slice(1), 0, 0, 0, 7],
  rebased: [...year, ...year.map((n) => n + 9), 19, 20, 18, 19],
  gone: [...year, ...zeros(15), 2], // valid for a year, with an incident that stays open; a late record in the last month
  // Lived from the 13th month on; six months are judged on trial.
  young: [...zeros(12), ...year, 10, 9, 11, 30],
  quiet: zeros(28),
  woken: [...zeros(25), 0, 3, 0],
  busier: [...rare, ...year, 10, 11, 9, 10], // rare while the baseline is that of its first year
};
const files: Files = {
  'kado.yaml': `timezone: UTC
as_of: 2025-08-01T00:00:00Z
sources:
  systems: s.csv
  incidents: [{ path: i.csv, covers: { from: 2023-04-01, to: 2024-12-31 } }, { path: j.csv, covers: { from: 2025-01-16, to: 2025-07-31 }, allow_empty: true }]
signals:
  rebase:
    - { scope: "system:rebased", metric: incidents, from: 2024-04, reason: 窓口の統合 }
`,
  's.csv': `system_id,unit_id,name_ja,valid_from,valid_to\n${Object.keys(counts)
    .map((id) => `${id},u1,S,${id === 'young' ? '2024-04-01' : ''},${id === 'gone' ? '2024-03-31' : ''}`)
    .join('\n')}\n`,
  'i.csv': `incident_id,system_id,occurred_at,restored_at\n${Object.entries(counts)
    .flatMap(([id, list]) => incidentsOf(id, list))
    .join('\n')}\nopen,gone,2024-03-05T00:00:00Z,\n`,
  'j.csv': 'incident_id,system_id,occurred_at,restored_at\n',
};

type Told = Readonly<Record<string, string>>;

/** System and month → variation, rule and reason; of the history, and of the signals of a report on `month`. */
const report = (month: string): Promise<{ history: Told; signals: Told }> =>
  withStaged(files, async ({ db, config, loaded }) => {
    const period = await buildMarts(db, config, { month });
    await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
    await createSignals(db, config);
    const read = async (from: string): Promise<Told> => {
      const rows = await db.rows<{ key: string; told: string }>(
        `SELECT month || ' ' || system_id AS key, concat_ws(' ', coalesce(variation, '-'), coalesce(rule, '-'), coalesce(reason, '-')) AS told FROM ${from}`,
      );
      return Object.fromEntries(rows.map(({ key, told }) => [key, told]));
    };
    return {
      history: await read('mart.signal_history'),
      signals: await read(
        `(SELECT *, scope_id AS system_id FROM mart.signals WHERE metric = 'incidents' AND scope_kind = 'system')`,
      ),
    };
  });

const last = report('2025-07');

describe('the history of signals', () => {
  it('says of each month what a report on that month says', { timeout: 120_000 }, async () => {
    const { history } = await last;
    for (const i of [5, 12, 17, 24, 26]) {
      const { signals } = await report(monthOf(i));
      for (const [key, told] of Object.entries(signals)) {
        // A system that wasn't there is in the signals, out of service, and not in the history.
        if (key in history) expect([key, history[key]]).toEqual([key, told]);
        else expect([key, told]).toEqual([key, '- - out_of_service']);
      }
    }
  });
  it('has what is worked by hand', async () => {
    const { history } = await last;
    // 2024-04: 30 days at 120 in 366 days, 9.836 + 3√9.836 = 19.24: 20 is beyond it.
    expect(history['2024-04 worse']).toBe('worse outside -');
    expect(history['2024-05 worse']).toBe('common - -');
    expect(history['2025-07 worse']).toBe('worse outside -');
    // January 2025 is half covered: not judged.
    expect(history['2025-01 worse']).toBe('- - incomplete');
    expect(history['2023-08 worse']).toBe('- - too_few_months');
    expect(history['2023-09 worse']).toBe('common - -');
    // The re-basing of April 2024: a new series of one month; in March it didn't exist.
    expect(history['2024-03 rebased']).toBe('common - -');
    expect(history['2024-04 rebased']).toBe('- - too_few_months');
    // Gone after March 2024, though an incident stays open; that a record would come in July 2025 nobody knew.
    expect(history['2024-03 gone']).toBe('common - -');
    expect(history['2024-04 gone']).toBe('- - out_of_service');
    expect(history['2025-06 gone']).toBe('- - out_of_service');
    expect(history['2024-03 young']).toBeUndefined();
    expect(history['2024-09 young']).toBe('common - -');
    expect(history['2025-07 young']).toBe('worse outside -');
    expect(history['2025-07 quiet']).toBe('- - no_events');
  });
  it('is the input of the driver', async () => {
    const { of, each } = await judge(files, { month: '2025-07' });
    const worse = (key: string): string => of(`${key} signal incidents_worse`);
    expect(worse('2024-04 worse')).toBe('outside = 2');
    expect(worse('2024-05 worse')).toBe('none = 0');
    expect(worse('2025-01 worse')).toBe('no_data');
    expect(worse('2023-08 worse')).toBe('no_data');
    // No incident ever, and none in the month: nothing is worse. Three after none: there is no rate to judge them by.
    expect(worse('2025-07 quiet')).toBe('none = 0');
    expect(worse('2025-05 woken')).toBe('none = 0');
    expect(worse('2025-06 woken')).toBe('no_data');
    expect(each('2025-07 * signal incidents_worse')).toHaveLength(8);
  });
});
