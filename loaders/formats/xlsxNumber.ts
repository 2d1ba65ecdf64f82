/**
 * Numbers of a workbook as text: plain decimals, and the dates that a number format makes of them, in ISO 8601.
 * The calendar is counted in whole days here, not by the machine's zone: SheetJS's own conversion loses a day where a
 * zone has skipped one (Samoa, 2011-12-30).
 */
import type { NumberKind } from './xlsxFormat.js';

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 calendar is 1899-12-31; days before 1970-01-01. */
const DAYS_TO_1970 = 25_568;
/** Excel counts a 29th of February 1900, which Lotus 1-2-3 had and the calendar had not. */
const LEAP_BUG_DAY = 60;
/** Day 0 of the 1904 calendar (old Macs), in days of the 1900 one. */
const CALENDAR_1904 = 1462;
/** 9999-12-31, the last day that Excel has. */
const LAST_DAY = 2_958_465;
/** From here on an integer needn't be the one that was meant. */
const EXACT = Number.MAX_SAFE_INTEGER;
/** A smaller number is left with its exponent, which no column takes for a number. */
const MOST_ZEROS = 22;

/** The text of a number cell: a decimal, `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS`, `H:MM` or `H:MM:SS`. */
export function numberText(value: number, kind: NumberKind, date1904: boolean): string {
  if (kind.is === 'number') return decimalText(value);
  const serial = value + (date1904 && kind.is === 'date' ? CALENDAR_1904 : 0);
  // Excel shows ##### for what is outside of its calendar.
  if (serial < 0 || serial >= LAST_DAY + 1) return decimalText(value);
  // Milliseconds first: a whole second that binary fractions miss by a little must not lose itself, 23:59:59.9 stays.
  const ms = Math.round(serial * DAY_MS);
  const day = Math.floor(ms / DAY_MS);
  const second = Math.floor((ms - day * DAY_MS) / 1000);
  if (kind.is === 'date')
    return second === 0 && !kind.clock ? dayText(day) : `${dayText(day)}T${clockText(second)}`;
  // A day behind a format that only shows its hours is more likely a time stamp than 1,500 hours.
  if (!kind.elapsed && day > LEAP_BUG_DAY)
    return `${dayText(day + (date1904 ? CALENDAR_1904 : 0))}T${clockText(second)}`;
  return spanText(day * 86_400 + second, kind.seconds);
}

/** The shortest decimal that reads back as the same number; without an exponent unless digits would be made up. */
export function decimalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) > EXACT) return value.toExponential();
  const text = String(value === 0 ? 0 : value);
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!small || Number(small[4]) > MOST_ZEROS) return text;
  return `${small[1]}0.${'0'.repeat(Number(small[4]) - 1)}${small[2]}${small[3] ?? ''}`;
}

/** Days that no calendar has (1900-01-00, 1900-02-29) come as Excel shows them, and are no dates to whoever reads them. */
function dayText(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === LEAP_BUG_DAY) return '1900-02-29';
  // From days to the civil calendar, counted in eras of 400 years from 0000-03-01 (H. Hinnant, chrono-compatible
  // low-level date algorithms, civil_from_days).
  const days = day - (day > LEAP_BUG_DAY ? 1 : 0) - DAYS_TO_1970 + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const dayOfMonth = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const full = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(full).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

const two = (part: number): string => String(part).padStart(2, '0');
const clockText = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
const spanText = (second: number, shown: boolean): string => {
  const minutes = `${Math.floor(second / 3600)}:${two(Math.floor(second / 60) % 60)}`;
  return shown || second % 60 !== 0 ? `${minutes}:${two(second % 60)}` : minutes;
};

/** A date that the workbook holds as text already (strict Open XML): the same forms as of a number. */
export function timeText(value: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}):(\d{2})(?::(\d{2})(?:\.\d*)?)?Z?)?$/.exec(value);
  if (!found) return value;
  const [, day, hour, minute, second = '00'] = found;
  if (day !== undefined) return hour === undefined ? day : `${day}T${hour}:${minute}:${second}`;
  return hour === undefined
    ? value
    : spanText(Number(hour) * 3600 + Number(minute) * 60 + Number(second), false);
}
