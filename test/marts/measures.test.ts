/** A measure's evidence: counts in equal windows, their ratio, and the measures that overlapped. */
import { beforeAll, describe, expect, it } from 'vitest';
import { martRows } from './investmentProject.js';

interface Row {
  readonly measure_id: string;
  readonly scope: string | null;
  readonly breakdown: string | null;
  readonly windows: string | null;
  readonly counts: string | null;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  readonly overlapping: string | null;
  readonly reason: string | null;
}

/** Of each system, so many incidents in each month from October 2025 to June 2026. */
const monthly: Readonly<Record<string, readonly number[]>> = {
  //   10 11 12  1  2  3  4  5  6
  a1: [4, 5, 3, 1, 0, 2, 9, 9, 9],
  b1: [2, 2, 2, 0, 0, 0, 0, 0, 0],
  c1: [0, 0, 0, 0, 0, 0, 0, 0, 0],
};
const incidents = Object.entries(monthly).flatMap(([system, counts]) =>
  counts.flatMap((count, m) =>
    Array.from({ length: count }, (_, i) => {
      const at = new Date(Date.UTC(2025, 9 + m, 10)).toISOString();
      // Every other one is grave; those of a1 are all of one supplier, every third is of development.
      return `${system}-${m}-${i},${at},${system},${i % 2 ? 'grave' : 'light'},${system === 'a1' ? 'X' : ''},${i % 3 === 0 ? 'development' : ''}`;
    }),
  ),
);
const measures = [
  'm1,1,system:a1,2026-01-01,2026-03-31,done,', // Jan–Mar against Oct–Dec
  'm2,2,company:b,2026-01-15,,running,', // Feb–May against Sep–Dec: cut to Oct–Dec, 3 months
  'm3,3,system:c1,2026-04-01,,running,', // nothing at all before or after
  'm4,4,system:a1,2026-01-01,2026-03-31,done,grave',
  'm5,5,system:zz,2026-01-01,,running,',
  'm6,1,group,2026-06-10,,running,', // no whole month since
  'm7,1,system:a1,2026-01-01,,planned,',
  'm8,1,unit:ub,,,running,',
  'm9,1,supplier:X,2026-05-01,2026-05-31,done,',
  'm10,1,theme:development,2025-12-01,,dropped,',
  'm11,1,unit:ub,2026-04-01,,running,critical',
];
const files = {
  'kado.yaml': `timezone: UTC
companies: [{ id: a, name: A }, { id: b, name: B }, { id: c, name: C }]
sources:
  units: u.csv
  systems: s.csv
  incidents: { path: i.csv, covers: { from: 2025-10-01, to: 2026-06-30 } }
  measures: m.csv
`,
  'u.csv': 'unit_id,company_id,name_ja\nua,a,ua\nub,b,ub\nuc,c,uc\n',
  's.csv': 'system_id,unit_id,name_ja\na1,ua,a1\nb1,ub,b1\nc1,uc,c1\n',
  'i.csv': ['incident_id,occurred_at,system_id,severity,supplier,theme', ...incidents, ''].join('\n'),
  'm.csv': ['measure_id,kind,scope,starts_on,ends_on,status,severity', ...measures, ''].join('\n'),
};

let rows: ReadonlyMap<string, Row>;
beforeAll(async () => {
  const list = await martRows<Row>(
    files,
    `SELECT measure_id, scope_kind || ':' || scope_id AS scope, breakdown, before_from || ' ' || before_to || ' ' || after_from || ' ' || after_to AS windows,
       before_count || ' ' || after_count AS counts, ratio, lower, upper, p, array_to_string(overlapping, ' ') AS overlapping, reason
     FROM mart.measure_evidence ORDER BY measure_id`,
  );
  rows = new Map(list.map((row) => [row.measure_id, row]));
}, 60_000);
const of = (id: string): Row => rows.get(id)!;

describe('evidence', () => {
  it('compares the months since the start with as many before it', () => {
    // 3 in 3 months against 12 in 3. R: poisson.test(c(3,12), c(3,3)) → 0.25, its interval, p 0.03515625
    expect(of('m1')).toMatchObject({
      scope: 'system:a1',
      breakdown: '',
      windows: '2025-10 2025-12 2026-01 2026-03',
      counts: '12 3',
      ratio: 0.25,
      reason: null,
    });
    expect(of('m1').lower).toBeCloseTo(0.04527286360547272, 12);
    expect(of('m1').upper).toBeCloseTo(0.9263781937177044, 12);
    expect(of('m1').p).toBeCloseTo(0.03515625, 12);
  });
  it('leaves out the month of a start within it, and what the exports do not hold', () => {
    expect(of('m2')).toMatchObject({
      windows: '2025-10 2025-12 2026-02 2026-04',
      counts: '6 0',
      ratio: 0,
      lower: 0,
    });
  });
  it('says nothing of nothing', () => {
    expect(of('m3')).toMatchObject({ counts: '0 0', ratio: null, lower: 0, upper: null, p: 1 });
  });
  it('counts the grade that the measure is for', () => {
    // Grave ones: the 2nd, 4th … of each month. Of 4, 5, 3: 2 + 2 + 1; of 1, 0, 2: 0 + 0 + 1.
    expect(of('m4')).toMatchObject({ breakdown: 'grade:grave', counts: '5 1' });
    // No incident is graded so: a class, and none has it.
    expect(of('m11')).toMatchObject({ breakdown: 'class:critical', counts: '0 0', scope: 'unit:ub' });
  });
  it('is of any scope', () => {
    expect(of('m9')).toMatchObject({
      scope: 'supplier:X',
      counts: '9 9',
      windows: '2026-04 2026-04 2026-05 2026-05',
    });
    // Development: the 1st, 4th, 7th of each month. October and November: a1 2 + 2, b1 1 + 1; then a1 1 + 1, b1 1.
    expect(of('m10')).toMatchObject({
      scope: 'theme:development',
      windows: '2025-10 2025-11 2025-12 2026-01',
      counts: '6 3',
    });
  });
  it.each([
    ['m5', 'scope_unknown'],
    ['m6', 'no_month_after'],
    ['m7', 'not_started'],
    ['m8', 'no_start'],
  ])('of %s is none: %s', (id, reason) => {
    expect(of(id)).toMatchObject({ reason, ratio: null, counts: null, overlapping: null });
  });
  it.each([
    // m4 on the same system; m10's theme has incidents of a1; m6 (the group) began in June, m9 (a1's supplier) in May, after March.
    ['m1', 'm10 m4'],
    // m11 in April in the same unit, m10's theme.
    ['m2', 'm10 m11'],
    // Only the group's, which began on 10 June.
    ['m3', 'm6'],
    // To 31 May: m1 and m4 had ended in March; the group's came later.
    ['m9', 'm10'],
    // m7 is merely planned, m8 has no start.
    ['m10', 'm1 m2 m4'],
  ])('of %s names what overlapped: %s', (id, others) => {
    expect(of(id).overlapping).toBe(others);
  });
});
