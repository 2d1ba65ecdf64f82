/** When an acceptance of a risk is valid, worked by hand. Months January to April 2026, as-of 20 April noon (UTC). */
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptanceStates } from '../../src/risk/acceptances.js';
import { april, project } from '../marts/plainProject.js';
import { judgedBy } from './judged.js';

const head = 'acceptance_id,scope,subject,reason,approved_by,approved_on,ends_on';
/** Per month `state days over`. */
const cases: readonly (readonly [what: string, row: string, expected: readonly string[]])[] = [
  ['in force all along', 'CIO,2025-12-01,2026-12-31', ['valid', 'valid', 'valid', 'valid']],
  ['expired yesterday by as-of', 'CIO,2025-12-01,2026-04-19', ['valid', 'valid', 'valid', 'expired 1']],
  ['ends on the day of as-of', 'CIO,2025-12-01,2026-04-20', ['valid', 'valid', 'valid', 'valid']],
  // Its last day is included: 28 February it is valid, 31 March it ended 31 days ago, 20 April 51.
  ["ends on a month's last day", 'CIO,2025-12-01,2026-02-28', ['valid', 'valid', 'expired 31', 'expired 51']],
  [
    'approved in February, on its last day',
    'CIO,2026-02-28,2026-12-31',
    ['not_begun', 'valid', 'valid', 'valid'],
  ],
  ['approved after as-of', 'CIO,2026-04-21,2026-12-31', ['not_begun', 'not_begun', 'not_begun', 'not_begun']],
  [
    'without a day of approval',
    'CIO,,2026-02-28',
    ['unapproved', 'unapproved', 'unapproved 31', 'unapproved 51'],
  ],
  ['without an approver', ',2026-01-01,2026-12-31', ['unapproved', 'unapproved', 'unapproved', 'unapproved']],
  [
    'approved when it had ended',
    'CIO,2026-03-10,2026-01-31',
    ['not_begun', 'expired 28', 'expired 59', 'expired 79'],
  ],
];

let found: ReadonlyMap<string, string[]>;
beforeAll(async () => {
  const file = [head, ...cases.map(([, row], i) => `a${i},system:s1,x,,${row}`), ''].join('\n');
  found = await judgedBy(project({ 'acceptances.csv': file }), april, {}, [acceptanceStates], async (db) => {
    const rows = await db.rows<{ id: string; text: string }>(
      `SELECT acceptance_id AS id, concat_ws(' ', state, days_over) AS text FROM mart.acceptance_states ORDER BY month`,
    );
    return new Map(cases.map((_, i) => [`a${i}`, rows.filter((r) => r.id === `a${i}`).map((r) => r.text)]));
  });
});

describe('an acceptance', () => {
  it.each(cases.map(([what, , expected], i) => [what, `a${i}`, expected] as const))(
    '%s',
    (_, id, expected) => {
      expect(found.get(id)).toEqual(expected);
    },
  );
});
