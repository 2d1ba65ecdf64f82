/** Rows of sums in a CSV: whichever way it is read, rejected as what they are, and no loss of the file. */
import { describe, expect, it } from 'vitest';
import { messageOf, problem } from '../../src/errors.js';
import { closes } from '../../src/staging/receipt.js';
import { incidentProject, stagedIncidents, toldReject, withStaged } from './project.js';

const header = 'incident_id,occurred_at,system_id,affected_users\n';
const rows = [
  'I1,2026-06-01,s1,3',
  '小　計,,,3',
  '計画-1,2026-06-02,s1,4',
  ' Sub Total：,soon,,7',
  '合計,2026-06-30,s1,7',
];
const csv = `${header}${rows.join('\n')}\n`;

/** What sends a file one way or the other; none of it is about totals. */
const ways: readonly (readonly [way: string, source: readonly string[], csv: string])[] = [
  ["by DuckDB's reader", [], csv],
  ['by our own, since a line is blank', [], `${csv}\n`],
  ['with quotes', [], csv.replace('I1', '"I1"')],
  ['as a log', ['keep_last: { by: incident_id, order: [{ column: affected_users, as: number }] }'], csv],
  [
    'where an expression fails on them',
    [`where: "CAST(coalesce(occurred_at, 'none') AS DATE) > '2026-01-01'"`],
    csv,
  ],
];

describe('a row that adds up others', () => {
  it.each(ways)('is rejected, read %s', (_, source, text) =>
    withStaged(incidentProject(source, text), async ({ loaded, rejects, db }) => {
      expect(rejects.map(toldReject)).toEqual([
        '3 row_is_total incident_id',
        '5 row_is_total incident_id',
        '6 row_is_total incident_id',
      ]);
      const [first] = rejects;
      expect(messageOf(problem('row_is_total', { value: first!.params.value! }), 'ja')).toContain(
        '「小　計」の行',
      );
      expect(await db.rows('SELECT incident_id AS id FROM staging.incidents ORDER BY _line')).toEqual([
        { id: 'I1' },
        { id: '計画-1' },
      ]);
      const receipt = loaded.receipts.at(-1)!;
      expect([closes(receipt), receipt.rows, receipt.staged, receipt.rejected]).toEqual([true, 5, 2, 3]);
    }),
  );

  it.each([
    [
      'JSON',
      'm.json',
      '[{"system_id":"s1","metric":"cpu","at":"2026-06-01","value":1},{"system_id":"合計","value":1}]',
    ],
    ['rolled-up samples', 'm.csv', 'system_id,metric,at,value\ns1,cpu,2026-06-01,1\n合計,,,1\n'],
  ])('is rejected in %s too', (_, file, text) => {
    const files = incidentProject([], `${header}I1,2026-06-01,s1,3\n`, { [file]: text });
    const yaml = `${files['kado.yaml']}  capacity: { path: ${file}, max_reject_rate: 0 }\n`;
    return withStaged({ ...files, 'kado.yaml': yaml }, async ({ loaded, rejects }) => {
      expect(rejects.map(({ kind, code, value }) => [kind, code, value])).toEqual([
        ['capacity', 'row_is_total', '合計'],
      ]);
      const { rows: count, staged, rejected } = loaded.receipts.find((r) => r.kind === 'capacity')!;
      expect([count, staged, rejected, loaded.overLimit]).toEqual([2, 1, 1, []]);
    });
  });

  it('may be what the configuration calls it: the label is looked for in what the mapping gives', async () => {
    const mapped = ['columns: { incident_id: { from: incident_id, map: { 合計: I9 } } }'];
    expect(await stagedIncidents(incidentProject(mapped, csv), 'incident_id')).toEqual([
      ['I1'],
      ['計画-1'],
      ['I9'],
    ]);
  });

  it('is told by the first id of the key only', async () => {
    const text = `${header}I1,2026-06-01,合計,1\n`;
    expect(await stagedIncidents(incidentProject([], text), 'incident_id')).toEqual([['I1']]);
  });

  it('is not made of every row by a constant of the configuration', async () => {
    const source = ['columns: { incident_id: { default: total } }'];
    expect(
      await stagedIncidents(incidentProject(source, csv.replace('soon', '2026-01-01')), 'incident_id'),
    ).toEqual([['total']]);
  });
});

describe('the share of rejected rows', () => {
  const over = (rate: string, text: string): Promise<unknown[]> =>
    withStaged(incidentProject([`max_reject_rate: ${rate}`], text), async ({ loaded }) =>
      loaded.overLimit.map(({ params }) => [params.rejected, params.rows, params.rate]),
    );

  it('leaves totals out, of the rejected rows and of the rows', async () => {
    expect(await over('0', csv)).toEqual([]);
    const broken = csv.replace('2026-06-01', 'soon');
    expect(await over('0.5', broken)).toEqual([]);
    expect(await over('0.49', broken)).toEqual([[1, 2, '50.0 %']]);
  });

  it('of nothing but totals is none', async () => {
    expect(await over('0', `${header}合計,,,0\n`)).toEqual([]);
  });
});
