/** What forms are made of: facts, ruled fields for what is not known, boxes to tick. */
import { type Content, type Html, html } from '../../html.js';
import { formWords } from '../../locale/formsOf.js';
import { metricOf } from '../../metrics/registry.js';
import type { Scope } from '../book.js';
import { number } from '../parts/number.js';
import type { View } from '../view.js';

/** A ruled field, to be filled in by hand: what is not known is never 0 and never a word that could pass for an answer. */
export const blank = (view: View): Html =>
  html`<span class="blank" role="img" aria-label="${formWords(view.locale).blank}"></span>`;

export const orBlank = (view: View, content: Content): Content =>
  content === null || content === undefined || content === '' ? blank(view) : content;

export interface Fact {
  readonly label: string;
  /** Null: not known. */
  readonly value: Content;
}

export const facts = (view: View, list: readonly Fact[]): Html =>
  html`<dl class="known">${list.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${orBlank(view, value)}</dd></div>`,
  )}</dl>`;

/** A published figure; a field where there is none, or it isn't known. */
export function figureFact(view: View, metric: string, scope: Scope): Fact {
  const figure = view.data.book.find(metric, scope);
  const unknown = figure === undefined || (figure.value === null && figure.status !== 'not_applicable');
  return { label: metricOf(metric).name[view.locale], value: unknown ? null : number(view, figure) };
}

/** A count that is no figure of its own; zero is light. */
export const countFact = (view: View, label: string, n: number | null): Fact => ({
  label,
  value:
    n === null
      ? null
      : n === 0
        ? html`<span class="zero">${view.format.number(0)}</span>`
        : view.format.number(n),
});

/** A measurement as the export has it: no digit is added, none of the first six decimals is lost. */
export function measured(view: View, value: number | null): string | null {
  if (value === null) return null;
  const text = String(value);
  return view.format.number(value, text.includes('e') ? 6 : Math.min(6, text.split('.')[1]?.length ?? 0));
}

/** The four answers; the known one is ticked. */
export const statusBoxes = (view: View, status: number | null): Html =>
  html`<ul class="ticks">${formWords(view.locale).statuses.map((word, i) =>
    i === status ? html`<li><b>■ ${word}</b></li>` : html`<li>□ ${word}</li>`,
  )}</ul>`;

/** Empty rows of a table, to write into. */
export const blankRows = (view: View, labels: readonly string[], n: number): Html[] =>
  Array.from(
    { length: n },
    () =>
      html`<tr class="writing"><th scope="row">${blank(view)}</th>${labels
        .slice(1)
        .map((label) => html`<td data-label="${label}">${blank(view)}</td>`)}</tr>`,
  );
