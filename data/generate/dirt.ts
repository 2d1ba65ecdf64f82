/** The few rows that are wrong on purpose, as real exports have them. data/README.md lists each with file and line. */
import { clock, monthOf } from './kernel/calendar.js';
import type { Action, CompanyEntry, CompanyId, Incident } from './model.js';

interface Stain {
  readonly company: CompanyId;
  /** Falls on the first small, closed incident that was entered in this month. */
  readonly month: string;
  readonly name: string;
  readonly make: (incident: Incident) => readonly Incident[];
}

export const SCRIPT_TITLE = '</script><img src=x onerror=alert(1)>${alert(1)} {{x}} [a](javascript:alert(1))';
export const FORMULA_TITLE = '=HYPERLINK("https://example.invalid/?q="&A1,"詳細")';
export const ODD_SYSTEM = '../../x';
export const UNKNOWN_SYSTEM = 'e-fare-calculation-1998';

const titled = (incident: Incident, title: string): Incident => ({
  ...incident,
  fields: { ...incident.fields, title },
});
const one =
  (change: (incident: Incident) => Incident): Stain['make'] =>
  (incident) => [change(incident)];

const STAINS: readonly Stain[] = [
  {
    company: 'a',
    month: '2025-03',
    name: 'impossible date (31 February)',
    make: one((i) => ({ ...i, occurredText: '31/02/2025 10:12' })),
  },
  { company: 'b', month: '2025-07', name: 'formula-like title', make: one((i) => titled(i, FORMULA_TITLE)) },
  { company: 'c', month: '2024-09', name: 'identical duplicate', make: (i) => [{ ...i, dirt: '' }, i] },
  {
    company: 'c',
    month: '2024-11',
    name: 'line break inside a field',
    make: one((i) => ({
      ...i,
      fields: { ...i.fields, symptom: `${i.fields.symptom}\n（再操作で回復）` },
    })),
  },
  {
    company: 'c',
    month: '2025-02',
    name: 'restored before occurred',
    make: one((i) => ({ ...i, restored: i.occurred - 5_400_000 })),
  },
  { company: 'c', month: '2025-05', name: 'hostile title', make: one((i) => titled(i, SCRIPT_TITLE)) },
  { company: 'd', month: '2025-03', name: 'no system', make: one((i) => ({ ...i, systemId: '' })) },
  {
    company: 'd',
    month: '2025-06',
    name: 'too many fields (bare delimiter in the title)',
    make: one((i) => ({ ...titled(i, `${i.fields.title};再起動で回復`), extraField: true })),
  },
  {
    company: 'e',
    month: '2025-09',
    name: 'unknown system',
    make: one((i) => ({ ...i, systemId: UNKNOWN_SYSTEM })),
  },
  {
    company: 'g',
    month: '2025-08',
    name: 'differing duplicate (the later line holds)',
    make: (i) => [
      { ...i, dirt: '' },
      {
        ...i,
        fields: {
          ...i.fields,
          affected_users: String(Number(i.fields.affected_users) + 17),
          provisional_result: '影響した利用者を再集計',
        },
      },
    ],
  },
  {
    company: 'g',
    month: '2025-11',
    name: 'odd system id',
    make: one((i) => ({ ...i, systemId: ODD_SYSTEM })),
  },
];

/** Records entered after the period that the export should cover; the second is later than as-of itself. */
const AFTER = [
  { company: 'c', at: '2026-11-02T10:20', name: 'after covers' },
  { company: 'c', at: '2026-11-06T08:30', name: 'after as-of' },
] as const;

/** Passes the incidents through and stains some; `idOf` numbers the records that are added at the end. */
export function* soil(
  company: CompanyEntry,
  incidents: Iterable<Incident>,
  idOf: (number: number, at: number) => string,
): Generator<Incident> {
  const left = STAINS.filter((stain) => stain.company === company.id);
  let count = 0;
  let last: Incident | undefined;
  for (const incident of incidents) {
    count += 1;
    last = incident;
    const plain = incident.severity === 'other' && incident.state === 'closed' && incident.recursOf === '';
    const found = plain ? left.findIndex((stain) => stain.month === monthOf(incident.registered)) : -1;
    if (found < 0) yield incident;
    else
      for (const made of left.splice(found, 1).flatMap((s) => s.make({ ...incident, dirt: s.name })))
        yield made;
  }
  for (const { company: id, at, name } of AFTER) {
    if (id !== company.id || !last) continue;
    const time = clock(at);
    count += 1;
    const fields = {
      ...last.fields,
      root_cause: '',
      injection_cause: '',
      escape_cause: '',
      course: '',
      impact_minutes: '',
    };
    yield {
      ...last,
      recursOf: '',
      id: idOf(count, time),
      occurred: time,
      detected: time,
      registered: time,
      restored: undefined,
      closed: undefined,
      state: 'open',
      severity: 'other',
      times: {},
      fields,
      dirt: name,
    };
  }
}

/** Actions that name an incident which no export holds; written at the end of two companies' files. */
export function strayAction(company: CompanyEntry, number: number): Action | undefined {
  const incident = { c: 'C-99999', f: 'F24-9999' }[company.id as 'c' | 'f'];
  if (incident === undefined) return undefined;
  return {
    id: `${company.id.toUpperCase()}A-${String(number).padStart(4, '0')}`,
    incident,
    kind: 'prevention',
    content: '旧台帳から移した対策（対象の障害は台帳にない）',
    owner: company.people[0]!,
    planned: clock('2026-06-01T00:00'),
    due: clock('2026-09-30T00:00'),
    approved: undefined,
    done: undefined,
    verified: undefined,
    rolloutSystem: '',
    severity: 'other',
    dirt: 'action of an incident that does not exist',
  };
}
