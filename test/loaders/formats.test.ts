/** The same incidents as JSON, NDJSON, Parquet and CSV stage the same; what is wrong in them is told by its own place. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quoteText } from '../../src/duckdb/quote.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { type Files, stops, systemsCsv, toldReject, withStaged } from './project.js';

const scratch = await scratchDatabase();
async function parquetOf(query: string): Promise<Uint8Array> {
  const path = `${scratch.folder}/made.parquet`;
  await scratch.run(`COPY (${query}) TO ${quoteText(path)} (FORMAT parquet)`);
  return readFileSync(path);
}

const mapping = `
      columns:
        incident_id: number
        occurred_at: opened_at
        system_id: cmdb_ci.value
        title: short_description
        affected_users: users`;
const project = (path: string, content: string | Uint8Array, more = mapping): Files => ({
  'kado.yaml': `timezone: Asia/Tokyo\nmax_reject_rate: 1\nsources:\n  systems: s.csv\n  incidents:\n    - path: ${path}${more}\n`,
  's.csv': systemsCsv('s1', 's2'),
  [path]: content,
});
const staged = (files: Files) =>
  withStaged(files, async ({ db, loaded, rejects }) => ({
    rows: await db.rows(
      `SELECT incident_id AS id, strftime(occurred_at, '%Y-%m-%d %H:%M:%S') AS "at", system_id AS system, title, affected_users AS users
       FROM staging.incidents ORDER BY incident_id`,
    ),
    rejects: rejects.map(toldReject),
    encoding: loaded.receipts.at(-1)?.encoding,
  }));

const records = [
  {
    number: '00000000000000000001',
    opened_at: '2026-04-01 09:00:00',
    cmdb_ci: { link: 'l', value: 's1' },
    short_description: '停止, "全"\n面',
    users: 10,
  },
  {
    number: '00000000000000000002',
    opened_at: '2026-04-02 09:00:00',
    cmdb_ci: { link: 'l', value: 's2' },
    short_description: null,
    users: null,
  },
];
const rows = [
  { id: '00000000000000000001', at: '2026-04-01 00:00:00', system: 's1', title: '停止, "全"\n面', users: 10 },
  { id: '00000000000000000002', at: '2026-04-02 00:00:00', system: 's2', title: null, users: null },
];

describe('one export in several formats', () => {
  it.each<[string, string, string]>([
    ['a list', 'i.json', JSON.stringify(records, null, 2)],
    ['an answer of the Table API', 'i.json', JSON.stringify({ result: records })],
    ['lines', 'i.ndjson', records.map((r) => `${JSON.stringify(r)}\n`).join('')],
    [
      'CSV',
      'i.csv',
      `number,opened_at,cmdb_ci.value,short_description,users\n${rows.map((r, i) => `${r.id},${records[i]?.opened_at},${r.system},"${(r.title ?? '').replaceAll('"', '""')}",${r.users ?? ''}`).join('\n')}\n`,
    ],
  ])('stages the same: %s', async (_, path, content) => {
    expect(await staged(project(path, content))).toEqual({ rows, rejects: [], encoding: 'utf-8' });
  });

  it('stages the same: Parquet', async () => {
    const values = records.map(
      (r) =>
        `(${quoteText(r.number)}, TIMESTAMP '${r.opened_at}', {'link': 'l', 'value': '${r.cmdb_ci.value}'}, ${r.short_description === null ? 'NULL' : quoteText(r.short_description)}, ${r.users}::DOUBLE)`,
    );
    const query = `SELECT * FROM (VALUES ${values}) t(number, opened_at, cmdb_ci, short_description, users)`;
    const content = await parquetOf(query);
    expect(await staged(project('i.parquet', content))).toEqual({ rows, rejects: [], encoding: 'parquet' });
  });
});

describe('what is wrong', () => {
  it('in a record stands at its line and column, and the account closes', async () => {
    const lines = [
      '[{"number":"I1","opened_at":"2026-04-01","cmdb_ci":{"value":"s1"},"users":1e3,"short_description":""},',
      ' {"number":"I2","opened_at":foo},',
      ' {"number":"I3","opened_at":"2026-04-01","number":"I4"},',
      ' {"number":"I5","opened_at":"2026-13-01"},',
      ' {"number":"I6","opened_at":"2026-04-01","cmdb_ci":{"value":"s1"},"users":"0.10"}]',
    ];
    await withStaged(project('i.json', lines.join('\n')), async ({ loaded, rejects }) => {
      expect(rejects.map(toldReject)).toEqual([
        '1 value_not_number users',
        '2 record_malformed 29',
        '3 record_key_twice 42',
        '4 value_not_time opened_at',
      ]);
      expect(rejects[0]?.value).toBe('1e3');
      expect(loaded.receipts.at(-1)).toMatchObject({ rows: 5, staged: 1, rejected: 4 });
    });
  });

  it('in every record leaves no column to map, and is told', async () => {
    expect(await stops(project('i.ndjson', 'x\n{"number":1\n'))).toEqual(['record_malformed i.ndjson:1:1']);
    expect(await stops(project('i.json', '[1,2]'))).toEqual(['record_not_object i.json:1:2']);
    const unmapped = await stops(project('i.json', '[{},{}]'));
    expect([...new Set(unmapped.map((told) => told.split(' ')[0]))]).toEqual(['export_column_unknown']);
  });

  it('in a file stops the load at its place', async () => {
    expect(await stops(project('i.json', '[{"a":1}\n'))).toEqual(['json_cut_short i.json:2:1']);
    expect(await stops(project('i.json', '{"a":[],"b":[]}'))).toEqual(['json_lists_several i.json']);
    expect(await stops(project('i.parquet', 'PAR1'))).toEqual(['parquet_cut i.parquet']);
    const [sql] = [
      "SELECT 'a'::BLOB AS number, TIMESTAMP '2026-01-01' AS opened_at, 'x' AS \"cmdb_ci.value\", '' AS short_description, 1 AS users",
    ];
    expect(await stops(project('i.parquet', await parquetOf(sql)))).toEqual(['parquet_binary i.parquet']);
  });
});

describe('a Prometheus matrix', () => {
  // The first moment is half a second before midnight in Tokyo, the last one midnight.
  it('is capacity, each pair with its own moment and line', async () => {
    const matrix = `{"status":"success","data":{"resultType":"matrix","result":[
{"metric":{"__name__":"disk_used_ratio","instance":"s1"},"values":[
[1774969199.5,"0.10"],
[1774969200,"NaN"],
[1774969200,"0.3"]]}]}}`;
    const files: Files = {
      ...project('i.csv', 'incident_id,occurred_at\nI1,2026-04-01\n', ''),
      'm.json': matrix,
    };
    const yaml = `${files['kado.yaml']}  capacity:\n    - path: m.json\n      columns: { system_id: metric.instance, metric: metric.__name__, at: timestamp }\n`;
    await withStaged({ ...files, 'kado.yaml': yaml }, async ({ db, rejects }) => {
      expect(
        await db.rows(
          `SELECT system_id AS system, metric, day::VARCHAR AS day, samples, maximum FROM staging.capacity_days ORDER BY day`,
        ),
      ).toEqual([
        { system: 's1', metric: 'disk_used_ratio', day: '2026-03-31', samples: 1, maximum: 0.1 },
        { system: 's1', metric: 'disk_used_ratio', day: '2026-04-01', samples: 1, maximum: 0.3 },
      ]);
      expect(rejects.map(toldReject)).toEqual(['4 value_not_number value']);
    });
  });
});
