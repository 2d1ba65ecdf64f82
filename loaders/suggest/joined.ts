/** A moment in two columns: its day and its time of day. */
import { quoteName, quoteText } from '../../src/duckdb/quote.js';
import { type SampledRows, valuesOf } from './sample.js';

export interface JoinedTime {
  readonly day: string;
  readonly clock: string;
}

/** What a day and a time of day are called after, by the canonical column. */
const stems: Readonly<Record<string, readonly string[]>> = {
  occurred_at: ['発生', '障害発生'],
  detected_at: ['検知', '検出', '発見', '覚知'],
  restored_at: ['復旧', '障害復旧', '回復'],
  closed_at: ['完了', '終了', 'クローズ'],
};
const days = ['日', '年月日', '日付'];
const clocks = ['時刻', '時分'];
/** Of what occurs there is no duration; 復旧時間 is as often how long it took. */
const clocksOfOccurrence = [...clocks, '時間'];

/** A time of day alone, and whatever holds one: what declares a day must hold none. */
const isClock = (text: string): boolean =>
  /^(午前|午後)?\s*\d{1,2}(:\d{2}(:\d{2})?|時(\d{1,2}分(\d{1,2}秒)?)?)(\s*[AP]M)?$/i.test(
    text.normalize('NFKC'),
  );
const holdsClock = (text: string): boolean => /\d\s*[:時]/.test(text.normalize('NFKC'));

/** Pairs that their names and all their values show to be such; `marks` stand for "missing". */
export function findJoined(sample: SampledRows, marks: readonly string[]): Map<string, JoinedTime> {
  const found = new Map<string, JoinedTime>();
  const held = new Set(sample.header);
  const first = (stem: string, ends: readonly string[]): string | undefined =>
    ends.map((end) => stem + end).find((name) => held.has(name));
  for (const [name, names] of Object.entries(stems))
    for (const stem of names) {
      const [day, clock] = [
        first(stem, days),
        first(stem, name === 'occurred_at' ? clocksOfOccurrence : clocks),
      ];
      if (found.has(name) || day === undefined || clock === undefined) continue;
      const [dated, clocked] = [valuesOf(sample, day, marks), valuesOf(sample, clock, marks)];
      if (dated.length === 0 || clocked.length === 0) continue;
      if (clocked.every(isClock) && !dated.some(holdsClock)) found.set(name, { day, clock });
    }
  return found;
}

/** The joined texts of the sample, each once; a row with one half only has none. */
export function joinedValues(
  sample: SampledRows,
  { day, clock }: JoinedTime,
  marks: readonly string[],
): string[] {
  const [d, c] = [sample.header.indexOf(day), sample.header.indexOf(clock)];
  const halves = sample.rows.map((row) => [(row[d] ?? '').trim(), (row[c] ?? '').trim()]);
  const isGiven = (text: string | undefined): boolean => text !== '' && !marks.includes(text!);
  return [...new Set(halves.filter((pair) => pair.every(isGiven)).map((pair) => pair.join(' ')))];
}

/**
 * The expression that joins them. Where the column may be missing, a day without its time of day must not look so: it is
 * made unreadable, hence a reject.
 */
export function joinSql({ day, clock }: JoinedTime, marks: readonly string[], required: boolean): string {
  const without = (column: string): string =>
    marks.reduce((sql, mark) => `nullif(${sql}, ${quoteText(mark)})`, quoteName(column));
  const time = required ? quoteName(clock) : `coalesce(${without(clock)}, '?')`;
  return `${required && marks.length === 0 ? quoteName(day) : without(day)} || ' ' || ${time}`;
}
