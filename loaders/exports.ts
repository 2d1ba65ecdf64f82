/** The files of one source entry, opened and looked at, each with the mapping that its own header allows. */
import type { Config, Source } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { KadoError, type Problem, problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';
import { recordRejects } from '../src/staging/rejects.js';
import { openTable } from './formats/index.js';
import type { Table } from './formats/table.js';
import { type Mapping, resolveMapping, wantedColumns } from './mapping.js';
import { type FoundFile, findFiles } from './paths.js';
import { findPreset, presets } from './presets/index.js';
import type { Preset } from './presets/preset.js';
import { loadRaw } from './raw.js';

/** What `name_from: file` calls the column with the file's name. */
export const fileColumn = 'file';

export interface Export {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly receipt: Receipt;
  readonly found: FoundFile;
  /** The file's name without its endings, where the source asks for it. */
  readonly seriesName: string | undefined;
}

/** Opens all files of an entry. `firstFile` numbers them within the run. Throws a KadoError where one can't be used at all. */
export async function openExports(
  db: Database,
  config: Config,
  source: Source,
  contract: Contract,
  preset: Preset | undefined,
  firstFile: number,
): Promise<Export[]> {
  const opened: Export[] = [];
  for (const found of await findFiles(config, source)) {
    const table = await openTable(found.absolute, found.shown, {
      encoding: source.encoding,
      delimiter: source.delimiter,
      headerLine: source.headerLine,
      sheet: source.sheet,
      records: source.records,
      warehouse: db,
      wanted: wantedColumns(source, contract, preset),
    });
    if (table.empty && !source.allowEmpty)
      throw new KadoError(
        problem(
          'file_without_rows',
          { columns: table.header.length },
          { file: found.shown, line: table.headerLine },
        ),
      );
    if (table.header.length === 0 && !table.empty) await refuseNameless(table);
    const named = source.nameFrom === 'file';
    const header = named ? [...table.header, fileColumn] : table.header;
    if (named && table.header.includes(fileColumn))
      throw new KadoError(
        problem('file_column_taken', { path: found.shown }, config.placeOf(pathOf(source, 'name_from'))),
      );
    const mapping =
      // An empty list of records names no column, and none can be missed.
      header.length === 0 && table.empty
        ? nothing
        : await resolveMapping(db, source, contract, preset, header, found.shown, config.placeOf);
    opened.push({
      found,
      table: { ...table, warnings: [...table.warnings, ...findRepeated(mapping, table, found.shown)] },
      mapping,
      receipt: beginReceipt(source, table, found, firstFile + opened.length),
      seriesName: named ? nameSeries(found.absolute) : undefined,
    });
  }
  return opened;
}

/** A column that is read, and stands in the header more than once: which of them is meant, only a person knows. */
function findRepeated({ needed }: Mapping, { header, headerLine }: Table, shown: string): Problem[] {
  return needed.flatMap((column) => {
    const others = header.filter(
      (name) => name.startsWith(`${column} (`) && /^\d+\)$/.test(name.slice(column.length + 2)),
    );
    if (others.length === 0) return [];
    const params = { column, count: others.length + 1, other: others[0]! };
    return problem('column_repeated', params, { file: shown, line: headerLine }, 'warning');
  });
}

/** Records of which none has a key: that is said by the first broken one, or by the columns that all of them lack. */
async function refuseNameless(table: Table): Promise<void> {
  for await (const { records } of table.batches())
    for (const record of records) if (record.problem) throw new KadoError(record.problem);
}

const nothing: Mapping = { columns: new Map(), needed: [], missing: [] };

/**
 * Loads the columns that the mapping names as table `raw`; its broken rows become rejects. Gives the SQL to read it from, with the
 * column of lines and that of the file's name.
 */
export async function loadExport(
  db: Database,
  source: Source,
  { table, mapping, receipt, seriesName }: Export,
  raw: string,
  ctx: RunContext,
): Promise<string> {
  ctx.progress.stage(receipt.path);
  const needed = seriesName === undefined ? mapping.needed : mapping.needed.filter((c) => c !== fileColumn);
  const rows = await loadRaw(db, table, raw, needed, ctx);
  receipt.rows = rows.count;
  receipt.rejected = rows.broken.length;
  await recordRejects(
    db,
    rows.broken.map((b) => ({
      kind: source.kind,
      file: receipt.file,
      line: b.line,
      column: String(b.problem.place?.column ?? ''),
      value: b.value,
      code: b.problem.code,
      params: b.problem.params,
    })),
  );
  return withSeriesName({ seriesName }, rows.from ?? quoteName(raw));
}

/** The rows with the column of the file's name, where the source asks for it. */
export const withSeriesName = ({ seriesName }: Pick<Export, 'seriesName'>, from: string): string =>
  seriesName === undefined
    ? from
    : `(SELECT *, ${quoteText(seriesName)} AS ${quoteName(fileColumn)} FROM ${from})`;

/** The preset that the source names. Throws KadoError preset_unknown, preset_kind. */
export function choosePreset(config: Config, source: Source): Preset | undefined {
  if (source.preset === undefined) return undefined;
  const place = config.placeOf(pathOf(source, 'preset'));
  const preset = findPreset(source.preset);
  if (!preset)
    throw new KadoError(
      problem(
        'preset_unknown',
        { preset: source.preset, known: presets.map((p) => p.name).join(', ') },
        place,
      ),
    );
  if (preset.kind !== source.kind)
    throw new KadoError(
      problem('preset_kind', { preset: preset.name, expected: preset.kind, kind: source.kind }, place),
    );
  return preset;
}

/** Where a key of a source stands in the configuration. */
export const pathOf = (source: Source, ...path: (string | number)[]): (string | number)[] => [
  'sources',
  source.kind,
  source.index,
  ...path,
];

/** `exports/web.cpu.csv.gz` → `web.cpu`: only the endings that say the format. */
const nameSeries = (path: string): string =>
  path
    .replace(/^.*[/\\]/, '')
    .replace(/\.gz$/i, '')
    .replace(/\.[a-z]+$/i, '');

function beginReceipt(source: Source, { receipt }: Table, found: FoundFile, file: number): Receipt {
  return {
    kind: source.kind,
    file,
    entry: source.index,
    company: source.company,
    path: found.shown,
    sha256: receipt.sha256,
    bytes: receipt.bytes,
    encoding: receipt.encoding,
    why: receipt.why,
    delimiter: receipt.delimiter,
    sheet: receipt.sheet,
    rows: 0,
    staged: 0,
    rejected: 0,
    filtered: 0,
    superseded: 0,
    duplicate: 0,
  };
}
