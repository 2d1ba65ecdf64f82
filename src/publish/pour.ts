/** Content into a built shell: one complete page, without a script, that opens from a server and by double-click. */
import type { Locale } from '../config/model.js';
import { escapeText, type Html, html, join } from '../html.js';
import { formatsOf, labelsOf } from '../locale/index.js';
import type { Shell } from './shell.js';

/** A link in the frame. `href` is a route from the locale's root (`system/a-fx.html`); null: the page itself. */
export interface Way {
  readonly label: string;
  readonly href: string | null;
}
export interface NavItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** What stands round the content of every page. Texts are plain; the pour escapes them. */
export interface Chrome {
  readonly title: string;
  readonly group?: string | undefined;
  readonly audience?: string | undefined;
  readonly confidentiality?: string | undefined;
  /** `2026-10` */
  readonly month: string;
  /** Local time, ISO 8601: `2026-11-05T09:00:00`. */
  readonly asOf: string;
  readonly edition?: string | undefined;
  readonly buildId: string;
  readonly locales: readonly Locale[];
  readonly nav: readonly NavItem[];
  /** From the group down to the page itself; none on the first page. */
  readonly trail?: readonly Way[] | undefined;
}

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly description?: string | undefined;
  /** From the locale's root, with extension: `index.html`, `system/a-fx.html`. */
  readonly route: string;
  readonly chrome: Chrome;
  readonly content: Html;
}

/** No script at all; style sheets, images and fonts of our own only. `file:` counts as self in browsers (tested). */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The whole page as text. Heading ids and links inside the content are the page's own. */
export function pourPage(shell: Shell, page: Page): string {
  const up = '../'.repeat(page.route.split('/').length - 1);
  const { locale, title, description, chrome } = page;
  const styles = shell.styles.map((path) => `<link rel="stylesheet" href="${up}${path}">`).join('\n');
  const about = description ? `\n<meta name="description" content="${escapeText(description)}">` : '';
  const full = title === chrome.title ? title : `${title} – ${chrome.title}`;
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeText(full)}</title>${about}
${styles}
</head>
<body>
${shell.beforeMain}
${header(page, up)}
<main>
${shell.beforeSlot}<article class="${shell.classes}" id="main" tabindex="-1">
${page.content.markup}
</article>${shell.afterSlot}
</main>
${footer(page)}
${shell.afterMain}
</body>
</html>
`;
}

function header({ locale, route, chrome }: Page, up: string): Html {
  const { chrome: word } = labelsOf(locale);
  const owner = [chrome.group, chrome.audience].filter(Boolean).join(word.groupSeparator);
  const stamp = `${word.asOf} ${formatsOf(locale).dateTime(chrome.asOf)}`;
  const link = (way: Way) =>
    way.href === null
      ? html`<span aria-current="page">${way.label}</span>`
      : html`<a href="${up}${way.href}">${way.label}</a>`;
  const languages = chrome.locales.map((other) =>
    other === locale
      ? html`<b lang="${other}" aria-current="true">${labelsOf(other).languageName}</b>`
      : html`<a href="${up}../${other}/${route}" lang="${other}" hreflang="${other}">${labelsOf(other).languageName}</a>`,
  );
  const trail = chrome.trail ?? [];
  return html`<a class="skip" href="#main">${word.skip}</a>
<header class="masthead">
<p><b>${chrome.title}</b>${owner && html` <span>${owner}</span>`}${
    chrome.confidentiality && html` <span class="confidential">${chrome.confidentiality}</span>`
  }</p>
<p class="state"><span>${word.reportMonth(chrome.month)}</span> <span>${stamp}</span>${
    languages.length > 1 &&
    html` <span class="languages" role="group" aria-label="${word.languages}">${join(languages, ' ')}</span>`
  }</p>
</header>
<nav class="ways" aria-label="${word.nav}"><ul>${chrome.nav.map(
    (item) =>
      html`<li><a href="${up}${item.href}"${item.current && html` aria-current="true"`}>${item.label}</a></li>`,
  )}</ul></nav>${
    trail.length > 0 &&
    html`
<nav class="trail" aria-label="${word.trail}"><ol>${trail.map((way) => html`<li>${link(way)}</li>`)}</ol></nav>`
  }`;
}

function footer({ locale, chrome }: Page): Html {
  const { chrome: word } = labelsOf(locale);
  const parts = [
    chrome.title,
    word.reportMonth(chrome.month),
    `${word.asOf} ${formatsOf(locale).dateTime(chrome.asOf)}`,
    chrome.edition && word.edition(chrome.edition),
    `${word.build} ${chrome.buildId}`,
  ].filter(Boolean) as string[];
  return html`<footer class="foot">${join(
    parts.map((part) => html`<span>${part}</span>`),
    ' ',
  )}</footer>`;
}
