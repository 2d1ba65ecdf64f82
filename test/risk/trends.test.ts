/** Which company or unit is compared with its baseline, over which months and systems. Monthly counts by hand, UTC. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { buildMart } from '../../src/marts/mart.js';
import { riskTrends } from '../../src/risk/trends.js';
import { type Files, withStaged } from '../loaders/project.js';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** Months from October 2024 on, `counts` of system s1 (unit u1); s2 of unit u2 has one a month. */
function project(
  counts: readonly number[],
  { to = '2026-09-30', yaml = [] as string[], moved = false } = {},
): Files {
  const monthOf = (i: number): string =>
    `${2024 + Math.floor((9 + i) / 12)}-${String(((9 + i) % 12) + 1).padStart(2, '0')}`;
  const rows = counts.flatMap((n, i) => [
    ...Array.from(
      { length: n },
      (_, k) => `i${i}-${k},s1,${monthOf(i)}-${String(k + 1).padStart(2, '0')}T03:00:00Z`,
    ),
    `j${i},s2,${monthOf(i)}-05T03:00:00Z`,
  ]);
  return {
    'kado.yaml': lines(
      'timezone: UTC',
      'as_of: 2026-10-01T00:00:00Z',
      'companies: [{ id: x, name: { ja: 甲社 } }]',
      ...yaml,
      'sources:',
      '  units: units.csv',
      '  systems: systems.csv',
      `  incidents: [{ path: incidents.csv, company: x, covers: { from: 2024-10-01, to: ${to} } }]`,
    ),
    'units.csv': lines('unit_id,company_id,name_ja', 'u1,x,一部', 'u2,x,二部'),
    'systems.csv': moved
      ? lines(
          'system_id,unit_id,name_ja,valid_from,valid_to',
          's1,u1,甲,,2026-03-31',
          's1,u2,甲,2026-04-01,',
          's2,u2,乙,,',
          's3,u1,丙,,',
        )
      : lines('system_id,unit_id,name_ja', 's1,u1,甲', 's2,u2,乙'),
    'incidents.csv': lines('incident_id,system_id,occurred_at', ...rows),
  };
}

const trendsOf = (files: Files): Promise<string[]> =>
  withStaged(files, async ({ db, config }) => {
    const period = await buildMarts(db, config, { month: '2026-09' });
    // The other tables of risk are not asked for.
    await buildMart(db, riskTrends, { config, period, schemes: new Map() });
    const rows = await db.rows<{ text: string }>(
      `SELECT concat_ws(' ', scope_kind || ':' || scope_id, coalesce(reason, concat_ws(' ', n, 'from', from_month, 'beside', baseline_n, 'of', baseline_from, baseline_to, worse))) AS text FROM mart.risk_trends ORDER BY scope_kind, scope_id`,
    );
    return rows.map((r) => r.text);
  });
const times = (n: number, count: number): number[] => Array.from({ length: n }, () => count);

describe('half a year beside its baseline', () => {
  it('is worse from twice as many on, per company and per unit of enough incidents', async () => {
    // 18 months of 5, then 6 of 10; s2 adds one a month: 18 × 6 = 108 and 6 × 11 = 66 for the company.
    expect(await trendsOf(project([...times(18, 5), ...times(6, 10)]))).toEqual([
      'company:x 66 from 2026-04 beside 108 of 2024-10 2026-03 true',
      'unit:u1 60 from 2026-04 beside 90 of 2024-10 2026-03 true',
      'unit:u2 rare',
    ]);
    expect(await trendsOf(project(times(24, 5)))).toEqual([
      'company:x 36 from 2026-04 beside 108 of 2024-10 2026-03 false',
      'unit:u1 30 from 2026-04 beside 90 of 2024-10 2026-03 false',
      'unit:u2 rare',
    ]);
  });

  it('says nothing of a month that isn’t whole, nor with less than a year before the half', async () => {
    const shifted = [...times(18, 5), ...times(6, 20)];
    expect(await trendsOf(project(shifted, { to: '2026-09-20' }))).toEqual([
      'company:x incomplete',
      'unit:u1 incomplete',
      'unit:u2 incomplete',
    ]);
    const yaml = (from: string) => [
      'signals:',
      '  rebase:',
      `    - { scope: "company:x", metric: incidents, from: ${from}, reason: 統合 }`,
    ];
    // From May 2025 on there are 11 months before April 2026, from April 2025 on 12.
    expect((await trendsOf(project(shifted, { yaml: yaml('2025-05') })))[0]).toBe('company:x too_few_months');
    expect((await trendsOf(project(shifted, { yaml: yaml('2025-04') })))[0]).toBe(
      'company:x 126 from 2026-04 beside 72 of 2025-04 2026-03 true',
    );
  });

  it('counts the systems of today over all months: a unit that took one over is not worse for it', async () => {
    expect(await trendsOf(project(times(24, 5), { moved: true }))).toEqual([
      'company:x 36 from 2026-04 beside 108 of 2024-10 2026-03 false',
      'unit:u1 rare',
      'unit:u2 36 from 2026-04 beside 108 of 2024-10 2026-03 false',
    ]);
  });
});
