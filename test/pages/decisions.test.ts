/** The page of decisions and submissions: what it says, held to cases worked by hand. March 2026 of the small project. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import { createSignals } from '../../src/metrics/signals.js';
import { decisionsPage } from '../../src/pages/decisions.js';
import { isExecutives, mattersSection, type Waiting, waitingMatters } from '../../src/pages/parts/matters.js';
import { within } from '../../src/pages/parts/namedScope.js';
import { type ReportData, readReport } from '../../src/pages/report.js';
import { routes, viewIn } from '../../src/pages/view.js';
import { writeFigures } from '../../src/publish/figuresFile.js';
import { escalations } from '../../src/risk/escalations.js';
import type { Files } from '../loaders/project.js';
import { project } from '../marts/plainProject.js';
import { judgedAnew, type Levels } from '../risk/judged.js';
import { directedWords, leadOf, plain, rowsOf, sectionOf } from './statements.js';

const read = (files: Files, levels: Levels): Promise<ReportData> =>
  judgedAnew(files, { month: '2026-03' }, levels, [escalations], async (db, { config, period, mapped }) => {
    await createSignals(db, config);
    const scratch = mkdtempSync(join(tmpdir(), 'kado-decisions-'));
    await writeFigures(db, scratch);
    rmSync(scratch, { recursive: true });
    return readReport(db, config, period, mapped);
  });

/**
 * s1 (company a until February, then b) is at 3 since January; s2 (a) at 4 since March, on the executives' agenda for 20 March; s3 (b) at 3 since
 * February, accepted to the end of April; s4 (b) at 3 in February, gone on 15 March: its matter is due on 1 April.
 */
const levels: Levels = {
  '2026-01': { s1: 3 },
  '2026-02': { s1: 3, s3: 3, s4: 3 },
  '2026-03': { s1: 2, s2: 4, s3: 3 },
};
const files = project({
  'decisions.csv': `decision_id,month,body,subject,scope,escalate,decision,decided_on,due_on,done_on
d1,2026-03,executive,<b>s2</b> and \${money},system:s2,,,,2026-03-20,
d2,2026-02,quality,Standby,company:a,true,Build it,2026-03-01,2026-03-10,2026-04-02
d3,2026-03,capacity,Disk,unit:u9,,,,,
d4,2026-01,executive,Old matter,,,Yes,2026-01-20,2026-02-20,2026-02-10
`,
  'acceptances.csv': `acceptance_id,scope,subject,reason,approved_by,approved_on,ends_on
a1,system:s3,Known,cheap,CIO,2026-02-01,2026-04-30
a4,group,Ended since,,CIO,2026-02-01,2026-04-19
a5,group,Ends on the day of as-of,,CIO,2026-02-01,2026-04-20
a2,unit:u1,Ended yesterday,,CIO,2025-01-01,2026-03-30
a3,layer:it_platform,Nobody signed,,,,2026-12-31
`,
  'submissions.csv': `scope,month,due_at,submitted_at,by
unit:u1,2026-02,2026-03-05T17:00:00Z,,
system:s1,2026-02,2026-03-05T17:00:00Z,2026-03-06T18:00:00Z,Abe
supplier:Acme,2026-03,2026-04-05T17:00:00Z,,
unit:u2,2026-02,2026-03-05T17:00:00Z,2026-03-05T16:00:00Z,Ito
`,
});

let report: ReportData;
let bare: ReportData;
beforeAll(async () => {
  report = await read(files, levels);
  bare = await read(project(), { '2026-01': { s1: 4 }, '2026-02': { s1: 1 }, '2026-03': { s1: 1, s2: 4 } });
}, 60_000);

const page = (data: ReportData, locale: Locale): string =>
  String(decisionsPage(viewIn(data, locale)).content);
const headOf = (markup: string): string => plain(/<h1>(.*?)<\/h1>/s.exec(markup)![1]!.replace('<br>', ' '));
/** Head, what stands small under it, cells. */
const rows = (markup: string, section: string): string[][] =>
  rowsOf(sectionOf(markup, section)).map((r) => [r.head, r.small, ...[...r.cells.values()].map(plain)]);

