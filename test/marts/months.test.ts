/** Figures of test/cases/{tokyo,utc,bare}, worked by hand from methods.md; the goldens only guard what is checked here. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Figures, figuresOfCase } from '../cases/figures.js';

/** `month/metric`: value at group level. */
type Worked = readonly (readonly [figure: string, value: number | null])[];
const hold = (figures: () => Figures, worked: Worked) =>
  it.each(worked)('%s = %d', (id, value) => {
    const figure = id.includes(':') ? id : `${id}/group:group`;
    const found = figures().of(figure).value;
    if (value === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(value, 9);
  });

describe('tokyo: months of Asia/Tokyo, as of 20 June 12:00', () => {
  let figures: Figures;
  beforeAll(async () => {
    figures = await figuresOfCase('tokyo', { month: '2026-06' });
  });
  hold(
    () => figures,
    [
      // I1 at 15:00Z on 31 March is 1 April 00:00 in Tokyo. April: I1 I2 I3. May: I4–I7. June: I8 I9 I11; I10 is after as-of.
      ['2026-04/records', 3],
      ['2026-05/records', 4],
      ['2026-06/records', 3],
      // I4 is canceled: a record, not an incident.
      ['2026-05/incidents', 3],
      ['2026-05/incidents/system:s2', 0],
      ['2026-06/incidents_fytd', 9],
      // By the export's own severity; I5 has none and is in no grade.
      ['2026-05/incidents/group:group/grade:heavy', 1],
      ['2026-05/incidents/group:group/grade:other', 1],
      // At 1 May 00:00 I2 still ran; I3 was restored at that very moment. I5's state says over, I6 was restored
      // (if before it occurred), I7 is open, I9 is restored only after as-of, I11 occurred at as-of itself.
      ['2026-04/open_incidents', 1],
      ['2026-05/open_incidents', 1],
      ['2026-06/open_incidents', 4],
      ['2026-04/open_incidents/system:s2', 0],
      // I1 90; I2 23:00–24:00 60, then 120 in May; I3 10 April 10:00 – 1 May 00:00: 20 d 14 h = 29,640. I5, I6: no times.
      ['2026-04/impact_minutes', 90 + 60 + 29_640],
      // I7: the export's own 30 minutes, though it is open.
      ['2026-05/impact_minutes', 120 + 30],
      ['2026-05/impact_minutes/system:s3', 30],
      // I8 1 June 00:00 – 20 June 12:00: 19.5 d; I9 one day up to as-of; I11 nothing yet.
      ['2026-06/impact_minutes', 19.5 * 1440 + 1440],
      // I1 1.5 h × 10 users; I2 1 h × 1 (unknown); I3 494 h × the larger of 2 users and a volume of 4.
      ['2026-04/impact_index', 15 + 1 + 494 * 4],
      ['2026-04/impact_index_max', 494 * 4],
      ['2026-05/impact_index', 2 + 0.5],
      ['2026-06/impact_index', 468 * 5 + 24],
      ['2026-06/impact_index_max', 468 * 5],
      // Restored in the month: April I1 (90). May I2 (180) and I3 (29,640), restored at its first moment; not I4, not I6.
      ['2026-04/restore_minutes_median', 90],
      ['2026-04/restore_minutes_p90', 90],
      // R 4.2: quantile(c(180, 29640), c(.5, .9), type = 7) → 14910, 26694
      ['2026-05/restore_minutes_median', 14_910],
      ['2026-05/restore_minutes_p90', 26_694],
      ['2026-06/restore_minutes_median', null],
      // Due 30 April: A1 not done; A3 done on 1 May, too late; A2 done that day. A4 is due on 1 May, not before April's end.
      ['2026-04/actions_overdue', 2],
      // A1; A4 (s2); A5, a rollout due 31 May to s4. A3 is done by now.
      ['2026-05/actions_overdue', 3],
      ['2026-05/actions_overdue/system:s4', 1],
      ['2026-05/actions_overdue/system:s2', 1],
      // A1 and A4; A5 was done on 20 June; A6's due day, 20 June, has not ended at noon.
      ['2026-06/actions_overdue', 2],
    ],
  );
  it('holds April and May whole, June not', () => {
    const complete = (month: string) => figures.of(`${month}/incidents/group:group`).complete;
    expect(['2026-04', '2026-05', '2026-06'].map(complete)).toEqual([true, true, false]);
    expect(figures.of('2026-06/incidents_fytd/group:group').complete).toBe(false);
  });
  it('says of how many incidents the harmed are known', () => {
    expect(figures.of('2026-04/impact_index/group:group').coverage).toBeCloseTo(2 / 3);
  });
  it('says that nothing was restored, not that it took no time', () => {
    expect(figures.of('2026-06/restore_minutes_median/group:group')).toMatchObject({
      status: 'not_applicable',
      source_rows: 0,
    });
  });
  it('reports May unless told otherwise', async () => {
    expect((await figuresOfCase('tokyo')).period.month).toBe('2026-05');
  });
});

describe('utc: the same exports in UTC', () => {
  let figures: Figures;
  beforeAll(async () => {
    figures = await figuresOfCase('utc', { month: '2026-06' });
  });
  hold(
    () => figures,
    [
      // I1 moves to March, before what the export covers; times without a zone move with the zone.
      ['2026-03/records', 1],
      ['2026-04/records', 2],
      ['2026-03/incidents_fytd', 1],
      ['2026-04/incidents_fytd', 2],
      // I3 10 April 10:00 – 30 April 15:00: 20 d 5 h = 29,100, all in April.
      ['2026-03/impact_minutes', 90],
      ['2026-04/impact_minutes', 60 + 29_100],
      ['2026-04/restore_minutes_median', 29_100],
      ['2026-05/restore_minutes_median', 180],
      ['2026-06/open_incidents', 4],
    ],
  );
  it('does not call March whole', () => {
    expect(figures.of('2026-03/incidents/group:group').complete).toBe(false);
    expect(figures.of('2026-04/incidents_fytd/group:group').complete).toBe(true);
  });
});

describe('bare: no company, no unit, America/New_York', () => {
  let figures: Figures;
  beforeAll(async () => {
    figures = await figuresOfCase('bare');
  });
  hold(
    () => figures,
    [
      ['2026-02/incidents', 2],
      ['2026-03/incidents/company:all', 2],
      ['2026-03/incidents/unit:u1', 2],
      ['2026-03/incidents/system:s1', 2],
      // B1 45; B2 28 February 12:00–24:00.
      ['2026-02/impact_minutes', 45 + 720],
      // March has 743 hours: B2 all of them; B3 01:30 EST – 03:00 EDT is half an hour; B4 09:00–10:00 EDT.
      ['2026-03/impact_minutes', 743 * 60 + 30 + 60],
      ['2026-03/open_incidents', 1],
    ],
  );
  it('takes an export from the 3rd to the 29th of 31 as whole months (covers, default)', () => {
    expect(figures.period).toMatchObject({
      month: '2026-03',
      asOf: '2026-04-01T04:00:00Z',
      firstMonth: '2026-02',
    });
    expect(figures.of('2026-02/incidents/group:group').complete).toBe(true);
  });
  it('has no data, not zero, where a column is not given', () => {
    const overdue = figures.of('2026-03/actions_overdue/group:group');
    expect([overdue.value, overdue.status, overdue.coverage]).toEqual([null, 'no_data', 0]);
  });
});
