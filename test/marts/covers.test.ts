/** Which months are whole: contract.md, `covers`. */
import { describe, expect, it } from 'vitest';
import { type Cover, coversMonth } from '../../src/marts/period.js';
import { figuresOf } from '../cases/figures.js';
import { type Files, systemsCsv } from '../loaders/project.js';

/** In days, as the days of grace are. */
const day = 24 * 60 * 60 * 1_000_000;
const cover = (from: number, to: number, company?: string): Cover => ({
  entry: 0,
  company,
  from: from * day,
  to: to * day,
  shownFrom: '',
  shownTo: '',
  declared: true,
});
const month = { starts: 10 * day, ends: 20 * day };

describe('coversMonth', () => {
  it.each<[string, Cover[], boolean]>([
    ['nothing', [], false],
    ['exactly', [cover(10, 20)], true],
    ['a day late', [cover(11, 20)], false],
    ['a day short', [cover(10, 19)], false],
    ['this half and that, one after the other', [cover(0, 15), cover(15, 30)], true],
    ['in any order', [cover(15, 30), cover(0, 15)], true],
    ['overlapping by the days of grace', [cover(0, 18), cover(15, 30)], true],
    ['overlapping by more: side by side, and neither is whole', [cover(0, 19), cover(15, 30)], false],
    ['one inside another: it holds something else', [cover(0, 30), cover(5, 7)], false],
    ['a gap between them', [cover(0, 14), cover(15, 30)], false],
    ['side by side, both whole', [cover(0, 20), cover(10, 30)], true],
    ['side by side, one of them short', [cover(0, 20), cover(0, 19)], false],
    ['three in a row', [cover(0, 12), cover(12, 18), cover(18, 30)], true],
  ])('%s', (_, covers, whole) => {
    expect(coversMonth(covers, undefined, month)).toBe(whole);
  });
  it.each<[string, string | undefined, boolean]>([
    ["a company's own export and the nameless one", 'a', true],
    ['a company whose export falls short', 'b', false],
    ['a company in the nameless export only', 'c', true],
    ['the group needs all', undefined, false],
  ])('%s', (_, company, whole) => {
    const covers = [cover(0, 20), cover(0, 20, 'a'), cover(0, 19, 'b')];
    expect(coversMonth(covers, company, month)).toBe(whole);
  });
  it('takes an old tool of the group and a new one of a company for one after the other', () => {
    const covers = [cover(0, 15), cover(15, 30, 'a')];
    expect(['a', 'b', undefined].map((company) => coversMonth(covers, company, month))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

/** One record on each of the given days. */
const csv = (...days: string[]): string =>
  `incident_id,occurred_at,system_id\n${days.map((d) => `I${d},${d},s1\n`).join('')}`;
const project = (entries: string[], files: Files, head = ''): Files => ({
  'kado.yaml': `timezone: Asia/Tokyo\n${head}companies: [{ id: a, name: A }, { id: b, name: B }]\nsources:\n  systems: s.csv\n  incidents:\n${entries.map((e) => `    - ${e}\n`).join('')}`,
  's.csv': systemsCsv('s1'),
  ...files,
});
async function wholeMonths(files: Files, month?: string) {
  const { list, period } = await figuresOf(files, { month });
  const whole = (id: string) =>
    list
      .filter((f) => f.metric === 'incidents' && f.scope_id === id && f.breakdown === '' && f.complete)
      .map((f) => f.month);
  return { group: whole('group'), a: whole('a'), b: whole('b'), month: period.month, asOf: period.asOfLocal };
}

describe('the default covers', () => {
  it.each<[string, string[], string[], string]>([
    ['from the 3rd', ['2026-01-03', '2026-02-28'], ['2026-01', '2026-02'], '2026-03-01 00:00'],
    ['from the 4th', ['2026-01-04', '2026-02-28'], ['2026-02'], '2026-03-01 00:00'],
    [
      'to the third last day of February',
      ['2026-01-01', '2026-02-26'],
      ['2026-01', '2026-02'],
      '2026-03-01 00:00',
    ],
    ['to the fourth last day', ['2026-01-01', '2026-02-25T10:30'], ['2026-01'], '2026-02-25 10:30'],
    [
      'to the third last day of a leap February',
      ['2028-01-01', '2028-02-27'],
      ['2028-01', '2028-02'],
      '2028-03-01 00:00',
    ],
    ['to the 26th of a leap February', ['2028-01-01', '2028-02-26'], ['2028-01'], '2028-02-26 00:00'],
  ])('%s', async (_, days, group, asOf) => {
    const found = await wholeMonths(project(['i.csv'], { 'i.csv': csv(...days) }), days[1]!.slice(0, 7));
    expect(found).toMatchObject({ group, asOf });
  });
  it('runs to the configured as_of, however old the last record is', async () => {
    const files = project(['i.csv'], { 'i.csv': csv('2026-01-01') }, 'as_of: 2026-03-31T00:00:00\n');
    expect(await wholeMonths(files)).toMatchObject({ group: ['2026-01', '2026-02'], month: '2026-02' });
  });
});

describe('the reported month', () => {
  it('is the last whole one; where none is whole, the last with data', async () => {
    const whole = project(['i.csv'], { 'i.csv': csv('2026-01-01', '2026-02-15') });
    expect((await wholeMonths(whole)).month).toBe('2026-01');
    const none = project(['i.csv'], { 'i.csv': csv('2026-01-10', '2026-02-15') });
    expect((await wholeMonths(none)).month).toBe('2026-02');
  });
  it.each(['2025-12', '2026-03'])('can not be %s', async (month) => {
    const files = project(['i.csv'], { 'i.csv': csv('2026-01-01', '2026-02-28') });
    await expect(figuresOf(files, { month })).rejects.toMatchObject({
      problems: [{ code: 'month_without_data' }],
    });
  });
  it('can not be had from records that all lie after as-of', async () => {
    const files = project(['i.csv'], { 'i.csv': csv('2026-05-01') }, 'as_of: 2026-03-31T00:00:00\n');
    await expect(figuresOf(files)).rejects.toMatchObject({ problems: [{ code: 'no_incident' }] });
  });
});

describe('several incident sources', () => {
  const entry = (path: string, from: string, to: string, company?: string): string =>
    `{ path: ${path}, covers: { from: ${from}, to: ${to} }${company ? `, company: ${company}` : ''} }`;
  const files = { 'i.csv': csv('2026-01-10'), 'j.csv': csv('2026-02-10'), 'k.csv': csv('2026-03-10') };
  const quarter = ['2026-01', '2026-02', '2026-03'];

  it('continue each other: last half of a month in one file, the rest in the next', async () => {
    const entries = [entry('i.csv', '2026-01-01', '2026-02-14'), entry('j.csv', '2026-02-15', '2026-03-31')];
    expect(await wholeMonths(project(entries, files))).toMatchObject({ group: quarter, month: '2026-03' });
  });
  it('leave a month with a one-day gap incomplete', async () => {
    const entries = [entry('i.csv', '2026-01-01', '2026-02-13'), entry('j.csv', '2026-02-15', '2026-03-31')];
    expect((await wholeMonths(project(entries, files))).group).toEqual(['2026-01', '2026-03']);
  });
  it('of two companies stand side by side: the group needs both', async () => {
    const entries = [
      entry('i.csv', '2026-01-01', '2026-03-31', 'a'),
      entry('j.csv', '2026-02-01', '2026-03-31', 'b'),
    ];
    expect(await wholeMonths(project(entries, files))).toMatchObject({
      group: ['2026-02', '2026-03'],
      a: quarter,
      b: ['2026-02', '2026-03'],
    });
  });
  it('the default month is one that all of them hold', async () => {
    const entries = [
      entry('i.csv', '2026-01-01', '2026-03-31', 'a'),
      entry('j.csv', '2026-01-01', '2026-02-28', 'b'),
    ];
    expect((await wholeMonths(project(entries, files))).month).toBe('2026-02');
  });
});

describe('the fiscal year to date', () => {
  it.each([
    [4, false],
    [1, true],
  ])(
    'from whole months January to March, the year beginning in month %d: complete %s',
    async (start, whole) => {
      const entry = '{ path: i.csv, covers: { from: 2026-01-01, to: 2026-03-31 } }';
      const files = project([entry], { 'i.csv': csv('2026-02-10') }, `fiscal_year_start: ${start}\n`);
      const { of } = await figuresOf(files);
      expect(of('2026-03/incidents/group:group').complete).toBe(true);
      expect(of('2026-03/incidents_fytd/group:group')).toMatchObject({ value: 1, complete: whole });
    },
  );
});
