/** Caps from their ingredients, and how the year stands against them. */
import { describe, expect, it } from 'vitest';
import { workOutCap } from '../../src/marts/caps.js';
import { figuresOf } from '../cases/figures.js';
import { incidentsCsv, oneCompany, targetsCsv } from './capProject.js';

const ingredients = (rate: number, effect = 0, factor = 0) => ({
  rate: rate * 1e6,
  effect: effect * 1e6,
  factor: factor * 1e6,
});

describe('workOutCap', () => {
  it.each([
    [10, ingredients(0.25, 1, 2), 9, '10 × 0.75 − 1 + 2 = 8.5, half up'],
    [15, ingredients(0.3), 11, '15 × 0.7 = 10.5: in doubles 10.499…'],
    [5, ingredients(0.1), 5, '4.5'],
    [12, ingredients(0.1), 11, '10.8'],
    [4, ingredients(0.1), 4, '3.6'],
    [3, ingredients(0, 5), 0, '3 − 5 is floored at 0'],
    [0, ingredients(0.5), 0, 'nothing to improve'],
    [0, ingredients(0, 0, 1.4), 1, 'a special factor alone'],
    [7, ingredients(1), 0, 'all of it'],
    [7, ingredients(0, 0, -2), 5, 'a factor that takes away'],
  ])('of %d with %j is %d: %s', (prior, given, cap) => expect(workOutCap(prior, given)).toBe(cap));
});

/** 12 heavy in fiscal 2025 (one a month: dispersion below 1, so φ = 1), 4 in the first half of 2026; 2 other in all. */
const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((m) => `2025-${m}`);
const prior = [...months, '2026-01', '2026-02', '2026-03'].map((m) => `${m} heavy 1`);
const current = ['2026-04 heavy 1', '2026-05 other 2', '2026-06 heavy 2', '2026-09 heavy 1'];

describe('a computed cap', () => {
  const files = oneCompany(
    incidentsCsv(...prior, ...current),
    targetsCsv('company:a,2026,incidents,heavy,,0.25,1,2.4', 'company:a,2025,incidents,heavy,12,,,'),
  );
  // 12 × 0.75 − 1 + 2.4 = 10.4 → 10. Without severity there is no target.
  it('stands in every month of its year, with the chance of passing it as R has it', () =>
    figuresOf(files).then(({ of, series }) => {
      expect(series('cap', 'company:a/grade:heavy')).toEqual([...Array(12).fill(12), ...Array(6).fill(10)]);
      expect(of('2026-09/cap/company:a')).toMatchObject({ value: null, status: 'not_applicable' });
      expect(of('2026-09/incidents_fytd/company:a/grade:heavy')).toMatchObject({
        value: 4,
        target: 10,
        status: 'at_risk',
      });
      // 30 + 31 + 30 + 31 + 31 + 30 = 183 of 365 days; y = 4, prior 12, φ = 1 (one a month, then 1 0 2 0 0).
      // pnbinom(6, size = 16.5, prob = (1 + 183/365) / (1 + 183/365 + 1 - 183/365), lower.tail = FALSE)
      const { value, status, lower, upper } = of('2026-09/cap_exceed_probability/company:a/grade:heavy');
      expect(value).toBeCloseTo(0.320550739196637, 12);
      expect([status, lower, upper]).toEqual(['at_risk', null, null]);
    }));
  it('is met at the end of a year that ends at it', () =>
    figuresOf(files).then(({ of }) => {
      const at = (month: string) => of(`${month}/cap_exceed_probability/company:a/grade:heavy`);
      expect(at('2026-03')).toMatchObject({ value: 0, status: 'met' });
      // The exports begin with fiscal 2025: no prior year, so too early for two months.
      expect(['2025-04', '2025-05', '2025-06'].map((m) => at(m).status)).toEqual([
        'too_early',
        'too_early',
        'at_risk',
      ]);
      expect(at('2025-04')).toMatchObject({ value: null });
      expect(of('2025-04/incidents_fytd/company:a/grade:heavy')).toMatchObject({
        value: 1,
        target: 12,
        status: 'too_early',
      });
    }));
});
