/** Page contents → shells → files, one page at a time, in each language. */
import type { Config, Locale } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { nameIn } from '../locale/index.js';
import { wordsOf } from '../locale/wordsOf.js';
import { allPages, countPages } from '../pages/index.js';
import type { NavKey, PageContent } from '../pages/page.js';
import type { Provenance } from '../pages/provenance.js';
import { readCauses, readRegister, readRegisterMonths } from '../pages/registers.js';
import type { ReportData } from '../pages/report.js';
import { routes, viewIn } from '../pages/view.js';
import type { RunContext } from '../run.js';
import { paperStyle } from './paperStyle.js';
import { type Chrome, pourPage } from './pour.js';
import type { Shells } from './shells.js';
import { type OutFile, writeFiles } from './site.js';

export interface PagesRequest {
  readonly report: ReportData;
  readonly provenance: Provenance;
  readonly shells: Shells;
  readonly locales: readonly Locale[];
}

/** Writes `<locale>/…` for every locale under `folder`; returns the number of pages. */
export async function writePages(
  db: Database,
  folder: string,
  request: PagesRequest,
  ctx: RunContext,
): Promise<number> {
  let pages = 0;
  for (const locale of request.locales) {
    const view = viewIn(request.report, locale);
    ctx.progress.stage(`pages ${locale}`, countPages(view), 'pages');
    pages += await writeFiles(folder, renderFiles(db, request, locale), (file) => {
      if (file.path.endsWith('.html')) ctx.progress.step(1);
    });
  }
  return pages - request.locales.length * (request.shells.assets.length + 1);
}

async function* renderFiles(
  db: Database,
  { report, provenance, shells, locales }: PagesRequest,
  locale: Locale,
): AsyncGenerator<OutFile> {
  const { config, period } = report;
  const frame = (page: Framed): Chrome => chromeOf(config, report, provenance.buildId, locale, locales, page);
  const paper = paperStyle(locale, frame({ nav: 'group', trail: [] }));
  for (const asset of [...shells.assets, paper])
    yield { path: `${locale}/${asset.path}`, content: asset.content };
  const view = viewIn(report, locale);
  const months = await readRegisterMonths(db);
  const lists = {
    causes: await readCauses(db, period),
    registerMonths: months,
    register: (month: string) => readRegister(db, config, period, month),
  };
  const written = new Set<string>();
  for await (const page of allPages(view, provenance, lists)) {
    // Two ids must never share a page; file names are made so that they can't (fileName.ts).
    if (written.has(page.route)) throw new Error(`two pages at ${page.route}`);
    written.add(page.route);
    const chrome = frame(page);
    const content = {
      locale,
      title: page.title,
      description: page.description,
      route: page.route,
      chrome,
      content: page.content,
    };
    const shell = shells.kinds[page.kind];
    const styles = [...shell.styles, paper.path];
    yield { path: `${locale}/${page.route}`, content: pourPage({ ...shell, styles }, content) };
  }
}

type Framed = Pick<PageContent, 'nav' | 'trail'>;

function chromeOf(
  config: Config,
  report: ReportData,
  buildId: string,
  locale: Locale,
  locales: readonly Locale[],
  page: Framed,
): Chrome {
  const { nav } = wordsOf(locale);
  const ways: readonly (readonly [NavKey, string])[] = [
    ['group', routes.executive],
    ['companies', routes.companies],
    ['units', routes.units],
    ['systems', routes.systems],
    ['risk', routes.risk],
    ['moves', routes.moves],
    ['decisions', routes.decisions],
    ['suppliers', routes.suppliers],
    ['across', routes.across],
    ['register', routes.register(report.period.month)],
    ['data', routes.data],
    ['methods', routes.methods],
  ];
  return {
    title: nameIn(config.title, locale, ''),
    group: nameIn(config.group, locale, '') || undefined,
    audience: nameIn(config.audience, locale, '') || undefined,
    confidentiality: nameIn(config.confidentiality, locale, '') || undefined,
    month: report.period.month,
    asOf: report.period.asOfLocal.replace(' ', 'T'),
    buildId,
    locales,
    nav: ways.map(([key, href]) => ({ label: nav[key], href, current: page.nav === key })),
    trail: page.trail,
  };
}
