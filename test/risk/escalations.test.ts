/** What is sent upward to whom, from levels set by hand. Months January to April 2026, as-of 20 April noon (UTC). */
import { describe, expect, it } from 'vitest';
import { acceptanceStates } from '../../src/risk/acceptances.js';
import { escalations } from '../../src/risk/escalations.js';
import type { Files } from '../loaders/project.js';
import { april, project } from '../marts/plainProject.js';
import { judgedBy, type Levels } from './judged.js';

const decisions = (...rows: string[]): Files => ({
  'decisions.csv': `decision_id,month,body,subject,scope,decided_on,due_on,done_on\n${rows.map((r) => `${r}\n`).join('')}`,
});
const acceptances = (...rows: string[]): Files => ({
  'acceptances.csv': `acceptance_id,scope,subject,approved_by,approved_on,ends_on\n${rows.map((r) => `${r}\n`).join('')}`,
});
/** The whole of March and April are in the export, so that nothing but as-of is open. */
const follow = (levels: Levels, files: Files = {}, yaml = '', where = 'true'): Promise<string[]> =>
  judgedBy(project(files, yaml), april, levels, [acceptanceStates, escalations], async (db) => {
    const rows = await db.rows<{ text: string }>(
      `SELECT concat_ws(' ', month, system_id, to_kind || ':' || to_id, 'asked', asked_level, 'level', coalesce(level::VARCHAR, '–'), 'since', raised_on, age_days, 'due', due_on, state, decision_id, acceptance_id) AS text
       FROM mart.escalations WHERE ${where} ORDER BY month, system_id, to_kind`,
    );
    return rows.map((r) => r.text);
  });
const every = (systems: Levels[string]): Levels =>
  Object.fromEntries(['2026-01', '2026-02', '2026-03', '2026-04'].map((m) => [m, systems]));

