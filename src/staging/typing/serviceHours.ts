/**
 * Service hours as people write them: `24x7`, `weekdays 08:00-20:00`, `平日 8時〜20時; 土日祝 9:00-17:00 @JP`. What can be read in
 * one way only is read; of everything else nothing is guessed (docs/values.md, "Service hours").
 */

/** Hours on some days of the week, in local minutes since the day's midnight. */
export interface ServiceRule {
  /** ISO 8601: 1 Monday … 7 Sunday. */
  readonly days: readonly number[];
  /** Holidays are among the days, whichever day of the week they fall on; or they are no such days; or nothing is said of them. */
  readonly holidays: 'served' | 'excluded' | 'unsaid';
  /** 0–1439; `to` is greater, and past 1440 on the following day, whatever day that is. */
  readonly from: number;
  readonly to: number;
}

export interface ServiceHours {
  readonly rules: readonly ServiceRule[];
  /** Calendars of `holidays` that apply; none named: the rows without a calendar. */
  readonly calendars: readonly string[];
}

/** What the warning and the documentation name as examples. */
export const serviceHoursForms = '24x7 | weekdays 08:00-20:00 | mon-sat 07:00-22:30 | 平日 08:00-20:00';

const minutesPerDay = 1440;
/** Ends such as 26:00 are the night of the same business day; later than 30:00 nobody writes them. */
const latestHour = 30;

/** A longer text is a remark; and patterns are never tried on one of any length. */
const longestText = 200;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workDays = [1, 2, 3, 4, 5];
type Days = Pick<ServiceRule, 'days' | 'holidays'>;
const unsaid = (days: readonly number[]): Days => ({ days, holidays: 'unsaid' });

/** Words for several days. Only `weekdays` and 平日 say by themselves that holidays are none of them. */
const words: ReadonlyMap<string, Days> = new Map([
  ...['weekdays', 'weekday', '平日'].map((w) => [w, { days: workDays, holidays: 'excluded' }] as const),
  ...['daily', 'everyday', '毎日'].map((w) => [w, unsaid(everyDay)] as const),
  ...['weekends', 'weekend'].map((w) => [w, unsaid([6, 7])] as const),
  ...['holidays', 'holiday', '祝'].map((w) => [w, { days: [], holidays: 'served' }] as const),
]);
const english = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const japanese = '月火水木金土日';

const clock = String.raw`(?:翌日?)?\d{1,2}(?::[0-5]\d|時(?:[0-5]?\d分)?)`;
const range = `(?:${clock} ?- ?${clock}|24時間|24 ?(?:h|hours))`;
const exception = String.raw`(?:(?:except|excluding|excl\.?) (?:public |national )?holidays|祝[をは]?除く|祝以外)`;
const always = /^(?:24 ?[x×*/] ?7|24時間 ?[x×/・,]? ?(?:365日|年中無休)|365日 ?24時間)$/;
const part = new RegExp(
  String.raw`^([^()]+?) ?(\(${exception}\))? ?(${range}(?: ?, ?${range})*) ?(\(${exception}\)|${exception})?$`,
);
const calendarsAtEnd = /(?:\s+@[^\s@;]+)+\s*$/;

/** The hours, or undefined where the text isn't understood. */
export function readServiceHours(text: string): ServiceHours | undefined {
  if (text.length > longestText) return undefined;
  const wide = text.normalize('NFKC');
  const named = calendarsAtEnd.exec(wide)?.[0] ?? '';
  const parts = simplify(wide.slice(0, wide.length - named.length))
    .split(';')
    .map((p) => p.trim())
    .filter((p) => p !== '');
  const rules: ServiceRule[] = [];
  for (const one of parts) {
    const read = readPart(one);
    if (!read) return undefined;
    rules.push(...read);
  }
  if (rules.length === 0) return undefined;
  const calendars = named.split('@').map((c) => c.trim());
  return { rules, calendars: [...new Set(calendars.slice(1))].sort() };
}

