/** "Why this level": a sentence, the drivers with what they contribute, and the rows behind them. */
import { type Html, html } from '../../html.js';
import { riskWords } from '../../locale/riskOf.js';
import { whyWords } from '../../locale/whyOf.js';
import { rowsOf } from '../../risk/rows/index.js';
import type { DriverWhy, SystemWhy } from '../../risk/why.js';
import { rowKey } from '../../risk/whyRows.js';
import type { Provenance } from '../provenance.js';
import { rowsShown } from '../risk/why.js';
import { roundParts } from '../rounding.js';
import { routes, type View } from '../view.js';
import { levelMark, levelWord } from './level.js';
import { number } from './number.js';
import { section, table, textCell } from './section.js';
import { whyRow } from './whyRow.js';
import { clauseOf, clausesOf, sentenceOf, speechOf, thresholdText } from './whySentences.js';

/** Decimals of points, as of the score (parts/number.ts). */
const pointDigits = 1;

/** null: the system is not among the month's. */
export function whySection(view: View, provenance: Provenance, id: string): Html | null {
  const why = view.data.risk.why.systems.get(id);
  if (why === undefined) return null;
  const w = whyWords(view.locale);
  const { drivers } = why;
  const points = roundParts(
    drivers.map((d) => d.contribution),
    why.score ?? 0,
    pointDigits,
  );
  const score = view.data.book.find('risk_score', { kind: 'system', id });
  const rows = drivers.map((d, i) => driverRow(view, d, points[i]!));
  const total = html`<tr><th scope="row">${w.columns.total}</th>${textCell(w.columns.level, '')}${textCell(w.columns.decides, '')}${textCell(w.columns.threshold, '')}<td class="num" data-label="${w.columns.weight}">${view.format.number(weightOf(why), weightDigits(weightOf(why)))}</td><td class="num" data-label="${w.columns.contribution}">${number(view, score)}</td></tr>`;
  return section(
    'why',
    w.section,
    null,
    html`<p class="find">${sentenceOf(speechOf(view), why)}</p>
${table(
  [
    { label: w.columns.driver },
    { label: w.columns.level },
    { label: w.columns.decides },
    { label: w.columns.threshold },
    { label: w.columns.weight, numeric: true },
    { label: w.columns.contribution, numeric: true },
  ],
  [...rows, total],
)}
<h3>${w.rows}</h3>
${drivers.map((d) => inputDetails(view, provenance, id, d))}
${why.score !== null && html`<p class="quiet">${scoreNote(view, why, why.score)}</p>`}`,
  );
}

function driverRow(view: View, driver: DriverWhy, points: number): Html {
  const w = whyWords(view.locale);
  const { levels, drivers } = riskWords(view.locale);
  const state = driver.state === '' ? undefined : driver.state;
  const mark =
    state === undefined
      ? levelMark(view, driver.level)
      : html`<span class="${state === 'no_data' ? 'level missing' : 'quiet'}">${levels[state]}</span>`;
  const said =
    state === undefined
      ? upper(clausesOf(speechOf(view), driver).join(view.locale === 'ja' ? '、' : '; '))
      : w.driverState[state];
  return html`<tr><th scope="row">${drivers[driver.driver] ?? driver.driver}</th>${textCell(w.columns.level, mark)}${textCell(w.columns.decides, said, true)}${textCell(w.columns.threshold, deciding(view, driver))}<td class="num" data-label="${w.columns.weight}">${view.format.number(driver.weight, weightDigits(driver.weight))}</td><td class="${points === 0 ? 'num zero' : 'num'}" data-label="${w.columns.contribution}">${state === 'not_applicable' ? '' : view.format.number(points, pointDigits)}</td></tr>`;
}

/** The first letter of a clause that stands alone; Japanese has none. */
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Weights are few-digit numbers of a configuration: as written, up to four decimals. */
const weightDigits = (weight: number): number =>
  (String(Number(weight.toFixed(4))).split('.')[1] ?? '').length;

const weightOf = ({ drivers }: SystemWhy): number =>
  drivers.filter((d) => d.state !== 'not_applicable').reduce((sum, d) => sum + d.weight, 0);

/** The thresholds on which the driver's level stands. */
const deciding = (view: View, driver: DriverWhy): string =>
  driver.level === null || driver.level === 0
    ? ''
    : driver.inputs
        .filter((i) => i.level === driver.level)
        .map((i) => thresholdText(speechOf(view), driver.driver, i))
        .join(view.locale === 'ja' ? '、' : '; ');

/** Every input of a driver, its level and threshold, and its rows, at most `rowsShown` of a driver. */
function inputDetails(view: View, provenance: Provenance, id: string, driver: DriverWhy): Html | null {
  const w = whyWords(view.locale);
  const { levels } = riskWords(view.locale);
  if (driver.state === 'not_applicable') return null;
  let left = rowsShown;
  const listed = new Set<unknown>();
  const parts = driver.inputs.map((input) => {
    if (input.state !== '')
      return html`<p>${riskInput(view, input.input)}${colon(view)}<span class="quiet">${levels[input.state]}</span></p>`;
    const threshold = thresholdText(speechOf(view), driver.driver, input);
    const head = html`<p>${upper(clauseOf(speechOf(view), driver.driver, input))} <span class="quiet">${levelWord(view, input.level)}${threshold !== '' && html` · ${threshold}`}</span></p>`;
    const sql = rowsOf(input.input);
    const list = listed.has(sql) ? undefined : view.data.risk.why.rows.get(rowKey(id, input.input));
    listed.add(sql);
    if (list === undefined) return head;
    const shown = list.rows.slice(0, left);
    left -= shown.length;
    const more = list.total - shown.length;
    return html`${head}<ul class="plain-list">${shown.map((row) => html`<li>${whyRow(view, provenance, routes.system(id), input.input, row)}</li>`)}${more > 0 && html`<li class="quiet">${w.moreRows(view.format.number(more))}</li>`}</ul>`;
  });
  const { drivers } = riskWords(view.locale);
  return html`<details><summary>${drivers[driver.driver] ?? driver.driver}${colon(view)}${levelWord(view, driver.level)}</summary>${parts}</details>
`;
}

const colon = (view: View): string => (view.locale === 'ja' ? '：' : ': ');

const riskInput = (view: View, input: string): string => whyWords(view.locale).methods.inputs[input] ?? input;

/** The score worked out from what the table shows. */
function scoreNote(view: View, why: SystemWhy, score: number): string {
  const factors = view.data.config.risk.importanceFactors;
  const weight = weightOf(why);
  const sum = why.drivers.reduce((s, d) => s + (d.state === '' ? d.weight * (d.level ?? 0) : 0), 0);
  const text = (value: number): string => view.format.number(value, weightDigits(value));
  return whyWords(view.locale).score({
    score: view.format.number(score, pointDigits),
    factor: text(why.factor),
    greatest: text(Math.max(...factors)),
    sum: text(sum),
    weight: text(weight),
  });
}
