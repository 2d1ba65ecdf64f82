/** Everything that pages are made from, read once from the marts: organisation, months, figures, registers. Language-free. */
import type { Config, Names } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import type { Period } from '../marts/period.js';
import type { Schemes } from '../schemes/settle.js';
import { type FigureBook, readBook } from './book.js';
import type { Commentary } from './commentary.js';
import { readSheets, type Sheets } from './incidents.js';
import { type Judgements, readJudgements } from './judgements.js';
import {
  type IncidentRow,
  type OverdueRow,
  type Restoration,
  readOpen,
  readOverdue,
  readRecent,
  readRestorations,
} from './registers.js';
import { type RegulatorReports, readRegulator } from './regulator.js';
import { type RiskData, readRisk } from './risk/index.js';
import { readSchemes, type SchemeUse } from './schemes.js';
import { type AcrossScope, readAcross } from './scopes.js';
import { readSignOff, type SignOff } from './signOff.js';
import { byWeight, type Graded } from './weight.js';

export interface MonthInfo {
  readonly month: string;
  readonly fiscalYear: number;
  readonly fiscalMonth: number;
  /** Whether the month was over at as-of. */
  readonly elapsed: boolean;
  /** For the group: all companies' exports hold the whole month. */
  readonly complete: boolean;
}

export interface CompanyInfo {
  readonly id: string;
  readonly names: Names;
  readonly sector: string | null;
  readonly known: boolean;
}

export interface UnitInfo {
  readonly id: string;
  readonly names: Names;
  readonly owner: string | null;
  readonly companyId: string;
  readonly known: boolean;
}

export interface SystemInfo {
  readonly id: string;
  readonly names: Names;
  readonly unitId: string;
  readonly companyId: string;
  readonly known: boolean;
  /** The columns of the profile that have a value, as text, by canonical name. */
  readonly profile: Readonly<Record<string, string>>;
}

export interface ReportData {
  readonly config: Config;
  readonly period: Period;
  readonly months: readonly MonthInfo[];
  readonly companies: readonly CompanyInfo[];
  readonly units: readonly UnitInfo[];
  readonly systems: readonly SystemInfo[];
  readonly across: readonly AcrossScope[];
  /** The schemes that companies use. */
  readonly schemes: readonly SchemeUse[];
  readonly judged: Judgements;
  readonly book: FigureBook;
  readonly risk: RiskData;
  /** Not restored or closed at the reported month's valuation: gravest grade first, then longest. */
  readonly open: readonly IncidentRow[];
  readonly overdue: readonly OverdueRow[];
  /** Incidents restored in the reported month. */
  readonly restorations: readonly Restoration[];
  /** The latest records of each system within the register's months. */
  readonly recent: readonly IncidentRow[];
  readonly commentary: Commentary;
  readonly signOff: readonly SignOff[];
  readonly regulator: RegulatorReports;
  /** Whether exports say which incidents must be reported to the regulator, and when that was done. */
  readonly hasRegulator: boolean;
  /** The incidents that have a page of their own. */
  readonly sheets: Sheets;
  readonly hasActions: boolean;
  /** Whether any export says when, or that, incidents were over. */
  readonly hasRestorations: boolean;
}

