/** Which export column (or expression) gives which canonical column: the configuration's word, the preset's, then equal names. */
import { formatKeywords } from '../src/config/fields.js';
import type { ColumnMapping, OrderColumn, Source } from '../src/config/model.js';
import { nearest } from '../src/config/nearest.js';
import type { Database } from '../src/duckdb/database.js';
import { checkExpression, type ExpressionFault } from '../src/duckdb/expression.js';
import { quoteText } from '../src/duckdb/quote.js';
import { KadoError, type Place, type Problem, problem } from '../src/errors.js';
import { type Contract, columnNames } from '../src/staging/contract.js';
import type { Wanted } from './formats/header.js';
import { applyPreset, candidatesOf, knownForm } from './presets/apply.js';
import type { Preset } from './presets/preset.js';

export interface Mapping {
  /** Canonical column → how to get it from this file; columns that the file doesn't give are absent. */
  readonly columns: ReadonlyMap<string, ColumnMapping>;
  /** The export's own columns that the mapping, `where` and `keep_last` name. */
  readonly needed: readonly string[];
  readonly missing: readonly string[];
}

type PlaceOf = (path: readonly (string | number)[]) => Place;

/** Resolves a source's mapping against one file's header. Every problem is reported at once, at its place in the configuration. */
export async function resolveMapping(
  db: Database,
  source: Source,
  contract: Contract,
  preset: Preset | undefined,
  header: readonly string[],
  shownPath: string,
  placeOf: PlaceOf,
): Promise<Mapping> {
  const problems: Problem[] = [];
  const at = (...path: (string | number)[]): Place =>
    placeOf(['sources', source.kind, source.index, ...path]);
  const present = new Set(header);
  const canonical = columnNames(contract);
  const columns = new Map<string, ColumnMapping>();
  const needed = new Set<string>();
  const absent = (column: string, place: Place): void => {
    problems.push(
      problem(
        'export_column_unknown',
        { column, path: shownPath, near: nearest(column, header) ?? header.slice(0, 12).join(', ') },
        place,
      ),
    );
  };
  const useExpression = async (sql: string, key: string, place: Place): Promise<void> => {
    const checked = await checkExpression(db, sql, header);
    if ('columns' in checked) for (const column of checked.columns) needed.add(column);
    else problems.push(expressionProblem(checked, key, header, place));
  };

  const checkFormats = async (
    formats: readonly string[] | undefined,
    key: string,
    place: Place,
  ): Promise<void> => {
    for (const format of formats ?? []) {
      if (formatKeywords.has(format)) continue;
      const detail = await formatFault(db, format);
      if (detail !== undefined)
        problems.push(problem('time_format_unreadable', { key, value: format, detail }, place));
    }
  };

  for (const name of Object.keys(source.columns))
    if (!canonical.includes(name))
      problems.push(
        problem(
          'canonical_column_unknown',
          {
            column: name,
            kind: source.kind,
            near: nearest(name, canonical) ?? canonical.slice(0, 12).join(', '),
          },
          at('columns', name),
        ),
      );

  for (const name of canonical) {
    const own = source.columns[name];
    if (own === null) continue;
    const known = knownForm(preset, name);
    const applied = applyPreset(preset, name, present);
    if (own) {
      await checkFormats(own.format, name, at('columns', name, 'format'));
      if (own.from !== undefined && !present.has(own.from)) absent(own.from, at('columns', name));
      if (own.sql !== undefined) await useExpression(own.sql, name, at('columns', name, 'sql'));
      const bare = own.from === undefined && own.sql === undefined && own.default === undefined;
      const implied = applied?.mapping.from ?? (present.has(name) ? name : undefined);
      const from = own.from ?? (bare ? implied : undefined);
      columns.set(name, {
        ...own,
        format: own.format ?? known?.format,
        map: own.map ?? known?.map,
        units: own.units ?? known?.units,
        timezone: known?.timezone,
        from,
      });
      if (from !== undefined) needed.add(from);
    } else if (applied) {
      columns.set(name, applied.mapping);
      for (const column of applied.needed) needed.add(column);
    } else if (present.has(name)) {
      columns.set(name, { from: name });
      needed.add(name);
    }
  }

  for (const column of contract.columns)
    if (column.required && !columns.has(column.name))
      problems.push(
        problem(
          'required_column_unmapped',
          { column: column.name, path: shownPath, header: header.slice(0, 20).join(', ') },
          at(),
        ),
      );

  if (source.where !== undefined) await useExpression(source.where, 'where', at('where'));
  if (source.keepLast) {
    const order = source.keepLast.order.map((o) => o.column);
    for (const [i, column] of [source.keepLast.by, ...order].entries()) {
      if (present.has(column)) needed.add(column);
      else absent(column, i === 0 ? at('keep_last', 'by') : at('keep_last', 'order', i - 1));
    }
    for (const [i, { column, format }] of source.keepLast.order.entries())
      await checkFormats(format, column, at('keep_last', 'order', i, 'format'));
  }
  // DuckDB's names don't tell case apart.
  const folded = new Map<string, string>();
  for (const column of needed) {
    const other = folded.get(column.toLowerCase());
    folded.set(column.toLowerCase(), column);
    if (other !== undefined)
      problems.push(problem('export_columns_alike', { one: other, other: column, path: shownPath }, at()));
  }
  if (problems.length > 0) throw new KadoError(problems);
  return { columns, needed: [...needed], missing: [...source.missing, ...(preset?.missing ?? [])] };
}

