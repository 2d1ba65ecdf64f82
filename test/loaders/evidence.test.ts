/** What a column's values decide together: over a small table, then through the loaders. */
import { describe, expect, it } from 'vitest';
import { type WeighedColumn, weighEvidence } from '../../loaders/evidence.js';
import { quoteText } from '../../src/duckdb/quote.js';
import { messageOf, type Problem } from '../../src/errors.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { incidentProject, stagedIncidents, stops, told, toldReject, withStaged } from './project.js';

const db = await scratchDatabase();

interface Weighed {
  readonly type?: WeighedColumn['type'];
  readonly format?: readonly string[];
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly typedDates?: boolean;
}

/** One column `v` of the values, from line 2 on. */
async function weigh(values: readonly (string | null)[], how: Weighed = {}) {
  const rows = values.map((v, i) => `(${i + 2}, ${v === null ? 'NULL' : quoteText(v)})`);
  await db.run(`CREATE OR REPLACE TABLE raw AS SELECT * FROM (VALUES ${rows.join(', ')}) x(n, v)`);
  const evidence = await weighEvidence(db, {
    table: 'raw',
    line: 'n',
    path: 'x.csv',
    delimiter: how.delimiter ?? ',',
    decimal: how.decimal,
    timezone: 'Asia/Tokyo',
    typedDates: how.typedDates ?? false,
    columns: [
      {
        name: 'c',
        own: 'v',
        key: 'columns.c',
        type: how.type ?? 'time',
        text: `nullif(trim(v), '')`,
        format: how.format,
      },
    ],
  });
  return {
    formats: evidence.formats.get('c'),
    warnings: evidence.warnings.map(shown),
    problems: evidence.problems.map(shown),
  };
}
const shown = (p: Problem): string =>
  `${told(p)} ${p.params.choices ?? `${p.params.value} ${p.params.other ?? ''}`}`;
const silent = { formats: undefined, warnings: [], problems: [] };

describe('dates that need no order', () => {
  it.each([
    ['ISO 8601', ['2026-04-01', '2026-04-01T10:00Z', null]],
    ['year first', ['2026/4/1', '2026.4.1 9:00', '２０２６／４／１', '2026年4月1日']],
    ['eras', ['R6.4.1', '令和6年4月1日', 'H31/4/30']],
    ['two kinds of separator', ['31/12-2026']],
    ['no date in either order', ['31/31/2026', '30/02/2026', '00/01/2026', '03/04/2026 25:00']],
    ['month names', ['11/May/24 03:26 PM']],
    ['nothing', [null, '']],
    ['words', ['unknown', '3/4', '1/2/3/4', '03/04/20261']],
  ])('%s', async (_, values) => {
    expect(await weigh(values)).toEqual(silent);
  });
  it('a declared format, whatever the values', async () => {
    expect(await weigh(['03/04/2026'], { format: ['%m/%d/%Y'] })).toEqual(silent);
  });
  it('columns of other types', async () => {
    expect(await weigh(['03/04/2026'], { type: 'text' })).toEqual(silent);
  });
});

