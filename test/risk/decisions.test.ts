/** How matters for decision stand at each month's end, worked by hand. Months January to April 2026, as-of 20 April noon (UTC). */
import { beforeAll, describe, expect, it } from 'vitest';
import { decisionStates } from '../../src/risk/decisions.js';
import { april, project } from '../marts/plainProject.js';
import { judgedBy } from './judged.js';

const head = 'decision_id,month,body,subject,scope,escalate,decision,decided_on,due_on,done_on';
/** Per month `state age over`, `–` where the row isn't there. */
const cases: readonly (readonly [what: string, row: string, expected: readonly string[]])[] = [
  // 31 January to 28 February 28 days, to 31 March 59, to 20 April 79.
  ['without a decision', '2026-01,executive,x,,,,,,', ['needed 0', 'needed 28', 'needed 59', 'needed 79']],
  ['stands from its own month on', '2026-03,executive,x,,,,,,', ['–', '–', 'needed 0', 'needed 20']],
  // Due on the last day of February: that day is over at the month's end; 28 February to 31 March 31, to 20 April 51.
  [
    'due on the last day',
    '2026-01,quality,x,,,,,2026-02-28,',
    ['needed 0', 'overdue 28 0', 'overdue 59 31', 'overdue 79 51'],
  ],
  [
    'due on the day of as-of, which is not over at noon',
    '2026-04,quality,x,,,,,2026-04-20,',
    ['–', '–', '–', 'needed 0'],
  ],
  ['due the day before it', '2026-04,quality,x,,,,,2026-04-19,', ['–', '–', '–', 'overdue 0 1']],
  [
    'decided, then done',
    '2026-01,quality,x,,,go,2026-02-28,2026-03-31,2026-03-31',
    ['needed 0', 'decided 28', 'done 59', 'done 79'],
  ],
  [
    'decided, and not done by its day',
    '2026-01,quality,x,,,go,2026-02-10,2026-03-15,2026-04-02',
    ['needed 0', 'decided 28', 'overdue 59 16', 'done 79'],
  ],
  ['decided after as-of', '2026-03,quality,x,,,go,2026-04-21,,', ['–', '–', 'needed 0', 'needed 20']],
  [
    'decided on the day of as-of',
    '2026-03,quality,x,,,go,2026-04-20,,',
    ['–', '–', 'needed 0', 'decided 20'],
  ],
  ['a text without a day', '2026-03,quality,x,,,go,,,', ['–', '–', 'needed 0', 'needed 20']],
  ['a day without a text', '2026-03,quality,x,,,,2026-04-01,,', ['–', '–', 'needed 0', 'decided 20']],
  [
    'done without a decision',
    '2026-03,quality,x,,,,,2026-04-10,2026-04-01',
    ['–', '–', 'needed 0', 'overdue 20 10'],
  ],
  // A matter of a month before the first: 30 November to 31 January 62.
  [
    'from before the first month',
    '2025-11,quality,x,,,,,,',
    ['needed 62', 'needed 90', 'needed 121', 'needed 141'],
  ],
  ['of a later month', '2026-05,quality,x,,,,,,', ['–', '–', '–', '–']],
];

let found: ReadonlyMap<string, string[]>;
beforeAll(async () => {
  const file = [head, ...cases.map(([, row], i) => `d${i},${row}`), ''].join('\n');
  found = await judgedBy(project({ 'decisions.csv': file }), april, {}, [decisionStates], async (db) => {
    const rows = await db.rows<{ id: string; text: string }>(
      `SELECT s.decision_id AS id, coalesce(nullif(concat_ws(' ', d.state, d.age_days, d.days_over), ''), '–') AS text
       FROM mart.months m CROSS JOIN staging.decisions s LEFT JOIN mart.decision_states d ON d.month = m.month AND d.decision_id = s.decision_id ORDER BY m.month`,
    );
    return new Map(cases.map((_, i) => [`d${i}`, rows.filter((r) => r.id === `d${i}`).map((r) => r.text)]));
  });
});

describe('a matter for decision', () => {
  it.each(cases.map(([what, , expected], i) => [what, `d${i}`, expected] as const))(
    '%s',
    (_, id, expected) => {
      expect(found.get(id)).toEqual(expected);
    },
  );

  it('shows of a decision only what was there by then', async () => {
    const file = `${head}\nd1,2026-01,executive,x,system:a:b,true,go,2026-03-01,2026-12-31,2026-04-01\nd2,2026-01,executive,y,group,,,,,\n`;
    const rows = await judgedBy(project({ 'decisions.csv': file }), april, {}, [decisionStates], (db) =>
      db.rows(
        `SELECT month, scope_kind AS kind, scope_id AS id, decision, decided_on::VARCHAR AS decided, done_on::VARCHAR AS done FROM mart.decision_states
         WHERE month IN ('2026-02', '2026-03') OR decision_id = 'd2' AND month = '2026-01' ORDER BY decision_id, month`,
      ),
    );
    const none = { decision: null, decided: null, done: null };
    expect(rows).toEqual([
      { month: '2026-02', kind: 'system', id: 'a:b', ...none },
      { month: '2026-03', kind: 'system', id: 'a:b', decision: 'go', decided: '2026-03-01', done: null },
      ...['2026-01', '2026-02', '2026-03'].map((month) => ({ month, kind: 'group', id: 'group', ...none })),
    ]);
  });
});
