/** Reports to the regulator and signatures on the executives' page: cases worked by hand, April 2026 as of the 20th, noon UTC. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import type { Files } from '../loaders/project.js';
import { project } from '../marts/plainProject.js';
import { type Made, makeReport } from './report.js';
import { plain, rowsOf, sectionOf } from './statements.js';

const header =
  'incident_id,occurred_at,system_id,title,regulator_required,regulator_first_at,regulator_final_at';
const files = (incidents: readonly string[], more: Files = {}, yaml = ''): Files => ({
  ...project(more, yaml),
  'i.csv': [header, ...incidents, ''].join('\n'),
});
const pageOf = (made: Made, locale: Locale, route = 'index.html'): string =>
  made.pages[locale].find((p) => p.route === route)!.content.markup;

let full: Made;
let bare: Made;
beforeAll(async () => {
  full = await makeReport(
    files(
      [
        'A,2026-04-19T11:00:00Z,s1,<b>Bank</b>,true,,',
        'B,2026-03-10T00:00:00Z,s2,Bonds,true,2026-03-10T05:00:00Z,',
        'C,2026-04-19T13:00:00Z,s3,Cards,true,,',
        'D,2026-04-01T00:00:00Z,s1,Desk,false,,',
        'E,2026-04-02T00:00:00Z,s1,Edge,,,',
        'F,2026-02-01T00:00:00Z,s1,Fax,true,2026-02-01T01:00:00Z,2026-02-10T00:00:00Z',
      ],
      {
        'approvals.csv': `month,edition,prepared_by,prepared_on,checked_by,checked_on,approved_by,approved_on
2026-03,1,Old,2026-04-02,Old,2026-04-02,Old,2026-04-02
2026-04,1,<i>佐藤</i>,2026-05-02,鈴木,2026-05-05,高橋,2026-05-07
2026-04,board,佐藤,2026-05-08,,,高橋,
`,
      },
    ),
    '2026-04',
  );
  bare = await makeReport(project(), '2026-04');
});

describe('reports to the regulator', () => {
  it('are listed by when they were due, each with what is over and what is not', () => {
    // B's final report: 30 days after 10 March is 9 April, over at its midnight: 10 days and 12 hours before noon of the 20th.
    expect(full.report.regulator.waiting.map((r) => [r.incidentId, r.report, r.due, r.minutesOver])).toEqual([
      ['B', 'final', '2026-04-09', 15_120],
      ['A', 'first', '2026-04-20 11:00', 60],
      ['C', 'first', '2026-04-20 13:00', -60],
      ['A', 'final', '2026-05-19', -42_480],
      ['C', 'final', '2026-05-19', -42_480],
    ]);
    expect(full.report.regulator.waiting.map((r) => r.overdue)).toEqual([true, true, false, false, false]);
    expect(full.figures.get('2026-04/regulator_reports_overdue/group:group')?.value).toBe(2);
  });

  it('stand on the page with their incident, system and time, and what nobody recorded is said', () => {
    const ja = sectionOf(pageOf(full, 'ja'), 'regulator');
    expect(plain(ja)).toContain('期限を過ぎた報告は2件、期限前の報告は3件です。');
    expect(plain(ja)).toContain('当月の障害のうち1件は、当局報告の要否が記録されていません。');
    expect(ja).toContain('data-figure="2026-04/regulator_reports_overdue/group:group"');
    expect(ja).toContain('&lt;b&gt;Bank&lt;/b&gt;');
    const en = sectionOf(pageOf(full, 'en'), 'regulator');
    expect(plain(en)).toContain('2 reports are overdue; 3 not yet due.');
    expect(rowsOf(en)).toHaveLength(5);
    expect(plain(en)).toContain('Within time');
  });

  it('are not called made where the exports do not tell', () => {
    expect(plain(sectionOf(pageOf(bare, 'ja'), 'regulator'))).toContain('判定できません');
    expect(plain(sectionOf(pageOf(bare, 'en'), 'regulator'))).toContain('Not known');
  });

  it('are none only of what is recorded', async () => {
    const none = await makeReport(files(['D,2026-04-01T00:00:00Z,s1,Desk,false,,']), '2026-04');
    expect(plain(sectionOf(pageOf(none, 'en'), 'regulator'))).toContain('No report is outstanding');
    const unknown = await makeReport(files(['E,2026-04-01T00:00:00Z,s1,Edge,,,']), '2026-04');
    const said = plain(sectionOf(pageOf(unknown, 'en'), 'regulator'));
    expect(said).not.toContain('No report is outstanding');
    expect(said).toContain('For 1 incident of the month it is not recorded');
  });
});

describe('signatures', () => {
  it('are those of the month, by edition; without name and day nobody has approved', () => {
    const ja = sectionOf(pageOf(full, 'ja'), 'sign-off');
    expect(plain(ja)).toMatch(
      /第1版.*作成: <i>佐藤<\/i> 2026-05-02.*確認: 鈴木 2026-05-05.*承認: 高橋 2026-05-07/,
    );
    expect(plain(ja)).toMatch(/版: board.*確認: 未確認.*承認: 高橋 日付未記入.*この報告は未承認の案です。/);
    expect(plain(ja).match(/未承認の案/g)).toHaveLength(1);
    expect(plain(ja)).not.toContain('Old');
    expect(ja).toContain('&lt;i&gt;佐藤&lt;/i&gt;');
    expect(plain(sectionOf(pageOf(full, 'en', 'data.html'), 'sign-off'))).toMatch(
      /Edition 1 .*Approved: 高橋 2026-05-07/,
    );
  });

  it('are missing where there are none', () => {
    expect(plain(sectionOf(pageOf(bare, 'en'), 'sign-off'))).toContain('This report is a draft');
  });

  it('come from sign_off too', async () => {
    const made = await makeReport(
      {
        ...project({}, 'sign_off: signed.csv\n'),
        'signed.csv': 'month,edition,approved_by,approved_on\n2026-04,1,高橋,2026-05-07\n',
      },
      '2026-04',
    );
    expect(made.report.signOff).toHaveLength(1);
    expect(plain(sectionOf(pageOf(made, 'en'), 'sign-off'))).not.toContain('draft');
  });
});
