/** Every metric of a scope in one table: value, the month before, exact interval, target and status. */
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { Figure } from '../../metrics/figure.js';
import type { Metric } from '../../metrics/metric.js';
import { metrics } from '../../metrics/registry.js';
import { monthBefore, type Scope } from '../book.js';
import { linkFrom, routes, type View } from '../view.js';
import { assuranceMark, statusMark, statusOf, variationMark } from './marks.js';
import { measureText, numberCell } from './number.js';
import { section, table, textCell } from './section.js';
import { signalOf } from './signals.js';

export function valuesSection(view: View, route: string, scope: Scope): Html {
  const w = judgementWords(view.locale);
  const { book } = view.data;
  const before = monthBefore(view.reported.month);
  const rows = metrics.flatMap((metric) => {
    const figure = book.find(metric.id, scope);
    // A cap of all incidents is rare; those of grades stand in their own section.
    if (!figure || (caps.has(metric.id) && figure.value === null)) return [];
    const status = statusOf(figure);
    const name = html`<a href="${linkFrom(route, routes.methods)}#m-${metric.id}">${metric.name[view.locale]}</a>`;
    return html`<tr><th scope="row">${name}</th>${numberCell(view, figure, w.columns.value)}${textCell(w.columns.coverage, coverageText(view, figure))}${numberCell(view, book.find(metric.id, scope, '', before), w.columns.before)}${textCell(w.columns.interval, intervalText(view, metric, figure))}${textCell(w.columns.target, targetText(view, metric, figure))}${textCell(w.columns.status, status && !silent.has(status) && statusMark(view, status))}${textCell(w.columns.signal, marksOf(view, metric.id, scope))}</tr>`;
  });
  return section(
    'values',
    w.sections.values,
    w.notes.values,
    table(
      [
        { label: w.columns.metric },
        { label: w.columns.value, numeric: true },
        { label: w.columns.coverage },
        { label: w.columns.before, numeric: true },
        { label: w.columns.interval },
        { label: w.columns.target },
        { label: w.columns.status },
        { label: w.columns.signal },
      ],
      rows,
    ),
  );
}

const caps: ReadonlySet<string> = new Set(['cap', 'cap_exceed_probability']);

/** What the value's own cell says already. */
const silent: ReadonlySet<string> = new Set(['no_data', 'not_applicable']);

/** Said where part of what the value needs is not known; a whole one goes without saying. */
const coverageText = (view: View, { value, coverage }: Figure): string =>
  value === null || coverage === null || coverage >= 1
    ? ''
    : view.format.percent(Math.floor(coverage * 100) / 100);

/** The two marks of a headline: variation, and, against a monthly target, assurance. */
function marksOf(view: View, metric: string, scope: Scope): Html | string {
  const signal = signalOf(view, metric, scope);
  if (!signal?.variation) return '';
  return html`${variationMark(view, signal.variation)}${signal.assurance && html` <small>${assuranceMark(view, signal.assurance)}</small>`}`;
}

export function intervalText(view: View, metric: Metric, figure: Figure): string {
  if (figure.lower === null && figure.upper === null) return '';
  const text = (bound: number | null): string =>
    bound === null
      ? '∞'
      : metric.unit === 'count' || metric.unit === 'days'
        ? view.format.number(bound, 1)
        : measureText(view, metric.unit, bound);
  return `${text(figure.lower)}–${text(figure.upper)}`;
}

function targetText(view: View, metric: Metric, figure: Figure): string {
  if (figure.target === null) return '';
  const sign = metric.direction === 'higher_is_better' ? '≥' : '≤';
  return `${sign}\u00a0${measureText(view, metric.unit, figure.target)}`;
}
