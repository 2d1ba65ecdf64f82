/** Systems and incidents of one company → what a preset makes of them, through the real loaders and marts. */
import { expect, it } from 'vitest';
import type { Database } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { type Files, withStaged } from '../loaders/project.js';

type Cell = string | number | boolean | null;
type Columns = Readonly<Record<string, Cell>>;

/**
 * One incident: what it tells, its columns, and what it must come to: `<grade> <class>`, `<grade> -` (a grade without a class)
 * or `? <the missing columns>`. `minutes` is restored_at − occurred_at (5 unless given); null: it is over, nobody knows when.
 */
export type IncidentCase = readonly [what: string, columns: Columns, expected: string];
/** One system: its profile's columns and its importance, null where it can't be told. */
export type SystemCase = readonly [columns: Columns, importance: number | null];

const occurred = Date.UTC(2026, 4, 10);
const at = (minutes: number): string => new Date(occurred + minutes * 60_000).toISOString();

const csvOf = (rows: readonly Columns[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((r) => `${r.join(',')}\n`)
    .join('');
};

const idOf = ([, columns]: IncidentCase, i: number): string => String(columns.incident_id ?? `i${i}`);

function incidentRow(given: IncidentCase, i: number): Columns {
  const { minutes = 5, ...columns } = given[1];
  const restored = minutes === null ? null : at(Number(minutes));
  return {
    incident_id: idOf(given, i),
    system_id: 's',
    occurred_at: at(0),
    restored_at: restored,
    state: 'closed',
    ...columns,
  };
}

/** The preset's company: systems, incidents, and (for failures of several systems) who else was harmed. */
export function projectOf(
  preset: string,
  systems: readonly Columns[],
  incidents: readonly Columns[],
  named: readonly Columns[] = [],
): Files {
  const more = named.length > 0 ? '  incident_systems: n.csv\n' : '';
  return {
    'kado.yaml': `as_of: 2026-07-05T09:00:00+09:00\ncompanies:\n  - { id: x, name: X, scheme: ${preset} }\nsources:\n  units: u.csv\n  systems: s.csv\n  incidents:\n    - { path: i.csv, covers: { from: 2026-04-01, to: 2026-06-30 } }\n${more}`,
    'u.csv': 'unit_id,company_id,name_ja\nu,x,U\n',
    's.csv': csvOf(systems.map((columns) => ({ unit_id: 'u', name_ja: 'S', ...columns }))),
    'i.csv': csvOf(incidents),
    ...(named.length > 0 ? { 'n.csv': csvOf(named) } : {}),
  };
}

export const withMarts = <T>(
  files: Files,
  use: (db: Database) => Promise<T>,
  month = '2026-05',
): Promise<T> =>
  withStaged(files, async ({ db, config, rejects }) => {
    expect(rejects).toEqual([]);
    await buildMarts(db, config, { month });
    return use(db);
  });

/** A system `s` with the given profile, and the named ones beside it: every case must come to what it says. */
export function itGrades(
  preset: string,
  cases: readonly IncidentCase[],
  {
    systems = [{ system_id: 's' }],
    named = [],
  }: { systems?: readonly Columns[]; named?: readonly Columns[] } = {},
): void {
  it('grades each incident as worked by hand', async () => {
    const files = projectOf(preset, systems, cases.map(incidentRow), named);
    const found = await withMarts(files, (db) =>
      db.rows<{ id: string; told: string }>(
        `SELECT incident_id AS id, CASE WHEN grade IS NULL THEN '? ' || missing ELSE grade || ' ' || coalesce(class, '-') END AS told
         FROM mart.gradings WHERE from_month = '2026-05'`,
      ),
    );
    const told = new Map(found.map((row) => [row.id, row.told]));
    expect(cases.map(([what], i) => `${what}: ${told.get(idOf(cases[i]!, i))}`)).toEqual(
      cases.map(([what, , expected]) => `${what}: ${expected}`),
    );
  });
}

export function itRates(preset: string, cases: readonly SystemCase[]): void {
  it('gives each system its importance', async () => {
    const systems = cases.map(([columns], i) => ({ system_id: `s${i}`, ...columns }));
    const files = projectOf(preset, systems, [{ incident_id: 'i', system_id: 's0', occurred_at: at(0) }]);
    const found = await withMarts(files, (db) =>
      db.rows<{ id: string; importance: number | null }>(
        `SELECT system_id AS id, importance FROM mart.system_importance WHERE month = '2026-05'`,
      ),
    );
    const told = new Map(found.map((row) => [row.id, row.importance]));
    const shown = (columns: Columns, importance: unknown) => `${JSON.stringify(columns)}: ${importance}`;
    expect(cases.map(([columns], i) => shown(columns, told.get(`s${i}`)))).toEqual(
      cases.map(([columns, importance]) => shown(columns, importance)),
    );
  });
}
