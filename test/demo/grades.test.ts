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
  readonly restored: boolean;
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
         p.company_id AS company, s.severity, g.grade, g.class, i.restored_at IS NOT NULL AS restored
       FROM mart.incidents i JOIN mart.gradings g ON g.incident_id = i.incident_id AND g.to_month = '9999-12'
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

  it('are of the class that their export says, unless they still run and grow', () => {
    const moved = incidents.filter((i) => i.class !== i.severity);
    expect(moved.filter((i) => i.restored)).toEqual([]);
    // A small one at D that nobody has restored: past the allowed stop it is a heavy one.
    expect(moved.map(({ company, severity, class: found }) => [company, severity, found])).toEqual(
      moved.map(() => ['d', 'other', 'heavy']),
    );
  });

  it.each(INCIDENTS.map((planted) => [planted.at, planted.system, planted.severity] as const))(
    'planted at %s in %s: %s',
    (at, system, severity) => {
      const found = incidents.filter((i) => i.system === system && i.at === at);
      expect(found.map((i) => i.class)).toEqual([severity]);
    },
  );

  it('and all systems have an importance', () => {
    expect(unrated).toBe(0);
  });
});
