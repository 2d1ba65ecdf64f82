/**
 * schemes.md, finance-a. Online impact: availability × confidentiality × integrity ≥ 6 → 3, 2–5 → 2, else 1; times responsibility
 * (own 3, shared 2, other 1): 9 → grade 4, 6 → 3, 3–4 → 2, else 1. 4 is critical, 3 heavy, the others other.
 */
import { describe } from 'vitest';
import { type IncidentCase, itGrades, itRates } from '../grading.js';

const parts = (a: number | null, c: number | null, i: number | null, responsibility: string | null) => ({
  availability_impact: a,
  confidentiality_impact: c,
  integrity_impact: i,
  responsibility,
});
const words = { 4: '4 critical', 3: '3 heavy', 2: '2 other', 1: '1 other' } as const;
type Grade = keyof typeof words;

// a × c × i = product → online impact; then own (×3), shared (×2), other (×1).
const worked: readonly (readonly [number, number, number, own: Grade, shared: Grade, other: Grade])[] = [
  [0, 1, 1, 2, 1, 1], // 0 → 1: 3, 2, 1
  [0, 2, 2, 2, 1, 1], // 0 → 1: 3, 2, 1
  [1, 1, 1, 2, 1, 1], // 1 → 1: 3, 2, 1; the last below the band of 2
  [1, 2, 1, 3, 2, 1], // 2 → 2: 6, 4, 2; the first of the band
  [1, 1, 2, 3, 2, 1], // 2 → 2
  [1, 2, 2, 3, 2, 1], // 4 → 2
  [2, 1, 1, 3, 2, 1], // 2 → 2
  [2, 2, 1, 3, 2, 1], // 4 → 2; the last of the band (5 is no product)
  [2, 1, 2, 3, 2, 1], // 4 → 2
  [2, 2, 2, 4, 3, 2], // 8 → 3: 9, 6, 3
  [3, 1, 1, 3, 2, 1], // 3 → 2
  [3, 2, 1, 4, 3, 2], // 6 → 3; the first of the band
  [3, 1, 2, 4, 3, 2], // 6 → 3
  [3, 2, 2, 4, 3, 2], // 12 → 3
];
const known = worked.flatMap(([a, c, i, own, shared, other]): IncidentCase[] => [
  [`${a} × ${c} × ${i}, own`, parts(a, c, i, 'own'), words[own]],
  [`${a} × ${c} × ${i}, shared`, parts(a, c, i, 'shared'), words[shared]],
  [`${a} × ${c} × ${i}, other`, parts(a, c, i, 'other'), words[other]],
]);

const missing: readonly IncidentCase[] = [
  ['no availability: 0 to 12', parts(null, 1, 1, 'own'), '? availability_impact'],
  ['no responsibility: 1 to 3', parts(1, 1, 1, null), '? responsibility'],
  ['no confidentiality, 1 or 2, own: weight 3 or 6', parts(1, null, 1, 'own'), '? confidentiality_impact'],
  ['no confidentiality, 1 or 2, other: weight 1 or 2', parts(1, null, 1, 'other'), '1 other'],
  ['no confidentiality, 2 or 4, own: weight 6 anyway', parts(1, null, 2, 'own'), '3 heavy'],
  ['no confidentiality, 6 or 12, own: weight 9 anyway', parts(3, null, 2, 'own'), '4 critical'],
  ['no integrity, 3 or 6, own: weight 6 or 9', parts(3, 1, null, 'own'), '? integrity_impact'],
  [
    'neither, 3 to 12, own: weight 6 or 9',
    parts(3, null, null, 'own'),
    '? confidentiality_impact;integrity_impact',
  ],
  ['neither, 0, own: weight 3 anyway', parts(0, null, null, 'own'), '2 other'],
  [
    'neither, 2 to 8, shared: weight 4 or 6',
    parts(2, null, null, 'shared'),
    '? confidentiality_impact;integrity_impact',
  ],
  [
    'neither, 2 to 8, other: weight 2 or 3',
    parts(2, null, null, 'other'),
    '? confidentiality_impact;integrity_impact',
  ],
  [
    'neither, 1 to 4, shared: weight 2 or 4',
    parts(1, null, null, 'shared'),
    '? confidentiality_impact;integrity_impact',
  ],
  ['nothing', parts(null, null, null, null), '? availability_impact;responsibility'],
];

const needs = (a: number | null, c: number | null, i: number | null) => ({
  availability_need: a,
  confidentiality_need: c,
  integrity_need: i,
});
describe('finance-a', () => {
  itGrades('finance-a', [...known, ...missing]);
  // The availability, one more where both others are 2, at most 4.
  itRates('finance-a', [
    [needs(1, 1, 1), 1],
    [needs(1, 1, 2), 1],
    [needs(1, 2, 1), 1],
    [needs(1, 2, 2), 2],
    [needs(2, 2, 2), 3],
    [needs(3, 2, 1), 3],
    [needs(3, 2, 2), 4],
    [needs(4, 1, 1), 4],
    [needs(4, 2, 2), 4],
    [needs(4, null, null), 4], // whatever they are
    [needs(3, null, 1), 3], // not both
    [needs(3, null, 2), null],
    [needs(3, null, null), null],
    [needs(null, 2, 2), null],
  ]);
});
