/** Who prepared, checked and approved: each with name and day, or said to be missing. A report that nobody approved is a draft. */
import { type Html, html } from '../../html.js';
import { voiceWords } from '../../locale/voiceOf.js';
import type { Signature, SignOff } from '../signOff.js';
import type { View } from '../view.js';
import { section } from './section.js';

const steps = ['prepared', 'checked', 'approved'] as const;

export function signOffSection(view: View): Html {
  const w = voiceWords(view.locale).signOff;
  const { signOff } = view.data;
  if (signOff.length === 0)
    return section('sign-off', w.section, null, html`<p class="missing">${w.absent}</p>`);
  return section('sign-off', w.section, null, html`${signOff.map((row) => editionOf(view, row))}`);
}

function editionOf(view: View, row: SignOff): Html {
  const w = voiceWords(view.locale).signOff;
  const parts = steps.map(
    (step) => html`<span class="nb">${w[step]}: ${signature(view, row[step], w.unsigned[step])}</span>`,
  );
  return html`<p><b>${w.edition(row.edition)}</b> ${parts.map((part) => html` | ${part}`)}</p>${!isApproved(row) && html`<p class="missing">${w.draft}</p>`}
`;
}

/** A name without a day, or a day without a name, is no signature. */
const isApproved = ({ approved: { by, on } }: SignOff): boolean => by !== null && on !== null;

function signature(view: View, { by, on }: Signature, unsigned: string): Html {
  const w = voiceWords(view.locale).signOff;
  if (by === null && on === null) return html`<span class="missing">${unsigned}</span>`;
  return html`${by ?? w.noName} ${on ?? w.noDay}`;
}
