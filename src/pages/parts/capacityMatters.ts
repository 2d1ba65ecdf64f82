import { type Html, html } from '../../html.js';
import { mattersWords } from '../../locale/mattersOf.js';
import type { View } from '../view.js';
import { levelMark } from './level.js';
import { longTable } from './longTable.js';
import { hasDecisions, stateTag } from './matters.js';
import { placeOf, scopeLink } from './namedScope.js';
import { numberCell } from './number.js';
import { section, textCell } from './section.js';

/** What the capacity committee has to look at, with what its record says of it. */
export function capacityMattersSection(view: View, route: string): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  if (view.data.config.sources.capacity.length === 0)
    return section('capacity', w.sections.capacity, null, html`<p class="missing">${w.absent.capacity}</p>`);
  const rows = view.data.risk.matters.capacity.map((row) => {
    const scope = { kind: 'system', id: row.systemId } as const;
    const figure = (metric: string) => view.data.book.find(metric, scope);
    const escalated = row.escalate !== null && w.escalates[row.escalate ? 'yes' : 'no'];
    return html`<tr><th scope="row">${scopeLink(view, route, scope)} <small>${placeOf(view, scope)}</small></th>${numberCell(view, figure('capacity_days_to_limit'), c.toLimit)}${numberCell(view, figure('capacity_over_warn_days'), c.overWarn)}${numberCell(view, figure('capacity_signs'), c.signs)}${textCell(c.capacityLevel, row.level !== null && levelMark(view, row.level))}${textCell(c.decision, html`${stateTag(view, row.state)}${escalated && html` <small>${escalated}</small>`}`)}</tr>`;
  });
  const list = longTable(
    view,
    [
      { label: c.system },
      { label: c.toLimit, numeric: true },
      { label: c.overWarn, numeric: true },
      { label: c.signs, numeric: true },
      { label: c.capacityLevel },
      { label: c.decision },
    ],
    rows,
  );
  return section(
    'capacity',
    w.sections.capacity,
    w.notes.capacity,
    html`${rows.length === 0 ? html`<p>${w.none.capacity}</p>` : list}${!hasDecisions(view) && html`<p class="missing">${w.absent.capacityRecord}</p>`}`,
  );
}
