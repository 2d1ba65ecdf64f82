/** How much harm an incident of a grade does, so that the ingredients agree with the company's scheme (schemes.md). */
import type { Cause } from './causes.js';
import type { Random } from './kernel/random.js';
import type { CompanyEntry, Grade, System } from './model.js';

export interface Harm {
  readonly minutes: number;
  readonly fields: Readonly<Record<string, string>>;
}

const DAY_MINUTES = 1440;
/** Median minutes to restoration and the spread of its logarithm. */
const RESTORE = {
  critical: { median: 240, sigma: 0.9 },
  heavy: { median: 110, sigma: 0.9 },
  other: { median: 38, sigma: 1.2 },
} as const;

/** What symptoms a grade can have: a large failure at C and an SS at G are failures of what everything stands on. */
export function fits(company: CompanyEntry, grade: Grade, cause: Cause): boolean {
  const large = ['data_center', 'power', 'network'].includes(cause.symptomClass);
  if (company.id === 'c' && grade !== 'other') return large === (grade === 'critical');
  if (company.id === 'g' && grade === 'critical')
    return large || ['edi', 'mail'].includes(cause.symptomClass);
  return true;
}

/**
 * What an incident is once it has gone on so long and nobody has ended it: D grades by the time to recover, so that past the
 * allowed stop a small one is a heavy one. No other company's small ones grow before they are over.
 */
export const grown = (company: CompanyEntry, system: System, grade: Grade, minutes: number): Grade =>
  company.id === 'd' && grade === 'other' && minutes >= system.allowedStop ? 'heavy' : grade;

export function harmOf(
  random: Random,
  company: CompanyEntry,
  system: System,
  grade: Grade,
  cause: Cause,
  fixed?: number,
): Harm {
  const large = ['data_center', 'power', 'network'].includes(cause.symptomClass);
  const graver = grade !== 'other';
  const operations =
    grade === 'critical' ||
    (grade === 'heavy' && ((company.id === 'c' && !large) || 'fg'.includes(company.id)));
  const customers =
    grade === 'critical' ||
    (grade === 'heavy' &&
      ('beg'.includes(company.id) ||
        (company.id === 'c' && large) ||
        (company.id !== 'd' && random.chance(0.4))));
  const users = usersOf(random, company, system, grade);
  const amount = amountOf(random, company, grade);
  const availability = grade === 'critical' ? 3 : grade === 'heavy' ? 2 : random.chance(0.72) ? 1 : 0;
  return {
    minutes: fixed ?? minutesOf(random, company, system, grade),
    fields: {
      impact_scope:
        grade === 'critical'
          ? 'outside'
          : grade === 'heavy'
            ? company.id === 'f'
              ? 'departments'
              : random.pick(['departments', 'company', 'outside'])
            : random.pick(['person', 'department', 'department']),
      affected_users: String(users),
      business_volume: String(Math.round(users * random.lognormal(1.6, 0.5))),
      affected_amount: String(amount),
      availability_impact: String(availability),
      confidentiality_impact: '1',
      integrity_impact:
        grade === 'critical' || (!graver && availability === 0 && random.chance(0.3)) ? '2' : '1',
      customers_affected: String(customers),
      operations_affected: String(operations),
      manual_workaround: String(graver ? random.chance(0.7) : random.chance(0.3)),
      media_reported: String(grade === 'critical' && random.chance(0.3)),
      responsibility: responsibilityOf(random, grade, cause),
    },
  };
}

function usersOf(random: Random, company: CompanyEntry, system: System, grade: Grade): number {
  const [median, least, most] =
    grade === 'critical' ? [9000, 6000, 400_000] : grade === 'heavy' ? [320, 20, 1000] : [9, 1, 400];
  const reach = system.extra.customers || company.sector !== 'manufacturing' ? 1 : 0.5;
  return Math.round(Math.min(most, Math.max(least, random.lognormal(median * reach, 0.9))));
}

/** Yen; F's heavy stays under a million, D's heavy is time and not money. */
function amountOf(random: Random, company: CompanyEntry, grade: Grade): number {
  const yen = (median: number): number => Math.round(random.lognormal(median, 0.8) / 1000) * 1000;
  if (grade === 'critical') return Math.max(1_200_000, yen(25_000_000));
  if (grade === 'heavy')
    return company.id === 'd'
      ? 0
      : Math.min(company.id === 'f' ? 990_000 : 90_000_000, yen(company.id === 'f' ? 300_000 : 1_800_000));
  return random.chance(0.15) ? Math.min(900_000, yen(60_000)) : 0;
}

function minutesOf(random: Random, company: CompanyEntry, system: System, grade: Grade): number {
  const [least, most] = rangeOf(company, system, grade);
  const { median, sigma } =
    company.id === 'e' && grade === 'heavy' ? { median: 32, sigma: 0.4 } : RESTORE[grade];
  for (let tries = 0; tries < 100; tries++) {
    const minutes = Math.round(random.lognormal(median, sigma));
    if (minutes >= least && minutes <= most) return minutes;
  }
  return least;
}

function rangeOf(company: CompanyEntry, system: System, grade: Grade): readonly [number, number] {
  if (grade === 'critical') return [60, 4 * DAY_MINUTES];
  if (grade === 'heavy') {
    if (company.id === 'e') return [10, 59];
    if (company.id === 'd') return [system.allowedStop, 3 * DAY_MINUTES];
    return [company.id === 'c' ? 30 : 'fg'.includes(company.id) ? 60 : 20, 5 * DAY_MINUTES];
  }
  const most =
    { d: system.allowedStop - 1, e: 239, g: 59 }[company.id as 'd' | 'e' | 'g'] ?? 12 * DAY_MINUTES;
  return [2, most];
}

function responsibilityOf(random: Random, grade: Grade, cause: Cause): string {
  if (grade !== 'other') return 'own';
  if (cause.product === 'external_service') return random.pick(['shared', 'other', 'other']);
  return random.chance(0.9) ? 'own' : 'shared';
}
