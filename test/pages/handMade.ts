/** A small report whose rows of suppliers and of the register are given by hand, and its pages as text. */
import { aspectKeys } from '../../src/locale/forms.js';
import type { Locale } from '../../src/locale/language.js';
import type { PageContent } from '../../src/pages/page.js';
import type { ReportData } from '../../src/pages/report.js';
import type { Register } from '../../src/pages/risk/register.js';
import type { ExternalService, Suppliers, SupplierWeight } from '../../src/pages/risk/suppliers.js';
import { type View, viewIn } from '../../src/pages/view.js';
import type { Files } from '../loaders/project.js';
import { april, project } from '../marts/plainProject.js';
import { makeReport } from './report.js';

/** Markup, quotes, a path upward: a supplier may be called anything. */
export const odd = `<img src=x onerror="1">/../'A&B'`;
const quoted = `"${odd.replaceAll('"', '""')}"`;

/** I1 names a supplier behind which no system stands. */
const files: Files = {
  ...project(
    {
      'system_suppliers.csv': `system_id,supplier\ns1,V\ns2,${quoted}\n`,
      'risks.csv': 'risk_id,system_id,identified_on\nR,s1,2026-01-01\n',
    },
    '',
    'I0,2026-01-01,s2,\nI1,2026-04-01,s2,Only named\n',
  ),
};

export const service = (more: Partial<ExternalService>): ExternalService => ({
  systemId: 's1',
  supplier: 'V',
  role: '保守',
  policy: 'demand',
  delivers: [],
  missing: [],
  contractUntil: null,
  contractDays: null,
  finding: 'kept',
  importance: 4,
  counted: 4,
  ...more,
});
export const weight = (more: Partial<SupplierWeight>): SupplierWeight => ({
  supplier: 'V',
  systems: 2,
  units: 2,
  companies: 2,
  topSystems: 0,
  allTop: 6,
  share: 0,
  concentrated: false,
  worst: null,
  ...more,
});

export const all = aspectKeys as readonly string[];
export const noRegister: Register = { risks: [], disagreements: [] };

/** The project's report, whose rows of suppliers and risks the tests replace. */
export async function readBase(): Promise<ReportData> {
  const { i, ...rest } = { i: files['i.csv'] as string, ...files };
  return (await makeReport({ ...rest, 'i.csv': i.replace('system_id', 'system_id,supplier') }, april.month))
    .report;
}

export type Make = (suppliers: Partial<Suppliers>, locale?: Locale, register?: Register) => View;
export const viewOf =
  (base: ReportData): Make =>
  (suppliers, locale = 'en', register = noRegister) =>
    viewIn(
      {
        ...base,
        risk: { ...base.risk, suppliers: { weights: [], services: [], reports: [], ...suppliers }, register },
      },
      locale,
    );
export const words = (content: unknown): string =>
  String(content)
    .replace(/<br>/g, ' ')
    .replace(/<\/(?:td|th|p|h\d|dd|dt|tr)>/g, '|')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\n/g, '');
export const headings = (page: PageContent): string =>
  words(/<h1>(.*?)<\/h1>/s.exec(String(page.content))![1]);
export const lead = (page: PageContent): string =>
  words(/<p class="lead">(.*?)<\/p>/s.exec(String(page.content))![1]);
/** The cells of a row by its head. */
export const rowOf = (content: unknown, head: string): string[] => {
  const row = String(content)
    .split('<tr>')
    .find((r) => words(r).startsWith(head));
  if (row === undefined) throw new Error(`no row ${head} in ${words(content)}`);
  return words(row.split('</tr>')[0]!).split('|').slice(0, -1);
};
