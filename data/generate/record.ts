/** One incident put together: what happened, when it was noticed and mended, and how much of it was ever written down. */
import { type Cause, causes, PARTS } from './causes.js';
import { fits, grown, harmOf } from './harm.js';
import { asOf, DAY, MINUTE } from './kernel/calendar.js';
import type { Random } from './kernel/random.js';
import type { CompanyEntry, Grade, Incident, State, System } from './model.js';

export interface Wish {
  readonly at: number;
  readonly system: System;
  readonly grade: Grade;
  readonly cause?: Cause;
  readonly detail?: string;
  /** null: never restored. */
  readonly minutes?: number | null;
  readonly supplier?: string;
  /** Canonical columns that are not as drawn. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly canceled?: boolean;
  /** Entered in time, so that it can't be missing at as-of. */
  readonly prompt?: boolean;
}

const LATE_SHARE = 0.06;
/** Share of small incidents of the last weeks that are not over yet; older ones have been tidied up by then. */
const UNFINISHED_SHARE = 0.05;
const UNFINISHED_DAYS = 40;
/** Days from restoration to closure: median by grade. */
const CLOSING = { critical: 45, heavy: 26, other: 7 } as const;
const FINDERS = ['監視アラート', '利用者からの連絡', '運用者の巡回', '取引先からの連絡', '定時点検'];
const METHODS = ['why_why', 'why_why', 'logic_tree', 'pmt', 'other'];

export function recordOf(random: Random, company: CompanyEntry, wish: Wish): Incident {
  const { at, system, grade } = wish;
  const cause =
    wish.cause ??
    random.weighted(
      causes.filter((c) => fits(company, grade, c)),
      (c) => c.weight,
    );
  const [partJa, partEn] = wish.detail ? [wish.detail, wish.detail] : random.pick(PARTS);
  const fill = (text: string, part = partJa): string => text.replace('{m}', part);
  const drawn = harmOf(random, company, system, grade, cause, wish.minutes ?? undefined);
  const harm = { ...drawn, fields: { ...drawn.fields, ...wish.fields } };
  const detected = at + Math.min(harm.minutes, Math.round(random.lognormal(5, 0.9))) * MINUTE;
  const late = random.chance(LATE_SHARE) && grade === 'other' && !wish.prompt && wish.minutes === undefined;
  const registered =
    detected + (late ? Math.round(random.lognormal(14 * 1440, 0.7)) : random.integer(3, 90)) * MINUTE;
  const never =
    wish.minutes === null ||
    (grade === 'other' &&
      !wish.canceled &&
      random.chance(asOf - at < UNFINISHED_DAYS * DAY ? UNFINISHED_SHARE : 0));
  const restored = never ? undefined : known(at + harm.minutes * MINUTE);
  const closing = Math.round(random.lognormal(CLOSING[grade], 0.7) * 1440) * MINUTE;
  const closed = restored === undefined ? undefined : known(Math.max(restored, registered) + closing);
  const state = stateOf(random, wish, restored, closed, at);
  const analysed = closed !== undefined && random.chance(grade === 'other' ? 0.55 : 0.94);
  const english = random.chance(0.07) && !wish.detail;
  const supplier =
    wish.supplier ??
    (['external_service', 'platform', 'network'].includes(cause.product) ? (system.supplier ?? '') : '');
  return {
    id: '',
    company: company.id,
    system,
    systemId: system.id,
    occurred: at,
    detected,
    registered,
    restored,
    closed,
    state,
    severity: never ? grown(company, system, grade, (asOf - at) / MINUTE) : grade,
    cause: `${cause.id}/${partJa}`,
    recursOf: '',
    times: timesOf(random, company, wish, detected, harm.fields.customers_affected === 'true'),
    fields: {
      ...harm.fields,
      impact_minutes: restored === undefined ? '' : String(harm.minutes),
      title: english
        ? `${system.en}: ${fill(cause.title[1], partEn)}`
        : `${system.ja}：${fill(cause.title[0])}`,
      found_by: random.pick(company.people),
      found_how: random.pick(FINDERS),
      symptom: cause.symptom,
      symptom_class: cause.symptomClass,
      place:
        system.extra.terminal && random.chance(0.5)
          ? `${random.pick(company.places)} 端末`
          : random.pick(company.places),
      continuity: random.pick(['continuous', 'continuous', 'intermittent', 'sporadic', 'single']),
      known: String(random.chance(0.2)),
      theme: cause.process === 'operation' ? 'operation' : 'development',
      product_class: cause.product,
      process_class: cause.process,
      supplier,
      provisional_fix: restored === undefined && random.chance(0.5) ? '' : cause.fix,
      provisional_result: restored === undefined ? '' : '業務再開を確認',
      regulator_required: String(
        company.sector === 'finance' && mustReport(wish, harm.fields.customers_affected === 'true'),
      ),
      ...(analysed || (closed !== undefined && random.chance(0.6)) ? { root_cause: fill(cause.root) } : {}),
      ...(analysed
        ? {
            analyst: random.pick(company.people),
            analysis_method: random.pick(METHODS),
            injection_cause: cause.injection,
            escape_cause: cause.escape,
            course: `${fill(cause.root)}ため、${cause.symptom}`,
            closure_approved_by: system.owner,
          }
        : {}),
    },
  };
}

/** A moment, if the export can know it. */
const known = (time: number): number | undefined => (time < asOf ? time : undefined);

function stateOf(
  random: Random,
  wish: Wish,
  restored: number | undefined,
  closed: number | undefined,
  at: number,
): State {
  if (wish.canceled) return 'canceled';
  if (closed !== undefined) return 'closed';
  if (restored !== undefined) return 'restored';
  if (asOf - at > 30 * DAY) return 'on_hold';
  return wish.minutes === null ? 'in_progress' : random.pick(['open', 'in_progress'] as const);
}

const mustReport = (wish: Wish, customers: boolean): boolean =>
  wish.grade === 'critical' || (wish.grade === 'heavy' && customers);

/** Call-out, and the two reports to the authority that finance owes: most in time, some not. */
function timesOf(
  random: Random,
  company: CompanyEntry,
  wish: Wish,
  detected: number,
  customers: boolean,
): Incident['times'] {
  if (wish.grade === 'other') return {};
  const due = company.sector === 'finance' && mustReport(wish, customers);
  const first = wish.at + Math.round(random.lognormal(9 * 60, 0.7)) * MINUTE;
  const final = first + Math.round(random.lognormal(24 * 1440, 0.4)) * MINUTE;
  return {
    called_out_at: detected + random.integer(4, 40) * MINUTE,
    ...(due ? { regulator_first_at: known(first), regulator_final_at: known(final) } : {}),
    ...(wish.grade === 'critical'
      ? { disclosed_at: known(wish.at + random.integer(120, 900) * MINUTE) }
      : {}),
  };
}
