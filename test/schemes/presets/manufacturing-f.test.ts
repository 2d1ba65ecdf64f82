/**
 * schemes.md, manufacturing-f. Extent (person or department 1, departments 2, company or outside 3) × duration (< 1 h 1, < 8 h 2, else 3)
 * × amount (< 1 million 1, < 100 million 2, else 3): ≥ 12 → 3, 4–11 → 2, else 1. 3 is critical, 2 heavy, 1 other.
 */
import { describe } from 'vitest';
import { itGrades, itRates } from '../grading.js';

const parts = (scope: string | null, minutes: number | null, amount: number | null) => ({
  impact_scope: scope,
  minutes,
  affected_amount: amount,
});

describe('manufacturing-f', () => {
  itGrades('manufacturing-f', [
    ['1 × 1 × 1', parts('person', 59, 999_999), '1 other'],
    ['1 × 1 × 1 without harm', parts('department', 0, 0), '1 other'],
    ['1 × 2 × 1 = 2', parts('department', 60, 999_999), '1 other'],
    ['1 × 1 × 3 = 3', parts('person', 59, 100_000_000), '1 other'],
    ['3 × 1 × 1 = 3, the last of its band', parts('company', 59, 999_999), '1 other'],
    ['2 × 1 × 1 = 2', parts('departments', 59, 999_999), '1 other'],
    ['2 × 2 × 1 = 4, the first of its band', parts('departments', 60, 999_999), '2 heavy'],
    ['2 × 1 × 2 = 4', parts('departments', 59, 1_000_000), '2 heavy'],
    ['1 × 2 × 2 = 4', parts('person', 60, 1_000_000), '2 heavy'],
    ['1 × 3 × 1 = 3', parts('person', 480, 999_999), '1 other'],
    ['3 × 1 × 2 = 6', parts('company', 59, 1_000_000), '2 heavy'],
    ['3 × 2 × 1 = 6', parts('outside', 479, 999_999), '2 heavy'],
    ['2 × 2 × 2 = 8', parts('departments', 479, 99_999_999), '2 heavy'],
    ['1 × 3 × 2 = 6', parts('department', 480, 99_999_999), '2 heavy'],
    ['1 × 3 × 3 = 9', parts('department', 480, 100_000_000), '2 heavy'],
    ['3 × 3 × 1 = 9, the last of its band', parts('outside', 480, 999_999), '2 heavy'],
    ['3 × 1 × 3 = 9', parts('outside', 59, 100_000_000), '2 heavy'],
    ['3 × 2 × 2 = 12, the first of its band', parts('outside', 479, 1_000_000), '3 critical'],
    ['2 × 3 × 2 = 12', parts('departments', 480, 1_000_000), '3 critical'],
    ['2 × 2 × 3 = 12', parts('departments', 479, 100_000_000), '3 critical'],
    ['3 × 3 × 2 = 18', parts('company', 480, 1_000_000), '3 critical'],
    ['3 × 3 × 3 = 27', parts('outside', 5000, 200_000_000), '3 critical'],
    // What is missing may be 1 to 3.
    ['1 × 1 × ?: 1–3', parts('person', 59, null), '1 other'],
    ['2 × 1 × ?: 2–6', parts('departments', 59, null), '? affected_amount'],
    ['2 × 2 × ?: 4–12', parts('departments', 60, null), '? affected_amount'],
    ['3 × 3 × ?: 9–27', parts('outside', 480, null), '? affected_amount'],
    ['? × 1 × 1: 1–3', parts(null, 59, 999_999), '1 other'],
    ['? × 2 × 2: 4–12', parts(null, 60, 1_000_000), '? impact_scope'],
    ['? × 2 × 1: 2–6', parts(null, 60, 999_999), '? impact_scope'],
    ['1 × ? × 1: 1–3', parts('person', null, 999_999), '1 other'],
    ['3 × ? × 2: 6–18', parts('outside', null, 1_000_000), '? impact_minutes'],
    ['1 × ? × 2: 2–6', parts('department', null, 1_000_000), '? impact_minutes'],
    ['1 × ? × 3: 3–9', parts('department', null, 100_000_000), '? impact_minutes'],
    ['3 × ? × 3: 9–27', parts('company', null, 100_000_000), '? impact_minutes'],
    ['nothing: 1–27', parts(null, null, null), '? impact_scope;impact_minutes;affected_amount'],
  ]);
  itRates('manufacturing-f', [
    [{ business_importance: 1 }, 1],
    [{ business_importance: 2 }, 2],
    [{ business_importance: 3 }, 3],
    [{ business_importance: 4, customer_facing: true }, 4],
    [{ business_importance: null, customer_facing: true }, null],
  ]);
});
