/**
 * Prometheus' answers to a query: a list of series, each with its labels and its pairs of time and value. Each pair is a
 * row with `metric.<label>` …, `timestamp` and `value`; native histograms are no numbers, and no rows.
 */
import { problem } from '../../src/errors.js';
import type { Columns } from './columns.js';
import { ElementSplitter } from './elements.js';
import type { Fault, Flattener, Value } from './flatten.js';
import { beginningOf, type RecordText, reject } from './recordText.js';
import type { TableRecord } from './table.js';
import { isoFromSeconds } from './unixTime.js';

const [labelsKey, timestampColumn, valueColumn] = ['metric', 'timestamp', 'value'] as const;

type Fields = { readonly [key: string]: Value };

const isFields = (value: Value | undefined): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
const isPair = (value: Value | undefined): value is readonly Value[] => isList(value) && value.length === 2;

/** Whether an object is one of a list of series: `metric`, and `values`, one `value`, or native histograms. */
export function isSeries(value: Value): boolean {
  if (!isFields(value) || !isFields(value.metric)) return false;
  const { values, histograms, histogram } = value;
  return isList(values)
    ? values.every(isPair)
    : isPair(value.value) || isList(histograms) || isPair(histogram);
}

/** Learns a series' labels; how many rows it gives. */
export function learnSeries(series: Value, flattener: Flattener): number {
  if (!isFields(series) || !isFields(series.metric)) return 1;
  fillLabels(series.metric, flattener, false);
  if (isList(series.values)) return series.values.length;
  return hasHistograms(series) && series.value === undefined ? 0 : 1;
}

/** Adds the columns that each row has besides the labels, behind them. */
export function addSeriesColumns(columns: Columns): void {
  columns.column(timestampColumn);
  columns.column(valueColumn);
}

export const hasHistograms = (series: Value): boolean =>
  isFields(series) && (series.histograms !== undefined || series.histogram !== undefined);

/** A series' rows, one for each pair, on the line where it stands. A series that can't be read is one reject. */
export function readSeries(
  record: RecordText,
  series: Value,
  flattener: Flattener,
  file: string,
): TableRecord[] {
  const { line, column } = record;
  const unreadable = (): TableRecord[] => [
    reject(record, problem('series_unreadable', { found: beginningOf(record) }, { file, line, column })),
  ];
  if (!isFields(series) || !isFields(series.metric)) return unreadable();
  const { fields, fault } = fillLabels(series.metric, flattener, record.text.includes('\\u'));
  if (fault) {
    return [reject(record, problem(fault.code, { path: fault.path }, { file, line, column: fault.path }))];
  }
  const { names } = flattener.columns;
  const places = { time: names.indexOf(timestampColumn), value: names.indexOf(valueColumn) };
  const read = (pair: Value, text: RecordText): TableRecord => {
    const [seconds, measured] = isPair(pair) ? pair : [];
    const time = typeof seconds === 'string' ? isoFromSeconds(seconds) : undefined;
    // A control character or half of one can only come of an escape; no number is written with one.
    if (
      time === undefined ||
      typeof measured !== 'string' ||
      /[\u0000-\u001f\p{Surrogate}]/u.test(measured)
    ) {
      const place = { file, line: text.line, column: text.column };
      return reject(text, problem('series_pair_unreadable', { found: beginningOf(text) }, place));
    }
    const row = fields.slice();
    row[places.time] = time;
    row[places.value] = measured;
    return { line: text.line, fields: row };
  };
  const splitter = new ElementSplitter(file, ([key]) => key === 'values' || key === 'value', record);
  const texts = splitter.push({ text: record.text, bad: [] });
  if (isList(series.values)) {
    // Of keys that stand twice with equal values the last counts, as the parser has it.
    const list = splitter.lists.findLast(({ path }) => path === 'values');
    const own = texts.filter((text) => text.list === list);
    return series.values.map((pair, i) => read(pair, own[i] as RecordText));
  }
  if (series.value === undefined) return hasHistograms(series) ? [] : unreadable();
  return [read(series.value, { ...record, ...splitter.lists.at(-1) })];
}

function fillLabels(
  labels: Fields,
  flattener: Flattener,
  escapes: boolean,
): { fields: string[]; fault: Fault | undefined } {
  const { columns } = flattener;
  const fields = columns.begin();
  if (Object.keys(labels).length === 0) return { fields, fault: undefined };
  return { fields, fault: flattener.fill(labels, columns.root.below(labelsKey, ''), escapes) };
}
