/** A published figure as a cell or inside a sentence: always with its id, so that page, file and trace can be held to each other. */
import { type Html, html } from '../../html.js';
import type { Figure } from '../../metrics/figure.js';
import { metricOf } from '../../metrics/registry.js';
import type { View } from '../view.js';

/** The figure's value in words of the page's language: counts in full, minutes as a duration, indices with two decimals. */
export function valueText(view: View, figure: Figure | undefined): string {
  if (!figure || figure.status === 'no_data') return view.format.missing;
  if (figure.value === null) return view.words.notApplicable;
  switch (metricOf(figure.metric).unit) {
    case 'minutes':
      return view.format.duration(figure.value);
    case 'index':
      return view.format.number(figure.value, figure.value < 100 ? 2 : 0);
    default:
      return view.format.number(figure.value);
  }
}

/** `<data value data-figure>`: the exact value beside the shown one. */
export function number(view: View, figure: Figure | undefined): Html {
  // Nothing to take a value of is not the same as not knowing it: only what is missing is hatched.
  if (figure?.status === 'not_applicable')
    return html`<span class="quiet" data-figure="${figure.figure_id}">${valueText(view, figure)}</span>`;
  if (!figure || figure.value === null)
    return html`<span class="missing"${figure && html` data-figure="${figure.figure_id}"`}>${valueText(view, figure)}</span>`;
  return html`<data value="${figure.value}" data-figure="${figure.figure_id}">${valueText(view, figure)}</data>`;
}

/** A table cell with a figure. Missing is hatched, zero is light. */
export function numberCell(view: View, figure: Figure | undefined, label: string, big = false): Html {
  const classes = ['num', big ? 'big' : '', figure?.value === 0 ? 'zero' : ''].filter(Boolean).join(' ');
  return html`<td class="${classes}" data-label="${label}">${number(view, figure)}</td>`;
}

/** A cell with a count that is no figure of its own: what is left of others, or a zero that nothing contributes to. */
export const plainCell = (view: View, n: number, label: string): Html =>
  html`<td class="num${n === 0 ? ' zero' : ''}" data-label="${label}">${view.format.number(n)}</td>`;
