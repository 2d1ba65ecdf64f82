/** One matter's course, month by month, by hand: levels in, states out. */
import { describe, expect, it } from 'vitest';
import { followMatter, type MatterMonth, type Ruling } from '../../src/risk/matter.js';

/** January to June 2026, raised from level 3 on. A letter is a month: a digit its level, `-` no data, `.` gone, `i` + digit incomplete, `a` + digit accepted. */
const days = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'];
/** 31 days counted from the day after the valuation. */
const due = ['2026-03-04', '2026-04-01', '2026-05-02', '2026-06-01', '2026-07-02', '2026-08-01'];

const monthsOf = (course: string): MatterMonth[] =>
  (course.match(/[ia]?[\d.-]/g) ?? []).map((seen, i) => {
    const level = /\d/.test(seen) ? Number(seen.at(-1)) : null;
    return {
      month: days[i]!.slice(0, 7),
      firstDay: `${days[i]!.slice(0, 8)}01`,
      lastDay: days[i]!,
      overDay: days[i]!,
      dueIfRaised: due[i]!,
      there: seen !== '.',
      level,
      asks: level !== null && level >= 3,
      complete: !seen.startsWith('i'),
      acceptance: seen.startsWith('a') ? 'acc' : null,
    };
  });

const ruling = (id: string, month: number, decidedOn: string | null, more: Partial<Ruling> = {}): Ruling => ({
  id,
  month: `2026-0${month}`,
  decidedOn: decidedOn === null ? null : `2026-${decidedOn}`,
  dueOn: null,
  doneOn: null,
  ...more,
});

/** `month raised asked state decision` of each row, months as their numbers. */
const follow = (course: string, rulings: Ruling[], recordFrom: string | null = '2025-12'): string[] =>
  followMatter(monthsOf(course), rulings, recordFrom).map((r) =>
    [
      Number(r.month.slice(5)),
      `from ${Number(r.raisedMonth.slice(5))}`,
      `at ${r.askedLevel}`,
      r.state,
      r.decisionId,
    ]
      .filter((x) => x !== null)
      .join(' '),
  );

