/** Marks with their words: shape and word say it, colour only repeats them. */
import { type MarkKind, mark } from '../../charts/index.js';
import { type Html, html } from '../../html.js';
import type { Assurance, StatusWord, Variation } from '../../locale/judgements.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { Figure } from '../../metrics/figure.js';
import type { View } from '../view.js';

type Tone = 'good' | 'unsure' | 'bad' | 'quiet';

const marked = (kind: MarkKind | undefined, tone: Tone, word: string): Html =>
  html`<span class="${tone} nb">${kind && mark(kind)}${word}</span>`;

const statuses: Readonly<Record<StatusWord, readonly [kind: MarkKind | undefined, tone: Tone]>> = {
  on_track: ['met', 'good'],
  met: ['met', 'good'],
  at_risk: ['uncertain', 'unsure'],
  off_track: ['missed', 'bad'],
  exceeded: ['missed', 'bad'],
  not_met: ['missed', 'bad'],
  too_early: [undefined, 'quiet'],
  no_data: [undefined, 'quiet'],
  not_applicable: [undefined, 'quiet'],
};

export const statusMark = (view: View, status: StatusWord): Html =>
  marked(...statuses[status], judgementWords(view.locale).status[status]);

/** The status of a figure, where it has one: a count past its cap is exceeded, which is no forecast any more. */
export function statusOf(figure: Figure | undefined): StatusWord | undefined {
  if (!figure || figure.status === '') return undefined;
  const exceeded =
    figure.metric === 'cap_exceed_probability'
      ? figure.value === 1
      : figure.value !== null && figure.target !== null && figure.value > figure.target;
  return figure.status === 'off_track' && exceeded ? 'exceeded' : figure.status;
}

export const variationMark = (view: View, variation: Variation): Html =>
  marked(
    variation,
    ({ common: 'quiet', better: 'good', worse: 'bad' } as const)[variation],
    judgementWords(view.locale).variation[variation],
  );

const assurances: Readonly<Record<Assurance, readonly [kind: MarkKind, tone: Tone]>> = {
  consistently_met: ['met', 'good'],
  consistently_missed: ['missed', 'bad'],
  hit_and_miss: ['uncertain', 'unsure'],
};

export const assuranceMark = (view: View, assurance: Assurance): Html =>
  marked(...assurances[assurance], judgementWords(view.locale).assurance[assurance]);