/** Lower case, one sort of dash, one space between; 曜日 and まで say nothing of their own. */
const simplify = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[〜~–—―‐‑−ー]|から/g, '-')
    .replace(/[、]/g, ',')
    .replace(/まで|曜日?/g, '')
    .replace(/祝祭?日/g, '祝')
    .replace(/\s+/g, ' ');

function readPart(text: string): ServiceRule[] | undefined {
  if (always.test(text)) return [{ ...unsaid(everyDay), from: 0, to: minutesPerDay }];
  const [, days, before, ranges, after] = part.exec(text) ?? [];
  if (days === undefined || ranges === undefined) return undefined;
  const served = readDays(days.trim(), (before ?? after) !== undefined);
  const spans = ranges.split(',').map((r) => readRange(r.trim()));
  if (!served || !spans.every((s) => s !== undefined)) return undefined;
  return served.flatMap((d) => spans.map((s) => ({ ...d, ...s })));
}

/** One entry for each treatment of holidays that the days call for; Saturday, Sunday and holidays are one. */
function readDays(text: string, excepted: boolean): Days[] | undefined {
  const read: Days[] = [];
  const tokens = text.replace(/ ?- ?/g, '-').replace(/\bevery day\b/g, 'everyday');
  for (const token of tokens.split(/ ?[,・&] ?| and | /)) {
    const days = words.get(token) ?? readNames(token);
    if (!days || (excepted && days.holidays === 'served')) return undefined;
    read.push(excepted ? { ...days, holidays: 'excluded' } : days);
  }
  const served = read.some((d) => d.holidays === 'served');
  const groups = new Map<ServiceRule['holidays'], number[]>();
  for (const { days, holidays } of read) {
    const group = served && holidays === 'unsaid' ? 'served' : holidays;
    groups.set(group, [...(groups.get(group) ?? []), ...days]);
  }
  return [...groups].map(([holidays, days]) => ({ holidays, days: [...new Set(days)].sort() }));
}

/** `mon`, `mon-sat`, 月-土, 土日, 土日祝. */
function readNames(token: string): Days | undefined {
  const ends = token.split('-').map(readName);
  const [first, last] = ends;
  if (ends.length === 2 && first && last && first !== last)
    return unsaid(Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first + i - 1) % 7) + 1));
  if (ends.length === 1 && first) return unsaid([first]);
  const run = /^([月火水木金土日]+)(祝?)$/.exec(token);
  if (!run) return undefined;
  return { days: [...run[1]!].map((c) => japanese.indexOf(c) + 1), holidays: run[2] ? 'served' : 'unsaid' };
}

/** 1–7; English names in full or by at least their first three letters. */
function readName(name: string): number | undefined {
  const i = name.length === 1 ? japanese.indexOf(name) : -1;
  const j = name.length >= 3 ? english.findIndex((day) => day.startsWith(name.replace(/\.$/, ''))) : -1;
  return Math.max(i, j) + 1 || undefined;
}

function readRange(text: string): Pick<ServiceRule, 'from' | 'to'> | undefined {
  if (text.startsWith('24') && !text.includes('-')) return { from: 0, to: minutesPerDay };
  const [from, to] = text.split('-').map((t) => readClock(t.trim()));
  if (!from || !to || from.next || from.minutes >= minutesPerDay || to.minutes > latestHour * 60)
    return undefined;
  // The same time twice is nothing to some and a whole day to others.
  if (from.minutes === to.minutes && !to.next) return undefined;
  const past = to.next || to.minutes < from.minutes;
  if (past && to.minutes > minutesPerDay) return undefined;
  return { from: from.minutes, to: to.minutes + (past ? minutesPerDay : 0) };
}

function readClock(text: string): { minutes: number; next: boolean } | undefined {
  const found = /^(翌日?)?(\d{1,2})(?::(\d\d)|時(?:(\d{1,2})分)?)$/.exec(text);
  if (!found) return undefined;
  const [, next, hour, minute, spoken] = found;
  return { minutes: Number(hour) * 60 + Number(minute ?? spoken ?? 0), next: next !== undefined };
}
