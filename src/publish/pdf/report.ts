/** `report-<locale>.pdf`: the executives' page on paper, behind a cover with who prepared, checked and approved it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatsOf, labelsOf, nameIn } from '../../locale/index.js';
import type { Locale } from '../../locale/language.js';
import { voiceWords } from '../../locale/voiceOf.js';
import { executivePage } from '../../pages/executive.js';
import type { Provenance } from '../../pages/provenance.js';
import type { ReportData } from '../../pages/report.js';
import { viewIn } from '../../pages/view.js';
import { blocksOf } from './blocks.js';
import { openTypesetter } from './compile.js';
import { colours, fontFamily } from './drawing.js';

/** Writes one file per language into `folder`; returns their names. */
export async function writePdfs(
  folder: string,
  { report, provenance, locales }: { report: ReportData; provenance: Provenance; locales: readonly Locale[] },
): Promise<string[]> {
  const typesetter = await openTypesetter();
  const at = Math.floor(Date.parse(report.period.asOf) / 1000);
  const names: string[] = [];
  for (const locale of locales) {
    const name = `report-${locale}.pdf`;
    const bytes = typesetter.set(paperOf(report, provenance, locale), at);
    await writeFile(join(folder, name), bytes);
    names.push(name);
  }
  return names;
}

/** What the template is given: texts and drawings only. */
export function paperOf(report: ReportData, provenance: Provenance, locale: Locale): object {
  const { config, period } = report;
  const { chrome } = labelsOf(locale);
  const w = voiceWords(locale).signOff;
  const format = formatsOf(locale);
  const title = nameIn(config.title, locale, '');
  const label = nameIn(config.confidentiality, locale, '');
  const owner = [nameIn(config.group, locale, ''), nameIn(config.audience, locale, '')].filter(Boolean);
  const asOf = `${chrome.asOf} ${format.dateTime(period.asOfLocal.replace(' ', 'T'))}`;
  const build = `${chrome.build} ${provenance.buildId}`;
  // The latest edition that the month's approvals name is the one that this is.
  const signOff = report.signOff.at(-1);
  const signed = signOff !== undefined && signOff.approved.by !== null && signOff.approved.on !== null;
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
      lines: [signOff && w.edition(signOff.edition), asOf, build].filter(Boolean),
      state: signed ? '' : signOff === undefined ? w.absent : w.draft,
      signatures: (['prepared', 'checked', 'approved'] as const).map((step) => ({
        role: w[step],
        by: signOff?.[step].by ?? '',
        on: signOff?.[step].on ?? '',
      })),
    },
    blocks: blocksOf(executivePage(viewIn(report, locale), provenance).content),
  };
}
