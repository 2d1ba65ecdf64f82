/** Systems at another level than in the month before, each with its step and its reasons. */
import { type Content, type Html, html } from '../../html.js';
import { moveWords } from '../../locale/movesOf.js';
import { riskWords } from '../../locale/riskOf.js';
import type { Scope } from '../book.js';
import type { DriverState } from '../risk/levels.js';
import type { Move } from '../risk/moves.js';
import { linkFrom, routes, type View } from '../view.js';
import { levelFigure, levelMark, levelWord } from './level.js';
import { systemLink } from './lists.js';
import { section } from './section.js';

/** A step to a level whose direction the marts don't vouch for is told so. */
const whyUnclear = (view: View, move: Move): Html | false =>
  move.kind === 'unclear' &&
  html` <span class="tag unsure">${moveWords(view.locale).unclear[move.complete ? 'lost' : 'incomplete']}</span>`;

const systemScope = (move: Move): Scope => ({ kind: 'system', id: move.systemId });

/** From its level to its level, both published; `new` and `gone` where there is but one. */
function step(view: View, move: Move): Html {
  const w = moveWords(view.locale);
  const { book, risk } = view.data;
  const level = (month?: string) => levelFigure(view, book.find('risk_level', systemScope(move), '', month));
  const word = (text: string): Html => html`<span class="level missing">${text}</span>`;
  const from = move.kind === 'new' ? word(w.new) : level(risk.moves.before!);
  const to = move.kind === 'gone' ? word(w.gone) : level();
  return html`<span class="step">${from}<span>→</span>${to}</span>`;
}

const driverWord = (view: View, state: DriverState | null, level: number | null): string =>
  state === 'not_applicable' || state === null
    ? riskWords(view.locale).levels.not_applicable
    : levelWord(view, level);

/** The drivers that moved; of a new system those at its level, of one that is gone nothing. */
function reasons(view: View, move: Move): Content {
  const w = moveWords(view.locale);
  const { drivers } = riskWords(view.locale);
  if (move.kind === 'gone') return '';
  if (move.kind === 'new') {
    const at = move.drivers.filter((d) => d.level !== null && d.level > 0 && d.level === move.level);
    return at.map((d) => drivers[d.driver]!).join(w.between);
  }
  const moved = move.drivers.map((d) =>
    w.reason(
      drivers[d.driver]!,
      driverWord(view, d.beforeState, d.beforeLevel),
      driverWord(view, d.state, d.level),
    ),
  );
  return [
    ...(moved.length > 0 ? moved : move.level === move.beforeLevel ? [] : [w.byImportance]),
    ...(move.floored ? [w.floored] : []),
  ].join(w.between);
}

export const placeOf = (view: View, move: Move): string =>
  `${view.companyName(move.companyId)} ${view.unitName(move.unitId)}`;

const item = (view: View, route: string, move: Move): Html => {
  const why = reasons(view, move);
  return html`<li>${step(view, move)}<div>${systemLink(view, route, move.systemId)} <small>${placeOf(view, move)}</small>${why !== '' && html`<p>${why}</p>`}${whyUnclear(view, move)}</div></li>
`;
};

export const moveList = (view: View, route: string, moves: readonly Move[]): Html =>
  html`<ul class="moves">
${moves.map((move) => item(view, route, move))}</ul>`;

/**
 * The section of a page: the systems that `filter` lets through, as many as `limit` (all, if it is undefined); the worst first, so that a
 * cut takes off what moved down or left. The page "Since last month" has them all.
 */
export function movesSection(
  view: View,
  route: string,
  filter: (move: Move) => boolean = () => true,
  limit?: number,
): Html {
  const w = moveWords(view.locale);
  const { before, list } = view.data.risk.moves;
  const { format } = view;
  const moved = list.filter((move) => move.kind !== 'same' && filter(move));
  const shown = limit === undefined ? moved : moved.slice(0, limit);
  if (before === null)
    return section(
      'moves',
      w.sections.systems,
      null,
      html`<p>${w.noMonthBefore(format.month(view.reported.month))}</p>`,
    );
  const body =
    moved.length === 0
      ? html`<p>${w.noneMoved(format.month(before))}</p>`
      : html`${moveList(view, route, shown)}${
          shown.length < moved.length &&
          html`<p class="quiet"><a href="${linkFrom(route, routes.moves)}">${w.cut(format.number(shown.length), format.number(moved.length))}</a></p>`
        }`;
  return section('moves', w.sections.systems, moved.length > 0 && w.notes.systems, body);
}

/** The level in the month before of a system that left, or now of one that came. */
export const ownLevel = (view: View, move: Move): Html =>
  move.kind === 'gone'
    ? levelMark(view, move.beforeLevel)
    : levelFigure(view, view.data.book.find('risk_level', systemScope(move)));
