/** What is said of a column's times where no format is sure: the choice that only a person can make. */
import { type DateOrder, orderWords } from '../../loaders/suggest/dateForms.js';
import type { Suggestion, TimeSuggestion } from '../../loaders/suggest/index.js';
import { quoted, scalar, shown } from './initText.js';

export const formatValue = (formats: readonly string[]): string =>
  formats.length === 1 ? quoted(formats[0]!) : `[${formats.map(quoted).join(', ')}]`;

/** Whether a person must look: no reading is sure, or the preset's is one of two that nothing in the file decides between. */
export const isOpen = (time: TimeSuggestion, settled: DateOrder | undefined): boolean =>
  time.is === 'open' ||
  time.is === 'unread' ||
  (time.is === 'known' && time.also !== undefined && time.order !== settled);

/** Comments; those that begin with the column's name can take its place. */
export function timeNotes(time: TimeSuggestion, name: string, from: string, s: Suggestion): string[] {
  if (!isOpen(time, s.settled)) return [];
  const elsewhere = s.settled ? ` Other columns of the file can only be read ${orderWords[s.settled]}.` : '';
  const instead = (formats: readonly string[], order: DateOrder): string =>
    `# ${name}: { from: ${quoted(from)}, format: ${formatValue(formats)} } # ${orderWords[order]}`;
  switch (time.is) {
    case 'known':
      return [
        `# Every value reads ${orderWords[time.also!]} as well as ${orderWords[time.order]}, as preset ${s.preset?.name} takes it.${elsewhere} If that is wrong, declare a format.`,
      ];
    case 'open':
      return [
        `# Every value reads in more than one way, and nothing in the column says which is right: it must be chosen.${elsewhere} Write one of these instead:`,
        ...time.options.map(({ order, formats }) => instead(formats, order)),
      ];
    case 'unread':
      return [
        `# No known form reads all values, such as ${time.examples.map((e) => quoted(shown(e))).join(', ')}. Write instead, with its format:`,
        `# ${name}: { from: ${scalar(from)}, format: … }`,
      ];
    default:
      return [];
  }
}
