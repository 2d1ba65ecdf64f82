/** Matters for decision, acceptances, the capacity committee, submissions. */
import { html } from '../html.js';
import type { MattersVerdict } from '../locale/matters.js';
import { mattersWords } from '../locale/mattersOf.js';
import type { Shown } from '../locale/words.js';
import type { PageContent } from './page.js';
import { acceptancesSection, hasAcceptances, hasEndedSince } from './parts/acceptances.js';
import { capacityMattersSection } from './parts/capacityMatters.js';
import { recordedSection, sentSection, undoneDecisions, waitingMatters } from './parts/matters.js';
import { hasSubmissions, submissionsSection } from './parts/submissions.js';
import { routes, type View } from './view.js';

export function decisionsPage(view: View): PageContent {
  const { words } = view;
  const w = mattersWords(view.locale);
  const route = routes.decisions;
  const found = verdictOf(view);
  const [first, second] = w.verdict(found);
  return {
    kind: 'decisions',
    nav: 'decisions',
    route,
    title: words.nav.decisions,
    description: words.purposes.decisions,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.decisions, href: null },
    ],
    content: html`<h1>${first}${second !== '' && html`<br>${second}`}</h1>
<p class="lead">${w.lead(found)}</p>
${sentSection(view, route)}
${recordedSection(view, route)}
${capacityMattersSection(view, route)}
${acceptancesSection(view, route)}
${submissionsSection(view, route)}`,
  };
}

function verdictOf(view: View): MattersVerdict {
  const shown = (n: number): Shown => ({ n, text: view.format.number(n) });
  const waiting = waitingMatters(view);
  const { acceptances } = view.data.risk.matters;
  const accepted = (state: string): Shown | null =>
    hasAcceptances(view) ? shown(acceptances.filter((a) => a.state === state).length) : null;
  return {
    waiting: shown(waiting.length),
    overdue: shown(waiting.filter((m) => m.overdue).length),
    undone: shown(undoneDecisions(view).length),
    ended: accepted('expired'),
    unapproved: accepted('unapproved'),
    missing: hasSubmissions(view)
      ? shown(view.data.risk.submissions.filter((s) => s.state === 'missing').length)
      : null,
    endedSince: hasAcceptances(view) ? shown(acceptances.filter((a) => hasEndedSince(view, a)).length) : null,
    atMonthEnd: view.reported.elapsed,
  };
}
