/** A suggestion → the entry in kado.yaml, commented for the person who corrects it. */
import type { Suggestion, ValueSuggestion } from '../../loaders/suggest/index.js';
import { sampledRows } from '../../loaders/suggest/sample.js';
import { provenanceWords } from '../locale/provenanceOf.js';
import { isWritable, literalPath, quoted, scalar, shown } from './initText.js';
import { formatValue, timeNotes } from './initTimes.js';

/** Names in one line of comment; the rest are counted. */
const namedAtMost = 40;
const list = (names: readonly string[]): string =>
  names.slice(0, namedAtMost).map(shown).join(', ') +
  (names.length > namedAtMost ? ` … and ${names.length - namedAtMost} more` : '');

/** The list entry of one export, indented to stand under its kind. `path` is relative to the configuration, with slashes. */
export function entryLines(s: Suggestion, path: string): string[] {
  const { sample, preset, log } = s;
  const { receipt } = sample;
  const lines = [
    ...fitLines(s, path).map((line) => `    # ${line}`),
    `    - path: ${scalar(literalPath(path))}`,
  ];
  const add = (...more: string[]): void => void lines.push(...more.map((line) => `      ${line}`));
  if (preset) add(`preset: ${preset.name}`);
  if (receipt.encoding !== 'xlsx' && receipt.encoding !== 'parquet')
    add(
      `encoding: auto # found: ${receipt.encoding}, ${provenanceWords('en').why[receipt.why.code] ?? receipt.why.code}`,
    );
  if (receipt.sheet !== undefined) add(`sheet: ${scalar(receipt.sheet)}`);
  if (sample.headerLine !== 1) add(`header_line: ${sample.headerLine}`);
  if (preset?.nameFrom) add(`name_from: ${preset.nameFrom}`);
  if (s.missing.length > 0) add(`missing: [${s.missing.map(quoted).join(', ')}]`);
  if (s.days)
    add(
      `# covers: { from: ${s.days.from}, to: ${s.days.to} } # what the export holds; ${sample.whole ? 'its rows' : `its first ${sampledRows} rows`} are of these days`,
    );
  if (s.kind === 'incidents') add('# company: a # for rows that name neither system, unit nor company');
  if (log && isWritable(log.by)) {
    const order = log.order.filter(isWritable).map(quoted).join(', ');
    const told = `${log.rows} rows, ${log.ids} ids: several rows per record, of which the last should be kept`;
    const line = `keep_last: { by: ${quoted(log.by)}, order: [${order}] }`;
    if (log.known) add(`# ${told}:`, line);
    else add(`# ${told}. Name the columns that put them in order:`, `# ${line}`);
  }
  const mapped = columnLines(s);
  if (mapped.some((line) => !line.startsWith('#'))) add('columns:', ...mapped.map((line) => `  ${line}`));
  else add('columns: {} # the columns, instead of {}:', ...mapped.map((line) => line.replace('# ', '#   ')));
  if (s.match.unused.length > 0)
    add(`# Columns not used (${s.match.unused.length}): ${list(s.match.unused)}`);
  return lines;
}

/** What it was taken for, and why. */
function fitLines({ preset, presets, kind, match, sample }: Suggestion, path: string): string[] {
  const rows = sample.whole ? `All ${sample.count} rows` : `The first ${sampledRows} rows`;
  const best = presets[0];
  const why =
    preset && best
      ? `preset ${preset.name}, since ${list(best.present)} are there`
      : `no preset fits; ${match.from.size} columns are called as the columns of ${kind} are`;
  const near = presets
    .filter((f) => f.absent.length > 0)
    .map((f) => `Preset ${f.preset.name} would need ${list(f.absent)} as well.`);
  return [`${shown(path)} → ${kind}: ${why}. ${rows} were looked at.`, ...near];
}

function columnLines(s: Suggestion): string[] {
  const lines: string[] = [];
  for (const { name, required } of s.contract.columns) {
    const from = s.match.from.get(name);
    const identity = s.match.identity.get(name);
    const perhaps = s.match.perhaps.get(name) ?? [];
    if (from !== undefined && !isWritable(from)) {
      lines.push(`# ${name}: ${shown(from)} # a name with \${…} cannot stand here: use sql, or rename it`);
      continue;
    }
    if (identity) lines.push(`# ${name}: ${list(identity)} together, by the preset`);
    if (from !== undefined) lines.push(...mappedLines(s, name, from));
    if (from === undefined && !identity && (required || perhaps.length > 0))
      lines.push(
        required
          ? `# ${name}: # required: name the export's column${perhaps.length > 0 ? `; perhaps ${list(perhaps)}` : ''}`
          : `# ${name}: ${shown(perhaps[0]!)} # perhaps${perhaps.length > 1 ? `; or ${list(perhaps.slice(1))}` : ''}`,
      );
    else if (from !== undefined && perhaps.length > 0)
      lines.push(`# ${name}: perhaps rather ${list(perhaps)}`);
  }
  return lines;
}

/** A mapped column: what is sure as YAML, and what only a person can decide as a comment that can take its place. */
function mappedLines(s: Suggestion, name: string, from: string): string[] {
  const time = s.times.get(name);
  const values = s.values.get(name);
  const formats = time?.is === 'formats' ? [`format: ${formatValue(time.formats)}`] : [];
  const map = values ? mapLines(values) : [];
  const isSure = map.some((line) => !line.startsWith('#'));
  const notes = [
    ...(time ? timeNotes(time, name, from, s) : []),
    ...(values && !isSure
      ? [stubReason(name, values), `# ${name}:`, `#   from: ${scalar(from)}`, '#   map:', ...map]
      : []),
  ];
  const sure = [...formats, ...(isSure ? map : [])];
  return sure.length === 0
    ? [`${name}: ${scalar(from)}`, ...notes]
    : [`${name}:`, `  from: ${scalar(from)}`, ...sure.map((line) => `  ${line}`), ...notes];
}

const stubReason = (name: string, { allowed }: ValueSuggestion): string =>
  name === 'severity'
    ? `# The report ranks ${allowed.join(', ')}; other values stay as they are, unranked. To rank them, write instead:`
    : "# These values are not Kado's own. Write instead:";

/** The distinct values: those that known words say, and the rest as comments for a person to decide. */
function mapLines({ values, more, allowed }: ValueSuggestion): string[] {
  const known = values.filter((v) => v.to !== undefined);
  const open = values.filter((v) => v.to === undefined);
  const indent = known.length === 0 ? '#     ' : '#   ';
  return [
    ...(known.length === 0 ? [] : ['map:']),
    ...known.map(({ value, to }) => `  ${quoted(value)}: ${scalar(to ?? '')} # check`),
    ...open.map(({ value }) => `${indent}${quoted(shown(value))}: # ${allowed.join(' / ')}`),
    ...(more > 0 ? [`${indent}… and ${more} more values`] : []),
  ];
}
