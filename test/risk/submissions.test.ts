/** Who owes a monthly report, worked by hand. Months January to April 2026, as-of 20 April noon (UTC). */
import { beforeAll, describe, expect, it } from 'vitest';
import { submissionStates } from '../../src/risk/submissions.js';
import { april, project } from '../marts/plainProject.js';
import { judgedBy } from './judged.js';

const head = 'scope,month,due_at,submitted_at,by';
/** Kind of who reports, month, due, submitted; per month `state minutes`, `–` where the row isn't there. */
const cases: readonly (readonly [what: string, row: string, expected: readonly string[]])[] = [
  [
    'at the very due time',
    'unit,2026-01,2026-02-05T17:00:00Z,2026-02-05T17:00:00Z',
    ['owed', 'on_time', '–', '–'],
  ],
  [
    'five minutes late',
    'system,2026-01,2026-02-05T17:00:00Z,2026-02-05T17:05:59Z',
    ['owed', 'late 5', '–', '–'],
  ],
  [
    'submitted before its month is over',
    'supplier,2026-01,2026-02-05,2026-01-31',
    ['–', 'on_time', '–', '–'],
  ],
  // Of February's 24 days from the 5th on, 31 of March and 19.5 of April: 34560, 79200, 107280 minutes.
  [
    'never: it stays missing',
    'supplier,2026-01,2026-02-05,',
    ['owed', 'missing 34560', 'missing 79200', 'missing 107280'],
  ],
  [
    'came in March: missing in February, then gone from the list',
    'unit,2026-01,2026-02-05,2026-03-01T00:00:01Z',
    ['owed', 'missing 34560', '–', '–'],
  ],
  [
    'came as February ended',
    'unit,2026-01,2026-02-05,2026-03-01T00:00:00Z',
    ['owed', 'late 34560', '–', '–'],
  ],
  [
    'due when the month ends',
    'unit,2026-01,2026-02-01T00:00:00Z,',
    ['owed', 'missing 40320', 'missing 84960', 'missing 113040'],
  ],
  ['due within April after as-of', 'unit,2026-03,2026-04-25,', ['–', '–', 'owed', 'owed']],
  [
    'due within April after as-of, there already',
    'unit,2026-03,2026-04-25,2026-04-10',
    ['–', '–', 'owed', '–'],
  ],
  ['due at as-of', 'unit,2026-03,2026-04-20T12:00:00Z,', ['–', '–', 'owed', 'missing 0']],
  ['for a later month', 'unit,2026-05,2026-06-05,', ['–', '–', '–', '–']],
  [
    'due before the first month',
    'unit,2025-11,2025-12-31,',
    ['missing 46080', 'missing 86400', 'missing 131040', 'missing 159120'],
  ],
];

let found: ReadonlyMap<string, string[]>;
beforeAll(async () => {
  const rows = cases.map(([, row], i) => `${row.replace(',', `:n${i},`)},me`);
  const file = [head, ...rows, ''].join('\n');
  found = await judgedBy(project({ 'submissions.csv': file }), april, {}, [submissionStates], async (db) => {
    const states = await db.rows<{ id: string; text: string }>(
      `SELECT split_part(r.scope, ':', 2) AS id, coalesce(nullif(concat_ws(' ', s.state, s.minutes_late), ''), '–') AS text
       FROM mart.months m CROSS JOIN staging.submissions r LEFT JOIN mart.submission_states s ON s.month = m.month AND s._line = r._line ORDER BY m.month`,
    );
    return new Map(cases.map((_, i) => [`n${i}`, states.filter((r) => r.id === `n${i}`).map((r) => r.text)]));
  });
});

describe('a monthly report', () => {
  it.each(cases.map(([what, , expected], i) => [what, `n${i}`, expected] as const))(
    '%s',
    (_, id, expected) => {
      expect(found.get(id)).toEqual(expected);
    },
  );

  it('of who is in no input stands too: nothing is lost', async () => {
    const rows = ['unit:u1', 'unit:u9', 'system:s1', 'system:s9', 'supplier:X:Y'].map(
      (s) => `${s},2026-01,2026-02-05,,`,
    );
    const found = await judgedBy(
      project({ 'submissions.csv': `${head}\n${rows.join('\n')}\n` }),
      april,
      {},
      [submissionStates],
      (db) =>
        db.rows<{ id: string }>(
          `SELECT scope_kind || '|' || scope_id AS id FROM mart.submission_states WHERE month = '2026-02' AND state = 'missing' ORDER BY 1`,
        ),
    );
    expect(found.map((r) => r.id)).toEqual(['supplier|X:Y', 'system|s1', 'system|s9', 'unit|u1', 'unit|u9']);
  });
});
