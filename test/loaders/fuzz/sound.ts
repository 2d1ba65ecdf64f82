/** Sound exports to begin from: rows of each kind by its contract, in each format. */
import { gzipSync } from 'node:zlib';
import type { Kind } from '../../../src/config/model.js';
import type { Column } from '../../../src/staging/contract.js';
import { contracts } from '../../../src/staging/contracts/index.js';
import { bytesOf, utf16Of } from '../../formats/bytesOf.js';
import { sheetJsBook } from '../../formats/workbook.js';

type Row = readonly string[];

/** Values that read as the type; the first row's differ from the second's where keys need it. */
function sampleOf({ name, type }: Column, i: number): string {
  switch (type.is) {
    case 'id':
      return `${name.slice(0, 1)}${i % 5}`;
    case 'boolean':
      return i % 2 === 0 ? 'true' : 'false';
    case 'integer':
      return name === 'fiscal_year' ? '2026' : String(type.min ?? 1);
    case 'number':
      return `${i}.5`;
    case 'minutes':
      return i % 2 === 0 ? '1:30' : '45';
    case 'real':
      return String(i * 1.25);
    case 'time':
      return `2026-10-0${1 + (i % 9)}T10:00:00+09:00`;
    case 'date':
      return `2026-10-0${1 + (i % 9)}`;
    case 'month':
      return `2026-0${1 + (i % 9)}`;
    case 'oneOf':
      return type.values[i % type.values.length]!;
    case 'list':
      return `${type.values[0]}; ${type.values[1]}`;
    case 'scope':
      return type.kinds.includes('system') ? `system:s${i}` : 'group';
    default:
      return `${name} 値${i}`;
  }
}

/** Incidents have some fifty columns: the required ones and the first few tell all. */
export const columnsOf = (kind: Kind): Column[] =>
  contracts[kind].columns.filter((c, i) => c.required || i < 12);

export const rowsOf = (kind: Kind, count = 6): Row[] =>
  Array.from({ length: count }, (_, i) => columnsOf(kind).map((c) => sampleOf(c, i)));

const headerOf = (kind: Kind): string[] => columnsOf(kind).map((c) => c.name);
const delimited = (kind: Kind, delimiter: string): string =>
  [headerOf(kind), ...rowsOf(kind)].map((row) => `${row.join(delimiter)}\n`).join('');
const records = (kind: Kind): Record<string, string>[] =>
  rowsOf(kind).map((row) => Object.fromEntries(row.map((value, i) => [headerOf(kind)[i]!, value])));

/** `wrap` is put around the mutated content: what is compressed is mutated before. */
export interface Sound {
  readonly path: string;
  readonly content: Uint8Array;
  readonly wrap?: (content: Uint8Array) => Uint8Array;
  readonly source?: readonly string[];
}

export const csvOf = (kind: Kind): Sound => ({ path: 'a.csv', content: Buffer.from(delimited(kind, ',')) });

const matrix = JSON.stringify(
  {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        {
          metric: { __name__: 'cpu', instance: 's1' },
          values: [
            [1774969199.5, '0.1'],
            [1774969200, 'NaN'],
            [1774969260, '3'],
          ],
        },
        { metric: { __name__: 'mem', instance: 's2' }, values: [[1774969200, '1e3']] },
      ],
    },
  },
  null,
  1,
);

export const formatsOf = (kind: Kind, parquet: Uint8Array): Readonly<Record<string, Sound>> => {
  const csv = delimited(kind, ',');
  const json = Buffer.from(JSON.stringify(records(kind), null, 1));
  const ndjson = Buffer.from(
    records(kind)
      .map((r) => `${JSON.stringify(r)}\n`)
      .join(''),
  );
  const book = sheetJsBook({ S: [headerOf(kind), ...rowsOf(kind).map((row) => [...row])] });
  return {
    csv: csvOf(kind),
    quoted: { path: 'a.csv', content: Buffer.from(csv.replace(/[^,\n]+/g, '"$&"')) },
    tsv: { path: 'a.tsv', content: Buffer.from(delimited(kind, '\t')) },
    'csv.gz': { path: 'a.csv.gz', content: Buffer.from(csv), wrap: (content) => gzipSync(content) },
    'csv.gz, packed': { path: 'a.csv.gz', content: gzipSync(csv) },
    cp932: { path: 'a.csv', content: bytesOf(csv, 'shift_jis') },
    'utf-16': { path: 'a.csv', content: utf16Of(csv, 'le') },
    json: { path: 'a.json', content: json },
    'json in an envelope': { path: 'a.json', content: Buffer.from(`{"meta":{"n":6},"result":${json}}`) },
    ndjson: { path: 'a.ndjson', content: ndjson },
    xlsx: { path: 'a.xlsx', content: book },
    parquet: { path: 'a.parquet', content: parquet },
    ...(kind === 'capacity'
      ? {
          matrix: {
            path: 'a.json',
            content: Buffer.from(matrix),
            source: ['columns: { system_id: metric.instance, metric: metric.__name__, at: timestamp }'],
          },
        }
      : {}),
  };
};
