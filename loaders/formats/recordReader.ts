/**
 * Records' texts → rows. The same reader goes over a file twice: first it learns the columns, then it fills them, since a
 * key may first appear in the last record.
 */
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { Columns } from './columns.js';
import { Flattener, mostItems, type Value } from './flatten.js';
import type { Wanted } from './header.js';
import { addSeriesColumns, hasHistograms, isSeries, learnSeries, readSeries } from './matrix.js';
import { parseRecord } from './parseRecord.js';
import { positionIn } from './position.js';
import { beginningOf, type RecordText, reject } from './recordText.js';
import type { TableRecord } from './table.js';
import type { Encoding } from './text.js';
import { findDoubt } from './valueEnd.js';

export interface RecordSource {
  /** The file as messages show it. */
  readonly shown: string;
  readonly encoding: Encoding;
  /** True where each record has a line of its own: its end is then beyond doubt. */
  readonly byLine: boolean;
}

export class RecordReader {
  /** Records learnt, and the rows that they will give, rejects included. */
  elements = 0;
  rows = 0;
  /** Whether one of the records is an object. */
  hasObjects = false;
  readonly #source: RecordSource;
  readonly #columns: Columns;
  readonly #flattener: Flattener;
  /** By the first object: Prometheus series, whose pairs are the rows, or plain records. */
  #series: boolean | undefined;
  #histograms = 0;

  constructor(source: RecordSource) {
    this.#source = source;
    this.#columns = new Columns(source.shown);
    this.#flattener = new Flattener(this.#columns);
    if (source.byLine) this.#series = false;
  }

  get header(): readonly string[] {
    return this.#columns.names;
  }

  /** Learns a record's columns. Throws KadoError json_element_unsure, json_too_many_columns. */
  learn(record: RecordText): void {
    this.elements++;
    const found = this.#parse(record, true);
    if (!('value' in found)) {
      this.rows++;
      return;
    }
    this.hasObjects = true;
    this.#series ??= isSeries(found.value);
    if (this.#series) {
      this.rows += learnSeries(found.value, this.#flattener);
      if (hasHistograms(found.value)) this.#histograms++;
      return;
    }
    this.rows++;
    this.#fill(record, found.value);
  }

  /** Ends the learning. */
  settle(wanted: Wanted | undefined): void {
    if (this.#series) addSeriesColumns(this.#columns);
    else this.#columns.addEmpty(wanted);
  }

  read(record: RecordText): TableRecord[] {
    const found = this.#parse(record, false);
    if (!('value' in found)) return [found];
    if (this.#series) return readSeries(record, found.value, this.#flattener, this.#source.shown);
    return [this.#fill(record, found.value)];
  }

  get warnings(): Problem[] {
    const place = { file: this.#source.shown };
    const warnings = [...this.#flattener.cut].map(([path, most]) =>
      problem('list_items_cut', { path, most, limit: mostItems }, place, 'warning'),
    );
    if (this.#histograms > 0) {
      warnings.push(problem('series_histograms', { count: this.#histograms }, place, 'warning'));
    }
    return warnings;
  }

  #fill(record: RecordText, value: Value): TableRecord {
    const fields = this.#columns.begin();
    const fault = this.#flattener.fill(value, this.#columns.root, record.text.includes('\\u'));
    if (!fault) return { line: record.line, fields };
    const place = { file: this.#source.shown, line: record.line, column: fault.path };
    return reject(record, problem(fault.code, { path: fault.path }, place));
  }

  #parse(record: RecordText, shallow: boolean): { value: Value } | TableRecord {
    const { shown: file, encoding, byLine } = this.#source;
    const { text, line, column } = record;
    if (record.undecodable) {
      if (!byLine) this.#holdEnd(record);
      return reject(record, problem('row_undecodable', { encoding }, { file, line, column }));
    }
    const parsed = parseRecord(text, record.depth, file, record, shallow);
    if ('problem' in parsed) {
      if (parsed.offset !== undefined && !byLine) this.#holdEnd(record);
      return reject(record, parsed.problem);
    }
    const { value } = parsed;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { value };
    const found = beginningOf(record);
    return reject(record, problem('record_not_object', { found }, { file, line, column }));
  }

  /** A malformed element may be rejected alone only where it is sure to have ended there. */
  #holdEnd(record: RecordText): void {
    const doubt = findDoubt(record.text);
    if (doubt === undefined) return;
    const place = { file: this.#source.shown, ...positionIn(record.text, doubt, record) };
    throw new KadoError(problem('json_element_unsure', { line: record.line }, place));
  }
}