const both = ['iso', 'japanese'];
describe('one value that reads in one order only decides', () => {
  it.each<[string, string[], Weighed, string[], string]>([
    ['the day', ['03/04/2026', '13/04/2026'], {}, [...both, '%d/%m/%Y'], 'x.csv:3:v format: "%d/%m/%Y"'],
    ['the month', ['03/04/2026', '04/13/2026'], {}, [...both, '%m/%d/%Y'], 'x.csv:3:v format: "%m/%d/%Y"'],
    [
      'the 12th is none, the 13th is',
      ['12/12/2026', '13/12/2026'],
      {},
      [...both, '%d/%m/%Y'],
      'x.csv:3:v format: "%d/%m/%Y"',
    ],
    ['dots', ['3.4.2026', '31.12.2026'], {}, [...both, '%d.%m.%Y'], 'x.csv:3:v format: "%d.%m.%Y"'],
    ['full-width', ['３１／１２／２０２６'], {}, [...both, '%d/%m/%Y'], 'x.csv:2:v format: "%d/%m/%Y"'],
    [
      'a time of day',
      ['6/21/2025 16:14'],
      {},
      [...both, '%m/%d/%Y %H:%M'],
      'x.csv:2:v format: "%m/%d/%Y %H:%M"',
    ],
    [
      'seconds',
      ['21-06-2025 16:14:05'],
      {},
      [...both, '%d-%m-%Y %H:%M:%S'],
      'x.csv:2:v format: "%d-%m-%Y %H:%M:%S"',
    ],
    ['one digit before hyphens', ['4-21-2026'], {}, [...both, '%m-%d-%Y'], 'x.csv:2:v format: "%m-%d-%Y"'],
    [
      'AM and PM',
      ['6/21/2025, 4:14:05 PM'],
      {},
      [...both, '%m/%d/%Y, %I:%M:%S %p'],
      'x.csv:2:v format: "%m/%d/%Y, %I:%M:%S %p"',
    ],
    [
      'AM and PM without a space',
      ['6/21/2025 4:14PM'],
      {},
      [...both, '%m/%d/%Y %I:%M%p'],
      'x.csv:2:v format: "%m/%d/%Y %I:%M%p"',
    ],
    [
      'several forms',
      ['03/04/2026 10:00', '21/04/2026', '4.5.99'],
      {},
      [...both, '%d.%m.%y', '%d/%m/%Y', '%d/%m/%Y %H:%M'],
      'x.csv:3:v format: ["%d.%m.%y", "%d/%m/%Y", "%d/%m/%Y %H:%M"]',
    ],
    [
      'other values beside',
      ['2026-04-01', '21/04/2026'],
      {},
      [...both, '%d/%m/%Y'],
      'x.csv:3:v format: [iso, japanese, "%d/%m/%Y"]',
    ],
    ['two-digit years, month first', ['6/21/25'], {}, [...both, '%m/%d/%y'], 'x.csv:2:v format: "%m/%d/%y"'],
    [
      'two-digit years, year first',
      ['26/04/05', '99/12/31'],
      {},
      [...both, '%y/%m/%d'],
      'x.csv:3:v format: "%y/%m/%d"',
    ],
    [
      'what reads in no order does not count',
      ['30/02/2026', '21/04/2026'],
      {},
      [...both, '%d/%m/%Y'],
      'x.csv:3:v format: "%d/%m/%Y"',
    ],
    ['a day', ['21/04/2026'], { type: 'date' }, [...both, '%d/%m/%Y'], 'x.csv:2:v format: "%d/%m/%Y"'],
    [
      'the keyword',
      ['21/04/2026'],
      { format: ['day_or_month_first'] },
      ['%d/%m/%Y'],
      'x.csv:2:v format: "%d/%m/%Y"',
    ],
    [
      'the keyword: the year is behind',
      ['21/04/26'],
      { format: ['day_or_month_first'] },
      ['%d/%m/%y'],
      'x.csv:2:v format: "%d/%m/%y"',
    ],
    [
      'the keyword among others',
      ['2026-01-02', '4/21/2026'],
      { format: ['%Y-%m-%d', 'day_or_month_first', 'japanese'] },
      ['%Y-%m-%d', '%m/%d/%Y', 'japanese'],
      'x.csv:3:v format: ["%Y-%m-%d", "%m/%d/%Y", japanese]',
    ],
    [
      'what other formats read does not count',
      ['21/04/2026', '4-21-2026'],
      { format: ['%d/%m/%Y', 'day_or_month_first'] },
      ['%d/%m/%Y', '%m-%d-%Y'],
      'x.csv:3:v format: ["%d/%m/%Y", "%m-%d-%Y"]',
    ],
  ])('%s', async (_, values, how, formats, warning) => {
    expect(await weigh(values, how)).toEqual({
      formats,
      warnings: [`date_order_taken ${warning}`],
      problems: [],
    });
  });
  it('of columns whose names are those in our own SQL', async () => {
    const names = ['t', 'g', 'd', 'm', 's', 'x', 'y', 'v', 'b', 'line'];
    const columns = names.map((n) => `'21/04/2026' AS ${n}`).join(', ');
    await db.run(`CREATE OR REPLACE TABLE raw AS SELECT 2 AS n, ${columns}`);
    for (const type of ['time', 'number'] as const)
      for (const name of names) {
        const { formats } = await weighEvidence(db, {
          table: 'raw',
          line: 'n',
          path: 'x.csv',
          delimiter: ';',
          decimal: undefined,
          timezone: 'Asia/Tokyo',
          typedDates: false,
          columns: [
            { name, own: name, key: '', type, text: name, format: ['iso', 'japanese', 'day_or_month_first'] },
          ],
        });
        expect([name, formats.get(name)?.at(-1)]).toEqual([name, type === 'time' ? '%d/%m/%Y' : undefined]);
      }
  });
  it('says how many decided', async () => {
    const values = ['03/04/2026', '13/04/2026', '04/04/2026', '14/04/2026', '15/04/2026'];
    const rows = values.map((v, i) => `(${i + 2}, '${v}')`).join(', ');
    await db.run(`CREATE OR REPLACE TABLE raw AS SELECT * FROM (VALUES ${rows}) x(n, v)`);
    const { warnings } = await weighEvidence(db, {
      table: 'raw',
      line: 'n',
      path: 'x.csv',
      delimiter: ',',
      decimal: undefined,
      timezone: 'Asia/Tokyo',
      typedDates: false,
      columns: [{ name: 'c', own: 'v', key: 'columns.c', type: 'time', text: 'v' }],
    });
    expect(warnings[0]).toMatchObject({
      level: 'warning',
      params: { count: 5, deciding: 3, value: '13/04/2026' },
    });
  });
});

