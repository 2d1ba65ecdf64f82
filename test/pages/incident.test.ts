/** Pages of single incidents: which there are, what stands on them, and who links to them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageContent } from '../../src/pages/page.js';
import { routes } from '../../src/pages/view.js';
import { project } from '../marts/plainProject.js';
import { type Made, makeReport } from './report.js';

const hostile = '<script>alert(1)</script>';

/** Every column of the record but those that say where it belongs, each with a value of its own. */
const full: Readonly<Record<string, string>> = {
  detected_at: '2026-04-02T10:10:00Z',
  called_out_at: '2026-04-02T10:25:00Z',
  restored_at: '2026-04-02T12:00:00Z',
  closed_at: '2026-04-05T09:00:00Z',
  state: 'closed',
  title: hostile,
  found_by: 'The finder',
  found_how: 'By a monitor',
  symptom: 'No login',
  symptom_class: 'edi',
  place: 'Rack 7',
  continuity: 'intermittent',
  known: 'true',
  theme: 'operation',
  impact_scope: 'departments',
  affected_users: '12345',
  business_volume: '678',
  affected_amount: '9876543',
  impact_minutes: '95',
  availability_impact: '3',
  confidentiality_impact: '2',
  integrity_impact: '1',
  customers_affected: 'true',
  operations_affected: 'false',
  manual_workaround: 'true',
  media_reported: 'false',
  regulator_required: 'true',
  regulator_first_at: '2026-04-04T11:00:00Z',
  regulator_final_at: '2026-04-10T11:00:00Z',
  disclosed_at: '2026-04-03T08:00:00Z',
  responsibility: 'shared',
  severity: 'critical',
  analyst: 'The analyst',
  analysis_method: 'logic_tree',
  root_cause: 'The root',
  injection_cause: 'The injection',
  escape_cause: 'The escape',
  course: 'The course',
  trigger: 'The trigger',
  product_class: 'operations_document',
  process_class: 'migration',
  supplier: 'V',
  recurs_of: 'OPEN',
  provisional_fix: 'The fix',
  provisional_result: 'The result',
  closure_approved_by: 'The approver',
};
const columns = Object.keys(full);
const line = (id: string, occurred: string, more: Readonly<Record<string, string>>): string =>
  [id, occurred, 's2', ...columns.map((c) => more[c] ?? '')].join(',');
const csv = [
  `incident_id,occurred_at,system_id,${columns.join(',')}`,
  // Thirteen months end in April 2026: the first is April 2025.
  line('BEFORE', '2025-03-31T23:59:00Z', { severity: 'critical', restored_at: '2025-04-01T00:00:00Z' }),
  line('FIRST', '2025-04-01T00:00:00Z', { severity: 'heavy', restored_at: '2025-04-01T01:00:00Z' }),
  line('OPEN', '2025-03-01T00:00:00Z', { severity: 'other' }),
  line('SMALL', '2026-04-01T00:00:00Z', { severity: 'other', restored_at: '2026-04-01T01:00:00Z' }),
  line('WRONG', '2026-04-03T00:00:00Z', { severity: 'heavy', restored_at: '2026-04-02T00:00:00Z' }),
  line('FULL', '2026-04-02T10:00:00Z', full),
  '',
].join('\n');

const files = (yaml = '') => ({
  ...project(
    {
      'actions.csv':
        'action_id,incident_id,kind,content,owner,planned_on,due_on,approved_on,done_on,verified_on,rollout_system_id\n' +
        'A1,FULL,prevention,Prevent it,The owner,2026-04-03,2026-04-10,2026-04-04,,,\n' +
        'A2,FULL,rollout,Roll it out,,,2026-04-12,,2026-04-11,2026-05-20,s3\n',
      'incident_systems.csv':
        'incident_id,system_id,harm_from,harm_to,role\nFULL,s3,2026-04-02T10:30:00Z,2026-04-02T11:30:00Z,affected\n',
    },
    yaml,
  ),
  'i.csv': csv,
});

let made: Made;
let none: Made;
beforeAll(async () => {
  made = await makeReport(files(), '2026-04');
  none = await makeReport(files('incident_pages: 2\n'), '2026-04');
});

const text = (page: PageContent): string =>
  page.content.markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
const pageOf = (id: string, locale: 'ja' | 'en' = 'en', from = made): PageContent =>
  from.pages[locale].find((page) => page.route === routes.incident(id))!;
const routesOf = (from: Made): string[] =>
  from.pages.en.filter((page) => page.kind === 'incident').map((page) => page.route);

describe('an incident has a page', () => {
  it('where it is critical or heavy and of the last 13 months, or open: gravest first, then latest', () => {
    expect(routesOf(made)).toEqual(['FULL', 'WRONG', 'FIRST', 'OPEN'].map(routes.incident));
    expect(made.report.sheets.left).toBe(0);
  });

  it('up to the configured number; the register says how many had no room', () => {
    expect(routesOf(none)).toEqual(['FULL', 'WRONG'].map(routes.incident));
    const register = (from: Made): string => text(from.pages.en.find((page) => page.kind === 'register')!);
    expect(register(none)).toContain('2 incidents at most have a page of their own; 2 that would have one');
    expect(register(made)).not.toContain('page of their own');
  });

  it('to which its number links wherever it stands, and no link leads to a page that is not there', () => {
    for (const from of [made, none]) {
      const there = new Set(routesOf(from));
      const links = from.pages.en.flatMap((page) =>
        [...page.content.markup.matchAll(/href="(?:\.\.\/)*(incident\/[^"]+)"/g)].map((m) => [
          page.kind,
          m[1]!,
        ]),
      );
      expect(links.filter(([, to]) => !there.has(to!))).toEqual([]);
      const kinds = new Set(links.map(([kind]) => kind));
      for (const kind of ['register', 'system']) expect(kinds).toContain(kind);
    }
    const [first] = made.pages.en;
    expect(first!.content.markup).toContain(`<a href="${routes.incident('OPEN')}">OPEN</a>`);
    expect(first!.content.markup).toContain(`<a href="${routes.incident('FULL')}">FULL</a> &lt;script&gt;`);
    expect(pageOf('FULL').content.markup).toContain(`<a href="../${routes.incident('OPEN')}">OPEN</a>`);
    expect(pageOf('FULL').content.markup).not.toContain(`href="../${routes.incident('FULL')}"`);
  });
});

