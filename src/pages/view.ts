/** A report seen in one language: names, words, formats, links. What every page is given. */
import type { Locale } from '../config/model.js';
import { fileNameOf } from '../fileName.js';
import { type Formats, formatsOf, nameIn } from '../locale/index.js';
import { judgementWords } from '../locale/judgementsOf.js';
import type { Words } from '../locale/words.js';
import { wordsOf } from '../locale/wordsOf.js';
import { wholeCompany } from '../marts/organisation.js';
import { unmapped } from '../staging/reserved.js';
import type { CompanyInfo, MonthInfo, ReportData, SystemInfo, UnitInfo } from './report.js';
import type { AcrossScope } from './scopes.js';

export interface View {
  readonly data: ReportData;
  readonly locale: Locale;
  readonly words: Words;
  readonly format: Formats;
  readonly reported: MonthInfo;
  company(id: string): CompanyInfo;
  unit(id: string): UnitInfo;
  system(id: string): SystemInfo;
  companyName(id: string): string;
  unitName(id: string): string;
  systemName(id: string): string;
  /** A layer or theme in words; flows and suppliers as the exports write them. */
  acrossName(scope: AcrossScope): string;
}

export function viewIn(data: ReportData, locale: Locale): View {
  const words = wordsOf(locale);
  const companies = new Map(data.companies.map((c) => [c.id, c]));
  const units = new Map(data.units.map((u) => [u.id, u]));
  const systems = new Map(data.systems.map((s) => [s.id, s]));
  const get = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const found = map.get(id);
    if (found === undefined) throw new Error(`no ${id} among the report's organisation`);
    return found;
  };
  const companyName = (id: string): string => {
    const company = get(companies, id);
    if (company.known) return nameIn(company.names, locale, id);
    return id === unmapped ? words.unmappedCompany : id === wholeCompany ? words.wholeCompany : id;
  };
  const standIn = (id: string): boolean => id === unmapped || id.startsWith(`${unmapped}@`);
  return {
    data,
    locale,
    words,
    format: formatsOf(locale),
    reported: data.months.find((m) => m.month === data.period.month)!,
    company: (id) => get(companies, id),
    unit: (id) => get(units, id),
    system: (id) => get(systems, id),
    companyName,
    unitName: (id) => {
      const unit = get(units, id);
      return unit.known ? nameIn(unit.names, locale, id) : standIn(id) ? words.unmappedUnit : id;
    },
    systemName: (id) => {
      const system = get(systems, id);
      return system.known ? nameIn(system.names, locale, id) : words.unmappedSystem;
    },
    acrossName: ({ kind, name }) => {
      const w = judgementWords(locale);
      return (kind === 'layer' ? w.layers[name] : kind === 'theme' ? w.themes[name] : undefined) ?? name;
    },
  };
}

/** Routes from the locale's root. Ids become file names only through `fileNameOf`. */
export const routes = {
  executive: 'index.html',
  companies: 'company/index.html',
  units: 'unit/index.html',
  systems: 'system/index.html',
  company: (id: string): string => `company/${fileNameOf(id)}.html`,
  unit: (id: string): string => `unit/${fileNameOf(id)}.html`,
  system: (id: string): string => `system/${fileNameOf(id)}.html`,
  register: (month: string, page = 1): string => `register/${month}${page === 1 ? '' : `-${page}`}.html`,
  incident: (id: string): string => `incident/${fileNameOf(id)}.html`,
  data: 'data.html',
  across: 'across.html',
  risk: 'risk.html',
  moves: 'moves.html',
  decisions: 'decisions.html',
  suppliers: 'supplier/index.html',
  supplier: (id: string): string => `supplier/${fileNameOf(id)}.html`,
  /** The form of the monthly report of a system or supplier. */
  form: (kind: 'system' | 'supplier', id: string): string => `form/${kind}/${fileNameOf(id)}.html`,
  methods: 'methods.html',
  schemes: 'scheme/index.html',
  scheme: (id: string): string => `scheme/${fileNameOf(id)}.html`,
} as const;

/** From one route to another, relative: pages open by double-click. */
export const linkFrom = (route: string, to: string): string => '../'.repeat(route.split('/').length - 1) + to;
