/** A suggestion → the entry in kado.yaml, commented for the person who corrects it. */
import type { FormatName } from '../../loaders/formats/table.js';
import type { Suggestion } from '../../loaders/suggest/index.js';
import { sampledRows } from '../../loaders/suggest/sample.js';
import { quoteName, quoteText } from '../duckdb/quote.js';
import { provenanceWords } from '../locale/provenanceOf.js';
import { columnLines, presetLine, splitExamples } from './initColumns.js';
import { isWritable, list, literalPath, quoted, scalar, shown } from './initText.js';

/** In the others each record names its own columns, and the line is that of the first. */
const headed: ReadonlySet<FormatName> = new Set(['csv', 'xlsx']);

/** The list entry of one export, indented to stand under its kind. `paths` are relative to the configuration, with slashes. */
export function entryLines(s: Suggestion, paths: readonly string[]): string[] {
  const { sample, preset, log } = s;
  const { receipt } = sample;
  const lines = [
    ...fitLines(s, paths).map((line) => `    # ${line}`),
    ...(paths.length === 1
      ? [`    - path: ${scalar(literalPath(paths[0]!))}`]
      : ['    - path:', ...paths.map((path) => `        - ${scalar(literalPath(path))}`)]),
  ];
  const add = (...more: string[]): void => void lines.push(...more.map((line) => `      ${line}`));
  if (preset) add(`preset: ${preset.name}`);
  if (receipt.encoding !== 'xlsx' && receipt.encoding !== 'parquet')
    add(
      `encoding: auto # found: ${receipt.encoding}, ${provenanceWords('en').why[receipt.why.code] ?? receipt.why.code}`,
    );
  if (receipt.sheet !== undefined) add(sheetLine(s, receipt.sheet));
  if (headed.has(receipt.format) && sample.headerLine !== 1) add(`header_line: ${sample.headerLine}`);
  if (preset?.nameFrom) add(`name_from: ${preset.nameFrom}`);
  if (s.missing.length > 0) add(`missing: [${s.missing.map(quoted).join(', ')}]`);
  if (s.days)
    add(
      `# covers: { from: ${s.days.from}, to: ${s.days.to} } # what the export holds; its rows are of these days`,
    );
  if (s.kind === 'incidents') add('# company: a # for rows that name neither system, unit nor company');
  if (log && isWritable(log.by)) {
    const order = log.order.filter(isWritable).map(quoted).join(', ');
    const told = `${log.rows} rows, ${log.ids} ids: several rows per record, of which the last should be kept`;
    const line = `keep_last: { by: ${quoted(log.by)}, order: [${order}] }`;
    if (log.known) add(`# ${told}:`, line);
    else add(`# ${told}. Name the columns that put them in order:`, `# ${line}`);
  }
  add(...sortLines(s), ...presetLine(s));
  const mapped = [...columnLines(s), ...(preset?.nameFrom ? splitExamples(paths) : [])];
  if (mapped.some((line) => !line.startsWith('#'))) add('columns:', ...mapped.map((line) => `  ${line}`));
  else if (mapped.length > 0)
    add('columns: {} # the columns, instead of {}:', ...mapped.map((line) => line.replace('# ', '#   ')));
  const unused = s.match.unused.filter((column) => column !== s.sorts?.column);
  if (unused.length > 0) add(`# Columns not used (${unused.length}): ${list(unused)}`);
  return lines;
}

/** A comment: an active line would silence what is said of rows on other sheets, this month's or the next's. */
function sheetLine({ sample }: Suggestion, sheet: string): string {
  const chosen = sample.warnings.find((p) => p.code === 'sheet_chosen');
  const others = chosen ? `; rows stand on more than one: ${shown(String(chosen.params.sheets))}` : '';
  return isWritable(sheet)
    ? `# sheet: ${scalar(sheet)} # found by itself${others}`
    : `# sheet ${shown(sheet)}${others}`;
}

/** What decides which rows are incidents at all: only a person can say. */
function sortLines({ sorts }: Suggestion): string[] {
  if (!sorts) return [];
  const { column, counts, likely } = sorts;
  const told = counts.map(({ value, rows }) => `${value === '' ? '(missing)' : value} (${rows})`);
  const where = `${quoteName(column)} = ${quoteText(likely ?? '…')}`;
  return [
    `# Decide: ${shown(column)} says what each row is: ${list(told)}. All are counted as incidents without a line like:`,
    ...(isWritable(where) ? [`# where: ${quoted(where)}`] : []),
  ];
}

/** What it was taken for, and why. */
function fitLines({ preset, presets, kind, match, sample }: Suggestion, paths: readonly string[]): string[] {
  const rows = sample.whole ? `All ${sample.count} rows` : `The first ${sampledRows} rows`;
  const best = presets[0];
  const why =
    preset && best
      ? `preset ${preset.name}, since ${list(best.present)} are there`
      : `no preset fits; ${match.from.size} columns are called as the columns of ${kind} are`;
  const near = presets
    .filter((f) => f.absent.length > 0)
    .map((f) => `Preset ${f.preset.name} would need ${list(f.absent)} as well.`);
  return [
    `${shown(paths[0]!)}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''} → ${kind}: ${why}. ${rows} were looked at.`,
    ...near,
  ];
}
