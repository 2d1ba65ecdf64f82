/** What moved since the month before: the whole in two sentences, each system, and what the score's difference is made of. */
import { type Html, html } from '../html.js';
import type { MoveWords } from '../locale/moves.js';
import { moveWords } from '../locale/movesOf.js';
import { scopeKey } from '../risk/scopeWhy.js';
import { group } from './book.js';
import type { PageContent } from './page.js';
import { levelFigure } from './parts/level.js';
import { systemLink } from './parts/lists.js';
import { moveList, ownLevel, placeOf } from './parts/moves.js';
import { number } from './parts/number.js';
import { driversTable, partsTable, systemsTable } from './parts/scoreMoves.js';
import { section, table, textCell } from './parts/section.js';
import type { Move, MoveKind } from './risk/moves.js';
import { routes, type View } from './view.js';

const route = routes.moves;
const isTransferred = (move: Move): boolean =>
  move.kind !== 'gone' && move.beforeUnitId !== null && move.beforeUnitId !== move.unitId;
const comesOrGoes = (move: Move): boolean => move.kind === 'new' || move.kind === 'gone';

export function movesPage(view: View): PageContent {
  const { words } = view;
  const w = moveWords(view.locale);
  const { before } = view.data.risk.moves;
  return {
    kind: 'moves',
    nav: 'moves',
    route,
    title: words.nav.moves,
    description: words.purposes.moves,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.moves, href: null },
    ],
    content:
      before === null
        ? html`<h1>${words.nav.moves}</h1><p class="lead">${w.noMonthBefore(view.format.month(view.reported.month))}</p>`
        : html`${sentences(view, w, before)}
${levelSection(view, w, before)}${comeAndGone(view, w)}${partsSection(view, w)}`,
  };
}

function sentences(view: View, w: MoveWords, before: string): Html {
  const { list } = view.data.risk.moves;
  const { format } = view;
  const told = (n: number) => ({ n, text: format.number(n) });
  const of = (kind: MoveKind) => told(list.filter((move) => move.kind === kind).length);
  const [first, second] = w.counts({
    before: format.month(before),
    systems: format.number(list.filter((move) => !comesOrGoes(move)).length),
    up: of('worse'),
    down: of('better'),
    unclear: of('unclear'),
    told: of('told'),
    untold: of('untold'),
    new: of('new'),
    gone: of('gone'),
  });
  return html`<h1>${first}</h1>
<p class="lead">${second}${view.locale === 'en' && ' '}${groupMoved(view, w, before)}</p>${
    list.some((move) => !move.complete) && html`<p class="lead unsure">${w.incomplete}</p>`
  }`;
}

/** The group's level and score, published, of both months. */
function groupMoved(view: View, w: MoveWords, before: string): Html {
  const { book } = view.data;
  const level = (month?: string) => levelFigure(view, book.find('risk_level', group, '', month));
  const score = (month?: string) => number(view, book.find('risk_score', group, '', month));
  const [start, toLevel, mid, toScore, end] = w.groupMoved;
  return html`${start}${level(before)}${toLevel}${level()}${mid}${score(before)}${toScore}${score()}${end}`;
}

function levelSection(view: View, w: MoveWords, before: string): Html {
  const moved = view.data.risk.moves.list.filter((move) => move.kind !== 'same' && !comesOrGoes(move));
  return section(
    'moved',
    w.sections.systems,
    moved.length > 0 && w.notes.systems,
    moved.length === 0
      ? html`<p>${w.noneMoved(view.format.month(before))}</p>`
      : moveList(view, route, moved),
  );
}

function comeAndGone(view: View, w: MoveWords): Html | false {
  const moves = view.data.risk.moves.list.filter((move) => comesOrGoes(move) || isTransferred(move));
  const { columns: c } = w;
  const what = (move: Move): string =>
    move.kind === 'new'
      ? w.new
      : move.kind === 'gone'
        ? w.gone
        : w.transferred(`${view.companyName(move.beforeCompanyId!)} ${view.unitName(move.beforeUnitId!)}`);
  return (
    moves.length > 0 &&
    section(
      'come-gone',
      w.sections.comeGone,
      null,
      table(
        [{ label: c.system }, { label: c.place }, { label: c.what }, { label: c.level }],
        moves.map(
          (move) =>
            html`<tr><th scope="row">${systemLink(view, route, move.systemId)}</th>${textCell(c.place, placeOf(view, move))}${textCell(c.what, what(move))}${textCell(c.level, ownLevel(view, move))}</tr>`,
        ),
      ),
    )
  );
}

function partsSection(view: View, w: MoveWords): Html {
  const { moves } = view.data.risk;
  const rows = [
    { scope: group, name: view.words.nav.group, route: routes.executive },
    ...view.data.companies.map(({ id }) => ({
      scope: { kind: 'company', id } as const,
      name: view.companyName(id),
      route: routes.company(id),
    })),
  ].filter(
    ({ scope }) => view.data.risk.levels.scopes.has(scopeKey(scope)) || moves.scores.has(scopeKey(scope)),
  );
  return html`${section('parts', w.sections.parts, w.notes.parts, partsTable(view, route, rows))}${
    moves.drivers.length > 0 &&
    section('by-driver', w.sections.byDriver, w.notes.byDriver, driversTable(view))
  }${
    moves.list.some((move) => move.points !== 0) &&
    section('by-system', w.sections.bySystem, w.notes.bySystem, systemsTable(view, route))
  }`;
}
