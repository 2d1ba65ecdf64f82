/** When a system's profile was reviewed and its standby switched over: a row of the CMDB lasts from one review to the next. */
import { DAY } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import type { System } from '../model.js';
import { NEAR, STALE } from '../plantedRisk.js';

/** The last day of the reported month, from which ages are counted. */
const LAST_DAY = Date.parse('2026-10-31');
/** Before it everything that the demo's first month shows must have been reviewed once. */
const FIRST_DAY = Date.parse('2024-04-01');
/** Share of profiles whose year is nearly over, as in any inventory. */
const NEARLY = 0.1;

/** The days on which the profile was reviewed, the oldest first: about once a year, the oldest before the demo begins. */
export function reviewsOf(system: System): readonly number[] {
  const random = randomOf(`reviews/${system.id}`);
  const days: number[] = [];
  for (let at = latest(); ; at -= random.integer(290, 340) * DAY) {
    days.unshift(at);
    if (at < FIRST_DAY) return days;
  }

  function latest(): number {
    if (system.unit === STALE.unit) return Date.parse(STALE.last) - random.integer(0, 40) * DAY;
    if (system.id === NEAR.profile.system) return LAST_DAY - NEAR.profile.days * DAY;
    return LAST_DAY - ageOf(random.chance(NEARLY));
  }
  function ageOf(old: boolean): number {
    return (old ? random.integer(300, 350) : random.integer(15, 270)) * DAY;
  }
}

/** The last switch-over test that the row beginning on a day tells of; the last row's may be later than its beginning. */
export function switchoverOf(system: System, begins: number, last: boolean): number | undefined {
  if (system.importance < 3) return undefined;
  const random = randomOf(`switchover/${system.id}/${last ? 'last' : begins}`);
  if (!last) return begins - random.integer(1, 20) * DAY;
  return LAST_DAY - (random.chance(NEARLY) ? random.integer(300, 350) : random.integer(8, 280)) * DAY;
}
