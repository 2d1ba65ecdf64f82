/** Companies beside each other: who is compared, who stands apart, and that nobody is ranked. */
import { describe, expect, it } from 'vitest';
import { happened, indexOf, martRows, type Project, project } from './investmentProject.js';

interface Row {
  readonly company_id: string;
  readonly n: number;
  readonly exposure: number | null;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly pooled_rate: number | null;
  readonly dispersion: number | null;
  readonly eb_rate: number | null;
  readonly warning_lower: number | null;
  readonly warning_upper: number | null;
  readonly alarm_lower: number | null;
  readonly alarm_upper: number | null;
  readonly outside: string | null;
  readonly compared: boolean;
  readonly reason: string | null;
}
const rates = (given: Project, month = '2026-06'): Promise<Row[]> =>
  martRows<Row>(
    project(given),
    `SELECT * FROM mart.company_rates WHERE month = '${month}' ORDER BY position`,
  );

const incidents = [...happened('a1', 4, 2), ...happened('b1', 5, 30), ...happened('c1', 6, 7)];
// To June: 100, 300 and 200 million, so exposures of 1, 3 and 2.
const investments = ['a,2026,400000000,,,,', 'b,2026,1200000000,,,,', 'c,2026,800000000,,,,'];

describe('company rates', () => {
  it('stand in a funnel about the pooled rate, in the configured order', async () => {
    // R: y <- c(2,30,7); n <- c(1,3,2); m <- sum(y)/sum(n); e <- m*n
    // m = 6.5; qpois(c(.001,.025,.975,.999), 6.5) → 0 2 12 16; 19.5 → 7 11 29 34; 13 → 3 6 21 25
    // s2 <- sum(n*(y/n-m)^2)/sum(n); A <- s2-m/mean(n) = 9.25; m+A/(A+m/n)*(y/n-m)
    const rows = await rates({ incidents, investments });
    expect(rows.map((r) => r.company_id)).toEqual(['a', 'b', 'c']);
    expect(rows.map((r) => [r.n, r.exposure, r.rate])).toEqual([
      [2, 1, 2],
      [30, 3, 10],
      [7, 2, 3.5],
    ]);
    expect(rows.every((r) => r.pooled_rate === 6.5 && r.dispersion === null && r.compared)).toBe(true);
    expect(rows.map((r) => [r.alarm_lower, r.warning_lower, r.warning_upper, r.alarm_upper])).toEqual([
      [0, 2, 12, 16],
      [7 / 3, 11 / 3, 29 / 3, 34 / 3],
      [1.5, 3, 10.5, 12.5],
    ]);
    expect(rows.map((r) => r.outside)).toEqual([null, null, null]);
    const drawn = [3.857142857142857, 9.335766423357665, 4.28];
    rows.forEach((r, i) => {
      expect(r.eb_rate).toBeCloseTo(drawn[i]!, 12);
    });
  });

  it('name who is outside 99.8 %', async () => {
    // y = c(2, 50, 7): m = 59/6; qpois(.001, m) = 2, qpois(.999, 3*m) = 48, qpois(.001, 2*m) = 8: 2 is on its limit, 50 above, 7 below
    const rows = await rates({ incidents: [...incidents, ...happened('b1', 4, 20)], investments });
    expect(rows.map((r) => r.outside)).toEqual([null, 'above', 'below']);
  });

  it('draw no limits for a year to date that is not whole', async () => {
    const rows = await rates({ incidents, investments, covers: { from: '2026-05-01', to: '2026-06-30' } });
    expect(rows.map((r) => [r.reason, r.compared, r.alarm_upper])).toEqual(
      Array(3).fill(['incomplete', false, null]),
    );
    // The rate stands, with its interval.
    expect(rows[0]).toMatchObject({ rate: 2 });
    expect(rows[0]!.lower).toBeGreaterThan(0);
  });

  it('compare no company whose investment is not known in all parts', async () => {
    const rows = await rates({
      incidents,
      investments: ['a,2026,400000000,,ua1,,', investments[1]!, investments[2]!],
    });
    expect(rows.map((r) => r.reason)).toEqual(['parts_missing', null, null]);
    // The pooled rate is that of the compared: 37 in 5.
    expect(rows.map((r) => r.pooled_rate)).toEqual([null, 7.4, 7.4]);
  });

  it('compare nobody with itself', async () => {
    const rows = await rates({ incidents, investments: [investments[0]!] });
    expect(rows.map((r) => [r.reason, r.compared])).toEqual([
      ['alone', false],
      ['missing', false],
      ['missing', false],
    ]);
  });

  it('agree with the figures', async () => {
    const figures = await indexOf({ incidents, investments });
    const rows = await rates({ incidents, investments });
    for (const { company_id, rate, lower } of rows)
      expect(figures.of(`2026-06/safe_operation_index/company:${company_id}`)).toMatchObject({
        value: rate,
        lower,
      });
  });
});