describe('refused', () => {
  it.each<[string, string[], Weighed, string]>([
    [
      'no value decides',
      ['03/04/2026 10:00', '12/12/2026 10:00'],
      {},
      'date_order_ambiguous x.csv:2:v format: "%d/%m/%Y %H:%M" | format: "%m/%d/%Y %H:%M"',
    ],
    [
      'the same day and month',
      ['04/04/2026'],
      {},
      'date_order_ambiguous x.csv:2:v format: "%d/%m/%Y" | format: "%m/%d/%Y"',
    ],
    [
      'two-digit years: the year may be first',
      ['26/04/05'],
      {},
      'date_order_ambiguous x.csv:2:v format: "%d/%m/%y" | format: "%y/%m/%d"',
    ],
    [
      'two-digit years: all three',
      ['04/05/06'],
      {},
      'date_order_ambiguous x.csv:2:v format: "%d/%m/%y" | format: "%m/%d/%y" | format: "%y/%m/%d"',
    ],
    [
      'the keyword, undecided',
      ['2026-01-01', '03/04/26'],
      { format: ['iso', 'day_or_month_first'] },
      'date_order_ambiguous x.csv:3:v format: [iso, "%d/%m/%y"] | format: [iso, "%m/%d/%y"]',
    ],
    [
      'both orders',
      ['03/04/2026', '13/04/2026', '04/13/2026'],
      {},
      'date_order_mixed x.csv:3:v format: "%d/%m/%Y" | format: "%m/%d/%Y"',
    ],
    [
      'both orders in different forms',
      ['4/13/2026 9:00', '13.4.2026'],
      {},
      'date_order_mixed x.csv:3:v format: ["%d.%m.%Y", "%d/%m/%Y %H:%M"] | format: ["%m.%d.%Y", "%m/%d/%Y %H:%M"]',
    ],
  ])('%s', async (_, values, how, problem) => {
    expect(await weigh(values, how)).toEqual({ formats: undefined, warnings: [], problems: [problem] });
  });
});

describe('dates of a format of its own', () => {
  it('are ISO 8601 before what is declared for texts', async () => {
    const how = { typedDates: true, format: ['%d/%m/%Y'] };
    expect((await weigh(['2026-04-01'], how)).formats).toEqual(['iso', '%d/%m/%Y']);
    expect((await weigh(['2026-04-01'], { ...how, format: ['iso', '%d/%m/%Y'] })).formats).toBeUndefined();
    expect((await weigh(['2026-04-01'], { typedDates: true })).formats).toBeUndefined();
    const keyword = { typedDates: true, format: ['day_or_month_first'] };
    expect((await weigh(['2026-04-01', '21/4/2026'], keyword)).formats).toEqual(['iso', '%d/%m/%Y']);
  });
});

