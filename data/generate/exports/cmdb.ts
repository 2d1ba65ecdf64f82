/** The group's CMDB export: units.csv and systems.csv under the contract's headers, with a row per period of validity. */
import { join } from 'node:path';
import { randomOf } from '../kernel/random.js';
import { type FileStyle, Sink } from '../kernel/sink.js';
import type { CompanyEntry, System } from '../model.js';

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
  for (const system of systems) {
    const move = MOVES[system.id];
    if (move) sink.write(rowOf(system, { unit_id: move.before, valid_to: move.last }));
    sink.write(rowOf(system, move ? { valid_from: move.on } : {}));
  }
  sink.close();
  return { 'group/units.csv': units.rows, 'group/systems.csv': sink.rows };
}

function rowOf(system: System, period: Readonly<Record<string, string>>): string[] {
  const { company, importance, extra } = system;
  const random = randomOf(`profile/${system.id}`);
  const finance = company <= 'c';
  const round = company === 'd' || company === 'e' || extra.customers === true || importance === 4;
  const cells: Readonly<Record<string, string>> = {
    system_id: system.id,
    unit_id: system.unit,
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
    allowed_stop_minutes: String(system.allowedStop),
    users: String(system.users),
    usual_amount: finance ? String(system.usualAmount) : '',
    external_policy: system.supplier ? random.pick(['demand', 'demand', 'standard']) : 'none',
    substitutable: String(importance < 4 && random.chance(0.4)),
    service_hours: round ? '24x7' : random.pick(['weekdays 08:00-20:00', 'weekdays 07:00-22:00']),
    owner: system.owner,
    profile_reviewed_on: dayBefore(random.integer(12, 420)),
    last_switchover_on: importance >= 3 ? dayBefore(random.integer(8, 380)) : '',
    vendor: system.supplier ?? '',
    ...period,
  };
  return SYSTEM_HEADER.map((name) => cells[name] ?? '');
}

const dayBefore = (days: number): string =>
  new Date(Date.parse('2026-10-31') - days * 86_400_000).toISOString().slice(0, 10);
