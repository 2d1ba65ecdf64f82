/**
 * JSON: a list of records somewhere in one value. The file is read three times: for its encoding and hash, for its form
 * and columns, and for its rows; memory holds one piece of text and one record.
 */
import type { ExportFile } from './bytes.js';
import { type Element, ElementSplitter } from './elements.js';
import { nameColumns } from './header.js';
import { type Candidate, chooseList, mayHoldRecords } from './lists.js';
import { RecordReader } from './recordReader.js';
import type { FoundList } from './structure.js';
import type { RecordBatch, Table, TableOptions } from './table.js';
import { openText, type TextFile } from './textFile.js';

interface Learnt extends Candidate {
  readonly reader: RecordReader;
}

/** Opens a JSON file: reads it through, so that a malformed or cut file fails here and not half-way. */
export async function openJson(file: ExportFile, options: TableOptions): Promise<Table> {
  const text = await openText(file, options, 'json');
  const { list, reader } = await learnLists(text, options.records);
  reader.settle(options.wanted);
  return {
    receipt: text.receipt,
    header: nameColumns(reader.header),
    headerLine: list.line,
    empty: reader.rows === 0,
    typedDates: false,
    warnings: [...text.choice.warnings, ...reader.warnings],
    batches: () => readRows(text, list, reader),
  };
}

/** Learns the columns of each list that may be the one, and which it is. */
async function learnLists(text: TextFile, records: string | undefined): Promise<Learnt> {
  const { shown } = text;
  const lists = new Map<FoundList, Learnt>();
  const splitter = new ElementSplitter(shown, mayHoldRecords(records));
  for await (const elements of split(text, splitter)) {
    for (const list of splitter.lists) {
      if (lists.has(list)) continue;
      const reader = new RecordReader({ shown, encoding: text.choice.encoding, byLine: false });
      lists.set(list, { list, reader });
    }
    for (const element of elements) lists.get(element.list)?.reader.learn(element);
  }
  return chooseList([...lists.values()], splitter, records, shown);
}

async function* readRows(
  text: TextFile,
  { path }: FoundList,
  reader: RecordReader,
): AsyncGenerator<RecordBatch> {
  const splitter = new ElementSplitter(text.shown, (keys) => keys.join('.') === path);
  for await (const elements of split(text, splitter)) {
    const records = elements.flatMap((element) => reader.read(element));
    if (records.length > 0) yield { records };
  }
}

async function* split(text: TextFile, splitter: ElementSplitter): AsyncGenerator<Element[]> {
  for await (const piece of text.pieces()) yield splitter.push(piece);
  yield splitter.end();
}
