/** The tiers above a system, and why each stands where it does; and the same of one scope. */
import { type Html, html } from '../../html.js';
import { riskWords } from '../../locale/riskOf.js';
import { whyWords } from '../../locale/whyOf.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import { group, type Scope } from '../book.js';
import { linkFrom, routes, type View } from '../view.js';
import { levelFigure, levelMark } from './level.js';
import { number, numberCell } from './number.js';
import { section, table, textCell } from './section.js';
import { scopeSentence } from './whySentences.js';

/** From the unit to the group. */
export function upSection(view: View, route: string, systemId: string): Html {
  const w = whyWords(view.locale);
  const { columns: r } = riskWords(view.locale);
  const { book } = view.data;
  const { unitId, companyId } = view.system(systemId);
  const tiers: readonly (readonly [Scope, string, string])[] = [
    [{ kind: 'unit', id: unitId }, view.unitName(unitId), routes.unit(unitId)],
    [{ kind: 'company', id: companyId }, view.companyName(companyId), routes.company(companyId)],
    [group, view.words.nav.group, routes.executive],
  ];
  return section(
    'up',
    w.up,
    null,
    table(
      [{ label: w.columns.tier }, { label: r.level }, { label: r.score, numeric: true }, { label: r.reason }],
      tiers.map(
        ([scope, name, to]) =>
          html`<tr><th scope="row"><a href="${linkFrom(route, to)}">${name}</a></th>${textCell(r.level, levelFigure(view, book.find('risk_level', scope)))}${numberCell(view, book.find('risk_score', scope), r.score)}${textCell(r.reason, scopeSentence(view, scope) ?? '', true)}</tr>`,
      ),
    ),
  );
}

/** Of a scope above systems: its sentence, and the gravest system, the share's answer and the mean beside the level. null: nothing known of it. */
export function scopeWhySection(view: View, scope: Scope): Html | null {
  const why = view.data.risk.why.scopes.get(scopeKey(scope));
  if (why === undefined) return null;
  const w = whyWords(view.locale);
  const { book } = view.data;
  const items: readonly (readonly [string, Html])[] = [
    [w.headline.level, levelFigure(view, book.find('risk_level', scope))],
    [w.headline.gravest, levelMark(view, why.worst)],
    [w.headline.byWorst, levelMark(view, why.byWorst)],
    [w.headline.byShare, levelMark(view, why.byShare)],
    [w.headline.mean, number(view, book.find('risk_score', scope))],
    [w.headline.coverage, number(view, book.find('risk_coverage', scope))],
  ];
  return section(
    'why',
    w.section,
    null,
    html`<p class="find">${scopeSentence(view, scope) ?? ''}</p>
<dl class="headline">${items.map(([label, value]) => html`<div><dt>${label}</dt><dd class="big">${value}</dd></div>`)}</dl>`,
  );
}
