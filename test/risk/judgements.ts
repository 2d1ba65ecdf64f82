/** A project → what each system is judged from, month by month, as short texts. */
import type { PeriodChoice } from '../../src/marts/period.js';
import { externalServices } from '../../src/risk/externalServices.js';
import { riskInputs } from '../../src/risk/inputs.js';
import { riskJudged } from '../../src/risk/judged.js';
import { riskMembers } from '../../src/risk/members.js';
import { registerStates } from '../../src/risk/register.js';
import { signalHistory } from '../../src/risk/signalHistory.js';
import { riskSystems } from '../../src/risk/systems.js';
import type { Files } from '../loaders/project.js';
import { type Given, riskRows } from './marts.js';

const marts = [
  riskMembers,
  riskSystems,
  signalHistory,
  externalServices,
  registerStates,
  riskInputs,
  riskJudged,
];

export interface Judgements {
  /** `2026-04 s1 harm impact_minutes` → `480 = 2`: the value or finding and its level, `- = 0` for neither; or the state. */
  of(key: string): string;
  /** The same of several systems or months: `*` stands for each of them in their order. */
  each(key: string): string[];
  readonly rows: readonly (readonly unknown[])[];
}

export async function judge(files: Files, choice: PeriodChoice = {}, given: Given = {}): Promise<Judgements> {
  const rows = await riskRows(
    files,
    choice,
    given,
    marts.filter(({ name }) => !(name in given)),
    `SELECT month, system_id, driver, input, value, category, state, level FROM mart.risk_judged ORDER BY month, system_id, driver, input`,
  );
  const told = rows.map(([month, system, driver, input, value, category, state, level]) => ({
    key: [month, system, driver, input],
    text: state === '' ? `${value ?? category ?? '-'} = ${level}` : String(state),
  }));
  const each = (key: string): string[] => {
    const asked = key.split(' ');
    const found = told.filter((row) => asked.every((word, i) => word === '*' || word === row.key[i]));
    if (found.length === 0) throw new Error(`nothing is judged of ${key}`);
    return found.map(({ text }) => text);
  };
  return { each, of: (key) => each(key).join(' / '), rows };
}

/** Grades by the export's own word: C critical, H heavy, O other, G other and critical from 20,000 minutes on; without one, no grade. */
const scheme = `schemes:
  plain:
    name: Scheme
    value: Continuity
    counts: "state IS DISTINCT FROM 'canceled'"
    importance: { level: availability_need }
    severity:
      grades:
        - { id: C, name: C, when: "severity = 'C' OR (severity = 'G' AND impact_minutes >= 20000)", class: critical }
        - { id: H, name: H, when: "severity = 'H'", class: heavy }
        - { id: O, name: O, when: "severity IN ('O', 'G')", class: other }
    impact_factor: "1"
    terminal: "false"
    required_fields: { critical: [title], heavy: [title], other: [title] }
`;

export interface Parts {
  /** Lines of kado.yaml besides. */
  readonly yaml?: string;
  readonly asOf?: string;
  readonly covers?: string;
  /** Header and rows of the systems; s1 to s4 of unit u1 by default. */
  readonly systems?: readonly string[];
  /** Header and rows of the incidents. */
  readonly incidents?: readonly string[];
  /** Kind → header and rows. */
  readonly more?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Times are of Tokyo; January to April 2026, as of 10 May (April is valued at its end all the same). Company a has the scheme above.
 * Without incidents of its own, one that harms nobody any more: restored within the minute on 1 January.
 */
export const riskProject = ({
  yaml = '',
  asOf = '2026-05-10T12:00:00',
  covers,
  systems,
  incidents,
  more = {},
}: Parts): Files => ({
  'kado.yaml': `timezone: Asia/Tokyo
as_of: ${asOf}
max_reject_rate: 0
companies: [{ id: a, name: A, scheme: plain }, { id: b, name: B }]
${yaml}${scheme}sources:
  units: u.csv
  systems: s.csv
  incidents: { path: i.csv, covers: ${covers ?? '{ from: 2026-01-01, to: 2026-05-09 }'} }
${Object.keys(more)
  .map((kind) => `  ${kind}: { path: ${kind}.csv, allow_empty: true }\n`)
  .join('')}`,
  'u.csv': 'unit_id,company_id,name_ja\nu1,a,U\nu2,b,U\n',
  's.csv': text(systems ?? ['system_id,unit_id,name_ja', 's1,u1,S', 's2,u1,S', 's3,u1,S', 's4,u1,S']),
  'i.csv': text(
    incidents ?? ['incident_id,system_id,occurred_at,restored_at', 'I0,s1,2026-01-01T00:00,2026-01-01T00:01'],
  ),
  ...Object.fromEntries(Object.entries(more).map(([kind, rows]) => [`${kind}.csv`, text(rows)])),
});
const text = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

export const april = { month: '2026-04' } as const;
