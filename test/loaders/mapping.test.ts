import { describe, expect, it } from 'vitest';
import { incidentProject, stagedIncidents, stops, toldReject, withStaged } from './project.js';

const preset = 'preset: servicenow';
/** ServiceNow's own columns, and Kado's `title` and `severity` beside. */
const header = 'number,opened_at,priority,severity,title,short_description,mine';
const csv = `${header}\nI1,01/02/2026 09:00,1 - Critical,heavy,own title,tool title,my title\n`;

describe('which column gives a canonical one', () => {
  it.each<[string, string[], unknown]>([
    ['the preset before an equal name', [preset], 'tool title'],
    ["the configuration before the preset's", [preset, 'columns: { title: mine }'], 'my title'],
    ['null leaves it out, though both would give it', [preset, 'columns: { title: null }'], null],
    ['a constant', [preset, 'columns: { title: { default: fixed } }'], 'fixed'],
    ['an expression', [preset, `columns: { title: { sql: "upper(mine) || '!'" } }`], 'MY TITLE!'],
    [
      'the equal name without preset',
      ['columns: { incident_id: number, occurred_at: { from: opened_at, format: "%d/%m/%Y %H:%M" } }'],
      'own title',
    ],
  ])('%s', async (_, source, title) => {
    expect(await stagedIncidents(incidentProject(source, csv), 'title')).toEqual([[title]]);
  });

  it("keeps the preset's formats and codes under another column of one's own", async () => {
    const source = [preset, 'columns: { occurred_at: { from: mine }, state: { from: title } }'];
    const text = 'number,opened_at,mine,title\nI1,2026-01-01 00:00:00,01/02/2026 09:00,Awaiting Vendor\n';
    expect(await stagedIncidents(incidentProject(source, text), 'occurred_at::VARCHAR, state')).toEqual([
      ['2026-02-01 00:00:00+00', 'on_hold'],
    ]);
  });
});

describe('map, default and missing', () => {
  const map = 'map: { "1 - Critical": critical, "2 - High": heavy, gone: "" }';
  it.each<[string, string, string, string | null]>([
    ['a listed value', `{ from: p, ${map}, default: other }`, '2 - High', 'heavy'],
    ['one not listed takes the default', `{ from: p, ${map}, default: other }`, '3 - Low', 'other'],
    ['one not listed stays without a default', `{ from: p, ${map} }`, '3 - Low', '3 - Low'],
    ['an empty one takes the default', `{ from: p, ${map}, default: other }`, '', 'other'],
    ['an empty one without a default is missing', `{ from: p, ${map} }`, '', null],
    ['mapped to nothing is missing', `{ from: p, ${map}, default: other }`, 'gone', null],
    ["the source's own word for missing", `{ from: p, default: other }`, '?', 'other'],
    ['white space goes before the look-up', `{ from: p, ${map} }`, ' 1 - Critical　', 'critical'],
    ['the case counts', `{ from: p, ${map} }`, '1 - CRITICAL', '1 - CRITICAL'],
    ['a default without a map fills gaps only', `{ from: p, default: other }`, 'x', 'x'],
    ["an object's own names are plain values", `{ from: p, ${map}, default: other }`, 'constructor', 'other'],
    [
      'an expression is mapped too',
      `{ sql: "replace(p, 'High', 'Big')", map: { "2 - Big": b } }`,
      '2 - High',
      'b',
    ],
    ['an empty result takes the default', `{ sql: "nullif(p, 'x')", default: other }`, 'x', 'other'],
  ])('%s', async (_, severity, value, expected) => {
    const source = ['missing: ["?"]', `columns: { severity: ${severity} }`];
    const text = `incident_id,occurred_at,p\nI1,2026-01-01,"${value}"\n`;
    expect(await stagedIncidents(incidentProject(source, text), 'severity')).toEqual([[expected]]);
  });
});

