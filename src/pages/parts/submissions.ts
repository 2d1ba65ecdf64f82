import { type Html, html } from '../../html.js';
import { mattersWords } from '../../locale/mattersOf.js';
import { group } from '../book.js';
import { formLink } from '../form/link.js';
import type { SubmissionRow } from '../risk/submissions.js';
import type { View } from '../view.js';
import { longTable } from './longTable.js';
import { placeOf, scopeLink } from './namedScope.js';
import { number } from './number.js';
import { section, textCell } from './section.js';

export const hasSubmissions = (view: View): boolean => view.data.config.sources.submissions.length > 0;

/** What is missing stands first. */
const states = ['missing', 'late', 'owed', 'on_time'] as const;

/** Monthly reports by state, all of them: units, systems and suppliers on equal terms. */
export function submissionsSection(view: View, route: string): Html {
  const w = mattersWords(view.locale);
  if (!hasSubmissions(view))
    return section(
      'submissions',
      w.sections.submissions,
      null,
      html`<p class="missing">${w.absent.submissions}</p>`,
    );
  const { submissions } = view.data.risk;
  const [before, after] = w.notes.onTime;
  const body = html`<p>${before}${number(view, view.data.book.find('submission_on_time_rate', group))}${after}</p>
${states.map((state) => {
  const rows = submissions.filter((s) => s.state === state);
  return (
    rows.length > 0 &&
    html`<h3>${w.submissionStates[state]} <span class="quiet">${view.format.number(rows.length)}</span></h3>
${reportTable(view, route, state, rows)}`
  );
})}`;
  return section(
    'submissions',
    w.sections.submissions,
    w.notes.submissions,
    submissions.length === 0 ? html`<p>${w.none.submissions}</p>` : body,
  );
}

function reportTable(
  view: View,
  route: string,
  state: SubmissionRow['state'],
  rows: readonly SubmissionRow[],
): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  const came = state === 'late' || state === 'on_time';
  const late = state === 'late' || state === 'missing';
  const formOf = ({ kind, id }: SubmissionRow['scope']): Html | null =>
    kind === 'system' || kind === 'supplier' ? formLink(view, route, kind, id) : null;
  return longTable(
    view,
    [
      { label: c.reporter },
      { label: c.reported },
      { label: c.due, numeric: true },
      ...(came ? [{ label: c.submitted, numeric: true }, { label: c.by }] : []),
      ...(late ? [{ label: c.late, numeric: true }] : []),
    ],
    rows.map(
      (s) =>
        html`<tr><th scope="row">${scopeLink(view, route, s.scope)}<small>${placeOf(view, s.scope)} ${formOf(s.scope)}</small></th>${textCell(c.reported, view.format.month(s.reported))}<td class="num" data-label="${c.due}">${s.due}</td>${came && html`<td class="num" data-label="${c.submitted}">${s.submitted}</td>${textCell(c.by, s.by)}`}${late && html`<td class="num" data-label="${c.late}">${view.format.duration(s.minutesLate)}</td>`}</tr>`,
    ),
  );
}