/** Reads the report's data for the period's month, after the figures are published in the warehouse. */
export async function readReport(
  db: Database,
  config: Config,
  period: Period,
  mapped: ReadonlySet<string>,
  schemes: Schemes = new Map(),
  commentary: Commentary = [],
): Promise<ReportData> {
  const month = { month: period.month };
  const months = await db.rows<MonthInfo>(
    `SELECT m.month, fiscal_year AS "fiscalYear", fiscal_month AS "fiscalMonth", m.elapsed, c.complete FROM mart.months m
     JOIN mart.coverage c ON c.month = m.month AND c.company_id IS NULL ORDER BY m.month`,
  );
  const companies = await db.rows<{
    id: string;
    ja: string | null;
    en: string | null;
    sector: string | null;
    known: boolean;
  }>(
    `SELECT company_id AS id, name_ja AS ja, name_en AS en, sector, known FROM mart.companies ORDER BY position`,
  );
  const units = await db.rows<{
    id: string;
    ja: string | null;
    en: string | null;
    owner: string | null;
    companyId: string;
    known: boolean;
  }>(
    `SELECT s.scope_id AS id, u.name_ja AS ja, u.name_en AS en, u.owner, s.company_id AS "companyId", u.unit_id IS NOT NULL AS known
     FROM mart.scopes s
     JOIN mart.companies c ON c.company_id = s.company_id
     LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY unit_id ORDER BY
         (coalesce(valid_from, DATE '0001-01-01') <= d.last_day AND coalesce(valid_to, DATE '9999-12-31') >= d.last_day) DESC, coalesce(valid_from, DATE '0001-01-01') DESC) AS nth
       FROM staging.units, (SELECT last_day FROM mart.months WHERE month = $month) d) u ON u.unit_id = s.scope_id AND u.nth = 1
     WHERE s.scope_kind = 'unit' AND s.month = $month ORDER BY c.position, u._file NULLS LAST, u._line, s.scope_id`,
    month,
  );
  const systems = await db.rows<{
    id: string;
    unitId: string;
    companyId: string;
    known: boolean;
    profile: string | null;
  }>(
    `SELECT m.system_id AS id, m.unit_id AS "unitId", m.company_id AS "companyId", m.known, to_json(p)::VARCHAR AS profile
     FROM mart.system_months m
     JOIN mart.companies c ON c.company_id = m.company_id
     LEFT JOIN (SELECT *, row_number() OVER (PARTITION BY system_id ORDER BY
         (coalesce(valid_from, DATE '0001-01-01') <= d.last_day AND coalesce(valid_to, DATE '9999-12-31') >= d.last_day) DESC, coalesce(valid_from, DATE '0001-01-01') DESC) AS nth
       FROM staging.systems, (SELECT last_day FROM mart.months WHERE month = $month) d) p ON p.system_id = m.system_id AND p.nth = 1
     WHERE m.month = $month ORDER BY c.position, m.unit_id, p._file NULLS LAST, p._line, m.system_id`,
    month,
  );
  return {
    config,
    period,
    months,
    companies: companies.map(({ ja, en, ...c }) => ({ ...c, names: namesOf(ja, en) })),
    units: units.map(({ ja, en, ...u }) => ({ ...u, names: namesOf(ja, en) })),
    systems: systems.map(({ profile, ...s }) => {
      const columns = readProfile(profile);
      return { ...s, profile: columns, names: namesOf(columns.name_ja ?? null, columns.name_en ?? null) };
    }),
    across: await readAcross(db, period.month),
    schemes: await readSchemes(db, config, period, schemes),
    judged: await readJudgements(db, period.month),
    book: await readBook(db, period.month),
    risk: await readRisk(db, config, period),
    open: gravestFirst(await readOpen(db, config, period)),
    overdue: gravestFirst(await readOverdue(db, period)),
    restorations: await readRestorations(db, period),
    recent: await readRecent(db, config, period),
    commentary,
    signOff: await readSignOff(db, period.month),
    regulator: await readRegulator(db, config, period),
    hasRegulator: ['regulator_required', 'regulator_first_at', 'regulator_final_at'].every((c) =>
      mapped.has(`incidents.${c}`),
    ),
    sheets: await readSheets(db, config, period, mapped),
    hasActions: mapped.has('actions.due_on'),
    hasRestorations: ['restored_at', 'closed_at', 'state'].some((c) => mapped.has(`incidents.${c}`)),
  };
}

/**
 * Within a class the order stays: longest open, or longest overdue, first. Grades that the report doesn't know have
 * no order among themselves, so none of them is put before another.
 */
function gravestFirst<T extends Graded>(rows: readonly T[]): T[] {
  return [...rows].sort(byWeight);
}

function namesOf(ja: string | null, en: string | null): Names {
  return { ...(ja === null ? {} : { ja }), ...(en === null ? {} : { en }) };
}

function readProfile(json: string | null): Record<string, string> {
  if (json === null) return {};
  const columns = JSON.parse(json) as Record<string, unknown>;
  const own = Object.entries(columns).filter(
    ([name, value]) => value !== null && !name.startsWith('_') && !['nth', 'last_day'].includes(name),
  );
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
