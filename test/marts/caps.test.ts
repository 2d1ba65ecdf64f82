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

describe('a year to date that is not wholly in the exports', () => {
  const files = oneCompany(
    incidentsCsv(...prior.slice(3), ...current),
    targetsCsv('company:a,2025,incidents,heavy,1,,,', 'company:a,2026,incidents,heavy,9,,,'),
    '{ from: 2025-07-01, to: 2026-09-29 }',
  );
  it('is never judged, though its cap stands; the next year has no prior year', async () => {
    const { of } = await figuresOf(files, { month: '2026-09' });
    const cell = (month: string, metric: string) => of(`${month}/${metric}/company:a/grade:heavy`);
    // Nine are counted by March, far over a cap of 1: but the year's first three months aren't held.
    expect(cell('2026-03', 'incidents_fytd')).toMatchObject({
      value: 9,
      target: 1,
      status: '',
      complete: false,
    });
    expect(cell('2026-03', 'cap')).toMatchObject({ value: 1, status: '' });
    expect(cell('2026-03', 'cap_exceed_probability')).toMatchObject({ value: null, status: 'no_data' });
    expect(['2026-04', '2026-05'].map((m) => cell(m, 'cap').status)).toEqual(['too_early', 'too_early']);
    // y = 3 by the end of June, t = 91/365, no prior: pnbinom(9 - 3, 3.5, t / (t + 1 - t), lower.tail = FALSE)
    expect(cell('2026-06', 'cap_exceed_probability').value).toBeCloseTo(0.698734168501185, 12);
    // The export ends a day before September does.
    expect(cell('2026-09', 'cap')).toMatchObject({ value: 9, status: '', complete: false });
  });
});

describe('incidents that come in clusters', () => {
  it('widen the forecast by their dispersion in the baseline', async () => {
    // Fiscal 2025: 0 0 9 0 0 0 0 3 0 0 0 0; June 2026: 2. Seen from June the baseline is what came before it, 14 months:
    // x <- c(0,0,9,0,0,0,0,3,0,0,0,0,0,0); phi <- var(x)/mean(x)    # 7.15384615384616
    // t <- 91/365; pnbinom(12 - 2, (12.5 + 2)/phi, ((1 + t)/phi)/((1 + t)/phi + 1 - t), lower.tail = FALSE)
    const { of } = await figuresOf(
      oneCompany(
        incidentsCsv('2025-06 heavy 9', '2025-11 heavy 3', '2026-06 heavy 2'),
        targetsCsv('company:a,2026,incidents,,12,,,'),
      ),
    );
    expect(of('2026-06/cap_exceed_probability/company:a').value).toBeCloseTo(0.314563569581063, 12);
  });
});

describe('a layer that a system has left', () => {
  it('is held to what happened in it while it was there, and its year before counts', async () => {
    const files = oneCompany(
      incidentsCsv(...prior, ...current),
      targetsCsv('layer:application,2026,incidents,,,0.5,,'),
    );
    const { of } = await figuresOf({
      ...files,
      // The application layer has s1 until the end of May 2026; then none.
      's.csv':
        'system_id,unit_id,name_ja,layer,valid_from,valid_to\ns1,u1,S1,application,,2026-05-31\ns1,u1,S1,it_platform,2026-06-01,\ns2,u1,S2,it_platform,,\n',
    });
    // 12 in 2025 → 6; heavy 1 in April, other 2 in May; from June on nothing is under the layer.
    expect(of('2026-05/cap/layer:application')).toMatchObject({ value: 6 });
    expect(of('2026-05/incidents_fytd/layer:application')).toMatchObject({ value: 3, target: 6 });
  });
});
