/** A published figure as a cell or inside a sentence: always with its id, so that page, file and trace can be held to each other. */
import { type Html, html } from '../../html.js';
import { levelKeys } from '../../locale/risk.js';
import { riskWords } from '../../locale/riskOf.js';
import type { Figure } from '../../metrics/figure.js';
import type { Unit } from '../../metrics/metric.js';
import { metricOf } from '../../metrics/registry.js';
import type { View } from '../view.js';

/** The figure's value in words of the page's language: counts in full, minutes as a duration, indices with two decimals. */
export function valueText(view: View, figure: Figure | undefined): string {
  if (!figure || figure.status === 'no_data') return view.format.missing;
  if (figure.value === null) return view.words.notApplicable;
  return measureText(view, metricOf(figure.metric).unit, figure.value);
}

/** A value of a unit: counts in full, minutes as a duration, shares in per cent, indices and rates with two decimals. */
export function measureText({ format, words, locale }: View, unit: Unit, value: number): string {
  switch (unit) {
    case 'minutes':
      return format.duration(value);
    case 'index':
      return format.number(value, value < 100 ? 2 : 0);
    case 'rate':
      return format.number(value, 2);
    case 'share':
      return format.percent(value, shareDigits(value));
    case 'probability':
      return format.probability(value);
    case 'days':
      return words.durationDays(format.number(value));
    case 'level':
      return riskWords(locale).levels[levelKeys[value]!];
    case 'score':
      return format.number(value, 1);
    default:
      return format.number(value, Number.isInteger(value) ? 0 : 1);
  }
}

/** Most decimals of a share. */
const finestShare = 6;

/** Availability lies close to 1, so it has two decimals; nothing is shown as 0 or 100 % unless it is exactly that. */
function shareDigits(share: number): number {
  if (share === 0 || share === 1) return 0;
  let digits = share > 0.9 ? 2 : 1;
  while (digits < finestShare && [0, 100].includes(Number((share * 100).toFixed(digits)))) digits++;
  return digits;
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
