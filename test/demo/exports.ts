/** The demo's files read without Kado's own readers: TextDecoder, Papa Parse and the mapping of kado.yaml, so that each checks the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { parse } from 'yaml';

export const root = resolve(import.meta.dirname, '../..');
export const data = join(root, 'data');

type Mapping = string | { from?: string; map?: Record<string, string>; default?: string; sql?: string };
interface Entry {
  path: string | string[];
  encoding?: string;
  preset?: string;
  columns?: Record<string, Mapping>;
  keep_last?: { by: string };
  where?: string;
}
export type Row = Readonly<Record<string, string>>;

export interface Truth {
  rows: Record<string, number>;
  incidents: number;
  incidents_by_month: Record<string, Record<string, number>>;
  incidents_by_fiscal_year: Record<string, Record<string, Record<'critical' | 'heavy' | 'other', number>>>;
  open_incidents: Record<string, number>;
  actions_overdue: Record<string, Record<'critical' | 'heavy' | 'other', number>>;
  dirty: { file: string; line: number; id: string; what: string }[];
}
export const truth = JSON.parse(readFileSync(join(data, 'truth.json'), 'utf8')) as Truth;

const yaml = parse(readFileSync(join(root, 'kado.yaml'), 'utf8')) as {
  sources: Record<string, (Entry | string)[] | string>;
};

/** Which decoder a file needs; told by hand here, found by Kado. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'b/issues.csv': 'shift_jis',
  'b/actions.csv': 'shift_jis',
  'e/shougai_daichou.csv': 'euc-jp',
  'e/taisaku.tsv': 'utf-16le',
  'f/failures_fy2024.csv': 'shift_jis',
  'f/failures_fy2025.csv': 'shift_jis',
  'f/failures_fy2026.csv': 'shift_jis',
  'f/actions.csv': 'shift_jis',
};

/** A file's text; throws where a byte doesn't fit its encoding. */
export function textOf(path: string): string {
  const bytes = readFileSync(join(data, path));
  return new TextDecoder(ENCODINGS[path] ?? 'utf-8', { fatal: true }).decode(
    path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
  );
}

/** Rows as the file has them, the header first. */
export const cellsOf = (path: string): string[][] =>
  Papa.parse<string[]>(textOf(path), { skipEmptyLines: true, delimiter: delimiterOf(path) }).data;

const delimiterOf = (path: string): string =>
  path.startsWith('d/') ? ';' : path.endsWith('.tsv') ? '\t' : ',';

/** The entries of a kind, one per file, with their mapping. */
export function entriesOf(kind: string): { path: string; entry: Entry }[] {
  const listed = yaml.sources[kind]!;
  return (typeof listed === 'string' ? [listed] : listed).flatMap((item) => {
    const entry: Entry = typeof item === 'string' ? { path: item } : item;
    return [entry.path]
      .flat()
      .flatMap(expand)
      .map((path) => ({ path, entry }));
  });
}

function expand(path: string): string[] {
  const below = path.replace(/^data\//, '');
  if (!below.includes('*')) return [below];
  const [folder, name] = below.split('/') as [string, string];
  const [head, tail] = name.split('*') as [string, string];
  const found = readdirSync(join(data, folder)).filter((f) => f.startsWith(head) && f.endsWith(tail));
  return found.sort().map((f) => `${folder}/${f}`);
}

/** What the preset `servicenow` adds to A's mapping. */
const SERVICENOW: Readonly<Record<string, Mapping>> = {
  incident_id: 'number',
  system_id: 'cmdb_ci',
  title: 'short_description',
  supplier: 'vendor',
  state: {
    from: 'incident_state',
    map: { New: 'open', Active: 'in_progress', 'On Hold': 'on_hold', Resolved: 'restored', Closed: 'closed' },
  },
};

/** Rows in canonical columns; text only, times as written; a column from SQL is built by its twin here. */
export function recordsOf(kind: string): { path: string; record: Row }[] {
  return entriesOf(kind).flatMap(({ path, entry }) => {
    const [header, ...rows] = cellsOf(path) as [string[], ...string[][]];
    const usable = rows.filter((row) => row.length === header.length);
    const raw = usable.map((row) =>
      Object.fromEntries(header.map((name, i) => [name, row[i]!.replace(/^\?$/, '')])),
    );
    const kept = entry.keep_last
      ? [...new Map(raw.map((row) => [row[entry.keep_last!.by]!, row])).values()]
      : raw;
    const counted = entry.where ? kept.filter((row) => row.incident_state !== 'Canceled') : kept;
    const columns = { ...(entry.preset ? SERVICENOW : {}), ...entry.columns };
    return counted.map((row) => ({ path, record: mapped(row, columns) }));
  });
}

function mapped(row: Row, columns: Readonly<Record<string, Mapping>>): Row {
  const out: Record<string, string> = { ...row };
  for (const [name, mapping] of Object.entries(columns)) {
    const m = typeof mapping === 'string' ? { from: mapping } : mapping;
    if ('sql' in m && m.sql)
      out[name] = [...m.sql.matchAll(/"([^"]+)"/g)]
        .map((x) => row[x[1]!]!.replaceAll(',', ''))
        .join(' ')
        .trim();
    else {
      const value = row[m.from!];
      if (value === undefined) throw new Error(`no column ${m.from} for ${name}`);
      const found = 'map' in m && m.map ? m.map[value] : undefined;
      out[name] = String(found ?? ('default' in m && m.default ? m.default : value));
    }
  }
  return out;
}

/** 'YYYY-MM-DD HH:MM' of any of the exports' ways to write a moment; '' for none. */
export function momentOf(written: string): string {
  const dayFirst = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)$/.exec(written);
  if (dayFirst) return `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]} ${dayFirst[4]}`;
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(written);
  if (digits) return `${digits[1]}-${digits[2]}-${digits[3]} ${digits[4]}:${digits[5]}`;
  return written.replaceAll('/', '-').replace('T', ' ').slice(0, 16);
}
