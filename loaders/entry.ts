/** Stage 1b: one source entry (all files of its paths) → typed rows in `staging.<kind>`, rejects, and each file's account. */
import type { Config, OrderColumn, Source } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { KadoError, type Problem, problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';
import { recordRejects } from '../src/staging/rejects.js';
import { weighEvidence } from './evidence.js';
import { openTable } from './formats/index.js';
import { orderRows } from './keepLast.js';
import { declareOrder, type Mapping, resolveMapping, wantedColumns } from './mapping.js';
import { findFiles } from './paths.js';
import { findPreset, presets } from './presets/index.js';
import type { Preset } from './presets/preset.js';
import { lineColumn, loadRaw } from './raw.js';
import { readingQuery, weighedColumns } from './read.js';
import { fatesQuery, rejectUnreadable, typingQuery } from './typed.js';

export interface EntryResult {
  readonly receipts: Receipt[];
  readonly warnings: readonly Problem[];
  /** Canonical columns that at least one file gives. */
  readonly mapped: ReadonlySet<string>;
}

/** Loads one entry. `firstFile` numbers its files within the run. Throws a KadoError when a file can't be used at all. */
export async function loadEntry(
  db: Database,
  config: Config,
  source: Source,
  contract: Contract,
  firstFile: number,
  ctx: RunContext,
): Promise<EntryResult> {
  const at = (...path: (string | number)[]) =>
    config.placeOf(['sources', source.kind, source.index, ...path]);
  const preset = choosePreset(source, at('preset'));
  const table = `read_${source.kind}_${source.index}`;
  const receipts: Receipt[] = [];
  const warnings: Problem[] = [];
  const mapped = new Set<string>();
  let mapping: Mapping | undefined;
  let orders: OrderColumn[] = [];
  const formats = new Map<string, Map<number, readonly string[]>>();
  for (const found of await findFiles(config, source)) {
    const file = firstFile + receipts.length;
    const opened = await openTable(found.absolute, found.shown, {
      encoding: source.encoding,
      delimiter: source.delimiter,
      headerLine: source.headerLine,
      sheet: source.sheet,
      records: source.records,
      warehouse: db,
      wanted: wantedColumns(source, contract, preset),
    });
    ctx.progress.stage(found.shown);
    mapping = await resolveMapping(db, source, contract, preset, opened.header, found.shown, config.placeOf);
    for (const name of mapping.columns.keys()) mapped.add(name);
    // Not by the file's number: an entry that failed half-way leaves its table, and its numbers go to the next one.
    const raw = `raw_${source.kind}_${source.index}_${receipts.length}`;
    const rows = await loadRaw(db, opened, raw, mapping.needed, ctx);
    if (rows.count === 0 && !source.allowEmpty)
      throw new KadoError(
        problem(
          'file_without_rows',
          { columns: opened.header.length },
          { file: found.shown, line: opened.headerLine },
        ),
      );
    await recordRejects(
      db,
      rows.broken.map((b) => ({
        kind: source.kind,
        file,
        line: b.line,
        column: String(b.problem.place?.column ?? ''),
        value: b.value,
        code: b.problem.code,
        params: b.problem.params,
      })),
    );
    const settled = mapping;
    orders = (source.keepLast?.order ?? []).map((o) => declareOrder(o, preset, contract, settled));
    const evidence = await weighEvidence(db, {
      table: raw,
      line: lineColumn,
      path: found.shown,
      delimiter: opened.receipt.delimiter,
      decimal: source.decimal,
      timezone: config.timezone,
      typedDates: opened.typedDates,
      columns: weighedColumns(contract, mapping, orders),
    });
    if (evidence.problems.length > 0) throw new KadoError(evidence.problems);
    warnings.push(...evidence.warnings);
    for (const [name, own] of evidence.formats)
      formats.set(name, (formats.get(name) ?? new Map()).set(file, own));
    const query = readingQuery(source, contract, mapping, raw, file);
    await db.run(
      receipts.length === 0
        ? `CREATE TABLE ${quoteName(table)} AS ${query}`
        : `INSERT INTO ${quoteName(table)} BY NAME ${query}`,
    );
    await db.run(`DROP TABLE ${quoteName(raw)}`);
    warnings.push(...opened.warnings);
    receipts.push({
      kind: source.kind,
      file,
      entry: source.index,
      company: source.company,
      path: found.shown,
      sha256: opened.receipt.sha256,
      bytes: opened.receipt.bytes,
      encoding: opened.receipt.encoding,
      why: opened.receipt.why,
      delimiter: opened.receipt.delimiter,
      rows: rows.count,
      staged: 0,
      rejected: rows.broken.length,
      filtered: 0,
      superseded: 0,
      duplicate: 0,
    });
  }
  if (!mapping) return { receipts, warnings, mapped };

  let lastFirst = '';
  if (source.keepLast) {
    const ordering = await orderRows(db, table, orders, config.timezone, formats, (i) =>
      at('keep_last', 'order', i),
    );
    warnings.push(...ordering.warnings);
    lastFirst = ordering.sql;
  }
  const fates = `fates_${source.kind}_${source.index}`;
  await db.run(`CREATE TABLE ${quoteName(fates)} AS ${fatesQuery(table, lastFirst)}`);
  await db.run(`DROP TABLE ${quoteName(table)}`);
  const declared = { timezone: config.timezone, decimal: source.decimal, formats };
  const typed = `typed_${source.kind}_${source.index}`;
  await db.run(`CREATE TABLE ${quoteName(typed)} AS ${typingQuery(contract, mapping, fates, declared)}`);
  await rejectUnreadable(db, contract, mapping, declared, typed);
  await db.run(
    `INSERT INTO staging.${quoteName(source.kind)} BY NAME SELECT _file, _line, ${source.index} AS _entry, ${contract.columns.map((c) => `${quoteName(`t_${c.name}`)} AS ${quoteName(c.name)}`).join(', ')} FROM ${quoteName(typed)} WHERE fate = 'staged'`,
  );
  const counts = await db.rows<{
    file: number;
    fate: 'staged' | 'rejected' | 'filtered' | 'superseded';
    n: number;
  }>(
    `SELECT _file AS file, fate, count(*) AS n FROM ${quoteName(typed)} GROUP BY ALL
     UNION ALL SELECT _file, place, count(*) FROM ${quoteName(fates)} WHERE place <> 'kept' GROUP BY ALL`,
  );
  for (const { file, fate, n } of counts) receipts[file - firstFile]![fate] += n;
  await db.run(`DROP TABLE ${quoteName(fates)}`);
  await db.run(`DROP TABLE ${quoteName(typed)}`);
  return { receipts, warnings, mapped };
}

function choosePreset(source: Source, place: ReturnType<Config['placeOf']>): Preset | undefined {
  if (source.preset === undefined) return undefined;
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
