/** A level as its readers see it: always with its word; missing is not zero. */
import { type Html, html } from '../../html.js';
import { type LevelWord, levelKeys } from '../../locale/risk.js';
import { riskWords } from '../../locale/riskOf.js';
import type { Figure } from '../../metrics/figure.js';
import type { View } from '../view.js';

export const levelKey = (level: number | null): LevelWord => (level === null ? 'no_data' : levelKeys[level]!);

export const levelWord = (view: View, level: number | null): string =>
  riskWords(view.locale).levels[levelKey(level)];

/** A level that is no figure of its own: a driver's, or last month's beside this month's. */
export const levelMark = (view: View, level: number | null): Html =>
  level === null
    ? html`<span class="level missing">${levelWord(view, level)}</span>`
    : html`<span class="level level-${levelKey(level)}">${levelWord(view, level)}</span>`;

/** The published `risk_level` of a scope. */
export function levelFigure(view: View, figure: Figure | undefined): Html {
  const { levels } = riskWords(view.locale);
  if (!figure || figure.value === null) {
    // Only what is unknown is hatched.
    const [word, look] =
      figure?.status === 'not_applicable' ? [levels.not_applicable, 'quiet'] : [levels.no_data, 'missing'];
    return html`<span class="level ${look}"${figure && html` data-figure="${figure.figure_id}"`}>${word}</span>`;
  }
  return html`<data class="level level-${levelKey(figure.value)}" value="${figure.value}" data-figure="${figure.figure_id}">${levelWord(view, figure.value)}</data>`;
}
