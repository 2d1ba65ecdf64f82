/**
 * The case folders' figures, byte by byte. UPDATE_GOLDENS=1 writes them anew (never in CI); a changed one leaves
 * `figures.actual.csv` beside, to compare. What the figures should be is worked by hand in test/marts and test/metrics.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PeriodChoice } from '../../src/marts/period.js';
import { casesFolder, figuresOfCase } from './figures.js';

const update = process.env.UPDATE_GOLDENS === '1' && !process.env.CI;
const cases: readonly (readonly [name: string, choice: PeriodChoice])[] = [
  ['tokyo', { month: '2026-06' }],
  ['utc', { month: '2026-06' }],
  ['moves', {}],
  ['bare', {}],
];

describe('figures.csv', () => {
  it.each(cases)('of %s', async (name, choice) => {
    const golden = join(casesFolder, name, 'expected', 'figures.csv');
    const actual = join(casesFolder, name, 'expected', 'figures.actual.csv');
    const { csv } = await figuresOfCase(name, choice);
    if (update) writeFileSync(golden, csv);
    const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
    if (csv === expected) rmSync(actual, { force: true });
    else writeFileSync(actual, csv);
    expect(csv.split('\n')).toEqual(expected.split('\n'));
  });
});
