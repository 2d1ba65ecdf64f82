/** Projects with investments: three companies, their units and systems, incidents from April 2026 on. */

import { buildMarts } from '../../src/marts/index.js';
import type { Figures } from '../cases/figures.js';
import { figuresOf } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';

export const header = 'company_id,fiscal_year,software_amount,month,unit_id,system_id,basis';

/** So many incidents of a system in a month of 2026, on its 10th. */
export const happened = (system: string, month: number, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${system}-${month}-${i},2026-${String(month).padStart(2, '0')}-10T00:00:00Z,${system}`,
  );

export interface Project {
  readonly incidents: readonly string[];
  readonly investments: readonly string[];
  readonly config?: string;
  readonly covers?: { readonly from: string; readonly to: string };
}

export function project({ incidents, investments, config = '', covers }: Project): Files {
  const { from, to } = covers ?? { from: '2026-04-01', to: '2026-06-30' };
  return {
    'kado.yaml': `timezone: UTC
companies: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }]
${config}
sources:
  units: u.csv
  systems: s.csv
  incidents: { path: i.csv, covers: { from: ${from}, to: ${to} } }
  investments: n.csv
`,
    'u.csv': 'unit_id,company_id,name_ja\nua1,a,ua1\nua2,a,ua2\nub,b,ub\nuc,c,uc\n',
    's.csv': 'system_id,unit_id,name_ja\na1,ua1,a1\na2,ua2,a2\nb1,ub,b1\nb2,ub,b2\nc1,uc,c1\n',
    'i.csv': ['incident_id,occurred_at,system_id', ...incidents, ''].join('\n'),
    'n.csv': [header, ...investments, ''].join('\n'),
  };
}

export const indexOf = (given: Project): Promise<Figures> => figuresOf(project(given));

/** Rows of a mart; `sql` ends in an order. */
export const martRows = <T>(files: Files, sql: string): Promise<T[]> =>
  withStaged(files, async ({ db, config }) => {
    await buildMarts(db, config, {});
    return db.rows<T>(sql);
  });
