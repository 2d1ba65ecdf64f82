/**
 * schemes.md, transport-e. Level 3: customers_affected and impact_minutes ≥ 60; level 2: customers_affected and ≥ 10, or ≥ 240;
 * level 1: the rest. 3 is critical, 2 heavy, 1 other.
 */
import { describe, expect, it } from 'vitest';
import { itGrades, itRates, projectOf, withMarts } from '../grading.js';

const parts = (customers: boolean | null, minutes: number | null) => ({
  customers_affected: customers,
  minutes,
});

describe('transport-e', () => {
  itGrades('transport-e', [
    ['customers, 9 minutes', parts(true, 9), '1 other'],
    ['customers, 10 minutes', parts(true, 10), '2 heavy'],
    ['customers, 59 minutes', parts(true, 59), '2 heavy'],
    ['customers, 60 minutes', parts(true, 60), '3 critical'],
    ['customers, 240 minutes', parts(true, 240), '3 critical'],
    ['no customers, 60 minutes', parts(false, 60), '1 other'],
    ['no customers, 239 minutes', parts(false, 239), '1 other'],
    ['no customers, 240 minutes', parts(false, 240), '2 heavy'],
    ['customers unknown, 9 minutes', parts(null, 9), '1 other'],
    ['customers unknown, 10 minutes', parts(null, 10), '? customers_affected'],
    ['customers unknown, 60 minutes', parts(null, 60), '? customers_affected'],
    ['customers unknown, 240 minutes: 2 or 3', parts(null, 240), '? customers_affected'],
    ['no customers, time unknown', parts(false, null), '? impact_minutes'],
    ['customers, time unknown', parts(true, null), '? impact_minutes'],
    // The export's own minutes of harm before what its times say.
    ['customers, 60 of 5 minutes', { ...parts(true, 5), impact_minutes: 60 }, '3 critical'],
    ['customers, 9 of 90 minutes', { ...parts(true, 90), impact_minutes: 9 }, '1 other'],
  ]);
  itRates('transport-e', [
    [{ customer_facing: true }, 4],
    [{ customer_facing: false }, 2],
    [{ customer_facing: null }, null],
  ]);

  // From 31 May 23:30 to 1 June 00:30: 30 minutes in May, 60 by the end.
  it("grades a month's figure by the minutes until the month's end", async () => {
    const incident = { incident_id: 'i', system_id: 's', customers_affected: true, state: 'closed' };
    const files = projectOf(
      'transport-e',
      [{ system_id: 's' }],
      [{ ...incident, occurred_at: '2026-05-31T23:30:00+09:00', restored_at: '2026-06-01T00:30:00+09:00' }],
    );
    const grades = await withMarts(
      files,
      (db) => db.rows('SELECT from_month, grade, class FROM mart.gradings ORDER BY from_month'),
      '2026-06',
    );
    expect(grades).toEqual([
      { from_month: '2026-05', grade: '2', class: 'heavy' },
      { from_month: '2026-06', grade: '3', class: 'critical' },
    ]);
  });

  it('tells whether it was at a terminal, by its place or by the name of its system', async () => {
    const cases: readonly (readonly [terminal: boolean, place: string, name: string])[] = [
      [true, '中央駅 端末3', '運行'],
      [true, '"Terminal, ticket office"', '運行'],
      [true, 'counter terminals', '運行'],
      [true, '中央駅', '駅窓口端末'],
      [true, '', 'Ticket-office terminals'],
      [false, 'Terminal 2', '運行'],
      [false, 'terminal station', '運行'],
      [false, 'Central', 'Terminal station control'],
      [false, 'terminally slow', '運行'],
      [false, '', '運行'],
    ];
    const files = projectOf(
      'transport-e',
      cases.map(([, , name], i) => ({ system_id: `s${i}`, name_ja: name })),
      cases.map(([, place], i) => ({ incident_id: i, system_id: `s${i}`, place, occurred_at: '2026-05-10' })),
    );
    const found = await withMarts(files, (db) =>
      db.rows<{ terminal: boolean }>('SELECT terminal FROM mart.incidents ORDER BY incident_id'),
    );
    expect(cases.map(([, place, name], i) => [found[i]!.terminal, place, name])).toEqual(cases);
  });
});
