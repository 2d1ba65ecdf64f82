/** Dates and times as the configuration writes them: real ones only (no 30 February), read without a clock or zone. */

/** The latest offset in use is +14:00 (Line Islands), the earliest −12:00. */
const maxOffsetHours = 14;

/** YYYY-MM-DD that stands in the calendar. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** YYYY-MM. */
export const isMonth = (text: string): boolean => isDate(`${text}-01`);

/** ISO 8601: a date, or a date and a time to the minute or finer, with Z, an offset or none. */
export function isTimestamp(text: string): boolean {
  const [, date, hour, minute, second, offsetHour, offsetMinute] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):?(\d{2}))?)?$/.exec(
      text,
    ) ?? [];
  const within = (part: string | undefined, most: number): boolean =>
    part === undefined || Number(part) <= most;
  return (
    date !== undefined &&
    isDate(date) &&
    within(hour, 23) &&
    within(minute, 59) &&
    within(second, 59) &&
    within(offsetHour, maxOffsetHours) &&
    within(offsetMinute, 59)
  );
}

/** A time zone of the IANA database. Offsets such as +09:00 are refused: Node 20 and 24 differ on them. */
export function isTimezone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && canonicalTimezone(text) !== undefined;
}

/** The zone's own spelling where only the case differs; other names stay as written (Japan, Asia/Kolkata). */
export function spellTimezone(text: string): string {
  const canonical = canonicalTimezone(text);
  return canonical?.toLowerCase() === text.toLowerCase() ? canonical : text;
}

function canonicalTimezone(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined; // RangeError is how Intl says "unknown zone"
  }
}
