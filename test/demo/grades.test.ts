/** The demo's companies under their presets: what harm.ts made an incident of is what its scheme makes of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { INCIDENTS } from '../../data/generate/planted.js';
import { listExports, loadExports } from '../../loaders/index.js';
import { readConfig } from '../../src/config/load.js';
import { openDatabase } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { silentContext } from '../../src/run.js';
import { readPresetSchemes } from '../schemes/presetSchemes.js';
import { root } from './exports.js';

interface Graded {
  readonly id: string;
  readonly system: string;
  readonly at: string;
  readonly company: string;
  /** As exported, in the words of the classes. */
  readonly severity: string;
  readonly grade: string | null;
  readonly class: string | null;
  /** The class that the report of October 2026 gives it; null where it has not occurred by then. */
  readonly reported: string | null;
  readonly month: string;
}

let incidents: readonly Graded[];
let unrated: number;
beforeAll(async () => {
  const config = readConfig(readFileSync(join(root, 'kado.yaml')), 'kado.yaml', root, {});
  const scratch = mkdtempSync(join(tmpdir(), 'kado-grades-'));
  const db = await openDatabase(scratch, { readable: await listExports(config) });
  try {
    await loadExports(db, config, silentContext);
    await buildMarts(db, config, {});
    // Once it is over: at the end of its own month an incident may be lighter still.
    incidents = await db.rows<Graded>(
      `SELECT i.incident_id AS id, i.system_id AS system, strftime(i.occurred_at AT TIME ZONE 'Asia/Tokyo', '%Y-%m-%dT%H:%M') AS at,
         p.company_id AS company, s.severity, g.grade, g.class, r.class AS reported, i.month
       FROM mart.incidents i JOIN mart.gradings g ON g.incident_id = i.incident_id AND g.to_month = '9999-12'
       LEFT JOIN mart.gradings r ON r.incident_id = i.incident_id AND '2026-10' BETWEEN r.from_month AND r.to_month
       JOIN staging.incidents s ON s._file = i._file AND s._line = i._line
       JOIN mart.system_months p ON p.month = i.month AND p.system_id = i.system_id
       WHERE i.counts AND i.mapped AND p.company_id IN ('a', 'b', 'c', 'd', 'e', 'f', 'g') ORDER BY i.incident_id`,
    );
    const [row] = await db.rows<{ n: number }>(
      `SELECT count(*) AS n FROM mart.system_importance i JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id
       WHERE s.known AND i.importance IS NULL`,
    );
    unrated = row!.n;
  } finally {
    db.close();
    rmSync(scratch, { recursive: true });
  }
}, 60_000);

describe("the demo's incidents", () => {
  it('are all graded, and each has a class', () => {
    expect(incidents.length).toBeGreaterThan(1500);
    expect(incidents.filter((i) => i.grade === null || i.class === null)).toEqual([]);
  });

  it('are of the class that their export says, in the reported month and once they are over', () => {
    expect(incidents.filter((i) => i.class !== i.severity)).toEqual([]);
    const reported = incidents.filter((i) => i.month <= '2026-10');
    expect(reported.length).toBeGreaterThan(1500);
    expect(reported.filter((i) => i.reported !== i.severity)).toEqual([]);
  });

  it.each(INCIDENTS.map((planted) => [planted.at, planted.system, planted.severity, planted] as const))(
    'planted at %s in %s: %s',
    (at, system, severity, { shows }) => {
      const found = incidents.filter((i) => i.system === system && i.at === at);
      expect(found.map((i) => i.class)).toEqual([severity]);
      if (shows !== undefined) expect(found.map((i) => i.grade)).toEqual([shows]);
    },
  );

  it('that still runs at D past its allowed stop is heavy in both', () => {
    const grown = incidents.filter((i) => i.id === 'IR-2026-0305');
    expect(grown.map((i) => [i.severity, i.reported])).toEqual([['heavy', 'heavy']]);
  });

  it.each([
    ['a', 'finance-a', 4],
    ['b', 'finance-b', 2],
    ['c', 'finance-c', 6],
    ['d', 'transport-d', 3],
    ['e', 'transport-e', 3],
    ['f', 'manufacturing-f', 3],
    ['g', 'manufacturing-g', 3],
  ])(
    'of %s are of every grade of %s in the fiscal year to date or the year before',
    async (id, scheme, n) => {
      const grades = (await readPresetSchemes())
        .find((s) => s.id === scheme)!
        .severity.grades.map((g) => g.id);
      expect(grades).toHaveLength(n);
      const recent = incidents.filter(
        (i) => i.company === id && i.month >= '2025-04' && i.month <= '2026-10',
      );
      expect(new Set(recent.map((i) => i.grade))).toEqual(new Set(grades));
    },
  );

  it('and all systems have an importance', () => {
    expect(unrated).toBe(0);
  });
});
