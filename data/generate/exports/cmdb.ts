/** The group's CMDB export: units.csv and systems.csv under the contract's headers, with a row per period of validity. */
import { join } from 'node:path';
import { DAY } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import { type FileStyle, Sink } from '../kernel/sink.js';
import type { CompanyEntry, System } from '../model.js';
import { FORBIDDEN, HOSTED, NEAR, UNLIMITED } from '../plantedRisk.js';
import { reviewsOf, switchoverOf } from './profiles.js';

const UTF8: FileStyle = { encoding: 'utf-8', delimiter: ',', newline: '\n' };

/** Systems that moved between units: both days are inclusive, the move is at the half year. */
export const MOVES: Readonly<
  Record<string, { readonly before: string; readonly on: string; readonly last: string }>
> = {
  'a-foreign-exchange-settlement': { before: 'a-payments', on: '2025-04-01', last: '2025-03-31' },
  'c-customer-analytics': { before: 'c-customer', on: '2025-10-01', last: '2025-09-30' },
  'd-customs-interface': { before: 'd-operations', on: '2026-04-01', last: '2026-03-31' },
  'g-shipment-tracking': { before: 'g-consumer', on: '2025-10-01', last: '2025-09-30' },
};

const UNIT_HEADER = ['unit_id', 'company_id', 'name_ja', 'name_en', 'owner', 'valid_from', 'valid_to'];
const SYSTEM_HEADER =
  'system_id,unit_id,name_ja,name_en,service,business_flow,layer,availability_need,confidentiality_need,integrity_need,business_importance,importance_class,customer_facing,category,quality_rank,recovery_priority,countermeasure_level,target_recovery_minutes,allowed_stop_minutes,users,usual_amount,external_policy,substitutable,service_hours,owner,profile_reviewed_on,last_switchover_on,valid_from,valid_to,vendor'.split(
    ',',
  );

/** Writes the two files and returns their row counts by path below `out`. */
export function writeCmdb(
  out: string,
  companies: readonly CompanyEntry[],
  systems: readonly System[],
): Record<string, number> {
  const units = new Sink(join(out, 'group/units.csv'), UTF8, UNIT_HEADER);
  for (const company of companies)
    for (const unit of company.units)
      units.write([`${company.id}-${unit.slug}`, company.id, unit.ja, unit.en, unit.owner, '', '']);
  units.close();
  const sink = new Sink(join(out, 'group/systems.csv'), UTF8, SYSTEM_HEADER);
  for (const system of systems) for (const period of periodsOf(system)) sink.write(rowOf(system, period));
  sink.close();
  return { 'group/units.csv': units.rows, 'group/systems.csv': sink.rows };
}

/** A system's rows: one from each review or move to the next, both days inclusive. The first has always been so. */
function periodsOf(system: System): Readonly<Record<string, string>>[] {
  const move = MOVES[system.id];
  const reviews = reviewsOf(system);
  const moved = move ? Date.parse(move.on) : Number.NEGATIVE_INFINITY;
  const begins = [...new Set([...reviews, ...(move ? [moved] : [])])].sort((x, y) => x - y);
  return begins.map((at, i) => {
    const next = begins[i + 1];
    const switched = switchoverOf(system, at, next === undefined);
    return {
      unit_id: move && at < moved ? move.before : system.unit,
      valid_from: i === 0 ? '' : dayOf(at),
      valid_to: next === undefined ? '' : dayOf(next - DAY),
      profile_reviewed_on: dayOf(reviews.findLast((day) => day <= at)!),
      last_switchover_on: switched === undefined ? '' : dayOf(switched),
    };
  });
}

function rowOf(system: System, period: Readonly<Record<string, string>>): string[] {
  const { company, importance, extra } = system;
  const random = randomOf(`profile/${system.id}`);
  const served = system.supplier !== undefined || HOSTED.includes(system.id);
  const finance = company <= 'c';
  const round = company === 'd' || company === 'e' || extra.customers === true || importance === 4;
  const cells: Readonly<Record<string, string>> = {
    system_id: system.id,
    name_ja: system.ja,
    name_en: system.en,
    service: system.ja,
    business_flow: system.flow,
    layer: extra.layer ?? 'application',
    availability_need: String(
      company === 'a' && importance > 1 && random.chance(0.3) ? importance - 1 : importance,
    ),
    confidentiality_need: random.chance(finance ? 0.6 : 0.3) ? '2' : '1',
    integrity_need: importance >= 3 ? '2' : '1',
    business_importance: String(importance),
    importance_class: extra.importanceClass ?? '',
    customer_facing: String(extra.customers ?? false),
    category: company === 'd' ? ({ 4: 'AAA', 3: 'AA', 2: 'A', 1: '' } as const)[importance] : '',
    quality_rank: company === 'g' ? 'DCBA'[importance - 1]! : '',
    recovery_priority: String(5 - importance),
    countermeasure_level: String(importance),
    target_recovery_minutes: String(system.allowedStop),
    allowed_stop_minutes: String(allowedStopOf(system)),
    users: String(system.users),
    usual_amount: finance ? String(system.usualAmount) : '',
    external_policy: system.supplier ? random.pick(['demand', 'demand', 'standard']) : 'none',
    substitutable: String(importance < 4 && random.chance(0.4)),
    service_hours: round ? '24x7' : random.pick(['weekdays 08:00-20:00', 'weekdays 07:00-22:00']),
    owner: system.owner,
    vendor: system.supplier ?? '',
    ...period,
  };
  const policy = policyOf(system, served, cells.external_policy!, cells.substitutable === 'true');
  return SYSTEM_HEADER.map((name) => (name === 'external_policy' ? policy : (cells[name] ?? '')));
}

/** D agrees the time to recover itself; the others allow twice that. */
export const allowedStopOf = (system: System): number =>
  system.company === 'd' ? system.allowedStop : 2 * system.allowedStop;

/** By a supplier's standard figures only where its stop does limited harm; where nothing external stands, nothing may. */
function policyOf(system: System, served: boolean, drawn: string, substitutable: boolean): string {
  if (system.id === FORBIDDEN.system) return FORBIDDEN.policy;
  if (system.id === UNLIMITED) return 'standard';
  if (NEAR.minor.systems.some((id) => id === system.id)) return 'standard';
  const limited = substitutable || (system.importance <= 2 && !system.extra.customers);
  return !served ? 'none' : drawn === 'standard' && limited ? 'standard' : 'demand';
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
