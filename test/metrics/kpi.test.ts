/** The tree of indicators: circles, and each node's value and state over its quarter or year. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { findCircles } from '../../src/marts/kpi.js';
import { createFigures } from '../../src/metrics/figures.js';
import { withoutRisk } from '../cases/figures.js';
import { withStaged } from '../loaders/project.js';
import { oneCompany, targetsCsv } from '../marts/capProject.js';

describe('findCircles', () => {
  const tree = (edges: Record<string, string[]>) => new Map(Object.entries(edges));
  it('finds none in a tree, nor where two ways meet', () => {
    expect(findCircles(tree({ k: [], a: ['k'], b: ['k'], c: ['a', 'b'] }))).toEqual([]);
    expect(findCircles(tree({ a: ['gone'] }))).toEqual([]);
  });
  it('finds a node that is its own parent, and a circle behind a tail once', () => {
    expect(findCircles(tree({ a: ['a'] }))).toEqual([['a', 'a']]);
    expect(findCircles(tree({ tail: ['x'], x: ['y'], y: ['z'], z: ['x'] }))).toEqual([['x', 'y', 'z', 'x']]);
  });
  it('finds each of several', () => {
    expect(findCircles(tree({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }))).toEqual([
      ['a', 'b', 'a'],
      ['c', 'd', 'c'],
    ]);
  });
});

/**
 * Restored in April after 10 and 30 minutes (s1, s2), in May after 20 and 22, in June after 100; in July 60; one of August is still open.
 * Fiscal 2026 begins in April; as-of is the end of September.
 */
const incidents = `incident_id,system_id,occurred_at,restored_at
i1,s1,2026-04-01T00:00:00Z,2026-04-01T00:10:00Z
i2,s2,2026-04-02T00:00:00Z,2026-04-02T00:30:00Z
i3,s1,2026-05-03T00:00:00Z,2026-05-03T00:20:00Z
i3b,s1,2026-05-03T02:00:00Z,2026-05-03T02:22:00Z
i4,s1,2026-06-04T00:00:00Z,2026-06-04T01:40:00Z
i5,s1,2026-07-05T00:00:00Z,2026-07-05T01:00:00Z
i6,s1,2026-08-06T00:00:00Z,
`;
const kpi = `node_id,scope,metric,parent_id,fiscal_year,fiscal_quarter,target,level
goal,company:a,incidents,,2026,,10,kgi
count,company:a,incidents,goal,2026,1,5,kpi
count,company:a,incidents,goal,2026,2,1,kpi
count,company:a,incidents,goal,2026,3,3,kpi
time,layer:application,restore_minutes_median,goal,2026,1,19,kpi
open,system:s1,open_incidents,goal,2026,2,0,kpi
every,flow:orders,incidents_fytd,count,,2,,kpi
`;
describe('kpi_checks', () => {
  it('pool a quarter, judge it when it is over, and stand beside their parents', async () => {
    const files = oneCompany(
      incidents,
      targetsCsv('company:a,2026,incidents,,10,,,'),
      '{ from: 2026-04-01, to: 2026-09-30 }',
    );
    const rows = await withStaged(
      { ...files, 'kado.yaml': `${files['kado.yaml']}  kpi: k.csv\n`, 'k.csv': kpi },
      async ({ db, config, loaded }) => {
        await buildMarts(db, config, {});
        await createFigures(db, loaded.mapped, withoutRisk(db));
        return db.rows<Record<string, unknown>>(
          `SELECT node_id || coalesce(' Q' || fiscal_quarter, '') AS node, value, target, status, complete, parent_status AS parent,
             children, children_met AS met, children_not_met AS missed, depth FROM mart.kpi_checks ORDER BY 1`,
        );
      },
    );
    const row = (node: string) => rows.find((r) => r.node === node);
    // April 2, May 2, June 1: 5 of at most 5.
    expect(row('count Q1')).toMatchObject({
      value: 5,
      target: 5,
      status: 'met',
      complete: true,
      parent: '',
      depth: 1,
    });
    // July 1, August 1: 2 of at most 1.
    expect(row('count Q2')).toMatchObject({ value: 2, target: 1, status: 'not_met', complete: true });
    // Not begun: neither value nor judgement.
    expect(row('count Q3')).toMatchObject({ value: null, status: '', complete: false });
    // 7 by September of 10; half a year is not judged. Children: three quarters of count, time, open.
    expect(row('goal')).toMatchObject({
      value: 7,
      status: '',
      complete: false,
      parent: null,
      children: 5,
      met: 1,
      missed: 3,
    });
    // s1 restored after 10, 20, 22 and 100 minutes: the quarter's median is 21 (of the months' medians 10, 21, 100 the mean would be 43.7).
    expect(row('time Q1')).toMatchObject({ value: 21, target: 19, status: 'not_met' });
    // One is open at the end of August and of September; the quarter's value is that, not the sum over the months.
    expect(row('open Q2')).toMatchObject({ value: 1, status: 'not_met' });
    // s1 alone, to date: 4 + 2 = 6; no target, no judgement; its parent is count of the same quarter.
    expect(row('every Q2')).toMatchObject({
      value: 6,
      target: null,
      status: '',
      parent: 'not_met',
      depth: 2,
    });
  });
});