describe('a matter', () => {
  it.each<[what: string, course: string, rulings: Ruling[], rows: string[]]>([
    ['nothing asks', '222222', [], []],
    [
      'waits, is overdue when its day is over (4 March; at the end of March), and stays though the level falls',
      '311.-0',
      [],
      [
        '1 from 1 at 3 needed',
        '2 from 1 at 3 needed',
        ...[3, 4, 5, 6].map((m) => `${m} from 1 at 3 overdue`),
      ],
    ],
    [
      'is decided, stands as such while a rule holds, and ends when it does not',
      '333322',
      [ruling('d', 1, '02-10')],
      ['1 from 1 at 3 needed d', ...[2, 3, 4].map((m) => `${m} from 1 at 3 decided d`)],
    ],
    [
      'decided in the month in which it was raised',
      '3322',
      [ruling('d', 1, '01-01')],
      ['1 from 1 at 3 decided d', '2 from 1 at 3 decided d'],
    ],
    [
      'done without effect: from the next month on it is a new matter',
      '33333',
      [ruling('d', 1, '01-15', { doneOn: '2026-02-20' })],
      [
        '1 from 1 at 3 decided d',
        '2 from 1 at 3 decided d',
        '3 from 3 at 3 needed',
        '4 from 3 at 3 needed',
        '5 from 3 at 3 overdue',
      ],
    ],
    [
      'of two decisions one is not done: still decided',
      '3333',
      [ruling('d', 1, '01-15', { doneOn: '2026-01-20' }), ruling('e', 1, '01-16')],
      [1, 2, 3, 4].map((m) => `${m} from 1 at 3 decided e`),
    ],
    [
      'a decision of before that month is none',
      '333',
      [ruling('d', 1, '01-31')].map((r) => ({ ...r, month: '2025-12', decidedOn: '2025-12-31' })),
      ['1 from 1 at 3 needed', '2 from 1 at 3 needed', '3 from 1 at 3 overdue'],
    ],
    [
      'decided when the level had fallen: listed so in that month, then gone',
      '3222',
      [ruling('d', 1, '02-10')],
      ['1 from 1 at 3 needed d', '2 from 1 at 3 decided d'],
    ],
    [
      'a rise after the decision is a new matter, which the old decision does not answer',
      '334443',
      [ruling('d', 1, '02-10')],
      [
        '1 from 1 at 3 needed d',
        '2 from 1 at 3 decided d',
        '3 from 3 at 4 needed',
        '4 from 3 at 4 needed',
        '5 from 3 at 4 overdue',
        '6 from 3 at 4 overdue',
      ],
    ],
    [
      'a rise before it is the same matter, and what was decided in that month answers it',
      '344',
      [ruling('d', 1, '02-10')],
      ['1 from 1 at 3 needed d', '2 from 1 at 4 decided d', '3 from 1 at 4 decided d'],
    ],
    [
      'a fall and return after it is a new matter',
      '32333',
      [ruling('d', 1, '01-15')],
      ['1 from 1 at 3 decided d', '3 from 3 at 3 needed', '4 from 3 at 3 needed', '5 from 3 at 3 overdue'],
    ],
    [
      'no data and an incomplete month are no fall',
      '3-i233',
      [ruling('d', 1, '01-15')],
      [1, 2, 3, 4, 5].map((m) => `${m} from 1 at 3 decided d`),
    ],
    [
      'decided, and the system is gone',
      '33.3',
      [ruling('d', 1, '01-15')],
      ['1 from 1 at 3 decided d', '2 from 1 at 3 decided d', '4 from 4 at 3 needed'],
    ],
    [
      'is accepted while the acceptance is valid, and returns with its age',
      '3a3a233',
      [],
      [
        '1 from 1 at 3 needed',
        '2 from 1 at 3 accepted',
        '3 from 1 at 3 accepted',
        '4 from 1 at 3 overdue',
        '5 from 1 at 3 overdue',
      ],
    ],
    [
      'an acceptance covers what rises under it, in sight of all',
      'a3a43',
      [],
      ['1 from 1 at 3 accepted', '2 from 1 at 4 accepted', '3 from 1 at 4 overdue'],
    ],
    [
      'a decision ends it, accepted or not',
      '3a33',
      [ruling('d', 1, '02-10')],
      ['1 from 1 at 3 needed d', '2 from 1 at 3 decided d', '3 from 1 at 3 decided d'],
    ],
    [
      'decided, and not done by its day',
      '3333',
      [ruling('d', 1, '02-10', { dueOn: '2026-03-15', doneOn: '2026-04-02' })],
      [
        '1 from 1 at 3 needed d',
        '2 from 1 at 3 decided d',
        '3 from 1 at 3 overdue d',
        '4 from 1 at 3 decided d',
      ],
    ],
    [
      'a later decision does not hide an overdue one',
      '3333',
      [ruling('d', 1, '02-10', { dueOn: '2026-03-15' }), ruling('e', 3, '03-20')],
      [
        '1 from 1 at 3 needed d',
        '2 from 1 at 3 decided d',
        '3 from 1 at 3 overdue d',
        '4 from 1 at 3 overdue d',
      ],
    ],
    [
      'of those in time the latest shows',
      '333',
      [ruling('d', 1, '02-10'), ruling('e', 2, '02-20')],
      ['1 from 1 at 3 needed d', '2 from 1 at 3 decided e', '3 from 1 at 3 decided e'],
    ],
    [
      'what stands on a body’s list is due on its day there, if that is earlier',
      '333',
      [ruling('d', 1, null, { dueOn: '2026-02-28' })],
      ['1 from 1 at 3 needed d', '2 from 1 at 3 overdue d', '3 from 1 at 3 overdue d'],
    ],
    [
      'and never later for it',
      '333',
      [ruling('d', 1, null, { dueOn: '2026-12-31' })],
      ['1 from 1 at 3 needed d', '2 from 1 at 3 needed d', '3 from 1 at 3 overdue d'],
    ],
  ])('%s', (_, course, rulings, rows) => {
    expect(follow(course, rulings)).toEqual(rows);
  });

  it('shows a decision only from its day on, and what was done from then on', () => {
    const rows = followMatter(
      monthsOf('333'),
      [ruling('d', 1, '02-10', { dueOn: '2026-12-31', doneOn: '2026-03-01' })],
      '2026-01',
    );
    expect(rows.map((r) => [r.decidedOn, r.dueOn, r.doneOn])).toEqual([
      [null, due[0], null],
      ['2026-02-10', '2026-12-31', null],
      ['2026-02-10', '2026-12-31', '2026-03-01'],
    ]);
  });

  it.each<[what: string, course: string, from: string | null, rulings: Ruling[], rows: string[]]>([
    [
      'fallen before it: the decision is not known, and it stays listed so',
      '32222',
      '2026-03',
      [],
      ['1 from 1 at 3 needed', ...[2, 3, 4, 5].map((m) => `${m} from 1 at 3 unrecorded`)],
    ],
    [
      'fallen when there was a record: undecided',
      '33322',
      '2026-03',
      [],
      ['1 from 1 at 3 needed', '2 from 1 at 3 needed', ...[3, 4, 5].map((m) => `${m} from 1 at 3 overdue`)],
    ],
    [
      'fallen in the very month in which the record begins: undecided',
      '322',
      '2026-02',
      [],
      ['1 from 1 at 3 needed', '2 from 1 at 3 needed', '3 from 1 at 3 overdue'],
    ],
    [
      'back again: a new matter',
      '3233',
      '2026-04',
      [],
      ['1 from 1 at 3 needed', '2 from 1 at 3 unrecorded', '3 from 3 at 3 needed', '4 from 3 at 3 needed'],
    ],
    ['gone', '3.', '2026-04', [], ['1 from 1 at 3 needed', '2 from 1 at 3 unrecorded']],
    [
      'no data, or incomplete',
      '3-i2',
      '2026-04',
      [],
      [...[1, 2].map((m) => `${m} from 1 at 3 needed`), '3 from 1 at 3 overdue'],
    ],
    [
      'accepted',
      '3a22',
      '2026-04',
      [],
      ['1 from 1 at 3 needed', '2 from 1 at 3 accepted', '3 from 1 at 3 unrecorded'],
    ],
    [
      'decided after all',
      '3222',
      '2026-03',
      [ruling('d', 3, '03-10')],
      ['1 from 1 at 3 needed', '2 from 1 at 3 unrecorded', '3 from 1 at 3 decided d'],
    ],
    [
      'without any record',
      '332',
      null,
      [],
      ['1 from 1 at 3 needed', '2 from 1 at 3 needed', '3 from 1 at 3 unrecorded'],
    ],
  ])('before the record of decisions begins: %s', (_, course, from, rulings, rows) => {
    expect(follow(course, rulings, from)).toEqual(rows);
  });
});
