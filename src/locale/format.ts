/**
 * Numbers, dates and durations as text. Written by hand and not by Intl: its output changes with the ICU version that
 * Node was built with, and the same inputs must give the same bytes on any machine.
 * Between a number and its unit stands a no-break space (U+00A0).
 */
import type { Locale } from './language.js';

/** A value that may be missing; missing is said in words and never becomes 0. */
export type Maybe<T> = T | null | undefined;

export interface Formats {
  /** `1,234.5`; `digits` decimals (default 0), halves as the binary value falls. */
  number(value: Maybe<number>, digits?: number): string;
  /** Signed difference: `+3`, `−2`, `±0`. */
  change(value: Maybe<number>, digits?: number): string;
  /** Amounts too long to read: `1.2億`, `123 million`; under 10,000 (ja) or 1,000,000 (en) in full. */
  amount(value: Maybe<number>): string;
  /** A share of 1 as `37 %` (ja) or `37%` (en). */
  percent(share: Maybe<number>, digits?: number): string;
  /** A probability: one decimal under 1 % and over 99 %, and never 0 or 100 % unless it is exactly that. */
  probability(p: Maybe<number>): string;
  /** Minutes in their two largest units: `1時間30分`, `1 h 30 min`, `2日3時間`. */
  duration(minutes: Maybe<number>): string;
  /** `2026-10` → `2026年10月`, `October 2026`. */
  month(month: Maybe<string>): string;
  /** `2026-10` → `10月`, `Oct`. */
  monthShort(month: string): string;
  /** `2026` → `2026年度`, `FY2026`. */
  fiscalYear(year: number): string;
  /** The day of a local ISO time: `2026-11-05`. */
  date(local: Maybe<string>): string;
  /** `2026-11-05T09:00:00` (local) → `2026-11-05 09:00`. */
  dateTime(local: Maybe<string>): string;
  /** What stands for a missing value: 情報なし, no data. */
  readonly missing: string;
}

const MONTHS_EN =
  'January February March April May June July August September October November December'.split(' ');
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
/** From here on hours are noise beside the days. */
const DAYS_ALONE = 10;

interface Words {
  readonly missing: string;
  readonly percent: string;
  readonly under: (text: string) => string;
  readonly over: (text: string) => string;
  readonly units: readonly [day: string, hour: string, minute: string];
  /** Between the two units of a duration. */
  readonly gap: string;
  readonly fullBelow: number;
  /** Powers with their names, greatest first. */
  readonly powers: readonly (readonly [value: number, name: string])[];
}

const words: Readonly<Record<Locale, Words>> = {
  ja: {
    missing: '情報なし',
    percent: '\u00a0%',
    under: (text) => `${text}未満`,
    over: (text) => `${text}超`,
    units: ['日', '時間', '分'],
    gap: '',
    fullBelow: 10_000,
    powers: [
      [1e12, '兆'],
      [1e8, '億'],
      [1e4, '万'],
    ],
  },
  en: {
    missing: 'no data',
    percent: '%',
    under: (text) => `<${text}`,
    over: (text) => `>${text}`,
    units: ['\u00a0d', '\u00a0h', '\u00a0min'],
    gap: ' ',
    fullBelow: 1_000_000,
    powers: [
      [1e12, '\u00a0trillion'],
      [1e9, '\u00a0billion'],
      [1e6, '\u00a0million'],
    ],
  },
};

/** The formats of one locale; cheap, and free of state. */
export const formatsOf = (locale: Locale): Formats => made[locale];

function makeFormats(locale: Locale): Formats {
  const word = words[locale];
  const { missing } = word;
  const percent = (share: number, digits: number) => `${grouped(share * 100, digits)}${word.percent}`;
  return {
    missing,
    number: (value, digits = 0) => (isGiven(value) ? grouped(value, digits) : missing),
    change(value, digits = 0) {
      if (!isGiven(value)) return missing;
      const text = grouped(Math.abs(value), digits);
      return /[1-9]/.test(text) ? `${value > 0 ? '+' : '−'}${text}` : `±${text}`;
    },
    amount(value) {
      if (!isGiven(value)) return missing;
      const power = word.powers.find(([size]) => Math.abs(value) >= size);
      if (Math.abs(value) < word.fullBelow || power === undefined) return grouped(value, 0);
      const scaled = value / power[0];
      return `${grouped(scaled, Math.abs(scaled) < 100 ? 1 : 0)}${power[1]}`;
    },
    percent: (share, digits = 0) => (isGiven(share) ? percent(share, digits) : missing),
    probability(p) {
      if (!isGiven(p)) return missing;
      if (p <= 0 || p >= 1) return percent(p, 0);
      if (p < 0.001) return word.under(percent(0.001, 1));
      if (p > 0.999) return word.over(percent(0.999, 1));
      return percent(p, p < 0.01 || p > 0.99 ? 1 : 0);
    },
    duration: (minutes) => (isGiven(minutes) ? duration(minutes, word) : missing),
    month(month) {
      if (!month) return missing;
      const [year, number] = yearMonth(month);
      return locale === 'ja' ? `${year}年${number}月` : `${MONTHS_EN[number - 1]} ${year}`;
    },
    monthShort(month) {
      const [, number] = yearMonth(month);
      return locale === 'ja' ? `${number}月` : MONTHS_EN[number - 1]!.slice(0, 3);
    },
    fiscalYear: (year) => (locale === 'ja' ? `${year}年度` : `FY${year}`),
    date: (local) => (local ? local.slice(0, 10) : missing),
    dateTime: (local) => (local ? local.slice(0, 16).replace('T', ' ') : missing),
  };
}

const isGiven = (value: Maybe<number>): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

/** Thousands by commas, a true minus sign, no `-0`. Numbers from 10²¹ on are written out, not as `1e+21`. */
function grouped(value: number, digits: number): string {
  const size = Math.abs(value);
  const fixed = size >= 1e21 ? String(BigInt(Math.round(size))) : size.toFixed(digits);
  const [whole, fraction] = fixed.split('.') as [string, string?];
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function duration(minutes: number, word: Words): string {
  if (minutes < 0) return `−${duration(-minutes, word)}`;
  const [day, hour, minute] = word.units;
  if (minutes > 0 && minutes < 0.5) return word.under(`1${minute}`);
  let whole = Math.round(minutes);
  if (whole >= DAYS_ALONE * MINUTES_PER_DAY) return `${grouped(whole / MINUTES_PER_DAY, 0)}${day}`;
  // From a day on the minutes are rounded into the hours, so that 1 day 23 h 45 min becomes 2 days.
  if (whole >= MINUTES_PER_DAY) whole = Math.round(whole / MINUTES_PER_HOUR) * MINUTES_PER_HOUR;
  const parts = [
    [Math.floor(whole / MINUTES_PER_DAY), day],
    [Math.floor((whole % MINUTES_PER_DAY) / MINUTES_PER_HOUR), hour],
    [whole % MINUTES_PER_HOUR, minute],
  ].filter(([count]) => count !== 0);
  return parts.length === 0 ? `0${minute}` : parts.map((part) => part.join('')).join(word.gap);
}

function yearMonth(month: string): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}

const made: Readonly<Record<Locale, Formats>> = { ja: makeFormats('ja'), en: makeFormats('en') };
