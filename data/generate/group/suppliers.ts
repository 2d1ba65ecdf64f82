/** Who stands behind which system, until when, and what is really reported; and the monthly reports that units, systems and suppliers owe. */
import { asOf, DAY, formatTime, MINUTE, monthAfter, monthStart, months } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import type { CompanyEntry, System } from '../model.js';
import { SUPPLIER } from '../planted.js';
import { CONTRACTS, HOSTED, NEAR, NOT_SUBMITTED, REPORTING, UNDELIVERED } from '../plantedRisk.js';
import { type Cell, type Counts, writeTable } from './table.js';

/** The contract's eight aspects. */
export const ASPECTS = [
  'service_level',
  'trouble',
  'change',
  'availability',
  'performance',
  'security',
  'supplier',
  'facility',
] as const;
/** What a supplier's standard report holds. */
const STANDARD = ['service_level', 'trouble'] as const;
const FIRST_REPORT = '2025-10';
const LATE_SHARE = 0.1;

function* suppliersOf(systems: readonly System[]): Generator<Cell[]> {
  for (const { id, supplier } of systems) {
    const minor = NEAR.minor.systems.some((name) => name === id);
    if (supplier !== undefined) yield [id, supplier, '運用保守', endOf(id), deliveredBy(id)];
    if (HOSTED.includes(id)) yield [id, SUPPLIER.name, 'データ基盤', '2028-03-31', ASPECTS.join(';')];
    if (minor) yield [id, NEAR.minor.supplier, NEAR.minor.role, '2028-03-31', STANDARD.join(';')];
  }
}

/** Contracts end with a fiscal year. */
function endOf(system: string): string {
  return CONTRACTS[system] ?? `${randomOf(`contract/${system}`).integer(2027, 2029)}-03-31`;
}

/** All aspects, as the profiles demand, or more than the standard asks: what isn't planted as missing isn't missing. */
const deliveredBy = (system: string): string =>
  ASPECTS.filter((aspect) => !UNDELIVERED[system]?.includes(aspect)).join(';');

/** Reports are due on the fifth of the month after, at 17:00; some are late, and two have not come at all. */
function* submissionsOf(seed: string, companies: readonly CompanyEntry[]): Generator<Cell[]> {
  const units = companies.flatMap((company) =>
    company.units.map((unit) => [`unit:${company.id}-${unit.slug}`, unit.owner] as const),
  );
  const others = [
    ...REPORTING.systems.map((id) => [`system:${id}`, '運用担当'] as const),
    ...REPORTING.suppliers.map((name) => [`supplier:${name}`, name] as const),
  ];
  for (const [scope, by] of [...units, ...others])
    for (const month of months.filter((m) => m >= FIRST_REPORT)) {
      const key = `${scope}/${month}`;
      const random = randomOf(`${seed}/submissions/${key.replace('unit:', '')}`);
      const due = monthStart(monthAfter(month)) + 4 * DAY + 17 * 60 * MINUTE;
      const late = random.chance(LATE_SHARE);
      const drawn = late ? due + random.integer(60, 6000) * MINUTE : due - random.integer(30, 3000) * MINUTE;
      const sent = key === NEAR.late ? due + DAY : drawn;
      const known = sent < asOf && !NOT_SUBMITTED.includes(key);
      const moment = (time: number): string => formatTime(time, '%Y-%m-%d %H:%M');
      yield [scope, month, moment(due), known ? moment(sent) : '', by];
    }
}

export function writeSuppliers(
  out: string,
  seed: string,
  companies: readonly CompanyEntry[],
  systems: readonly System[],
): Counts {
  return {
    ...writeTable(
      out,
      'group/system_suppliers.csv',
      'system_id,supplier,role,contract_until,delivers',
      suppliersOf(systems),
    ),
    ...writeTable(
      out,
      'group/submissions.csv',
      'scope,month,due_at,submitted_at,by',
      submissionsOf(seed, companies),
    ),
  };
}
