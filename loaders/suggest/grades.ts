/** 重要度 of a system means two columns of the contract; its values tell which. */
import type { Kind } from '../../src/config/model.js';
import { type SampledRows, valuesOf } from './sample.js';

const graded = '重要度';
const scales: readonly (readonly [canonical: string, isOne: RegExp])[] = [
  ['category', /^A{1,3}$/],
  ['business_importance', /^[1-4]$/],
];

export function findGraded(sample: SampledRows, kind: Kind): ReadonlyMap<string, string> {
  if (kind !== 'systems' || !sample.header.includes(graded)) return new Map();
  const values = valuesOf(sample, graded).map((value) => value.normalize('NFKC'));
  const found =
    values.length === 0 ? undefined : scales.find(([, isOne]) => values.every((v) => isOne.test(v)));
  return new Map(found ? [[found[0], graded]] : []);
}
