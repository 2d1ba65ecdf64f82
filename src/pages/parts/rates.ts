/** Companies beside each other by incidents per investment: intervals and funnel, no rank (methods.md, "Rates between companies"). */
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import { metricOf } from '../../metrics/registry.js';
import type { Scope } from '../book.js';
import { linkFrom, routes, type View } from '../view.js';
import { number, numberCell } from './number.js';
import { section, table, textCell } from './section.js';
import { intervalText } from './values.js';

export function ratesSection(view: View, route: string): Html | null {
  const w = judgementWords(view.locale);
  const { rates } = view.data.judged;
  const { book, config } = view.data;
  // Without any export of investments there is nothing to say; with one, why there is no index is.
  if (rates.every((r) => r.rate === null && (r.reason === null || r.reason === 'missing'))) return null;
  const metric = metricOf('safe_operation_index');
  const rows = rates
    .filter((r) => view.company(r.companyId).known)
    .map((r) => {
      const scope: Scope = { kind: 'company', id: r.companyId };
      const index = book.find('safe_operation_index', scope);
      const reason = r.reason === null ? '' : (w.noRate[r.reason] ?? '');
      const limits =
        r.low === null || r.high === null
          ? ''
          : `${view.format.number(r.low, 2)}–${view.format.number(r.high, 2)}`;
      return html`<tr><th scope="row"><a href="${linkFrom(route, routes.company(r.companyId))}">${view.companyName(r.companyId)}</a>${reason && html` <small>${reason}</small>`}</th>${numberCell(view, book.find('incidents_fytd', scope), w.columns.toDate)}<td class="num" data-label="${w.columns.investment}">${r.amount === null ? html`<span class="missing">${view.format.missing}</span>` : html`${w.inCurrency(view.format.amount(r.amount), config.currency)}${r.basis && html` <small>${w.bases[r.basis]}</small>`}`}</td><td class="num" data-label="${w.columns.rate}">${number(view, index)}</td>${textCell(w.columns.interval, index ? intervalText(view, metric, index) : '')}<td class="num" data-label="${w.columns.shrunk}">${r.shrunk === null ? '' : view.format.number(r.shrunk, 2)}</td>${textCell(w.columns.limits, html`${limits}${r.outside && html` <b class="${r.outside === 'above' ? 'bad' : 'good'}">${w.outsideMark[r.outside]}</b>`}`)}</tr>`;
    });
  return section(
    'rates',
    w.sections.rates,
    w.notes.rates(
      w.inCurrency(view.format.amount(config.safeOperation.per).replace('.0', ''), config.currency),
    ),
    html`<p class="find">${ratesFinding(view)}</p>
${table(
  [
    { label: view.words.columns.company },
    { label: w.columns.toDate, numeric: true },
    { label: w.columns.investment, numeric: true },
    { label: w.columns.rate, numeric: true },
    { label: w.columns.interval },
    { label: w.columns.shrunk, numeric: true },
    { label: w.columns.limits },
  ],
  rows,
)}`,
  );
}

/** Who stands outside 99.8 %, above and below; of the rest, that there is no evidence of difference. */
export function ratesFinding(view: View): string {
  const w = judgementWords(view.locale);
  const { rates } = view.data.judged;
  const compared = rates.filter((r) => r.low !== null);
  if (compared.length === 0) return w.notCompared;
  const names = (side: 'above' | 'below'): string[] =>
    compared.filter((r) => r.outside === side).map((r) => view.companyName(r.companyId));
  const sentences = (['above', 'below'] as const).flatMap((side) =>
    names(side).length > 0 ? [w.outside(names(side), side === 'above')] : [],
  );
  if (compared.some((r) => r.outside === null))
    sentences.push(sentences.length === 0 ? w.noDifferenceAtAll : w.noDifference);
  return sentences.join(view.locale === 'ja' ? '' : ' ');
}
