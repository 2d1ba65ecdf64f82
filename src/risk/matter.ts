/** One system's risk before one tier, month by month: sent upward, waiting, accepted, decided. Pure; days are ISO texts, which sort. */

export interface MatterMonth {
  readonly month: string;
  readonly firstDay: string;
  /** The day of the month's valuation. */
  readonly lastDay: string;
  /** The last day that is over at it. */
  readonly overDay: string;
  /** By when a matter raised in this month is to be decided. */
  readonly dueIfRaised: string;
  /** Whether the system was there at all; NULL level: without data. */
  readonly there: boolean;
  readonly level: number | null;
  /** Whether a rule of this tier sends it upward in this month. */
  readonly asks: boolean;
  /** Whether the exports hold the whole month. */
  readonly complete: boolean;
  /** A valid acceptance of exactly this system. */
  readonly acceptance: string | null;
}

/** A row of the decisions on this system, by a body that may decide for this tier. */
export interface Ruling {
  readonly id: string;
  readonly month: string;
  readonly decidedOn: string | null;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

/** `unrecorded`: no rule held any more before the record of decisions begins, so that nobody can say whether it was decided. */
export type MatterState = 'needed' | 'overdue' | 'accepted' | 'decided' | 'unrecorded';

export interface MatterRow {
  readonly month: string;
  readonly raisedMonth: string;
  readonly askedLevel: number;
  readonly level: number | null;
  readonly dueOn: string | null;
  readonly state: MatterState;
  readonly decisionId: string | null;
  readonly decidedOn: string | null;
  readonly doneOn: string | null;
  readonly acceptanceId: string | null;
}

/**
 * Raised in the month in which a rule first holds, and listed in every later one until decided: if the level falls, if the system goes, if a
 * month has no data. Decided is what was decided on or after the first day of the month in which it was raised; a decision stands for the
 * greatest level that the matter had had by the end of the month in which it was made. In that month it is listed as decided whatever the
 * level; after it as long as a rule holds. A month that isn't complete, or a system without data, is no fall. A later rise above the level
 * decided on, a fall and return, or a rule that still holds in the month after all that was decided was done, is a new matter: no record
 * says which matter a decision answers, and one that has been carried out without effect must not keep a system quiet. An acceptance suspends a matter while it is valid, it doesn't end it.
 * `recordFrom`: the first month in the record of decisions; null: there is none. A matter that had fallen before it stays listed, but
 * as one of which the decision isn't known: silence is no evidence where nothing was recorded. If it asks again, it is a new one.
 */
export function followMatter(
  months: readonly MatterMonth[],
  rulings: readonly Ruling[],
  recordFrom: string | null,
): MatterRow[] {
  const rows: MatterRow[] = [];
  let matter:
    | { readonly raised: MatterMonth; asked: number; decided: boolean; unrecorded: boolean }
    | undefined;
  for (const m of months) {
    if (matter?.decided && isOver(m)) matter = undefined;
    const over =
      !matter ||
      matter.unrecorded ||
      (matter.decided && ((m.level ?? 0) > matter.asked || isCarriedOut(m, matter.raised, rulings)));
    if (m.asks && m.level !== null && over)
      matter = { raised: m, asked: m.level, decided: false, unrecorded: false };
    if (!matter) continue;
    const { raised } = matter;
    if (!matter.decided) matter.asked = Math.max(matter.asked, m.level ?? 0);
    const made = madeBy(m, raised, rulings);
    matter.decided = made.length > 0;
    if (!matter.decided && isOver(m) && (recordFrom === null || m.month < recordFrom))
      matter.unrecorded = true;
    rows.push({
      month: m.month,
      raisedMonth: raised.month,
      askedLevel: matter.asked,
      level: m.level,
      ...(matter.decided ? decided(m, made) : undecided(m, matter, rulings)),
    });
  }
  return rows;
}

/** What was decided on it by the valuation. */
const madeBy = (m: MatterMonth, raised: MatterMonth, rulings: readonly Ruling[]): Ruling[] =>
  rulings.filter((r) => r.decidedOn !== null && r.decidedOn >= raised.firstDay && r.decidedOn <= m.lastDay);

/** All that was decided was done in earlier months: if a rule still holds, that was not the answer. */
const isCarriedOut = (m: MatterMonth, raised: MatterMonth, rulings: readonly Ruling[]): boolean =>
  madeBy(m, raised, rulings).every((r) => r.doneOn !== null && r.doneOn < m.firstDay);

const isOver = (m: MatterMonth): boolean => !m.there || (m.level !== null && !m.asks && m.complete);

type Standing = Pick<MatterRow, 'dueOn' | 'state' | 'decisionId' | 'decidedOn' | 'doneOn' | 'acceptanceId'>;

/** Of several decisions one that is overdue shows, so that none hides it: the longest due. Else the latest. */
function decided(m: MatterMonth, made: readonly Ruling[]): Standing {
  const doneOf = (r: Ruling): string | null => (r.doneOn !== null && r.doneOn <= m.lastDay ? r.doneOn : null);
  const late = made.filter((r) => r.dueOn !== null && r.dueOn <= m.overDay && doneOf(r) === null);
  const [shown] =
    late.length > 0
      ? [...late].sort((a, b) => inOrder(a.dueOn!, b.dueOn!) || inOrder(a.id, b.id))
      : [...made].sort((a, b) => inOrder(b.decidedOn!, a.decidedOn!) || inOrder(a.id, b.id));
  return {
    dueOn: shown!.dueOn,
    state: late.length > 0 ? 'overdue' : 'decided',
    decisionId: shown!.id,
    decidedOn: shown!.decidedOn,
    doneOn: doneOf(shown!),
    acceptanceId: null,
  };
}

/** What a body has on its list since the matter was raised may make the day on which it is due an earlier one, never a later one. */
function undecided(
  m: MatterMonth,
  { raised, unrecorded }: { readonly raised: MatterMonth; readonly unrecorded: boolean },
  rulings: readonly Ruling[],
): Standing {
  const [listed] = rulings
    .filter(
      (r) =>
        (r.decidedOn === null || r.decidedOn > m.lastDay) && r.month >= raised.month && r.month <= m.month,
    )
    .sort((a, b) => inOrder(a.dueOn ?? never, b.dueOn ?? never) || inOrder(a.id, b.id));
  const dueOn = [listed?.dueOn ?? never, raised.dueIfRaised].sort(inOrder)[0]!;
  return {
    dueOn,
    state:
      m.acceptance !== null
        ? 'accepted'
        : unrecorded
          ? 'unrecorded'
          : dueOn <= m.overDay
            ? 'overdue'
            : 'needed',
    decisionId: listed?.id ?? null,
    decidedOn: null,
    doneOn: null,
    acceptanceId: m.acceptance,
  };
}

/** Behind every day. */
const never = '9999-12-31';
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