describe('the page of decisions and submissions', () => {
  it('says first how many matters wait, which acceptances ended, which reports are missing', () => {
    // s1 to b (since 4 March) and s2 to a and to the group (by the agenda) are overdue; s4 and the disk wait.
    expect(headOf(page(report, 'en'))).toBe(
      '5 matters wait for a decision, 3 of them overdue. 1 acceptance of a risk has ended. 1 monthly report is missing.',
    );
    expect(headOf(page(report, 'ja'))).toBe(
      '決定を待つ事項は5件、うち3件は期限を過ぎています。 リスク受容1件の期限が切れています。月次報告1件が未提出です。',
    );
    expect(plain(leadOf(page(report, 'en')))).toBe(
      'States are those at the end of the month. 1 decision is past the day by which it was to be done. 1 acceptance has no recorded approval and counts for nothing. 1 acceptance has ended between then and as-of.',
    );
  });

  it('lists what was sent upward: overdue, waiting, accepted', () => {
    expect(
      rows(page(report, 'en'), 'sent').map((r) => [r[0], r[2], ...r.slice(4, 5), ...r.slice(6)]),
    ).toEqual([
      ['s', 'Executive committee', 'Critical', 'March 2026 0 days', 'Overdue not decided', '2026-03-20'],
      ['s', 'A', 'Critical', 'March 2026 0 days', 'Overdue not decided', '2026-03-20'],
      ['s', 'B', 'High', 'January 2026 59 days', 'Overdue not decided', '2026-03-04'],
      ['s', 'B', 'High', 'February 2026 31 days', 'To decide', '2026-04-01'],
      ['s', 'B', 'High', 'February 2026 31 days', 'Accepted until 2026-04-30', '2026-04-01'],
    ]);
    const links = [...sectionOf(page(report, 'en'), 'sent').matchAll(/href="(system\/[^"]+)"/g)].map(
      (m) => m[1],
    );
    expect(links).toEqual(['s2', 's2', 's1', 's4', 's3'].map((s) => `system/${s}.html`));
    expect(rows(page(report, 'en'), 'sent')[3]![3]).toBe('no longer there');
  });

  it('lists the agenda as recorded, data as the characters that they are', () => {
    expect(rows(page(report, 'en'), 'recorded')).toEqual([
      [
        'Standby',
        'd2',
        'Quality meeting',
        'A',
        'February 2026 31 days',
        'Overdue decided, not done',
        'Build it decided 2026-03-01 · to be escalated',
        '2026-03-10',
      ],
      [
        '<b>s2</b> and ${money}',
        'd1',
        'Executive committee',
        's',
        'March 2026 0 days',
        'Overdue not decided',
        '',
        '2026-03-20',
      ],
      ['Disk', 'd3', 'Capacity committee', 'Unit u9', 'March 2026 0 days', 'To decide', '', 'none set'],
      [
        'Old matter',
        'd4',
        'Executive committee',
        'none recorded',
        'January 2026 59 days',
        'Done',
        'Yes decided 2026-01-20 · done 2026-02-10',
        '2026-02-20',
      ],
    ]);
    expect(page(report, 'en')).not.toMatch(/<b>s2|\$\{/);
  });

  it('lists acceptances, those that ended first', () => {
    expect(rows(page(report, 'en'), 'acceptances')).toEqual([
      ['Ended yesterday', '', 'u', 'CIO, 2025-01-01', 'Ended 1 day ago', '2026-03-30'],
      ['Nobody signed', '', 'Layer IT platform', 'no data', 'Not approved', '2026-12-31'],
      ['Ended since', '', 'Group', 'CIO, 2026-02-01', 'Valid ended by as-of', '2026-04-19'],
      ['Ends on the day of as-of', '', 'Group', 'CIO, 2026-02-01', 'Valid', '2026-04-20'],
      ['Known', 'cheap', 's', 'CIO, 2026-02-01', 'Valid', '2026-04-30'],
    ]);
  });

  it('lists reports, the missing first, with the published share', () => {
    const section = sectionOf(page(report, 'en'), 'submissions');
    expect([...section.matchAll(/<h3>(.*?)<\/h3>/g)].map((m) => plain(m[1]!))).toEqual([
      'Missing 1',
      'Late 1',
      'Not yet due 1',
      'On time 1',
    ]);
    // To the end of 31 March: 26 days 7 hours. One of the three that came due was on time.
    expect(rows(section, 'submissions').map((r) => [r[0], ...r.slice(2)])).toEqual([
      ['u', 'February 2026', '2026-03-05 17:00', '26\u00a0d'],
      ['s', 'February 2026', '2026-03-05 17:00', '2026-03-06 18:00', 'Abe', '1\u00a0d 1\u00a0h'],
      ['Acme', 'March 2026', '2026-04-05 17:00'],
      ['u', 'February 2026', '2026-03-05 17:00', '2026-03-05 16:00', 'Ito'],
    ]);
    expect(section).toContain('data-figure="2026-03/submission_on_time_rate/group:group"');
  });

  it('says so where an input is absent, and keeps what was sent upward undecided', () => {
    const markup = page(bare, 'en');
    expect(headOf(markup)).toBe('2 matters wait for a decision, none past its day.');
    for (const id of ['sent', 'recorded', 'capacity', 'acceptances', 'submissions'])
      expect(sectionOf(markup, id), id).toMatch(/class="missing">No export of/);
    // s1 fell in February: nobody can say whether that was decided.
    expect(rows(markup, 'sent').map((r) => r[7])).toEqual([
      'To decide',
      'To decide',
      'Decision not known',
      'Decision not known',
    ]);
    expect(sectionOf(markup, 'sent')).toContain('<summary>2 that a rule sent upward');
    expect(plain(leadOf(markup))).toContain('No export of acceptances is configured.');
    expect(headOf(page(bare, 'ja'))).toBe('決定を待つ事項は2件で、期限を過ぎたものはありません。');
  });

  it('uses no word of direction', () => {
    for (const locale of ['ja', 'en'] as const)
      for (const data of [report, bare]) expect(directedWords(page(data, locale), locale)).toEqual([]);
  });
});

