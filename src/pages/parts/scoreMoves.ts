/** What the difference of scores since the month before is made of, in tables whose parts add up as they are shown. */
import { type Html, html } from '../../html.js';
import { moveWords } from '../../locale/movesOf.js';
import { riskWords } from '../../locale/riskOf.js';
import { type MoveCause, moveCauses } from '../../risk/moveParts.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import { group, type Scope } from '../book.js';
import { roundParts, shownDifference } from '../rounding.js';
import { linkFrom, type View } from '../view.js';
import { systemLink } from './lists.js';
import { numberCell } from './number.js';
import { table } from './section.js';

/** Scores are shown so (parts/number.ts). */
const digits = 1;
const fineDigits = 2;
/** What is left of parts that cancel each other in doubles. */
const noise = 1e-9;

export interface ScoreRow {
  readonly scope: Scope;
  readonly name: string;
  readonly route?: string | undefined;
}

/** A part to so many decimals; the exact one beside it. */
const partCell = ({ format }: View, exact: number, shown: number, label: string, decimals = digits): Html =>
  html`<td class="num${shown === 0 ? ' zero' : ''}" data-label="${label}"><data value="${exact}">${format.change(shown, decimals)}</data></td>`;

/** The parts of a scope as shown: they add up to the difference of the scores as shown. */
function shownParts(view: View, scope: Scope): ReadonlyMap<MoveCause, number> | undefined {
  const score = view.data.risk.moves.scores.get(scopeKey(scope));
  if (!score) return undefined;
  const total = shownDifference(score.before ?? 0, score.after ?? 0, digits);
  const rounded = roundParts(
    moveCauses.map((cause) => score.parts[cause]),
    total,
    digits,
  );
  return new Map(moveCauses.map((cause, i) => [cause, rounded[i]!]));
}

/** Causes that any of the rows has: seven columns of zeros tell nothing. */
export function partsTable(view: View, route: string, rows: readonly ScoreRow[]): Html {
  const w = moveWords(view.locale);
  const { risk, book } = view.data;
  const scores = rows.map((row) => risk.moves.scores.get(scopeKey(row.scope)));
  const causes = moveCauses.filter((cause) => scores.some((s) => s && Math.abs(s.parts[cause]) > noise));
  const { columns: c } = w;
  return table(
    [
      { label: c.scope },
      { label: c.before, numeric: true },
      ...causes.map((cause) => ({ label: w.causes[cause], numeric: true })),
      { label: c.difference, numeric: true },
      { label: c.now, numeric: true },
    ],
    rows.map(({ scope, name, route: to }, i) => {
      const [score, shown] = [scores[i], shownParts(view, scope)];
      const parts =
        score && shown
          ? html`${causes.map((cause) => partCell(view, score.parts[cause], shown.get(cause)!, w.causes[cause]))}${partCell(
              view,
              (score.after ?? 0) - (score.before ?? 0),
              shownDifference(score.before ?? 0, score.after ?? 0, digits),
              c.difference,
            )}`
          : html`<td class="quiet" colspan="${causes.length + 1}" data-label="${c.difference}">${w.noDifference}</td>`;
      return html`<tr><th scope="row">${to === undefined ? name : html`<a href="${linkFrom(route, to)}">${name}</a>`}</th>${numberCell(view, book.find('risk_score', scope, '', risk.moves.before!), c.before)}${parts}${numberCell(view, book.find('risk_score', scope), c.now)}</tr>`;
    }),
  );
}

/** The group's parts that a driver causes; each column adds up to the group's row of the table of scopes. */
export function driversTable(view: View): Html {
  const w = moveWords(view.locale);
  const { drivers } = view.data.risk.moves;
  const shown = shownParts(view, group)!;
  const causes = moveCauses.filter((cause) => drivers.some((d) => d.parts[cause] !== undefined));
  const columns = causes.map((cause) =>
    roundParts(
      drivers.map((d) => d.parts[cause] ?? 0),
      shown.get(cause)!,
      digits,
    ),
  );
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return table(
    [
      { label: riskWords(view.locale).columns.drivers },
      ...causes.map((cause) => ({ label: w.causes[cause], numeric: true })),
      ...(causes.length > 1 ? [{ label: w.columns.sum, numeric: true }] : []),
    ],
    drivers.map(
      ({ driver, parts }, i) =>
        html`<tr><th scope="row">${riskWords(view.locale).drivers[driver]}</th>${causes.map((cause, j) =>
          partCell(view, parts[cause] ?? 0, columns[j]![i]!, w.causes[cause]),
        )}${causes.length > 1 && partCell(view, sum(Object.values(parts)), sum(columns.map((column) => column[i]!)), w.columns.sum)}</tr>`,
    ),
  );
}

/** Every system with a part in the group's difference, the largest first. */
export function systemsTable(view: View, route: string): Html {
  const w = moveWords(view.locale);
  const { book, risk } = view.data;
  const rows = risk.moves.list
    .filter((move) => move.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.systemId < b.systemId ? -1 : 1));
  const { columns: c } = w;
  const body = table(
    [
      { label: c.system },
      { label: c.before, numeric: true },
      { label: c.now, numeric: true },
      { label: c.points, numeric: true },
    ],
    rows.map((move) => {
      const scope: Scope = { kind: 'system', id: move.systemId };
      return html`<tr><th scope="row">${systemLink(view, route, move.systemId)}</th>${numberCell(view, book.find('risk_score', scope, '', risk.moves.before!), c.before)}${numberCell(view, book.find('risk_score', scope), c.now)}${partCell(view, move.points, move.points, c.points, fineDigits)}</tr>`;
    }),
  );
  return html`<details><summary>${w.all(view.format.number(rows.length))}</summary>${body}</details>`;
}
