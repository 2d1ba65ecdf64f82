/**
 * schemes.md, transport-d. Critical: operations_affected, or customers_affected with affected_amount > 0. Heavy: restored in
 * allowed_stop_minutes (60 if unset) or longer. Other: the rest. The classes have the same names.
 */
import { describe } from 'vitest';
import { itGrades, itRates } from '../grading.js';

const parts = (
  operations: boolean | null,
  customers: boolean | null,
  amount: number | null,
  minutes: number | null,
  system = 's',
) => ({
  operations_affected: operations,
  customers_affected: customers,
  affected_amount: amount,
  minutes,
  system_id: system,
});

describe('transport-d', () => {
  itGrades(
    'transport-d',
    [
      ['flights', parts(true, false, 0, 5), 'critical critical'],
      ['flights, all else unknown', parts(true, null, null, null), 'critical critical'],
      ['customers, 1 yen', parts(false, true, 1, 5), 'critical critical'],
      ['customers, 1 yen, time unknown', parts(false, true, 1, null), 'critical critical'],
      ['customers, no money', parts(false, true, 0, 5), 'other other'],
      ['money, no customers', parts(false, false, 1_000_000, 5), 'other other'],
      ['no allowed stop: 59 minutes', parts(false, false, 0, 59), 'other other'],
      ['no allowed stop: 60 minutes', parts(false, false, 0, 60), 'heavy heavy'],
      ['allowed 30: 29 minutes', parts(false, false, 0, 29, 'short'), 'other other'],
      ['allowed 30: 30 minutes', parts(false, false, 0, 30, 'short'), 'heavy heavy'],
      ['allowed 120: 119 minutes', parts(false, false, 0, 119, 'long'), 'other other'],
      ['allowed 120: 120 minutes, customers', parts(false, true, 0, 120, 'long'), 'heavy heavy'],
      ['allowed 0: no minute', parts(false, false, 0, 0, 'never'), 'heavy heavy'],
      ['flights unknown', parts(null, false, 0, 5), '? operations_affected'],
      ['customers unknown, no money', parts(false, null, 0, 5), 'other other'],
      ['customers unknown, money', parts(false, null, 1, 5), '? customers_affected'],
      ['customers, money unknown', parts(false, true, null, 5), '? affected_amount'],
      ['no customers, money unknown', parts(false, false, null, 60), 'heavy heavy'],
      ['not critical, time unknown', parts(false, false, 0, null), '? restore_minutes'],
    ],
    {
      systems: [
        { system_id: 's' },
        { system_id: 'short', allowed_stop_minutes: 30 },
        { system_id: 'long', allowed_stop_minutes: 120 },
        { system_id: 'never', allowed_stop_minutes: 0 },
      ],
    },
  );
  itRates('transport-d', [
    [{ category: 'AAA' }, 4],
    [{ category: 'AA' }, 3],
    [{ category: 'A' }, 2],
    [{ category: null }, 1],
  ]);
});
