/** Values of R as tables of text, one row a line: 17 digits would be no literal that a linter lets pass. */
import { expect } from 'vitest';

export const vectors = (table: string): number[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));

/** Issue of the statistics: a relative error of at most 1e-9 where a closed form exists. */
const tolerance = 1e-9;

export function expectClose(got: number | undefined, wanted: number | undefined): void {
  expect(got).toBeTypeOf('number');
  const error = Math.abs(got! - wanted!);
  const allowed = Math.abs(wanted!) * tolerance;
  if (!(error <= allowed)) expect(got).toBe(wanted);
}
