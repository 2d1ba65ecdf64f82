/** What the capacity committee has to look at. */
import { describe, expect, it } from 'vitest';
import { capacityMatters } from '../../src/risk/capacityMatters.js';
import { decisionStates } from '../../src/risk/decisions.js';
import { april, project } from '../marts/plainProject.js';
import { judgedBy } from './judged.js';

const head = 'decision_id,month,body,subject,scope,escalate,decided_on';
/** Figures set by hand: system → days to limit, days over warn, signs. The watch bounds are 90 and 5 by default. */
type Figures = Readonly<Record<string, readonly [number | null, number | null, number | null]>>;

const list = (
  figures: Figures,
  decisions: readonly string[] = ['d0,2026-04,capacity,x,system:zz,,'],
  yaml = '',
) =>
  judgedBy(
    project({ 'decisions.csv': `${head}\n${decisions.map((d) => `${d}\n`).join('')}` }, yaml),
    april,
    {},
    [
      decisionStates,
      {
        ...capacityMatters,
        sql: (context) =>
          capacityMatters.sql(context).replace(
            'mart.figures',
            `(SELECT '2026-04' AS month, 'system' AS scope_kind, '' AS breakdown, * FROM (VALUES ${Object.entries(
              figures,
            )
              .flatMap(([id, values]) =>
                ['days_to_limit', 'over_warn_days', 'signs'].map(
                  (m, i) => `('${id}', 'capacity_${m}', ${values[i] ?? 'NULL'}::DOUBLE)`,
                ),
              )
              .join(', ')}) v(scope_id, metric, value))`,
          ),
      },
    ],
    async (db) => {
      const rows = await db.rows<{ text: string }>(
        `SELECT concat_ws(' ', system_id, state, decision_id, escalate) AS text FROM mart.capacity_matters ORDER BY system_id`,
      );
      return rows.map((r) => r.text);
    },
  );

describe('the capacity committee', () => {
  it('sees who is within the watch bounds, or has any sign', async () => {
    expect(
      await list({
        a: [90, 0, 0],
        b: [90.1, 4, 0],
        c: [null, 5, 0],
        d: [null, null, 1],
        e: [null, null, null],
        f: [0, 31, 9],
      }),
    ).toEqual(['a none', 'c none', 'd none', 'f none']);
  });

  it('by the configured bounds; a level that is never reached gives way to the next', async () => {
    const yaml =
      'risk: { drivers: { capacity: { days_to_limit: [60, null, 20, 5], over_warn_days: [null, null, null, null], capacity_signs: [null, null, null, null] } } }\n';
    expect(await list({ a: [20, 0, 0], b: [21, 31, 0], c: [null, 31, 2] }, undefined, yaml)).toEqual([
      'a none',
      'c none',
    ]);
  });

  it('has decided what its record of the month says so of, by the valuation', async () => {
    const figures: Figures = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, [1, 0, 0]]));
    const rows = [
      'd1,2026-04,capacity,x,system:a,true,2026-04-20',
      'd2,2026-04,capacity,x,system:b,false,',
      'd3,2026-04,capacity,x,system:c,,2026-04-21',
      'd4,2026-03,capacity,x,system:d,,2026-04-01',
      'd5,2026-04,quality,x,system:e,,2026-04-01',
      // One of two is open.
      'd6,2026-04,capacity,x,system:f,,2026-04-02',
      'd7,2026-04,capacity,y,system:f,,',
    ];
    expect(await list(figures, rows)).toEqual([
      'a decided d1 true',
      'b needed d2 false',
      'c needed d3',
      'd none',
      'e none',
      'f needed d7',
    ]);
  });
});
