/** The columns of a suggestion: what is sure as YAML, what a preset resolves and what only a person can decide as comments. */
import { posix } from 'node:path';
import { orderWords } from '../../loaders/suggest/dateForms.js';
import type { Suggestion, TimeSuggestion, ValueSuggestion } from '../../loaders/suggest/index.js';
import { type JoinedTime, joinSql } from '../../loaders/suggest/joined.js';
import { isWritable, list, quoted, scalar, shown } from './initText.js';
import { formatValue, timeNotes } from './initTimes.js';

/** What the preset finds by itself: next month's file may name it otherwise, so no line of the file's own names is active. */
export function presetLine({ match, times, values }: Suggestion): string[] {
  const told = [...match.byPreset]
    .filter((name) => match.from.has(name) && !isAmended(times.get(name), values.get(name)))
    .map((name) => `${name} ← ${shown(match.from.get(name)!)}`);
  return told.length > 0 ? [`# by the preset: ${told.join(', ')}`] : [];
}

const isAmended = (time: TimeSuggestion | undefined, values: ValueSuggestion | undefined): boolean =>
  time?.is === 'formats' || (values?.values.some(({ to }) => to !== undefined) ?? false);

/** Signs that part the words of a file's name, the likeliest first. */
const partedBy = ['_', '-', '.'] as const;

/** How a series' system and metric can be cut out of its file's name. */
export function splitExamples(paths: readonly string[]): string[] {
  const names = paths.map((path) => posix.basename(path).replace(/\.[^.]*$/, ''));
  const sign = partedBy.find((s) => names.every((name) => name.includes(s))) ?? '_';
  const line = (column: string, part: number): string => {
    const example = names[0]!.split(sign)[part - 1];
    return `# ${column}: { sql: ${quoted(`split_part(file, '${sign}', ${part})`)} }${example === undefined ? '' : ` # ${shown(example)}`}`;
  };
  return [line('system_id', 1), line('metric', 2)];
}

export function columnLines(s: Suggestion): string[] {
  const lines: string[] = [];
  for (const { name, required } of s.contract.columns) {
    const from = s.match.from.get(name);
    const identity = s.match.identity.get(name);
    const perhaps = s.match.perhaps.get(name) ?? [];
    const pair = s.match.joined.get(name);
    if (pair) lines.push(...joinedLines(s, name, pair, required));
    if (from !== undefined && !isWritable(from)) {
      lines.push(`# ${name}: ${shown(from)} # a name with \${…} cannot stand here: use sql, or rename it`);
      continue;
    }
    if (identity) lines.push(`# ${name}: ${list(identity)} together, by the preset`);
    if (from !== undefined) lines.push(...mappedLines(s, name, from));
    if (from === undefined && !identity && !pair && (required || perhaps.length > 0))
      lines.push(
        required
          ? `# ${name}: # required: name the export's column${perhaps.length > 0 ? `; perhaps ${list(perhaps)}` : ''}`
          : `# ${name}: ${proposed(perhaps[0]!)} # perhaps${perhaps.length > 1 ? `; or ${list(perhaps.slice(1))}` : ''}`,
      );
    else if (from !== undefined && perhaps.length > 0)
      lines.push(
        `# ${name}: ${proposed(perhaps[0]!)} # perhaps rather${perhaps.length > 1 ? `; or ${list(perhaps.slice(1))}` : ''}`,
      );
  }
  return lines;
}

const proposed = (column: string): string => (isWritable(column) ? scalar(column) : shown(column));

/** A moment in two columns, active where its joined texts read; otherwise for a person to complete. */
function joinedLines(s: Suggestion, name: string, pair: JoinedTime, required: boolean): string[] {
  const sql = quoted(joinSql(pair, s.joinMarks.get(name) ?? [], required));
  const time = s.times.get(name);
  const line = (more: string): string => `${name}: { sql: ${sql}${more} }`;
  if (time?.is === 'known') return [line('')];
  if (time?.is === 'formats') return [line(`, format: ${formatValue(time.formats)}`)];
  if (time?.is === 'open')
    return time.options.map(
      (o) => `# ${line(`, format: ${formatValue(o.formats)}`)} # ${orderWords[o.order]}: choose`,
    );
  return [`# ${line(', format: …')}`];
}

/** A mapped column: what is sure as YAML, and what only a person can decide as a comment that can take its place. */
function mappedLines(s: Suggestion, name: string, from: string): string[] {
  const time = s.times.get(name);
  const values = s.values.get(name);
  const formats = time?.is === 'formats' ? [`format: ${formatValue(time.formats)}`] : [];
  const map = values ? mapLines(values) : [];
  // Under the preset's word there is no line above.
  const isTold = s.match.byPreset.has(name);
  const isSure = map.some((line) => !line.startsWith('#'));
  const notes = [
    ...(time ? timeNotes(time, name, from, s) : []),
    ...(values && !isSure
      ? [stubReason(name, values, isTold), `# ${name}:`, `#   from: ${scalar(from)}`, '#   map:', ...map]
      : []),
  ];
  const sure = [...formats, ...(isSure ? map : [])];
  if (sure.length === 0 && isTold) return notes;
  return sure.length === 0
    ? [`${name}: ${scalar(from)}`, ...notes]
    : [`${name}:`, `  from: ${scalar(from)}`, ...sure.map((line) => `  ${line}`), ...notes];
}

const stubReason = (name: string, { allowed }: ValueSuggestion, isTold: boolean): string => {
  const write = isTold ? 'write' : 'write instead of the line above';
  return name === 'severity'
    ? `# The report ranks ${allowed.join(', ')}; other values stay as they are, unranked. To rank them, ${write}:`
    : `# These values are not Kado's own: ${write}:`;
};

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
