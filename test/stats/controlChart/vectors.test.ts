/** The NHS's own vectors for its rules (shared/data, no part of the repository): ours give the same, rule by rule. docs/deviations.md has where we go further. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  backfill,
  findNear,
  findRuns,
  findTrends,
  onlyNear,
  type Side,
  shiftPoints,
  stepsOf,
} from '../../../src/stats/controlChart/rules.js';

const file = resolve('..', 'shared', 'data', 'control-chart-vectors', 'nhsrplotthedots_rule_vectors.json');
const isHere = existsSync(file);
const reason = `${file} is not here: it is no part of the repository`;

interface Vector {
  readonly rule: string;
  readonly input_sign?: Side[];
  readonly input_flag?: Side[];
  readonly input_values?: number[];
  readonly close_to_limits?: number[];
  readonly side?: Side[];
  readonly expected: number[];
}

/** Theirs has 1 for "near" and a sign beside it; ours has the sign of the limit that a point is near. */
const nearOf = ({ close_to_limits, side }: Vector): Side[] =>
  side!.map((sign, i) => (close_to_limits![i] ? sign : 0));
const unsigned = (flags: readonly Side[]): number[] => flags.map(Math.abs);

const ours: Readonly<Record<string, (v: Vector) => number[]>> = {
  seven_points_one_side: (v) => unsigned(findRuns(v.input_sign!, shiftPoints)),
  part_of_seven_backfill: (v) => unsigned(backfill(v.input_flag!, shiftPoints)),
  seven_point_trend: (v) => findTrends(stepsOf(v.input_values!)),
  // Theirs marks the whole window, the point between two near ones too.
  two_in_three: (v) => unsigned(backfill(findNear(nearOf(v), v.side!), 3)),
  part_of_two_in_three: (v) => unsigned(onlyNear(backfill(findNear(nearOf(v), v.side!), 3), nearOf(v))),
};

describe('the vectors of NHSRplotthedots', () => {
  const vectors = isHere ? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]) : [];
  test('are all known to us', ({ skip }) => {
    skip(!isHere, reason);
    expect(vectors.length).toBeGreaterThanOrEqual(19);
    expect([...new Set(vectors.map((v) => v.rule))].sort()).toEqual(Object.keys(ours).sort());
  });
  test('come out as they are', ({ skip }) => {
    skip(!isHere, reason);
    // 0 and −0 are one flag.
    for (const v of vectors) expect([v, ours[v.rule]!(v).map((x) => x + 0)]).toEqual([v, v.expected]);
  });
});
