/** Reports to the regulator that are overdue or still due, for the executives. */
import { type Html, html } from '../../html.js';
import { voiceWords } from '../../locale/voiceOf.js';
import { group } from '../book.js';
import type { RegulatorReport } from '../regulator.js';
import type { View } from '../view.js';
import { placeOf, scopeLink } from './namedScope.js';
import { number } from './number.js';
import { section, table, textCell } from './section.js';

/** The page shows at most so many; the figure counts all. */
const shownAtMost = 8;

export function regulatorSection(view: View, route: string): Html {
  const w = voiceWords(view.locale).regulator;
  const { regulator, hasRegulator, book } = view.data;
  if (!hasRegulator) return section('regulator', w.section, null, html`<p class="missing">${w.unknown}</p>`);
  const { waiting, unrecorded } = regulator;
  const shown = waiting.slice(0, shownAtMost);
  const text = (n: number): string => view.format.number(n);
  return section(
    'regulator',
    w.section,
    shown.length > 0 && w.note(text(shown.length), text(waiting.length)),
    html`<p>${w.incidents}: ${number(view, book.find('regulator_reports_overdue', group))}</p>
<p>${sentence(view, waiting)}</p>${
      unrecorded > 0 &&
      html`
<p class="missing">${w.unrecorded(text(unrecorded))}</p>`
    }${shown.length > 0 && waitingTable(view, route, shown)}`,
  );
}

/** Of incidents of which nothing is recorded, not even that nothing is outstanding can be said. */
function sentence(view: View, waiting: readonly RegulatorReport[]): string {
  const w = voiceWords(view.locale).regulator;
  const overdue = waiting.filter((r) => r.overdue).length;
  const due = view.format.number(waiting.length - overdue);
  const known = view.data.book.find('regulator_reports_overdue', group)?.status !== 'no_data';
  if (waiting.length === 0) return known ? w.noneWaiting : '';
  return overdue === 0 ? w.noneOverdue(due) : w.found(view.format.number(overdue), due);
}

function waitingTable(view: View, route: string, rows: readonly RegulatorReport[]): Html {
  const { columns: c } = view.words;
  const w = voiceWords(view.locale).regulator;
  return table(
    [
      { label: c.incident },
      { label: c.title },
      { label: c.system },
      { label: w.columns.report },
      { label: w.columns.due, numeric: true },
      { label: w.columns.over, numeric: true },
    ],
    rows.map((row) => {
      const system = { kind: 'system', id: row.systemId };
      return html`<tr><th scope="row"><span class="nb">${row.incidentId}</span></th>${textCell(c.title, row.title ?? view.words.noTitle, true)}${textCell(c.system, html`${scopeLink(view, route, system)} <small>${placeOf(view, system)}</small>`)}${textCell(w.columns.report, w.reports[row.report])}<td class="num" data-label="${w.columns.due}">${row.due}</td><td class="num" data-label="${w.columns.over}">${row.overdue ? view.format.duration(row.minutesOver) : w.withinTime}</td></tr>`;
    }),
  );
}
