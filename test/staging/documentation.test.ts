/** docs/values.md says what is so: each row of its tables is read by DuckDB itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ColumnType } from '../../src/staging/contract.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { type Rules, readAll } from './reading.js';

const db = await scratchDatabase();
const text = readFileSync(new URL('../../docs/values.md', import.meta.url), 'utf8');
const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

interface Row {
  readonly line: string;
  readonly type: ColumnType['is'];
  readonly rules: Rules;
  readonly written: readonly string[];
  readonly value: string | null;
}
const rows = text
  .split('\n')
  .filter((line) => /^\| (?!type |---)/.test(line))
  .map((line): Row => {
    const [type, declared, written, value] = line.split('|').slice(1, -1) as [string, string, string, string];
    const [yaml = '{}'] = quoted(declared);
    const { format, ...others } = parse(yaml) as { format?: string | string[] };
    return {
      line,
      type: type.trim() as ColumnType['is'],
      rules: { ...others, ...(format === undefined ? {} : { format: [format].flat() }) },
      written: quoted(written),
      value: value.trim() === 'reject' ? null : quoted(value)[0]!,
    };
  });

/** As the document writes it: no zeros that decimals or seconds only carry, and the local time. */
function shown(value: string | null, type: ColumnType['is']): string | null {
  if (value === null) return null;
  return type === 'time'
    ? value.replace(/:00\+00$/, '')
    : value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

describe('docs/values.md', () => {
  it('has its tables', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.flatMap((row) => row.written).length).toBeGreaterThan(140);
    expect(text.split('\n').length).toBeLessThanOrEqual(121);
  });
  it.each(rows.map((row) => [row.line, row] as const))('%s', async (_, { type, rules, written, value }) => {
    // Local times are compared in UTC+9, moved there by hand: a staged instant is UTC.
    const values = await readAll(db, written, { is: type } as ColumnType, rules);
    const local = type === 'time' ? values.map(inTokyo) : values;
    expect(written.map((w, i) => [w, shown(local[i]!, type)])).toEqual(written.map((w) => [w, value]));
  });
});

const inTokyo = (utc: string | null): string | null =>
  utc &&
  new Date(Date.parse(`${utc.replace(' ', 'T').replace('+00', 'Z')}`) + 9 * 3_600_000)
    .toISOString()
    .replace('T', ' ')
    .replace('.000Z', '+00');
