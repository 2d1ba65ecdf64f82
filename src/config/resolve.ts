/** The file as written → the configuration that the stages use: one form for each thing, defaults filled in. */
import {
  type ColumnMapping,
  type Config,
  type Kind,
  kinds,
  type Names,
  type OrderColumn,
  type RiskDriverRule,
  type RiskRules,
  type Source,
} from './model.js';
import { defaultPer, type WrittenConfig } from './schema.js';
import type { ColumnEntry, SourceEntry, SourceList } from './source.js';
import { spellTimezone } from './timestamp.js';

export type Resolved = Omit<Config, 'file' | 'folder' | 'hash' | 'corrections' | 'placeOf'>;

export function resolve(written: WrittenConfig): Resolved {
  const sources = (kind: Kind): Source[] =>
    listed(written, kind).map((entry, index) => resolveSource(entry, kind, index, written.max_reject_rate));
  return {
    title: bothNames(written.title),
    group: bothNames(written.group),
    audience: bothNames(written.audience),
    confidentiality: bothNames(written.confidentiality),
    locales: written.locales,
    timezone: spellTimezone(written.timezone),
    fiscalYearStart: written.fiscal_year_start,
    currency: written.currency,
    asOf: written.as_of,
    incidentPages: written.incident_pages,
    sources: Object.fromEntries(kinds.map((kind) => [kind, sources(kind)])) as unknown as Config['sources'],
    commentary: written.commentary.replaceAll('\\', '/'),
    cache: written.cache === 'none' ? undefined : written.cache.replaceAll('\\', '/'),
    safeOperation: written.safe_operation ?? { per: defaultPer },
    capStatus: { atRisk: written.risk.cap_status.at_risk, offTrack: written.risk.cap_status.off_track },
    schemes: dictionary(Object.entries(written.schemes)),
    rebases: written.signals?.rebase ?? [],
    limits: { profileAgeDays: written.limits.profile_age_days, drillDays: written.limits.drill_days },
    risk: resolveRisk(written.risk),
    regulator: {
      firstHours: written.regulator.first_hours,
      finalDays: written.regulator.final_days,
      countedFrom: written.regulator.counted_from,
    },
    companies: written.companies.map((company) => ({ ...company, name: bothNames(company.name) })),
  };
}

function resolveRisk(written: WrittenConfig['risk']): RiskRules {
  const drivers = Object.entries(written.drivers).map(([id, { weight, required, used, ...inputs }]) => [
    id,
    { weight, required, used, inputs } satisfies RiskDriverRule,
  ]);
  return {
    drivers: Object.fromEntries(drivers) as RiskRules['drivers'],
    importanceFactors: written.importance_factors,
    unknownImportance: written.unknown_importance,
    rollUp: written.roll_up,
    escalation: written.escalation,
    decisionDays: written.decision_days,
    external: {
      demand: written.external.demand,
      standard: written.external.standard,
      limitedImportance: written.external.limited_importance,
    },
    concentration: written.concentration,
  };
}

function list(entries: SourceList | undefined): readonly (string | SourceEntry)[] {
  return entries === undefined ? [] : [entries].flat();
}

/** `sign_off` is one approvals export more. */
function listed({ sources, sign_off }: WrittenConfig, kind: Kind): readonly (string | SourceEntry)[] {
  const signOff = kind === 'approvals' && sign_off !== undefined ? [sign_off] : [];
  return [...list(sources[kind]), ...signOff];
}

/** What a source says when only its path is given. */
const bareSource = { encoding: 'auto', missing: [], allow_empty: false, columns: {} } as const;

function resolveSource(
  entry: string | SourceEntry,
  kind: Kind,
  index: number,
  maxRejectRate: number,
): Source {
  const written: SourceEntry =
    typeof entry === 'string' ? { ...bareSource, missing: [], path: entry } : entry;
  return {
    kind,
    index,
    // Windows paths come from environment variables and habit; a glob needs slashes.
    paths: [written.path].flat().map((path) => path.replaceAll('\\', '/')),
    preset: written.preset,
    encoding: written.encoding,
    delimiter: written.delimiter,
    headerLine: written.header_line,
    sheet: written.sheet,
    records: written.records,
    nameFrom: written.name_from,
    decimal: written.decimal,
    covers: written.covers,
    company: written.company,
    allowEmpty: written.allow_empty,
    maxRejectRate: written.max_reject_rate ?? maxRejectRate,
    missing: written.missing,
    columns: dictionary(
      Object.entries(written.columns).map(([name, column]) => [name, resolveColumn(column)]),
    ),
    keepLast: written.keep_last && {
      by: written.keep_last.by,
      order: written.keep_last.order.map((column): OrderColumn => {
        if (typeof column === 'string') return { column };
        return { ...column, format: formats(column.format) };
      }),
    },
    where: written.where,
  };
}

function resolveColumn(column: ColumnEntry): ColumnMapping | null {
  if (column === null) return null;
  if (typeof column === 'string') return { from: column };
  const map = column.map && dictionary(Object.entries(column.map));
  const units = column.units && dictionary(Object.entries(column.units));
  return { ...column, map, units, format: formats(column.format) };
}

const formats = (format: string | string[] | undefined): string[] | undefined =>
  format === undefined ? undefined : [format].flat();

/** One text stands for both languages; a language that is missing stays so. */
export function bothNames(names: WrittenConfig['title'] | undefined): Names {
  if (typeof names === 'string') return { ja: names, en: names };
  const { ja, en } = names ?? {};
  return { ...(ja !== undefined && { ja }), ...(en !== undefined && { en }) };
}

/** Without a prototype: looking up an export's value "constructor" must find nothing. */
const dictionary = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.assign(Object.create(null), Object.fromEntries(entries));