const counted: Weighed = { type: 'number' };
describe('commas and points in numbers', () => {
  it.each<[string, string[], Weighed]>([
    ['plain', ['1', '1.5', '1.234', '0.123'], counted],
    ['grouped thousands', ['1,234', '1,234,567', '0.5'], counted],
    ['decimal commas alone: each row says it itself', ['1,5', '2,25'], counted],
    ['a declared comma', ['1,5', '1.234'], { ...counted, decimal: ',' }],
    ['a declared point', ['1,5', '1,234'], { ...counted, decimal: '.' }],
    ['texts', ['1,5', '1,234'], { type: 'text' }],
    ['semicolons, decided by two groups', ['1,234', '1,234,567'], { ...counted, delimiter: ';' }],
    ['semicolons, decided by comma and point', ['1,234', '1,234.5'], { ...counted, delimiter: ';' }],
    ['semicolons, decided by a point', ['1,234', '0.5'], { ...counted, delimiter: ';' }],
    ['semicolons, plain', ['1', '1234', '1.5', '1.234'], { ...counted, delimiter: ';' }],
    ['semicolons, decimal commas', ['1,5', '12,25'], { ...counted, delimiter: ';' }],
    ['words', ['a, b', 'x.y.z'], counted],
  ])('stand: %s', async (_, values, how) => {
    expect(await weigh(values, how)).toEqual(silent);
  });
  it.each<[string, string[], Weighed, string]>([
    ['1,5 beside 1,234', ['1,234', '1,5'], counted, 'decimal_sign_mixed x.csv:3:v 1,5 1,234'],
    ['1,5 beside 1,234,567', ['1,5', '1,234,567'], counted, 'decimal_sign_mixed x.csv:2:v 1,5 1,234,567'],
    ['1,5 beside 1.234', ['1.234', '1,5'], counted, 'decimal_sign_mixed x.csv:3:v 1,5 1.234'],
    ['1.234,5 beside 1.234', ['1.234', '1.234,5'], counted, 'decimal_sign_mixed x.csv:3:v 1.234,5 1.234'],
    [
      '1.234.567 beside 1.234',
      ['1.234', '1.234.567'],
      counted,
      'decimal_sign_mixed x.csv:3:v 1.234.567 1.234',
    ],
    ['full-width', ['１，５', '１，２３４'], counted, 'decimal_sign_mixed x.csv:2:v １，５ １，２３４'],
    ['with counters', ['1,5件', '▲1,234円'], counted, 'decimal_sign_mixed x.csv:2:v 1,5件 ▲1,234円'],
    ['minutes', ['1,5', '1,234'], { type: 'minutes' }, 'decimal_sign_mixed x.csv:2:v 1,5 1,234'],
    [
      'semicolons and 1,234',
      ['5', '1,234'],
      { ...counted, delimiter: ';' },
      'decimal_sign_ambiguous x.csv:3:v 1,234 ',
    ],
    [
      'semicolons and 1.234',
      ['5', '1.234'],
      { ...counted, delimiter: ';' },
      'decimal_sign_ambiguous x.csv:3:v 1.234 ',
    ],
    [
      'semicolons and 999,999',
      ['999,999'],
      { ...counted, delimiter: ';' },
      'decimal_sign_ambiguous x.csv:2:v 999,999 ',
    ],
  ])('refuse the file: %s', async (_, values, how, problem) => {
    expect(await weigh(values, how)).toEqual({ formats: undefined, warnings: [], problems: [problem] });
  });
});

