import { describe, expect, it } from 'vitest';
import { isDate, isTimestamp, isTimezone, spellTimezone } from '../../src/config/timestamp.js';

describe('dates and times of the configuration', () => {
  it.each(['2026-02-28', '2024-02-29', '0999-12-31'])('%s is a date', (text) =>
    expect(isDate(text)).toBe(true),
  );
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026/01/01', '20260101', ''])(
    '"%s" is no date',
    (text) => expect(isDate(text)).toBe(false),
  );

  it.each([
    '2026-11-05',
    '2026-11-05T09:00',
    '2026-11-05 09:00:00',
    '2026-11-05T09:00:00.123456Z',
    '2026-11-05T09:00:00+09:00',
    '2026-11-05T09:00:00-0330',
  ])('%s is a timestamp', (text) => expect(isTimestamp(text)).toBe(true));
  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-05T24:00:00',
    '2026-11-05T09:60',
    '2026-11-05T09:00:60',
    '2026-11-05T09',
    '2026-11-05T09:00+15:00',
    '2026-11-05Z',
    'yesterday',
    '1793836800',
  ])('%s is no timestamp', (text) => expect(isTimestamp(text)).toBe(false));

  it.each(['Asia/Tokyo', 'asia/tokyo', 'UTC', 'Japan', 'Asia/Kolkata'])('%s is a zone', (zone) =>
    expect(isTimezone(zone)).toBe(true),
  );
  it.each(['Asia/Tokio', '+09:00', 'GMT+9', ''])('"%s" is no zone', (zone) =>
    expect(isTimezone(zone)).toBe(false),
  );

  it('spells a zone as the database does where only the case differs', () => {
    expect(spellTimezone('asia/tokyo')).toBe('Asia/Tokyo');
    expect(spellTimezone('Japan')).toBe('Japan');
  });
});
