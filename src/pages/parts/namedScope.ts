/** A scope that an export names, with a link where it has a page; one that the report doesn't know stands as the export writes it. */
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import { mattersWords } from '../../locale/mattersOf.js';
import type { NamedScope } from '../risk/matters.js';
import { linkFrom, routes, type View } from '../view.js';

export function scopeName(view: View, { kind, id }: NamedScope): string {
  const w = judgementWords(view.locale);
  if (kind === 'group') return mattersWords(view.locale).group;
  if (kind === 'company' && view.data.companies.some((c) => c.id === id)) return view.companyName(id);
  if (kind === 'unit' && view.data.units.some((u) => u.id === id)) return view.unitName(id);
  if (kind === 'system' && view.data.systems.some((s) => s.id === id)) return view.systemName(id);
  if (kind === 'supplier') return id;
  const name = (kind === 'layer' ? w.layers[id] : kind === 'theme' ? w.themes[id] : undefined) ?? id;
  return `${w.scopeKinds[kind] ?? kind} ${name}`;
}

export function scopeLink(view: View, route: string, scope: NamedScope): Html {
  const to = pageOf(view, scope);
  const name = scopeName(view, scope);
  return to === undefined || to === route
    ? html`${name}`
    : html`<a href="${linkFrom(route, to)}">${name}</a>`;
}

function pageOf({ data }: View, { kind, id }: NamedScope): string | undefined {
  if (kind === 'group') return routes.executive;
  if (kind === 'company' && data.companies.some((c) => c.id === id)) return routes.company(id);
  if (kind === 'unit' && data.units.some((u) => u.id === id)) return routes.unit(id);
  if (kind === 'system' && data.systems.some((s) => s.id === id)) return routes.system(id);
  if (kind === 'supplier' && data.across.some((s) => s.kind === 'supplier' && s.id === id))
    return routes.supplier(id);
  return undefined;
}

/** Under a name: where it belongs. */
export function placeOf(view: View, { kind, id }: NamedScope): string | null {
  if (kind === 'unit') {
    const unit = view.data.units.find((u) => u.id === id);
    return unit ? view.companyName(unit.companyId) : null;
  }
  const system = kind === 'system' ? view.data.systems.find((s) => s.id === id) : undefined;
  return system ? `${view.companyName(system.companyId)} ${view.unitName(system.unitId)}` : null;
}

/** Whether a named scope is, or lies within, a group, company, unit or system. What runs through companies lies in the group alone. */
export function within(view: View, { kind, id }: NamedScope): (scope: NamedScope | null) => boolean {
  if (kind === 'group') return () => true;
  const units = new Set(
    view.data.units.filter((u) => kind === 'company' && u.companyId === id).map((u) => u.id),
  );
  const systems = new Set(
    view.data.systems
      .filter((s) => (kind === 'company' ? s.companyId === id : kind === 'unit' && s.unitId === id))
      .map((s) => s.id),
  );
  return (scope) =>
    scope !== null &&
    ((scope.kind === kind && scope.id === id) ||
      (scope.kind === 'unit' && units.has(scope.id)) ||
      (scope.kind === 'system' && systems.has(scope.id)));
}
