/** Figures of test/cases/moves, worked by hand: who belonged where on each month's last day, and what stands unmapped. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Figures, figuresOfCase } from '../cases/figures.js';

let figures: Figures;
beforeAll(async () => {
  figures = await figuresOfCase('moves');
});

describe('moves', () => {
  // s1 u1 → u2 on 1 February. s2 u1 → u2 on 1 April (valid_to 31 March is still u1's). s3 u2 → u3 on 31 March, and the
  // month's last day decides. u1 belongs to a up to 28 February, then to b. u2: b. u3: a.
  // X1 (February) stands under u1, X2 (March) under a, X3 (April) under nobody, X4 (April) under its source's company b.
  it.each<[string, number[]]>([
    ['system:s1', [1, 1, 1, 1]],
    ['unit:u1', [2, 2, 1, 0]], // s1 s2 | s2 X1 | s2 | none left
    ['unit:u2', [1, 2, 1, 2]], // s3 | s1 s3 | s1 | s1 s2
    ['unit:u3', [0, 0, 1, 1]], // s3 from March
    ['company:a', [2, 2, 2, 1]], // u1 | u1 | s3 X2 | s3
    ['company:b', [1, 2, 2, 3]], // u2 | u2 | u1 u2 | u2 X4
    ['company:unmapped', [0, 0, 0, 1]], // X3
    ['system:unmapped%40unit%3Au1', [0, 1, 0, 0]],
    ['system:unmapped%40company%3Aa', [0, 0, 1, 0]],
    ['system:unmapped%40company%3Ab', [0, 0, 0, 1]],
    ['system:unmapped', [0, 0, 0, 1]],
    ['group:group', [3, 4, 4, 5]],
  ])('incidents of %s', (scope, expected) => {
    expect(figures.series('incidents', scope)).toEqual(expected);
  });

  it.each<[string, number[]]>([
    // The fiscal year begins in April; each month counts with those who belonged then.
    ['group:group', [3, 7, 11, 5]],
    ['company:a', [2, 4, 6, 1]],
    ['company:b', [1, 3, 5, 3]],
  ])('incidents of the fiscal year to date of %s', (scope, expected) => {
    expect(figures.series('incidents_fytd', scope)).toEqual(expected);
  });

  it('is complete from February, the year to date only from April: the exports begin mid-year', () => {
    const complete = (metric: string, scope = 'group:group') =>
      ['2026-01', '2026-02', '2026-03', '2026-04'].map((m) => figures.of(`${m}/${metric}/${scope}`).complete);
    expect(complete('incidents')).toEqual([false, true, true, true]);
    expect(complete('incidents_fytd')).toEqual([false, false, false, true]);
    // The file without a company may hold b's incidents too, so b's January is not whole either.
    expect(complete('incidents', 'company:b')).toEqual([false, true, true, true]);
  });

  it('keeps J1 open where its system is by then', () => {
    expect(figures.series('open_incidents', 'unit:u1')).toEqual([1, 0, 0, 0]);
    expect(figures.series('open_incidents', 'unit:u2')).toEqual([0, 1, 1, 1]);
  });

  it('says what share of the incidents has a known system', () => {
    expect(figures.of('2026-04/incidents/group:group').coverage).toBeCloseTo(3 / 5);
  });
});
