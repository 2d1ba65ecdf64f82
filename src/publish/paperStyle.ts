/**
 * The running foot of printed pages: title, month, as-of, edition and build on every sheet, so that a sheet that is
 * found alone tells where it is from. Browsers can't take such texts from the page, so a style sheet of the build has them.
 */
import { createHash } from 'node:crypto';
import { formatsOf, labelsOf } from '../locale/index.js';
import type { Locale } from '../locale/language.js';
import type { Chrome } from './pour.js';
import type { Asset } from './shells.js';

/** The sheet of one language; its name changes with what it says. */
export function paperStyle(locale: Locale, chrome: Chrome): Asset {
  const { chrome: word } = labelsOf(locale);
  const foot = [
    chrome.title,
    chrome.confidentiality,
    word.reportMonth(chrome.month),
    `${word.asOf} ${formatsOf(locale).dateTime(chrome.asOf)}`,
    chrome.edition && word.edition(chrome.edition),
    `${word.build} ${chrome.buildId}`,
  ].filter((part): part is string => Boolean(part));
  const content = `@page {\n  @bottom-left {\n    content: ${cssString(foot.join(' · '))};\n    font: 8pt sans-serif;\n    color: #5a6570;\n  }\n}\n`;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return { path: `_import/paper.${hash}.css`, content };
}

/** Every character but letters and digits of ASCII by its number: a title can't end the string, nor the rule. */
const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[A-Za-z0-9]/.test(c) ? c : `\\${c.codePointAt(0)!.toString(16)} `)).join('')}"`;
