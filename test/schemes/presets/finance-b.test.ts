/**
 * schemes.md, finance-b. A: customers_affected; B: else. Size = affected_users × the system's usual_amount: an A of 100 million and
 * more is critical, another A heavy, B other.
 */
import { describe } from 'vitest';
import { itGrades, itRates } from '../grading.js';

describe('finance-b', () => {
  itGrades(
    'finance-b',
    [
      // 100,000 a customer.
      ['1,000 × 100,000 = 100 million', { customers_affected: true, affected_users: 1000 }, 'A critical'],
      ['999 × 100,000 = 99.9 million', { customers_affected: true, affected_users: 999 }, 'A heavy'],
      ['1 customer', { customers_affected: true, affected_users: 1 }, 'A heavy'],
      ['nobody counted', { customers_affected: true, affected_users: 0 }, 'A heavy'],
      ['customers, how many nobody knows', { customers_affected: true }, 'A -'],
      ['no customers', { customers_affected: false, affected_users: 1000 }, 'B other'],
      ['no customers, users unknown', { customers_affected: false }, 'B other'],
      ['customers or not, nobody knows', { affected_users: 1000 }, '? customers_affected'],
      // 2 customers either side of 50,000,000 each.
      ['2 × 50,000,000', { customers_affected: true, affected_users: 2, system_id: 'half' }, 'A critical'],
      [
        '2 × 49,999,999.5 = 99,999,999',
        { customers_affected: true, affected_users: 2, system_id: 'less' },
        'A heavy',
      ],
      // A system whose usual amount nobody knows: nobody harmed is a size of 0 all the same.
      ['amount unknown', { customers_affected: true, affected_users: 1, system_id: 'unknown' }, 'A -'],
      [
        'amount unknown, nobody counted',
        { customers_affected: true, affected_users: 0, system_id: 'unknown' },
        'A heavy',
      ],
      ['amount 0, users unknown', { customers_affected: true, system_id: 'free' }, 'A heavy'],
      // As large as an export may say: it must not stop the build.
      [
        '10¹³ × 10¹⁵',
        { customers_affected: true, affected_users: '10000000000000', system_id: 'huge' },
        'A critical',
      ],
    ],
    {
      systems: [
        { system_id: 's', usual_amount: 100_000 },
        { system_id: 'half', usual_amount: 50_000_000 },
        { system_id: 'less', usual_amount: '49999999.5' },
        { system_id: 'unknown' },
        { system_id: 'free', usual_amount: 0 },
        { system_id: 'huge', usual_amount: '1000000000000000' },
      ],
    },
  );
  itRates('finance-b', [
    [{ availability_need: 1 }, 1],
    [{ availability_need: 2 }, 2],
    [{ availability_need: 3 }, 3],
    [{ availability_need: 4, confidentiality_need: 2, integrity_need: 2 }, 4],
    [{ availability_need: null, confidentiality_need: 2 }, null],
  ]);
});
