/** Which of a JSON file's lists holds the records: the configured one, else the only one there is. Nothing is guessed. */
import { KadoError, type Problem, problem } from '../../src/errors.js';
import type { ElementSplitter } from './elements.js';
import type { FoundList } from './structure.js';

/** What was learnt of a list that may be the one. */
export interface Candidate {
  readonly list: FoundList;
  readonly reader: { readonly elements: number; readonly hasObjects: boolean };
}

/** Lists are looked for in the outermost object and one level below it. */
const deepestList = 2;

/** Whether a list may be the one, by the keys that lead to it. */
export const mayHoldRecords =
  (records: string | undefined) =>
  (keys: readonly string[]): boolean =>
    records === undefined ? keys.length <= deepestList : keys.join('.') === records;

/**
 * The list of records of a file that was read to its end.
 * Throws KadoError: json_tool_error, json_single_value, json_list_missing, json_lists_several, json_records_unknown.
 */
export function chooseList<C extends Candidate>(
  candidates: readonly C[],
  splitter: ElementSplitter,
  records: string | undefined,
  shown: string,
): C {
  const fail = (what: Problem): never => {
    throw new KadoError({ ...what, place: { file: shown } });
  };
  const { texts, keys, others } = splitter;
  // A list of plain values gives no row, unless it is all that the file holds.
  const fit = candidates.filter(
    ({ reader }) => reader.hasObjects || reader.elements === 0 || keys.length === 0,
  );
  const said = ['errorType', 'error', 'error.message', 'error.detail']
    .map((path) => texts.get(path) ?? '')
    .filter((text) => text !== '');
  const status = texts.get('status') ?? '';
  const failed = status === 'error' || status === 'failure';
  if (said.length > 0 && (failed || fit.length === 0)) {
    fail(problem('json_tool_error', { status, detail: said.join(': ') }));
  }
  if (fit.length > 1) {
    const lists = fit.map(({ list }) => nameOf(list.path)).join(', ');
    fail(problem('json_lists_several', { count: fit.length, lists }));
  }
  const [only] = fit;
  if (only) return only;
  const all = [...candidates.map(({ list }) => list.path), ...others].map(nameOf);
  const found = (all.length > 0 ? all : keys).join(', ');
  if (records !== undefined) return fail(problem('json_records_unknown', { records, found }));
  return fail(
    keys.length === 0 ? problem('json_single_value', {}) : problem('json_list_missing', { keys: found }),
  );
}

/** A list that is the file itself has no path. */
const nameOf = (path: string): string => (path === '' ? '[…]' : path);