describe('its page', () => {
  it('shows every value that the record gives, with enumerations in words', () => {
    const shown = text(pageOf('FULL'));
    const words = [
      ...['The finder', 'By a monitor', 'No login', 'EDI', 'Rack 7', 'intermittent', 'Known fault yes'],
      ...['Theme operation', 'several departments', '12,345', '678', 'JPY 9,876,543', '1 h 35 min'],
      ...['availability (0–3) 3', 'confidentiality (1–2) 2', 'integrity (1–2) 1', 'Customers affected yes'],
      ...[
        'Operations affected no',
        'Manual workaround yes',
        'Reported in the media no',
        'shared',
        'critical',
      ],
      ...['Report to the regulator required yes', '2026-04-04 11:00', '2026-04-10 11:00', '2026-04-03 08:00'],
      ...[
        'The analyst',
        'logic tree',
        'The root',
        'The injection',
        'The escape',
        'The course',
        'The trigger',
      ],
      ...['Supplier involved V', 'The fix', 'The result', 'The approver', 'Every item is on record.'],
      made.report.config.currency,
    ];
    expect(words.filter((word) => !shown.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });

  it('says where it stands, and the time between its moments', () => {
    expect(text(pageOf('FULL'))).toContain('Restored 2 h after it occurred, at 2026-04-02 12:00.');
    // 10:00, 10:10, 10:25, 12:00, and 71 hours later.
    expect(text(pageOf('FULL'))).toMatch(
      /Detected 2026-04-02 10:10 10 min 10 min Called out 2026-04-02 10:25 15 min 25 min Restored 2026-04-02 12:00 1 h 35 min 2 h Closed 2026-04-05 09:00 2 d 21 h 2 d 23 h/,
    );
    // 1 March 2025 to 20 April 2026 noon: 415.5 days.
    expect(text(pageOf('OPEN'))).toContain('Not restored 416 d after it occurred, as of 2026-04-20 12:00.');
    expect(text(pageOf('OPEN', 'ja'))).toContain('発生から416日、2026-04-20 12:00時点で復旧していません。');
    expect(text(pageOf('WRONG'))).toContain('restored or closed before it occurred');
  });

  it('tells reports to the regulator that were late, and actions that are overdue', () => {
    const shown = text(pageOf('FULL'));
    expect(shown).toMatch(/First report to the regulator 2026-04-04 11:00 due 2026-04-\d\d \d\d:\d\d late/);
    // Due on the 10th, judged on the 20th.
    expect(shown).toMatch(/Prevent it The owner 2026-04-03 2026-04-10 10 d overdue 2026-04-04 – –/);
    // Verified in May: after as-of, so it isn't known yet.
    expect(shown).toMatch(/Roll it out Rolled out to \S+ no data – 2026-04-12 – 2026-04-11 –/);
  });

  it('names the systems that it harmed, and earlier and later incidents', () => {
    expect(text(pageOf('FULL'))).toContain('affected 2026-04-02 10:30 2026-04-02 11:30');
    expect(text(pageOf('FULL'))).toContain('Earlier incident OPEN (no title) by the record 2025-03-01');
    expect(text(pageOf('OPEN'))).toMatch(/Later incident FULL &lt;script&gt;.* by the record 2026-04-02/);
  });

  it('tells in one list what is not on record', () => {
    const [, absent] = text(pageOf('OPEN')).split('Items not on record');
    expect(absent).toMatch(/No data Detected, Called out, Restored, Closed, Symptom, .*Disclosed/);
    expect(absent).not.toContain('Not in any export');
    expect(text(pageOf('OPEN'))).not.toContain('Root cause The');
    expect(text(pageOf('OPEN', 'ja'))).toContain('情報なし 検知、招集、復旧、終結、現象');
  });

  it('shows a hostile title as the characters that it is', () => {
    for (const page of [...made.pages.ja, ...made.pages.en])
      expect(page.content.markup).not.toContain('<script');
    expect(pageOf('FULL').content.markup).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

it('tells an item that no export has as not supplied', async () => {
  const bare = await makeReport(project({}, '', 'I1,2026-04-19T00:00:00Z,s2\n'), '2026-04');
  const shown = text(bare.pages.en.find((page) => page.kind === 'incident')!);
  expect(shown).toMatch(/Not in any export Detected, Called out,/);
  expect(shown).toContain('No export gives actions.');
  expect(shown).not.toContain('No data');
});

it('is there where its system has ended since', async () => {
  const ended = await makeReport(project({}, '', 'I1,2026-03-10T00:00:00Z,s4\n'), '2026-04');
  expect(routesOf(ended)).toEqual([routes.incident('I1')]);
});