describe('matters on other pages', () => {
  const section = (kind: string, id: string, limit = 9) => {
    const view = viewIn(report, 'en');
    return String(mattersSection(view, routes.company(id), within(view, { kind, id }), limit));
  };
  it('are those of the scope: overdue first, then on an agenda, then by level, then the oldest', () => {
    expect(rows(section('group', 'group'), 'matters')).toEqual([
      ['s', '<b>s2</b> and ${money}', 'Executive committee', '0 days', 'Overdue', '2026-03-20'],
      ['s', '<b>s2</b> and ${money}', 'A', '0 days', 'Overdue', '2026-03-20'],
      ['s', 'what to do about risk level “High”', 'B', '59 days', 'Overdue', '2026-03-04'],
      ['Disk', 'Unit u9', 'Capacity committee', '0 days', 'To decide', 'none set'],
      ['s', 'what to do about risk level “High”', 'B', '31 days', 'To decide', '2026-04-01'],
    ]);
    expect(rows(section('company', 'a'), 'matters').map((r) => r[2])).toEqual(['Executive committee', 'A']);
    expect(rows(section('unit', 'u1'), 'matters').map((r) => r[2])).toEqual(['Executive committee', 'A']);
    expect(rows(section('system', 's1'), 'matters')).toHaveLength(1);
    expect(section('system', 's3')).toContain('No matter waits for a decision.');
  });
  it('have in front what is asked to be, in the same order otherwise', () => {
    const view = viewIn(report, 'en');
    const ofB = (m: Waiting): boolean => 'sent' in m && m.sent.companyId === 'b';
    const all = within(view, { kind: 'group', id: 'group' });
    const markup = String(mattersSection(view, routes.executive, all, 9, ofB));
    expect(rows(markup, 'matters').map((r) => r[2])).toEqual([
      'B',
      'B',
      'Executive committee',
      'A',
      'Capacity committee',
    ]);
    expect(waitingMatters(view).filter(isExecutives)).toHaveLength(1);
  });
  it('are cut with a way to all of them', () => {
    const cut = section('group', 'group', 2);
    expect(rows(cut, 'matters')).toHaveLength(2);
    expect(cut).toContain('<a href="../decisions.html">All 5</a>');
    expect(section('group', 'group', 5)).not.toContain('decisions.html');
  });
});

describe('a long list', () => {
  it('folds what is beyond the first twenty, and leaves nothing out', async () => {
    const many = Array.from({ length: 31 }, (_, i) => `d${i},2026-03,quality,Matter ${i},,\n`).join('');
    const data = await read(
      project({ 'decisions.csv': `decision_id,month,body,subject,scope,decided_on\n${many}` }),
      {},
    );
    const section = sectionOf(page(data, 'en'), 'recorded');
    expect(rows(section, 'recorded')).toHaveLength(31);
    expect(rowsOf(section.split('<details>')[0]!)).toHaveLength(20);
    expect(section).toContain('<summary>The other 11</summary>');
  }, 60_000);
});
