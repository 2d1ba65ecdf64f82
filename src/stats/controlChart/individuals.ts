/** XmR: individual values and their moving range, for monthly values that are no counts. */
import type { Chart } from './chart.js';
import { judgePoints, type Limits, nearShare } from './rules.js';

/** 3 ÷ 1.128, as the NHS and every table have it. */
export const rangeFactor = 2.66;
/** The upper limit of a moving range of two, as a multiple of its mean (D4). Ranges beyond it are left out of the mean, once. */
export const screeningFactor = 3.267;

export interface ValueModel {
  readonly mean: number;
  readonly meanRange: number;
  /** Half or more of the moving ranges are 0: the values hardly vary, and limits from the rest would describe nothing. */
  readonly mostlyConstant: boolean;
}

/** Wheeler & Chambers 1992, Understanding Statistical Process Control; screening as in NHS England, Making Data Count. */
export function fitValues(baseline: readonly number[]): ValueModel {
  const ranges = baseline.slice(1).map((v, i) => Math.abs(v - baseline[i]!));
  const first = average(ranges);
  const screened = ranges.filter((range) => range <= screeningFactor * first);
  return {
    mean: average(baseline),
    meanRange: average(screened),
    mostlyConstant: 2 * ranges.filter((range) => range === 0).length >= ranges.length,
  };
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length;

/** mean ± 2.66 × mean moving range; not cut at what the value can be (0, 100 %), which is the drawing's to do. */
export function limitValues({ mean, meanRange }: ValueModel): Limits {
  const reach = rangeFactor * meanRange;
  return {
    centre: mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - reach * nearShare,
    nearUpper: mean + reach * nearShare,
  };
}

/** The chart of complete months; limits from the first `baseline` of them; undefined where these hardly vary. The last point is the judged one. */
export function chartValues(values: readonly number[], baseline: number): Chart | undefined {
  const model = fitValues(values.slice(0, baseline));
  if (model.mostlyConstant) return undefined;
  const limits = limitValues(model);
  const judged = judgePoints(
    values,
    values.map(() => limits),
  );
  return {
    kind: 'xmr',
    limits,
    points: values.map((value, i) => ({ value, limits, ...judged[i]! })),
    finding: judged.at(-1)?.fired,
  };
}
