/** The figures as pages look them up: by metric, scope, breakdown and month. Every number on a page comes from here. */
import type { Database } from '../duckdb/database.js';
import { type Figure, figureId, type ScopeKind } from '../metrics/figure.js';

export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}
export const group: Scope = { kind: 'group', id: 'group' };

/** Metrics whose former months the pages show; of the others the reported month and the one before it are held. */
const seriesMetrics = [
  'incidents',
  'incidents_fytd',
  'open_incidents',
  'restore_minutes_median',
  'impact_minutes',
];

/** `2026-10` → `2025-10`. */
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** `2026-01` → `2025-12`. */
export const monthBefore = (month: string): string => {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 2;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
};

export class FigureBook {
  readonly month: string;
  readonly #figures: ReadonlyMap<string, Figure>;
  readonly #breakdowns: ReadonlyMap<string, readonly string[]>;
  readonly #schemes: ReadonlyMap<string, string>;

  constructor(month: string, figures: readonly Figure[], schemes: ReadonlyMap<string, string> = new Map()) {
    this.month = month;
    this.#schemes = schemes;
    this.#figures = new Map(figures.map((f) => [f.figure_id, f]));
    const breakdowns = new Map<string, Set<string>>();
    for (const f of figures) {
      if (f.breakdown === '' || f.month !== month) continue;
      const key = `${f.metric} ${f.scope_kind} ${f.scope_id}`;
      breakdowns.set(key, (breakdowns.get(key) ?? new Set()).add(f.breakdown));
    }
    this.#breakdowns = new Map([...breakdowns].map(([key, set]) => [key, [...set]]));
  }

  /** The figure of the reported month, or of another month of a series metric; undefined where none is published. */
  find(metric: string, scope: Scope, breakdown = '', month = this.month): Figure | undefined {
    return this.#figures.get(figureId(month, metric, scope.kind, scope.id, breakdown));
  }

  /** The grades that a scope's incidents have had in any month. */
  grades(scope: Scope): string[] {
    return this.#members(scope, 'grade:');
  }

  #members(scope: Scope, dimension: string): string[] {
    const found = this.#breakdowns.get(`incidents ${scope.kind} ${scope.id}`) ?? [];
    return found.filter((b) => b.startsWith(dimension)).map((b) => b.slice(dimension.length));
  }

  /** The one scheme by which a scope's incidents are graded; undefined where there is none, or grades of several can't be added. */
  schemeOf(scope: Scope): string | undefined {
    return this.#schemes.get(`${scope.kind} ${scope.id}`);
  }

  /** Whether any of a scope's incidents has a group class. */
  hasClasses(scope: Scope): boolean {
    return this.#members(scope, 'class:').length > 0;
  }
}

export async function readBook(db: Database, month: string): Promise<FigureBook> {
  const figures = await db.rows<Figure>(
    `SELECT * FROM mart.published WHERE month IN ($month, $before) OR metric IN (${seriesMetrics.map((m) => `'${m}'`).join(', ')})`,
    { month, before: monthBefore(month) },
  );
  const schemes = await db.rows<{ scope: string; scheme: string }>(
    `SELECT scope_kind || ' ' || scope_id AS scope, any_value(scheme) AS scheme FROM mart.breakdowns WHERE dimension = 'grade' GROUP BY 1`,
  );
  return new FigureBook(month, figures, new Map(schemes.map((s) => [s.scope, s.scheme])));
}
