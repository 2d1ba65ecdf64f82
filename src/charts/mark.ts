/** Signs before a word: shape carries the meaning, colour repeats it. The word itself always stands beside. */
import { type Html, trusted } from '../html.js';

/** Variation: worse, better, common. Assurance: missed (over the cap), uncertain, met (on track). */
export type MarkKind = 'worse' | 'better' | 'common' | 'missed' | 'uncertain' | 'met';

const ring = (tone: string, width: number) =>
  `<circle cx="9" cy="9" r="8" fill="none" stroke="var(--${tone})" stroke-width="${width}"/>`;
const line = (tone: string, path: string, width: number) =>
  `<path d="${path}" fill="none" stroke="var(--${tone})" stroke-width="${width}"/>`;

const shapes: Readonly<Record<MarkKind, string>> = {
  worse: ring('bad', 1.6) + line('bad', 'M4 12l4-5 2 3 4-5', 1.8),
  better: ring('good', 1.6) + line('good', 'M4 6l4 5 2-3 4 5', 1.8),
  common: ring('quiet', 1.2) + line('quiet', 'M3.5 9c1.5-3 3-3 4.5 0s3.5 3 6 0', 1.5),
  missed: `<path d="M9 1l8 15H1z" fill="var(--bad)"/>${line('on-bad', 'M9 6v5', 1.8)}<circle cx="9" cy="13.3" r="1.1" fill="var(--on-bad)"/>`,
  uncertain: `${line('unsure', 'M9 1l8 8-8 8-8-8z', 1.7)}${line('unsure', 'M7 7.200a2 2 0 1 1 2.7 1.900q-.7.3-.7 1.4', 1.3)}<circle cx="9" cy="12.6" r=".9" fill="var(--unsure)"/>`,
  met: `<circle cx="9" cy="9" r="8" fill="var(--good)"/>${line('paper', 'M5 9.500l3 3 5-6.5', 2)}`,
};

const made = Object.fromEntries(
  Object.entries(shapes).map(([kind, shape]) => [
    kind,
    trusted(`<svg class="mark" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">${shape}</svg>`),
  ]),
) as Record<MarkKind, Html>;

/** The sign of `kind`, hidden from screen readers: write its word right after it. */
export const mark = (kind: MarkKind): Html => made[kind];