/** Every column name that the mapping could use of some export: what tells a header from the lines above it. */
export function wantedColumns(source: Source, contract: Contract, preset: Preset | undefined): Wanted {
  const names = new Set<string>();
  const expressions = source.where === undefined ? [] : [source.where];
  for (const name of columnNames(contract)) {
    const own = source.columns[name];
    if (own === null) continue;
    if (own?.from !== undefined) names.add(own.from);
    else if (own?.sql !== undefined) expressions.push(own.sql);
    else for (const candidate of [name, ...candidatesOf(preset, name)]) names.add(candidate);
  }
  if (source.keepLast)
    for (const name of [source.keepLast.by, ...source.keepLast.order.map((o) => o.column)]) names.add(name);
  return { names, expressions };
}

/** What DuckDB says of a strptime format that it can't read; otherwise every row would fail on it. */
async function formatFault(db: Database, format: string): Promise<string | undefined> {
  try {
    await db.run(`SELECT try_strptime(NULL::VARCHAR, ${quoteText(format)})`);
    return undefined;
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return first.replace(/^.*: /, '');
  }
}

function expressionProblem(
  fault: ExpressionFault,
  key: string,
  header: readonly string[],
  place: Place,
): Problem {
  switch (fault.kind) {
    case 'syntax':
      return problem('expression_syntax', { key, detail: fault.detail }, place);
    case 'not_allowed':
      return problem('expression_not_allowed', { key, detail: fault.detail }, place);
    // Only over typed columns, which no mapping has.
    case 'type':
    case 'unknown_value':
      return problem('expression_type', { key, actual: fault.detail, expected: '?' }, place);
    case 'unknown_column':
      return problem(
        'expression_column_unknown',
        { key, column: fault.detail, near: nearest(fault.detail, header) ?? header.slice(0, 12).join(', ') },
        place,
      );
  }
}

/** How an ordering column reads: as declared, as the preset knows, as its canonical twin is mapped; else it must be verified. */
export function declareOrder(
  order: OrderColumn,
  preset: Preset | undefined,
  contract: Contract,
  mapping: Mapping,
): OrderColumn {
  if (order.as !== undefined || order.format) return { as: order.format ? 'time' : order.as, ...order };
  const known = preset?.order.find((o) => o.column === order.column);
  if (known) return known;
  for (const [name, m] of mapping.columns) {
    if (m.from !== order.column) continue;
    const type = contract.columns.find((c) => c.name === name)!.type.is;
    if (type === 'time' || type === 'date')
      return { column: order.column, as: 'time', format: m.format, timezone: m.timezone };
    if (type === 'integer' || type === 'number') return { column: order.column, as: 'number' };
  }
  return order;
}
