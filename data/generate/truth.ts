/** What the generator knows of what it wrote: counts to hold a report against. It stands in truth.json, which no source reads. */
import { asOf, clock, fiscalYearOf, monthOf, months } from './kernel/calendar.js';
import type { Action, Grade, Incident } from './model.js';
import { LAST_MONTH } from './planted.js';

type Grades = Record<Grade, number>;

export interface DirtyRow {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly what: string;
}

/** The moment at which October's figures are valued. */
const END = clock('2026-11-01T00:00');
/** Rows that can't be used, or that lie outside the period: not among the counts. */
const UNUSABLE = ['impossible date', 'too many fields', 'after covers', 'after as-of'];

export class Truth {
  readonly rows: Record<string, number> = {};
  readonly months: Record<string, Record<string, number>> = {};
  readonly grades: Record<string, Record<string, Grades>> = {};
  readonly canceled: Record<string, number> = {};
  readonly open: Record<string, number> = {};
  readonly overdue: Record<string, Grades> = {};
  readonly dirty: DirtyRow[] = [];
  private lastId = '';

  /** Counts an incident once, however many rows it has. */
  addIncident(incident: Incident): void {
    const { company, id } = incident;
    if (id === this.lastId || UNUSABLE.some((what) => incident.dirt?.startsWith(what))) return;
    this.lastId = id;
    if (incident.state === 'canceled') {
      this.canceled[company] = (this.canceled[company] ?? 0) + 1;
      return;
    }
    for (const scope of [company, 'group']) {
      bump(
        entry(this.months, scope, () => ({})),
        monthOf(incident.occurred),
      );
      const years = entry(this.grades, scope, () => ({}));
      entry(years, String(fiscalYearOf(incident.occurred)), none)[incident.severity] += 1;
      const ended = [incident.restored, incident.closed].some((time) => time !== undefined && time < END);
      if (!ended) bump(this.open, scope);
    }
  }

  /** Overdue at the end of October: due before it, and not done by then. */
  addAction(company: string, action: Action): void {
    if (action.dirt || action.due >= clock('2026-10-31T00:00') || (action.done ?? asOf) < END) return;
    for (const scope of [company, 'group']) entry(this.overdue, scope, none)[action.severity] += 1;
  }

  toJson(): string {
    const total = Object.values(this.months.group ?? {}).reduce((sum, n) => sum + n, 0);
    const sorted = Object.fromEntries(
      Object.entries(this.months).map(([scope, list]) => [
        scope,
        Object.fromEntries(months.map((month) => [month, list[month] ?? 0])),
      ]),
    );
    const truth = {
      note: `Counts of incidents that count (not canceled, usable, ${LAST_MONTH} the last month); open and overdue at the end of ${LAST_MONTH}.`,
      rows: this.rows,
      incidents: total,
      incidents_by_month: sorted,
      incidents_by_fiscal_year: this.grades,
      canceled: this.canceled,
      open_incidents: this.open,
      actions_overdue: this.overdue,
      dirty: this.dirty,
    };
    return `${JSON.stringify(truth, null, 2)}\n`;
  }
}

const none = (): Grades => ({ critical: 0, heavy: 0, other: 0 });
/** What stands under a key, made where there is nothing yet. */
function entry<T>(record: Record<string, T>, key: string, make: () => T): T {
  const value = record[key] ?? make();
  record[key] = value;
  return value;
}
const bump = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};
