/** `report-<locale>.pdf`: the executives' page on paper, behind a cover with who prepared, checked and approved it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../duckdb/database.js';
import { formatsOf, labelsOf, nameIn } from '../../locale/index.js';
import type { Locale } from '../../locale/language.js';
import { paperWords } from '../../locale/paperOf.js';
import { executivePage } from '../../pages/executive.js';
import type { Provenance } from '../../pages/provenance.js';
import type { ReportData } from '../../pages/report.js';
import { viewIn } from '../../pages/view.js';
import { blocksOf } from './blocks.js';
import { openTypesetter } from './compile.js';
import { colours, fontFamily } from './drawing.js';

interface Approval {
  readonly prepared: string | null;
  readonly preparedOn: string | null;
  readonly checked: string | null;
  readonly checkedOn: string | null;
  readonly approved: string | null;
  readonly approvedOn: string | null;
}

/** Writes one file per language into `folder`; returns their names. */
export async function writePdfs(
  db: Database,
  folder: string,
  { report, provenance, locales }: { report: ReportData; provenance: Provenance; locales: readonly Locale[] },
): Promise<string[]> {
  const typesetter = await openTypesetter();
  const approval = await readApproval(db, report.period.month);
  const at = Math.floor(Date.parse(report.period.asOf) / 1000);
  const names: string[] = [];
  for (const locale of locales) {
    const name = `report-${locale}.pdf`;
    const bytes = typesetter.set(paperOf(report, provenance, locale, approval), at);
    await writeFile(join(folder, name), bytes);
    names.push(name);
  }
  return names;
}

/** The month's approval of the main edition, which names none; undefined: not signed. */
async function readApproval(db: Database, month: string): Promise<Approval | undefined> {
  const day = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;
  const [row] = await db.rows<Approval>(
    `SELECT prepared_by AS prepared, ${day('prepared_on')} AS "preparedOn", checked_by AS checked, ${day('checked_on')} AS "checkedOn",
       approved_by AS approved, ${day('approved_on')} AS "approvedOn"
     FROM staging.approvals WHERE month = $month AND coalesce(edition, '') IN ('', 'full') ORDER BY _file DESC, _line DESC LIMIT 1`,
    { month },
  );
  return row;
}

/** What the template is given: texts and drawings only. */
export function paperOf(
  report: ReportData,
  provenance: Provenance,
  locale: Locale,
  approval: Approval | undefined,
): object {
  const { config, period } = report;
  const { chrome } = labelsOf(locale);
  const w = paperWords(locale);
  const format = formatsOf(locale);
  const title = nameIn(config.title, locale, '');
  const label = nameIn(config.confidentiality, locale, '');
  const owner = [nameIn(config.group, locale, ''), nameIn(config.audience, locale, '')].filter(Boolean);
  const asOf = `${chrome.asOf} ${format.dateTime(period.asOfLocal.replace(' ', 'T'))}`;
  const build = `${chrome.build} ${provenance.buildId}`;
  const signed = approval?.approved != null && approval.approvedOn !== null;
  return {
    title,
    author: owner[0] ?? '',
    lang: locale,
    font: fontFamily,
    date: period.asOfLocal.slice(0, 10).split('-').map(Number),
    colours,
    foot: [title, label, chrome.reportMonth(period.month), asOf, build].filter(Boolean).join(' · '),
    cover: {
      owner: owner.join(chrome.groupSeparator),
      month: chrome.reportMonth(period.month),
      label,
      lines: [asOf, build],
      state: signed ? w.signed : w.unsigned,
      signatures: [
        { role: w.prepared, by: approval?.prepared ?? '', on: approval?.preparedOn ?? '' },
        { role: w.checked, by: approval?.checked ?? '', on: approval?.checkedOn ?? '' },
        { role: w.approved, by: approval?.approved ?? '', on: approval?.approvedOn ?? '' },
      ],
    },
    blocks: blocksOf(executivePage(viewIn(report, locale), provenance).content),
  };
}
