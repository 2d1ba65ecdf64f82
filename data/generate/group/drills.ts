/** Drills of the units, at least one a year; two units have let theirs lapse. */
import { DAY, formatTime } from '../kernel/calendar.js';
import { type Random, randomOf } from '../kernel/random.js';
import type { CompanyEntry } from '../model.js';
import { LAPSED, NEAR } from '../plantedRisk.js';
import { type Cell, type Counts, writeTable } from './table.js';

const LAST_DAY = Date.parse('2026-10-31');
const FIRST_DAY = Date.parse('2023-09-01');
const day = (time: number): string => formatTime(time, '%Y-%m-%d');
const SCENARIOS = [
  '基幹システム停止から業務の手作業切替、お客様案内まで',
  '主データセンター停止から待機系での業務再開、お客様案内まで',
  '外部接続の停止から代替経路への切替、取引先への連絡まで',
] as const;

/** Days of a unit's drills, the oldest first, never a year apart until it lapses. */
function heldBy(unit: string, random: Random): readonly number[] {
  const lapsed = LAPSED[unit];
  const ago = unit === NEAR.drill.unit ? NEAR.drill.days : random.integer(12, 280);
  const days: number[] = [];
  for (
    let at = lapsed === undefined ? LAST_DAY - ago * DAY : Date.parse(lapsed);
    at >= FIRST_DAY || days[0]! >= Date.parse('2024-04-01');
    at -= random.integer(300, 355) * DAY
  )
    days.unshift(at);
  return days;
}

function* drillsOf(companies: readonly CompanyEntry[]): Generator<Cell[]> {
  let number = 0;
  for (const company of companies)
    for (const unit of company.units) {
      const id = `${company.id}-${unit.slug}`;
      const random = randomOf(`drills of/${id}`);
      for (const held of heldBy(id, random)) {
        const findings = random.integer(0, 4);
        const done = held + random.integer(30, 75) * DAY;
        const known = findings > 0 && !random.chance(0.15) && done <= LAST_DAY;
        yield [
          `DR-${String(++number).padStart(3, '0')}`,
          `unit:${id}`,
          day(held),
          random.pick(SCENARIOS),
          random.chance(0.7) ? 'true' : 'false',
          random.integer(8, 60),
          random.integer(6, 55),
          findings === 0 ? '' : `${findings}件：連絡先の更新漏れほか`,
          findings === 0 ? '' : day(held + 60 * DAY),
          known ? day(done) : '',
        ];
      }
    }
}

export const writeDrills = (out: string, companies: readonly CompanyEntry[]): Counts =>
  writeTable(
    out,
    'group/drills.csv',
    'drill_id,scope,held_on,scenario,announced,participants,call_out_minutes,findings,improvements_due_on,improvements_done_on',
    drillsOf(companies),
  );