describe('through the loaders', () => {
  const csv = (...rows: string[]): string => `incident_id,occurred_at,restored_at\n${rows.join('\n')}\n`;
  it('reads what was decided, and says so', async () => {
    const files = incidentProject([], csv('I1,03/04/2026 10:00,', 'I2,21/04/2026 10:00,2026/4/21 12:00'));
    await withStaged(files, async ({ loaded, rejects }) => {
      expect(loaded.warnings.map(told)).toEqual(['date_order_taken i.csv:3:occurred_at']);
      expect(messageOf(loaded.warnings[0]!, 'en')).toBe(
        'the 2 dates of occurred_at were read as %d/%m/%Y %H:%M (values that read in no other order: 1, "21/04/2026 10:00" the first)',
      );
      expect(rejects).toEqual([]);
    });
    expect(await stagedIncidents(files, 'occurred_at::VARCHAR')).toEqual([
      ['2026-04-03 01:00:00+00'],
      ['2026-04-21 01:00:00+00'],
    ]);
  });
  it('each file by its own evidence', async () => {
    const files: Record<string, string> = {
      ...incidentProject([], ''),
      'i.csv': csv('I1,03/04/2026,', 'I2,21/04/2026,'),
      'j.csv': csv('I3,03/04/2026,', 'I4,04/21/2026,'),
      'k.csv': csv('I5,2026-04-03,'),
    };
    files['kado.yaml'] = files['kado.yaml']!.replace('path: i.csv', 'path: [i.csv, j.csv, k.csv]');
    expect(
      await stagedIncidents(files, "incident_id, strftime(occurred_at + INTERVAL 9 HOUR, '%m-%d')"),
    ).toEqual([
      ['I1', '04-03'],
      ['I2', '04-21'],
      ['I3', '03-04'],
      ['I4', '04-21'],
      ['I5', '04-03'],
    ]);
  });
  it('refuses a file that reads both ways, by its name, line and column, exit code 1', async () => {
    const files = incidentProject([], csv('I1,03/04/2026 10:00,', 'I2,04/05/2026 11:00,'));
    expect(await stops(files)).toEqual(['date_order_ambiguous i.csv:2:occurred_at']);
    const declared = incidentProject(
      ['columns: { occurred_at: { from: occurred_at, format: "%m/%d/%Y %H:%M" } }'],
      csv('I1,03/04/2026 10:00,'),
    );
    expect(await stagedIncidents(declared, 'occurred_at::VARCHAR')).toEqual([['2026-03-04 01:00:00+00']]);
  });
  it('sees values behind white space, and not those that are missing', async () => {
    const files = incidentProject([], csv('I1,"　03/04/2026 10:00",'));
    expect(await stops(files)).toEqual(['date_order_ambiguous i.csv:2:occurred_at']);
    const missing = incidentProject(['missing: ["01/01/1900"]'], csv('I1,2026-04-01,01/01/1900'));
    expect(await stagedIncidents(missing, 'restored_at')).toEqual([[null]]);
    const mapped = incidentProject(
      ['columns: { restored_at: { from: restored_at, map: { x: 03/04/2026 } } }'],
      csv('I1,2026-04-01,x'),
    );
    expect(await stops(mapped)).toEqual(['date_order_ambiguous i.csv:2:restored_at']);
  });
  it('names every column of a file at once', async () => {
    const files = incidentProject([], csv('I1,03/04/2026,13/04/2026', 'I2,04/05/2026,04/13/2026'));
    expect(await stops(files)).toEqual([
      'date_order_ambiguous i.csv:2:occurred_at',
      'date_order_mixed i.csv:2:restored_at',
    ]);
  });
  it('orders an event log by what was decided, and warns once', async () => {
    const log = ['I1,21/04/2026,a', 'I1,03/05/2026,b', 'I1,04/02/2026,c'];
    const files = incidentProject(
      ['columns: { title: state, state: null }', 'keep_last: { by: incident_id, order: [occurred_at] }'],
      `incident_id,occurred_at,state\n${log.join('\n')}\n`,
    );
    await withStaged(files, async ({ loaded }) => {
      expect(loaded.warnings.map(told)).toEqual(['date_order_taken i.csv:2:occurred_at']);
    });
    expect(await stagedIncidents(files, 'title')).toEqual([['b']]);
  });
  it('weighs commas by the file own delimiter', async () => {
    const numbers = (delimiter: string): string =>
      ['incident_id,occurred_at,affected_users', 'I1,2026-04-01,X', 'I2,2026-04-01,5']
        .map((line) => line.replaceAll(',', delimiter).replace('X', '"1,234"'))
        .join('\n');
    expect(await stops(incidentProject([], numbers(';')))).toEqual([
      'decimal_sign_ambiguous i.csv:2:affected_users',
    ]);
    expect(await stagedIncidents(incidentProject([], numbers(',')), 'affected_users::DOUBLE')).toEqual([
      [1234],
      [5],
    ]);
    const comma = incidentProject(['decimal: ","'], numbers(';'));
    expect(await stagedIncidents(comma, 'affected_users::DOUBLE')).toEqual([[1.234], [5]]);
  });
});

describe('rejects say why', () => {
  const reject = (columns: string, value: string, source: string[] = []) =>
    withStaged(
      incidentProject(source, `incident_id,occurred_at,${columns}\nI1,2026-04-01,"${value}"\n`),
      async ({ rejects }) => rejects.map((r) => `${toldReject(r)} ${JSON.stringify(r.params)}`),
    );
  it.each<[string, string, string[], string]>([
    ['restored_at', '平成31年5月1日', [], 'value_outside_era'],
    ['restored_at', '2026/2/29', [], 'value_not_time'],
    ['impact_minutes', '1:75', [], 'value_not_minutes'],
    ['impact_minutes', '-5', [], 'value_not_minutes'],
    ['affected_users', '120g', [], 'value_unit_undeclared'],
    ['affected_users', '12%', [], 'value_unit_undeclared'],
    ['affected_users', '1,5', [], 'value_decimal_comma'],
    ['affected_users', '-5件', [], 'value_not_number'], // reads, but is out of range
    ['affected_users', 'なし', [], 'value_not_number'],
    [
      'affected_users',
      '5kg',
      ['columns: { affected_users: { from: affected_users, units: { g: 1 } } }'],
      'value_unit_unknown',
    ],
  ])('%s %s', async (column, value, source, code) => {
    const [told_, ...others] = await reject(column, value, source);
    expect(told_).toContain(`2 ${code} ${column} `);
    expect(told_).toContain(`"value":${JSON.stringify(value)}`);
    expect(others).toEqual([]);
  });
  it('names the units that are known', async () => {
    const source = ['columns: { affected_users: { from: affected_users, units: { "": 1, KG: 2 } } }'];
    expect((await reject('affected_users', '5t', source))[0]).toContain('"known":"\\"\\", kg"');
  });
});