describe('an expression that fails on a row', () => {
  it('rejects that row and no other; an empty result is not a failure', async () => {
    const source = ['columns: { affected_users: { sql: "CAST(n AS INTEGER) * 2" } }'];
    const text = 'incident_id,occurred_at,n\nI1,2026-01-01,4\nI2,2026-01-01,four\nI3,2026-01-01,\n';
    await withStaged(incidentProject(source, text), async ({ db, rejects }) => {
      expect(rejects.map(toldReject)).toEqual(['3 expression_failed affected_users']);
      const rows = await db.rows('SELECT incident_id AS i, affected_users AS n FROM staging.incidents');
      expect(rows).toEqual([
        { i: 'I1', n: 8 },
        { i: 'I3', n: null },
      ]);
    });
  });
});

describe('a mapping that can not be used stops the load at its place', () => {
  const at = (column: number) => `kado.yaml:6:${column}`;
  it.each<[string, string, string[]]>([
    ['an unknown canonical column', 'columns: { titel: mine }', [`canonical_column_unknown ${at(18)}`]],
    ['an absent export column', 'columns: { title: nine }', [`export_column_unknown ${at(18)}`]],
    [
      'two at once',
      'columns: { title: nine, place: ten }',
      [`export_column_unknown ${at(18)}`, `export_column_unknown ${at(31)}`],
    ],
    ['an unknown column in where', 'where: "nine = 1"', [`expression_column_unknown ${at(7)}`]],
    ['a text compared with a number', 'where: "mine > 1"', [`expression_syntax ${at(7)}`]],
    ['a function that is not listed', 'where: "getenv(mine)"', [`expression_not_allowed ${at(7)}`]],
    [
      'a required column left out',
      'columns: { occurred_at: null }',
      ['required_column_unmapped kado.yaml:5:7'],
    ],
    [
      'a format of no meaning',
      'columns: { restored_at: { from: mine, format: "%Q" } }',
      [`time_format_unreadable ${at(45)}`],
    ],
    [
      'another such in keep_last',
      'keep_last: { by: mine, order: [{ column: mine, format: "%Q" }] }',
      [`time_format_unreadable ${at(54)}`],
    ],
    [
      'an absent keep_last column',
      'keep_last: { by: nine, order: [mine, ten] }',
      [`export_column_unknown ${at(20)}`, `export_column_unknown ${at(44)}`],
    ],
    ['an unknown preset', 'preset: sevicenow', [`preset_unknown ${at(7)}`]],
  ])('%s', async (_, source, problems) => {
    const text = 'incident_id,occurred_at,mine\nI1,2026-01-01,x\n';
    expect(await stops(incidentProject([source], text))).toEqual(problems);
  });

  it('collects the problems of all files, whatever each is', async () => {
    const files = {
      'kado.yaml':
        'sources:\n  systems: s.csv\n  incidents:\n    - empty.csv\n    - path: i.csv\n      where: "x ="\n    - { path: i.csv, columns: { title: y } }\n    - gone.csv\n',
      's.csv': 'system_id,unit_id,name_ja\n',
      'empty.csv': 'incident_id,occurred_at\n',
      'i.csv': 'incident_id,occurred_at,x\nI1,2026-01-01,\n',
    };
    expect(await stops(files)).toEqual([
      'file_without_rows s.csv:1',
      'file_without_rows empty.csv:1',
      'expression_syntax kado.yaml:6:7',
      'export_column_unknown kado.yaml:7:33',
      'file_missing gone.csv',
    ]);
  });

  it('needs names that differ in more than case, where both are used', async () => {
    const text = 'ID,id,t\nI1,low,2026-01-01\n';
    const both = ['columns: { incident_id: ID, title: id, occurred_at: t }'];
    expect(await stops(incidentProject(both, text))).toEqual(['export_columns_alike kado.yaml:5:7']);
    const one = ['columns: { incident_id: ID, occurred_at: t }'];
    expect(await stagedIncidents(incidentProject(one, text), 'incident_id')).toEqual([['I1']]);
  });
});
