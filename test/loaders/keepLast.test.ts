import { describe, expect, it } from 'vitest';
import { incidentProject, stagedIncidents, stops, told, withStaged } from './project.js';

/** Rows of an event log: number, order value, title; the title says which row stays. */
const log = (...rows: string[]): string =>
  `number,opened_at,o,title\n${rows.map((r) => `I1,2026-01-01,${r}\n`).join('')}`;
const columns = 'columns: { incident_id: number, occurred_at: opened_at }';
const keep = (order: string, more: string[] = []): string[] => [
  columns,
  `keep_last: { by: number, order: [${order}] }`,
  ...more,
];
const kept = (source: string[], csv: string) => stagedIncidents(incidentProject(source, csv), 'title');

describe('the last row', () => {
  it.each<[string, string, string[], string]>([
    ['numbers, not texts: 10 after 9', 'o', ['9,nine', '10,ten', '2,two'], 'ten'],
    ['negative and decimal', 'o', ['-1,a', '-0.5,b', '-10,c'], 'b'],
    ['ISO times of different zones', 'o', ['2026-01-01T10:00+09:00,a', '2026-01-01T02:00Z,b'], 'b'],
    ['ISO times and days', 'o', ['2026-01-02,a', '2026-01-01T23:59,b'], 'a'],
    ['a tie: the later line', 'o', ['1,a', '1,b', '1,c'], 'c'],
    ['equal numbers written differently tie', 'o', ['1.0,a', '1,b'], 'b'],
    ['no order value is the oldest', 'o', [',a', '0,b', ',c'], 'b'],
    ['declared as text: 9 after 10', '{ column: o, as: text }', ['9,nine', '10,ten'], 'nine'],
    ['by code point, capitals first', '{ column: o, as: text }', ['a,a', 'B,b'], 'a'],
    ['a declared format', '{ column: o, format: "%d/%m/%Y" }', ['02/01/2026,a', '01/02/2026,b'], 'b'],
    ['the first order column before the second', 'o, title', ['1,2', '2,1'], '1'],
    ['the second where the first ties', 'o, title', ['1,2', '1,10', '1,1'], '10'],
    [
      'declared number: what does not read is oldest',
      '{ column: o, as: number }',
      ['x,a', '1,b', 'y,c'],
      'b',
    ],
  ])('%s', async (_, order, rows, expected) => {
    expect(await kept(keep(order), log(...rows))).toEqual([[expected]]);
  });

  it('warns of declared values that do not read', async () => {
    await withStaged(
      incidentProject(keep('{ column: o, as: number }'), log('x,a', '1,b', 'y,c')),
      async ({ loaded }) => {
        expect(loaded.warnings.map((w) => [told(w), w.params.count])).toEqual([
          ['order_value_unreadable kado.yaml:7:40', 2],
        ]);
      },
    );
  });
  it.each([
    ['texts', ['a,x', 'b,y']],
    ['numbers among texts', ['1,x', 'b,y']],
    ['numbers among times', ['1,x', '2026-01-01,y']],
    ['one day that does not exist', ['2026-02-28,x', '2026-02-31,y']],
  ])('is never guessed of undeclared %s', async (_, rows) => {
    expect(await stops(incidentProject(keep('o'), log(...rows)))).toEqual([
      'order_undeclared kado.yaml:7:40',
    ]);
  });

  it('is looked for over all files of a glob, and ties go to the later file', async () => {
    const files = {
      ...incidentProject([], ''),
      'kado.yaml': `sources:\n  systems: s.csv\n  incidents:\n    - path: log-*.csv\n      ${columns}\n      keep_last: { by: number, order: [o] }\n`,
      'log-1.csv': 'number,opened_at,o,title\nI1,2026-01-01,3,a\nI2,2026-01-01,1,b\nI3,2026-01-01,1,c\n',
      'log-2.csv': 'number,opened_at,o,title\nI1,2026-01-01,2,d\nI2,2026-01-01,1,e\n',
    };
    await withStaged(files, async ({ db, loaded }) => {
      const rows = await db.rows<{ t: string }>(
        'SELECT title AS t FROM staging.incidents ORDER BY incident_id',
      );
      expect(rows.map((r) => r.t)).toEqual(['a', 'e', 'c']);
      const accounts = loaded.receipts.map((r) => [r.path, r.rows, r.staged, r.superseded]);
      expect(accounts.slice(1)).toEqual([
        ['log-1.csv', 3, 2, 1],
        ['log-2.csv', 2, 1, 1],
      ]);
    });
  });

  it('keeps each row without a key, to be rejected as such, not as one record', async () => {
    const source = [
      'columns: { incident_id: number, occurred_at: opened_at }',
      'keep_last: { by: number, order: [o] }',
    ];
    const csv = 'number,opened_at,o\n,2026-01-01,1\n,2026-01-01,2\nI1,2026-01-01,1\n';
    await withStaged(incidentProject(source, csv), async ({ loaded, rejects }) => {
      expect(rejects.map((r) => [r.line, r.code])).toEqual([
        [2, 'value_missing'],
        [3, 'value_missing'],
      ]);
      expect(loaded.receipts[1]).toMatchObject({ rows: 3, staged: 1, rejected: 2, superseded: 0 });
    });
  });

  it('stands before where: a filtered last row does not bring an older one back', async () => {
    const source = keep('o', [`where: "title <> 'canceled'"`]);
    await withStaged(incidentProject(source, log('1,open', '2,canceled')), async ({ db, loaded }) => {
      expect(await db.rows('SELECT * FROM staging.incidents')).toEqual([]);
      expect(loaded.receipts[1]).toMatchObject({ rows: 2, superseded: 1, filtered: 1, staged: 0 });
    });
  });
  it('need not be readable when superseded', async () => {
    const csv = 'number,opened_at,o\nI1,nonsense,1\nI1,2026-01-01,2\n';
    await withStaged(incidentProject(keep('o'), csv), async ({ rejects }) => expect(rejects).toEqual([]));
  });
});
