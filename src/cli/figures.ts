import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { nearest } from '../config/nearest.js';
import { quoteText } from '../duckdb/quote.js';
import { KadoError, problem } from '../errors.js';
import { type Figure, figureColumns, scopeKinds } from '../metrics/figure.js';
import { metrics } from '../metrics/registry.js';
import { withDatabase } from '../publish/build.js';
import { formulaLike } from '../publish/formula.js';
import { type CommonOptions, outFolder } from './options.js';
import type { Terminal } from './terminal.js';

export interface FiguresOptions extends CommonOptions {
  readonly metric?: string;
  readonly scope?: string;
  readonly format?: string;
}

const formats = ['table', 'csv', 'json'];

/** `kado figures`: prints published figures, as published: it reads the output's own figures file. */
export async function runFigures(options: FiguresOptions, terminal: Terminal): Promise<number> {
  const format = options.format ?? 'table';
  if (!formats.includes(format))
    throw new KadoError(
      problem('option_value', { option: '--format', value: format, expected: formats.join(', ') }),
    );
  if (options.month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(options.month))
    throw new KadoError(
      problem('option_value', { option: '--month', value: options.month, expected: 'YYYY-MM' }),
    );
  const scope =
    options.scope === undefined
      ? undefined
      : new RegExp(`^(${scopeKinds.join('|')})(?::(.*))?$`, 's').exec(options.scope);
  if (scope === null)
    throw new KadoError(
      problem('option_value', {
        option: '--scope',
        value: options.scope ?? '',
        expected: scopeKinds.map((kind) => (kind === 'group' ? kind : `${kind}:ID`)).join(', '),
      }),
    );
  const folder = outFolder(options);
  const file = join(folder, 'data', 'figures.parquet');
  if (!(await stat(file).catch(() => undefined)))
    throw new KadoError(problem('nothing_built', { folder: options.out ?? 'dist' }));
  const figures = await withDatabase([], async (db) => {
    const copy = join(db.folder, 'figures.parquet');
    await copyFile(file, copy);
    const conditions = [
      options.metric === undefined ? '' : `metric = ${quoteText(options.metric)}`,
      options.month === undefined ? '' : `month = ${quoteText(options.month)}`,
      scope === undefined ? '' : `scope_kind = ${quoteText(scope[1]!)}`,
      scope?.[2] === undefined ? '' : `scope_id = ${quoteText(scope[2])}`,
    ].filter(Boolean);
    return db.rows<Figure>(
      `SELECT * FROM read_parquet(${quoteText(copy)})${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`,
    );
  });
  const unknown = options.metric !== undefined && !metrics.some((m) => m.id === options.metric);
  if (figures.length === 0 && unknown)
    throw new KadoError(
      problem('metric_unknown', {
        metric: options.metric ?? '',
        near:
          nearest(
            options.metric ?? '',
            metrics.map((m) => m.id),
          ) ?? metrics.map((m) => m.id).join(', '),
      }),
    );
  if (figures.length === 0) throw new KadoError(problem('figure_none', {}));
  terminal.print(
    format === 'json'
      ? JSON.stringify(figures, null, 2)
      : format === 'csv'
        ? toCsv(figures)
        : toTable(figures),
  );
  return 0;
}

function toCsv(figures: readonly Figure[]): string {
  const data = figures.map((f) => figureColumns.map((c) => f[c] ?? ''));
  return Papa.unparse({ fields: [...figureColumns], data }, { newline: '\n', escapeFormulae: formulaLike });
}

const shown = [
  'month',
  'metric',
  'scope',
  'breakdown',
  'value',
  'unit',
  'lower',
  'upper',
  'target',
  'status',
  'complete',
  'rows',
] as const;

function toTable(figures: readonly Figure[]): string {
  const rows = figures.map((f) => [
    f.month,
    f.metric,
    f.scope_kind === 'group' ? 'group' : `${f.scope_kind}:${f.scope_id}`,
    f.breakdown,
    f.value === null ? '' : String(f.value),
    f.unit,
    ...[f.lower, f.upper, f.target].map((n) => (n === null ? '' : String(n))),
    f.status,
    String(f.complete),
    String(f.source_rows),
  ]);
  const widths = shown.map((name, i) => Math.max(name.length, ...rows.map((r) => r[i]!.length)));
  const numeric = new Set([4, 6, 7, 8, 11]);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (numeric.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [line(shown), ...rows.map(line)].join('\n');
}
