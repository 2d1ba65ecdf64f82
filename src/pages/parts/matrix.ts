/** How many systems are at each level, by importance: which are grave, and which matter. */
import { type Html, html } from '../../html.js';
import { findingWords } from '../../locale/findingsOf.js';
import { levelKeys } from '../../locale/risk.js';
import { riskWords } from '../../locale/riskOf.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import type { Scope } from '../book.js';
import type { MatrixCell } from '../risk/levels.js';
import { linkFrom, routes, type View } from '../view.js';
import { section } from './section.js';

export type Importance = 1 | 2 | 3 | 4 | null;
export const importances: readonly Importance[] = [4, 3, 2, 1, null];
/** Level 0–4, then no data. */
export const matrixLevels: readonly (number | null)[] = [0, 1, 2, 3, 4, null];

/** Where the systems of a cell begin on the page of all of them: `l4-i4`; n: no data, u: importance not known. */
export const cellId = (level: number | null, importance: number | null): string =>
  `l${level ?? 'n'}-i${importance ?? 'u'}`;

/** A row for importances that aren't known stands only where there is one. Cells of the group's page lead to their systems. */
export function matrixTable(view: View, route: string, scope: Scope): Html {
  const w = findingWords(view.locale);
  const { levels, importance: names } = riskWords(view.locale);
  const cells = view.data.risk.levels.matrix.get(scopeKey(scope)) ?? [];
  const rows = importances.filter((i) => i !== null || cells.some((c) => c.importance === null));
  const word = (level: number | null): string =>
    level === null ? levels.no_data : levels[levelKeys[level]!];
  return html`<table class="matrix"><thead><tr><th scope="col">${w.matrix.corner}</th>${matrixLevels.map((level) => html`<th scope="col">${word(level)}</th>`)}</tr></thead><tbody>
${rows.map(
  (
    importance,
  ) => html`<tr><th scope="row">${importance === null ? w.matrix.unknown : names[importance]}</th>${matrixLevels.map((level) => cell(view, route, scope, countOf(cells, importance, level), level, importance))}</tr>
`,
)}</tbody></table>`;
}

const countOf = (cells: readonly MatrixCell[], importance: number | null, level: number | null): number =>
  cells.find((c) => c.importance === importance && c.level === level)?.systems ?? 0;

function cell(
  view: View,
  route: string,
  scope: Scope,
  n: number,
  level: number | null,
  importance: number | null,
): Html {
  const kind = level === null ? 'missing' : n === 0 ? 'zero' : `level-${levelKeys[level]}`;
  const text = view.format.number(n);
  return html`<td class="${kind}">${
    n > 0 && scope.kind === 'group'
      ? html`<a href="${linkFrom(route, routes.risk)}#${cellId(level, importance)}">${text}</a>`
      : text
  }</td>`;
}

export function matrixSection(view: View, route: string, scope: Scope): Html {
  const w = findingWords(view.locale).matrix;
  return section('matrix', w.section, scope.kind === 'group' && w.note, matrixTable(view, route, scope));
}
