/** What an export seems to be, and a mapping of it that a person can correct: for `kado init --from`. Nothing is loaded. */
import type { Kind } from '../../src/config/model.js';
import type { Database } from '../../src/duckdb/database.js';
import { quoteText } from '../../src/duckdb/quote.js';
import { type Contract, columnNames } from '../../src/staging/contract.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { readTime } from '../../src/staging/typing.js';
import { knownForm } from '../presets/apply.js';
import type { Preset } from '../presets/preset.js';
import { type ColumnMatch, matchColumns } from './columns.js';
import type { DateOrder } from './dateForms.js';
import { fitKind, fitPresets, type PresetFit } from './fit.js';
import { findGraded } from './grades.js';
import { findJoined, joinedValues } from './joined.js';
import { type LogSuggestion, suggestLog } from './log.js';
import { type Sample, takeSample, valuesOf } from './sample.js';
import { type SortsSuggestion, suggestSorts } from './sorts.js';
import { settledOrder, suggestTimes, type TimeSuggestion } from './times.js';
import { suggestValues, type ValueSuggestion } from './values.js';

export type { PresetFit } from './fit.js';
export type { LogSuggestion } from './log.js';
export type { Sample } from './sample.js';
export type { TimeSuggestion } from './times.js';
export type { ValueSuggestion } from './values.js';

export interface Suggestion {
  readonly kind: Kind;
  readonly preset: Preset | undefined;
  /** The presets that were considered, best first. */
  readonly presets: readonly PresetFit[];
  readonly contract: Contract;
  readonly match: ColumnMatch;
  /** Required columns that nothing gives. */
  readonly lacking: readonly string[];
  readonly times: ReadonlyMap<string, TimeSuggestion>;
  /** The order of day and month that some column of the file shows, and none contradicts. */
  readonly settled: DateOrder | undefined;
  readonly values: ReadonlyMap<string, ValueSuggestion>;
  /** Words that stand for "missing" in columns of times. */
  readonly missing: readonly string[];
  /** Canonical → the same in the halves of its moment. */
  readonly joinMarks: ReadonlyMap<string, readonly string[]>;
  readonly sorts: SortsSuggestion | undefined;
  readonly log: LogSuggestion | undefined;
  /** Days of the oldest and newest incident, where they are the ends of months. */
  readonly days: { readonly from: string; readonly to: string } | undefined;
  readonly sample: Sample;
}

/** What people write where nothing is known; read as such only where a time should stand and nothing else is wrong. */
const absences = ['?', '-', '－', 'ー', 'N/A', 'n/a', 'NULL', 'null', 'なし', '未定', '不明'];

/** Throws a KadoError where the file can't be opened. */
export async function suggestSource(
  db: Database,
  absolute: string,
  shown: string,
  timezone: string,
): Promise<Suggestion> {
  const sample = await takeSample(db, absolute, shown);
  const fits = fitPresets(sample.header, sample.receipt.format);
  const preset = fits[0]?.fits ? fits[0].preset : undefined;
  const pairs = findJoined(sample, absences);
  const kind = preset?.kind ?? fitKind(sample.header, pairs).kind;
  const contract = contracts[kind];
  const match = matchColumns(contract, preset, sample.header, pairs, findGraded(sample, kind));
  const isGiven = (name: string): boolean =>
    match.from.has(name) || match.identity.has(name) || match.joined.has(name);

  const times = new Map<string, TimeSuggestion>();
  const missing = new Set<string>();
  for (const { name, type } of contract.columns) {
    const from = match.from.get(name);
    if (from === undefined || (type.is !== 'time' && type.is !== 'date')) continue;
    const values = valuesOf(sample, from, preset?.missing);
    const marks = values.filter((v) => absences.includes(v));
    times.set(
      name,
      await suggestTimes(
        db,
        values.filter((v) => !marks.includes(v)),
        type,
        knownForm(preset, name),
      ),
    );
    for (const mark of marks) missing.add(mark);
  }
  const joinMarks = new Map<string, readonly string[]>();
  for (const [name, pair] of match.joined) {
    const type = contract.columns.find((c) => c.name === name)!.type;
    if (type.is !== 'time' && type.is !== 'date') continue;
    times.set(name, await suggestTimes(db, joinedValues(sample, pair, absences), type, undefined));
    const halves = [...valuesOf(sample, pair.day), ...valuesOf(sample, pair.clock)];
    joinMarks.set(
      name,
      absences.filter((a) => halves.includes(a)),
    );
  }
  const marks = [...(preset?.missing ?? []), ...missing];
  const values = new Map<string, ValueSuggestion>();
  for (const column of contract.columns) {
    const from = match.from.get(column.name);
    if (from === undefined) continue;
    const found = suggestValues(column, valuesOf(sample, from, marks), knownForm(preset, column.name)?.map);
    if (found) values.set(column.name, found);
  }
  return {
    kind,
    preset,
    presets: fits,
    contract,
    match,
    lacking: columnNames(contract).filter(
      (name) => contract.columns.find((c) => c.name === name)!.required && !isGiven(name),
    ),
    times,
    settled: settledOrder(times.values()),
    values,
    missing: [...missing],
    joinMarks,
    sorts: suggestSorts(sample, preset),
    log: suggestLog(sample, contract, match, preset),
    days: kind === 'incidents' ? await findDays(db, sample, match, times, preset, timezone) : undefined,
    sample,
  };
}

/** The first and the last day on which something occurred, among the rows looked at. */
async function findDays(
  db: Database,
  sample: Sample,
  match: ColumnMatch,
  times: ReadonlyMap<string, TimeSuggestion>,
  preset: Preset | undefined,
  timezone: string,
): Promise<Suggestion['days']> {
  const from = match.from.get('occurred_at');
  const pair = match.joined.get('occurred_at');
  const time = times.get('occurred_at');
  // Of the beginning of a file the last day says nothing.
  if (!sample.whole || (from === undefined && pair === undefined)) return undefined;
  if (time?.is !== 'known' && time?.is !== 'formats') return undefined;
  const known = knownForm(preset, 'occurred_at');
  const own = known?.format?.filter((f) => f.includes('%'));
  const rules = {
    timezone: known?.timezone ?? timezone,
    format: time.is === 'formats' ? time.formats : own,
  };
  const list = (pair ? joinedValues(sample, pair, absences) : valuesOf(sample, from!, preset?.missing))
    .map(quoteText)
    .join(', ');
  const day = (sql: string): string => `strftime(timezone(${quoteText(timezone)}, ${sql}), '%Y-%m-%d')`;
  const [row] = await db.rows<{ from: string | null; to: string | null; end: string | null }>(
    `SELECT ${day('min(moment)')} AS "from", ${day('max(moment)')} AS "to", strftime(last_day(timezone(${quoteText(timezone)}, max(moment))), '%Y-%m-%d') AS "end" FROM (SELECT ${readTime('t', rules)} AS moment FROM (SELECT unnest([${list}]::VARCHAR[]) AS t))`,
  );
  // Anything narrower than whole months would be narrower than what is taken without a word.
  return row?.from?.endsWith('-01') && row.to !== null && row.to === row.end
    ? { from: row.from, to: row.to }
    : undefined;
}