describe('what is sent upward', () => {
  it('goes from level 3 at importance 3 to the company, from level 4 anywhere to the group', async () => {
    const april_ = { s1: [3, 3], s2: [3, 2], s3: [4, 1] } as const;
    expect(await follow({ '2026-04': april_ })).toEqual([
      // Raised on the day of as-of; 31 days from the day after it: 22 May.
      '2026-04 s1 company:b asked 3 level 3 since 2026-04-20 0 due 2026-05-22 needed',
      '2026-04 s3 group:group asked 4 level 4 since 2026-04-20 0 due 2026-05-22 needed',
    ]);
    expect(await follow({ '2026-04': { s1: [4, 4], s2: [2, 4] } })).toEqual([
      '2026-04 s1 company:b asked 4 level 4 since 2026-04-20 0 due 2026-05-22 needed',
      '2026-04 s1 group:group asked 4 level 4 since 2026-04-20 0 due 2026-05-22 needed',
    ]);
  });

  it('follows the configured rules and days', async () => {
    const rules = 'risk: { decision_days: 5, escalation: [{ level: 2, importance: 4, to: group }] }\n';
    expect(await follow({ '2026-03': { s1: 2, s2: [4, 3] }, '2026-04': { s1: 2 } }, {}, rules)).toEqual([
      '2026-03 s1 group:group asked 2 level 2 since 2026-03-31 0 due 2026-04-06 needed',
      '2026-04 s1 group:group asked 2 level 2 since 2026-03-31 20 due 2026-04-06 overdue',
    ]);
    expect(await follow(every({ s1: 4 }), {}, 'risk: { escalation: [] }\n')).toEqual([]);
  });

  it('is overdue when the day by which it was to be decided is over, and stands with the system’s company of the month', async () => {
    // s1 is a's until February. 31 days from 1 February: 4 March.
    const record = decisions('o,2026-01,quality,x,company:a,,,');
    const levels = { '2026-01': { s1: 3 }, '2026-02': { s1: 1 }, '2026-03': { s1: null } };
    expect(await follow(levels, record)).toEqual([
      '2026-01 s1 company:a asked 3 level 3 since 2026-01-31 0 due 2026-03-04 needed',
      '2026-02 s1 company:a asked 3 level 1 since 2026-01-31 28 due 2026-03-04 needed',
      '2026-03 s1 company:b asked 3 level – since 2026-01-31 59 due 2026-03-04 overdue',
      // Gone from the systems: it stays, with its last company.
      '2026-04 s1 company:b asked 3 level – since 2026-01-31 79 due 2026-03-04 overdue',
    ]);
  });

  it('that fell before the record of those who decide begins stays, as one of which the decision is not known', async () => {
    // The quality meeting's record begins in January, the executives' in March.
    const record = decisions('o,2026-01,quality,x,company:a,,,', 'e,2026-03,executive,x,group,,,');
    const last = async (files: Files) =>
      (await follow({ '2026-01': { s1: 4 }, '2026-02': { s1: 1 } }, files, '', "month = '2026-04'")).map(
        (r) => `${r.split(' ')[2]} ${r.split(' ').at(-1)}`,
      );
    expect(await last(record)).toEqual(['company:a overdue', 'group:group unrecorded']);
    expect(await last({})).toEqual(['company:a unrecorded', 'group:group unrecorded']);
  });

  it('is decided by the executives for both tiers, by a quality meeting for the company, by the capacity committee for none', async () => {
    const levels = { '2026-03': { s1: 4, s2: 4, s3: 4 }, '2026-04': { s1: 4, s2: 4, s3: 4 } } as const;
    const files = decisions(
      'e,2026-03,executive,x,system:s1,2026-04-02,,',
      'q,2026-03,quality,x,system:s2,2026-04-02,2026-04-10,',
      'c,2026-03,capacity,x,system:s3,2026-04-02,,',
      'u,2026-03,executive,x,unit:u2,2026-04-02,,',
    );
    expect(await follow(levels, files, '', "month = '2026-04'")).toEqual([
      '2026-04 s1 company:b asked 4 level 4 since 2026-03-31 20 due decided e',
      '2026-04 s1 group:group asked 4 level 4 since 2026-03-31 20 due decided e',
      '2026-04 s2 company:a asked 4 level 4 since 2026-03-31 20 due 2026-04-10 overdue q',
      '2026-04 s2 group:group asked 4 level 4 since 2026-03-31 20 due 2026-05-02 needed',
      '2026-04 s3 company:b asked 4 level 4 since 2026-03-31 20 due 2026-05-02 needed',
      '2026-04 s3 group:group asked 4 level 4 since 2026-03-31 20 due 2026-05-02 needed',
    ]);
  });

  it('is decided on the day of as-of, not on the day after it', async () => {
    const on = (day: string) =>
      follow({ '2026-04': { s1: 3 } }, decisions(`d,2026-04,quality,x,system:s1,${day},2026-06-30,`)).then(
        (rows) => rows.map((r) => r.split(' ').slice(-2).join(' ')),
      );
    expect(await on('2026-04-20')).toEqual(['decided d']);
    expect(await on('2026-04-21')).toEqual(['needed d']);
  });

  it('is accepted while an acceptance of exactly this system is valid: expired yesterday by as-of, it waits again', async () => {
    const last = async (...rows: string[]) =>
      (await follow(every({ s1: 3 }), acceptances(...rows), '', "month >= '2026-03'")).map((r) =>
        r.split(' ').slice(10).join(' '),
      );
    expect(await last('acc,system:s1,x,CIO,2026-01-10,2026-04-19')).toEqual([
      'due 2026-03-04 accepted acc',
      'due 2026-03-04 overdue',
    ]);
    expect(await last('acc,system:s1,x,CIO,2026-01-10,2026-04-20')).toEqual([
      'due 2026-03-04 accepted acc',
      'due 2026-03-04 accepted acc',
    ]);
    // Of others, or without an approver: none of these counts.
    const others = ['unit:s1', 'unit:u2', 'system:s2', 'group', 'company:b'].map(
      (o) => `${o},${o},x,CIO,2026-01-10,2026-12-31`,
    );
    expect(await last(...others, 'acc,system:s1,x,,2026-01-10,2026-12-31')).toEqual([
      'due 2026-03-04 overdue',
      'due 2026-03-04 overdue',
    ]);
  });

  it('does not take the month that is not over for a fall', async () => {
    const files = decisions('d,2026-01,quality,x,system:s1,2026-02-02,,');
    // April ends at as-of: incomplete. March is whole.
    expect(
      await follow({ ...every({ s1: 3 }), '2026-04': { s1: 0 } }, files, '', "month = '2026-04'"),
    ).toEqual(['2026-04 s1 company:b asked 3 level 0 since 2026-01-31 79 due decided d']);
    const ended = { ...every({ s1: 3 }), '2026-03': { s1: 0 }, '2026-04': { s1: 0 } };
    expect(await follow(ended, files, '', "month >= '2026-03'")).toEqual([]);
  });

  it('takes ids for what they are', async () => {
    const id = "x'); DROP TABLE mart.months; --:é";
    const files = {
      ...project(decisions(`"d'1",2026-03,executive,x,"system:${id}",2026-04-02,,`)),
      's.csv': `system_id,unit_id,name_ja\n"${id}",u2,s\ns2,u1,s\n`,
    };
    const rows = await judgedBy(
      files,
      april,
      { '2026-03': { [id]: 4 }, '2026-04': { [id]: 4 } },
      [acceptanceStates, escalations],
      (db) =>
        db.rows(
          `SELECT system_id AS id, state, decision_id AS decision FROM mart.escalations WHERE month = '2026-04'`,
        ),
    );
    expect(rows).toEqual([1, 2].map(() => ({ id, state: 'decided', decision: "d'1" })));
  });
});
