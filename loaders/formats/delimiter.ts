/** The table's dialect, found in its first lines: what parts fields, and what ends a line. */
import { KadoError, problem } from '../../src/errors.js';

export type LineEnd = '\n' | '\r';

/** In this order where two are equally frequent. */
export const candidates = [',', '\t', ';', '|'] as const;
/** Characters looked at to tell old Macintosh files (lone CR) from all others. */
const SAMPLE_LENGTH = 262_144;

/**
 * The delimiter: the configured one, tab for .tsv, else the most frequent candidate outside quotes in the first line
 * that is not blank; a line with none of them is one column, and the comma does for it.
 * Throws KadoError delimiter_unusable.
 */
export function findDelimiter(head: string, shown: string, configured?: string): string {
  if (configured !== undefined) {
    // PapaParse would quietly put a comma in place of one that it can't use.
    if ([...configured].length !== 1 || /["\r\n\ufeff]/.test(configured)) {
      throw new KadoError(problem('delimiter_unusable', { delimiter: configured }, { file: shown }));
    }
    return configured;
  }
  if (/\.tsv(\.gz)?$/i.test(shown)) return '\t';
  const line = firstLine(head);
  const counts = candidates.map((delimiter) => line.split(delimiter).length);
  return candidates[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * What ends a line: LF (with or without CR before it), or a lone CR where these are more frequent outside quotes.
 * Excel for Macintosh ends rows with CR and breaks lines inside a cell with LF, so quotes matter here.
 */
export function findLineEnd(head: string): LineEnd {
  if (!head.includes('\r')) return '\n';
  const outside = head.slice(0, SAMPLE_LENGTH).replace(/"[^"]*"?/g, '');
  const feeds = outside.split('\n').length;
  const loneReturns = outside.split(/\r(?!\n)/).length;
  return loneReturns > feeds ? '\r' : '\n';
}

/** The first line that is not blank, without its quoted parts. */
function firstLine(head: string): string {
  let line = '';
  let quoted = false;
  for (const char of head) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char !== '\n' && char !== '\r') line += char;
    else if (line.trim() !== '') break;
    else line = '';
  }
  return line;
}
