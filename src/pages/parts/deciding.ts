/** Which systems a scope's level rests on, as the rule of the roll-up has it (src/risk/scopes.ts). */
import { group, type Scope } from '../book.js';
import { type ScopeLevel, type SystemLevel, scopeKey } from '../risk/levels.js';
import type { View } from '../view.js';

/** The systems of a tier; those of other scopes stand on no page of a verdict. */
const isIn =
  ({ kind, id }: Scope) =>
  (s: SystemLevel): boolean =>
    kind === group.kind || (kind === 'company' ? s.companyId === id : kind === 'unit' && s.unitId === id);

/** Those that by themselves lift it to its level: the greatest score first. Empty where the share decides. */
export function decidingSystems(view: View, scope: Scope): readonly SystemLevel[] {
  const level = view.data.risk.levels.scopes.get(scopeKey(scope));
  if (level === undefined || level.deciding === null || level.deciding === 'share') return [];
  return [...view.data.risk.levels.systems.values()]
    .filter(isIn(scope))
    .filter((s) => decides(view, level, s))
    .sort(
      (a, b) =>
        b.counted - a.counted || (b.score ?? 0) - (a.score ?? 0) || (a.systemId < b.systemId ? -1 : 1),
    );
}

function decides(view: View, scope: ScopeLevel, system: SystemLevel): boolean {
  if (system.level === null || scope.level === null) return false;
  if (scope.deciding === 'top' && system.counted !== 4) return false;
  const less = view.data.config.risk.rollUp.less[system.counted - 1];
  return less != null && Math.max(system.level - less, 0) === scope.level;
}
