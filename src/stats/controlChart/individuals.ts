/** XmR: individual values and their moving range, for monthly values that are no counts. */
import type { Chart } from './chart.js';
import { judgePoints, type Limits, nearShare } from './rules.js';

/** 3 ÷ 1.128, as the NHS and every table have it. */
export const rangeFactor = 2.66;
/** The upper limit of a moving range of two, as a multiple of its mean (D4). Ranges beyond it are left out of the mean, once. */
export const screeningFactor = 3.267;

/**
 * A quarter of the baseline's months or more at its least or its greatest value (no minute of harm, 100 %), and XmR's limits describe
 * nothing: on minutes of one incident a month the rules call more than one month in ten a signal
 * (docs/deviations.md). Kado's own limit.
 */
export const pileShare = 0.25;

export interface ValueModel {
  readonly mean: number;
  readonly meanRange: number;
  /** No limits can be drawn: see pileShare. */
  readonly piled: boolean;
}

/** Wheeler & Chambers 1992, Understanding Statistical Process Control; screening as in NHS England, Making Data Count. */
export function fitValues(baseline: readonly number[]): ValueModel {
  const ranges = baseline.slice(1).map((v, i) => Math.abs(v - baseline[i]!));
  const first = average(ranges);
  const meanRange = average(ranges.filter((range) => range <= screeningFactor * first));
  return {
    mean: average(baseline),
    meanRange,
    piled: meanRange === 0 || pilesUp(baseline),
  };
}

/** Months without harm, or wholly available: the values are then mostly a count of rare events in disguise. */
function pilesUp(values: readonly number[]): boolean {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const most = Math.max(
    values.filter((v) => v === least).length,
    values.filter((v) => v === greatest).length,
  );
  return most >= pileShare * values.length;
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

/** The chart of complete months; limits from the first `baseline` of them; undefined where these pile up. The last point is the judged one. */
export function chartValues(values: readonly number[], baseline: number): Chart | undefined {
  const model = fitValues(values.slice(0, baseline));
  if (model.piled) return undefined;
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
