/** Unix seconds, as decimal text, to ISO 8601 in UTC, by whole numbers only: no rounding, no clock, no zone of the machine. */

const secondsPerDay = 86_400;
/** Days from 0000-03-01 to 1970-01-01, and in 400 years, 100 years, 4 years and one year of the Gregorian calendar. */
const daysToEpoch = 719_468;
const daysPerEra = 146_097;
/** 9999-12-31T23:59:59Z: beyond, ISO 8601 needs more digits. */
const lastSecond = 253_402_300_799;
const mostFractionDigits = 6;

/** `1435781430.781` → `2015-07-01T20:10:30.781Z`; digits beyond microseconds are cut. undefined where it is no such text. */
export function isoFromSeconds(seconds: string): string | undefined {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(seconds) ?? [];
  if (whole === undefined || Number(whole) > lastSecond) return undefined;
  const total = Number(whole);
  const rest = total % secondsPerDay;
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  const kept = fraction.slice(0, mostFractionDigits);
  return `${dateOf(Math.floor(total / secondsPerDay))}T${time}${kept === '' ? '' : `.${kept}`}Z`;
}

/** Days since 1970-01-01 → YYYY-MM-DD, after Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days). */
function dateOf(days: number): string {
  const shifted = days + daysToEpoch;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const year = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  // Years begin in March here, so that the leap day is their last.
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const calendarYear = year + era * 400 + (month <= 2 ? 1 : 0);
  const digits = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${digits(calendarYear, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}
