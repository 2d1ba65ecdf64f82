/** Every system with its level and why, the gravest level first and within it by importance; and every fact that needs attention. */
import { type Html, html } from '../html.js';
import { findingWords } from '../locale/findingsOf.js';
import { riskWords } from '../locale/riskOf.js';
import { group } from './book.js';
import type { PageContent } from './page.js';
import { allFindings } from './parts/findings.js';
import { levelFigure, levelWord } from './parts/level.js';
import { systemLink } from './parts/lists.js';
import { cellId, importances, matrixLevels, matrixSection } from './parts/matrix.js';
import { numberCell } from './parts/number.js';
import { section, table, textCell } from './parts/section.js';
import type { SystemLevel } from './risk/levels.js';
import { routes, type View } from './view.js';

const route = routes.risk;
/** Beside a level stand so many of the drivers that make it; the system's page has all. */
const reasonsShown = 3;

export function riskPage(view: View): PageContent {
  const { words } = view;
  return {
    kind: 'risk',
    nav: 'risk',
    route,
    title: words.nav.risk,
    description: words.purposes.risk,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.risk, href: null },
    ],
    content: html`<h1>${sentence(view)}</h1><p class="lead">${words.purposes.risk}</p>
${matrixSection(view, route, group)}
${levels.map((level) => levelSection(view, level))}
${allFindings(view, route, group)}`,
  };
}

/** The gravest first; those without data last, and never left out. */
const levels = [...matrixLevels].sort((a, b) => (b ?? -1) - (a ?? -1));

function sentence(view: View): string {
  const systems = [...view.data.risk.levels.systems.values()];
  const { format } = view;
  return findingWords(view.locale).all(
    { n: systems.length, text: format.number(systems.length) },
    levels.flatMap((level) => {
      const n = systems.filter((s) => s.level === level).length;
      return n === 0 ? [] : [{ level: levelWord(view, level), text: format.number(n) }];
    }),
  );
}

function levelSection(view: View, level: number | null): Html | null {
  const w = findingWords(view.locale);
  const { columns: c, importance: names } = riskWords(view.locale);
  const order = new Map(view.data.systems.map((s, i) => [s.id, i]));
  const place = (s: SystemLevel): number => order.get(s.systemId) ?? order.size;
  const rows = importances.flatMap((importance) =>
    [...view.data.risk.levels.systems.values()]
      .filter((s) => s.level === level && s.importance === importance)
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || place(a) - place(b)),
  );
  if (rows.length === 0) return null;
  return section(
    `l${level ?? 'n'}`,
    levelWord(view, level),
    view.format.number(rows.length),
    table(
      [
        { label: view.words.columns.system },
        { label: w.place },
        { label: c.level },
        { label: c.importance },
        { label: c.score, numeric: true },
        { label: c.coverage, numeric: true },
        { label: w.reasons },
      ],
      rows.map((s, i) => {
        const scope = { kind: 'system', id: s.systemId } as const;
        // The first of each importance is where the matrix leads to.
        const id = s.importance !== rows[i - 1]?.importance || i === 0 ? cellId(level, s.importance) : null;
        return html`<tr${id !== null && html` id="${id}"`}><th scope="row">${systemLink(view, route, s.systemId)}</th>${textCell(w.place, html`${view.companyName(s.companyId)} <small>${view.unitName(s.unitId)}</small>`)}${textCell(c.level, levelFigure(view, view.data.book.find('risk_level', scope)))}${textCell(c.importance, names[(s.importance ?? 'unknown') as keyof typeof names])}${numberCell(view, view.data.book.find('risk_score', scope), c.score)}${numberCell(view, view.data.book.find('risk_coverage', scope), c.coverage)}${textCell(w.reasons, reasons(view, s), true)}</tr>`;
      }),
    ),
  );
}

/** The drivers above none, the greatest first, each with its level; and on how many there is no data. */
function reasons(view: View, system: SystemLevel): string {
  const w = findingWords(view.locale);
  const { drivers } = riskWords(view.locale);
  const found = system.drivers
    .filter((d) => (d.level ?? 0) > 0)
    .sort((a, b) => b.level! - a.level!)
    .slice(0, reasonsShown)
    .map((d) => `${drivers[d.driver] ?? d.driver}${w.brackets(levelWord(view, d.level))}`);
  const missing = system.drivers.filter((d) => d.state === 'no_data').length;
  return [
    ...(found.length > 0 ? found : [w.noReason]),
    ...(missing > 0 ? [w.unknown({ n: missing, text: view.format.number(missing) })] : []),
  ].join(w.between);
}
