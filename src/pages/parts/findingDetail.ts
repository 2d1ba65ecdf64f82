/** What a fact is, in words: the numbers of its row of mart.risk_findings. */
import type { Counted } from '../../locale/findings.js';
import { findingWords } from '../../locale/findingsOf.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import { riskWords } from '../../locale/riskOf.js';
import type { GroupClass } from '../../schemes/model.js';
import type { Finding } from '../risk/findings.js';
import { gradeName } from '../scale.js';
import type { View } from '../view.js';
import { levelWord } from './level.js';

const counted = ({ format }: View, n: number | null): Counted => ({ n: n ?? 0, text: format.number(n ?? 0) });

/** methods.md: importance is 1–4, 4 highest. */
const topImportance = 4;

export function detailOf(view: View, f: Finding): string {
  const w = findingWords(view.locale);
  const { format } = view;
  const days = counted(view, f.value === null ? null : Math.floor(f.value));
  switch (f.kind) {
    case 'open_critical':
      return w.openCritical(f.key ?? '', format.duration(f.value));
    case 'top_critical':
    case 'other_critical':
      return w.atLevel(deciding(view, f));
    case 'company_worse': {
      const trend = view.data.risk.findings.trends.get(`${f.scopeKind} ${f.scopeId}`);
      if (trend === undefined) return '';
      return w.worse({
        n: format.number(trend.n),
        from: format.month(trend.from),
        expected: format.number(trend.expected, trend.expected < 10 ? 1 : 0),
        baselineFrom: format.month(trend.baselineFrom),
        baselineTo: format.month(trend.baselineTo),
      });
    }
    case 'recurring_cause':
      return w.recurring(counted(view, f.n), f.text);
    case 'cap_exceeded':
      return capOf(view, f);
    case 'capacity_limit':
      return w.capacity(days);
    case 'regulator_overdue':
      return w.regulator(counted(view, f.n));
    case 'concentration':
      return w.concentration({
        n: format.number(f.n),
        of: format.number(f.of),
        share: format.percent(f.value),
        companies: counted(view, view.data.risk.findings.companiesOf.get(f.scopeId) ?? 0),
        importance: view.data.config.risk.concentration.importance,
      });
    case 'decision_overdue':
      // A matter as recorded has a subject; one that was sent upward by rule has none.
      if (f.text !== null) return w.decision(f.text, days);
      return f.of === null ? w.sentUpward(days) : w.undone(counted(view, f.of));
    case 'acceptance_ended':
      return w.acceptance(f.text, days);
    case 'profiles_stale':
    case 'drills_lapsed': {
      const lapse = {
        unit: f.scopeKind === 'unit',
        systems: counted(view, f.n),
        days: f.value === null ? null : format.number(f.value),
        top: f.weight === topImportance,
      };
      return f.kind === 'profiles_stale' ? w.profiles(lapse) : w.drills(lapse);
    }
    case 'register_disagrees':
      return w.register(f.text === 'not_registered' ? null : levelWord(view, f.n), levelWord(view, f.value));
    case 'external_findings':
      return w.external(f.key ?? '', f.text ?? '');
    case 'reports_missing':
      return w.report(format.month(f.text));
  }
}

/** The drivers that are at the system's level. */
function deciding(view: View, f: Finding): string[] {
  const system = f.systemId === null ? undefined : view.data.risk.levels.systems.get(f.systemId);
  if (system === undefined) return [];
  const { drivers, importance } = riskWords(view.locale);
  return [
    ...system.drivers.filter((d) => d.level === system.level).map((d) => drivers[d.driver] ?? d.driver),
    ...(system.importance === null ? [importance.unknown] : []),
  ];
}

/** The count against the cap, of a grade or class where it is one's. */
const capOf = (view: View, f: Finding): string =>
  findingWords(view.locale).cap(severityOf(view, f), counted(view, f.n), counted(view, f.value));

function severityOf(view: View, { key, companyId }: Finding): string {
  const [dimension, ...rest] = (key ?? '').split(':');
  const member = rest.join(':');
  if (dimension === '') return '';
  if (dimension === 'class') return judgementWords(view.locale).classes[member as GroupClass];
  const use = view.data.schemes.find((u) => companyId !== null && u.companies.includes(companyId));
  return gradeName(view, { grade: member, class: null, scheme: use?.scheme.id ?? null });
}
