/** Months, days and hours of a wall clock, and when in a month work (and so trouble) happens. */
import type { Sector } from '../model.js';
import { AS_OF, FIRST_MONTH, LAST_MONTH } from '../planted.js';
import type { Random } from './random.js';

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** Wall clock 'YYYY-MM-DDTHH:MM' to milliseconds. */
export const clock = (text: string): number => Date.parse(`${text}:00Z`);
export const asOf = clock(AS_OF);
export const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);
export const monthStart = (month: string): number => clock(`${month}-01T00:00`);

/** 'YYYY-MM' of the month that many months on. */
export function monthAfter(month: string, steps = 1): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return monthOf(Date.UTC(year, number - 1 + steps, 1));
}

/** Fiscal years begin in April. */
export const fiscalYearOf = (time: number): number => Number(monthAfter(monthOf(time), -3).slice(0, 4));

export const months: readonly string[] = (() => {
  const list: string[] = [];
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month = monthAfter(month)) list.push(month);
  return list;
})();

/** Load of a calendar month against the year's mean: the fiscal year's end, its start, the close at December. */
const SEASON = [0.98, 0.94, 1.18, 1.14, 0.94, 0.98, 1.02, 0.92, 1.02, 0.98, 0.94, 1.06];
export const season = (month: string): number => SEASON[Number(month.slice(5)) - 1]!;

/** Hours 0–23; an airline and a railway sleep less than a bank. */
const OFFICE = [3, 3, 3, 2, 2, 3, 5, 9, 16, 22, 20, 17, 12, 17, 18, 18, 15, 12, 8, 6, 5, 4, 4, 3];
const ROUND = [4, 3, 3, 3, 5, 9, 12, 14, 15, 15, 14, 13, 12, 13, 13, 13, 13, 13, 12, 10, 8, 6, 5, 4];
const WEEK: Readonly<Record<Sector, readonly number[]>> = {
  finance: [0.2, 1.15, 1, 1, 1, 1.1, 0.25],
  transport: [0.75, 1.05, 1, 1, 1, 1.15, 0.85],
  manufacturing: [0.22, 1.15, 1, 1, 1, 1.05, 0.35],
};

/** A moment in a month, by the sector's load: weekdays, working hours, the month's end, the days with 5 and 0. */
export function drawMoment(random: Random, month: string, sector: Sector): number {
  const start = monthStart(month);
  const length = Math.round((monthStart(monthAfter(month)) - start) / DAY);
  const days = Array.from({ length }, (_, i) => i + 1);
  const day = random.weighted(days, (d) => {
    const weekday = new Date(start + (d - 1) * DAY).getUTCDay();
    const newYear = month.endsWith('-01') && d <= 3;
    const monthEnd = d > length - 3 ? 1.6 : 1;
    const settlement = sector === 'finance' && d % 5 === 0 ? 1.25 : 1;
    return WEEK[sector][newYear ? 0 : weekday]! * monthEnd * settlement;
  });
  const hours = sector === 'transport' ? ROUND : OFFICE;
  const hour = random.weighted([...hours.keys()], (h) => hours[h]!);
  return start + (day - 1) * DAY + (hour * 60 + random.integer(0, 59)) * MINUTE;
}

/** Where a code of a format stands in an ISO timestamp. */
const CODES: Readonly<Record<string, readonly [number, number]>> = {
  '%Y': [0, 4],
  '%m': [5, 7],
  '%d': [8, 10],
  '%H': [11, 13],
  '%M': [14, 16],
  '%S': [17, 19],
};
const formats = new Map<string, readonly string[]>();

/** A strptime-like writer: %Y %m %d %H %M %S, nothing else; '' for an absent time. */
export function formatTime(time: number | undefined, format: string): string {
  if (time === undefined) return '';
  const parts = formats.get(format) ?? format.split(/(%[YmdHMS])/);
  formats.set(format, parts);
  const iso = new Date(time).toISOString();
  let text = '';
  for (const part of parts) {
    const code = CODES[part];
    text += code ? iso.slice(code[0], code[1]) : part;
  }
  return text;
}
