/** What readers should see first: each kind by hand, and what is none of them. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { findingOrder } from '../../src/risk/findings.js';
import { judgeRisk } from '../../src/risk/index.js';
import { settleSchemes } from '../../src/schemes/settle.js';
import { type Files, withStaged } from '../loaders/project.js';
import { findingProject } from './findingProject.js';

interface Fact {
  readonly kind: string;
  readonly text: string;
}

/** `scope weight n value text key of` of each, kind by kind; – for NULL. */
const factsOf = (files: Files, month = '2026-10'): Promise<Record<string, string[]>> =>
  withStaged(files, async ({ db, config, loaded }) => {
    const period = await buildMarts(db, config, { month }, await settleSchemes(db, config));
    await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
    const rows = await db.rows<Fact>(
      `SELECT kind, concat_ws(' ', scope_kind || ':' || scope_id, coalesce(company_id, '–'), coalesce(weight::INTEGER::VARCHAR, '–'), coalesce(n::VARCHAR, '–'),
         coalesce(round(value, 2)::VARCHAR, '–'), coalesce(text, '–'), coalesce(key, '–'), coalesce(of_n::VARCHAR, '–')) AS text FROM mart.risk_findings ORDER BY kind, position`,
    );
    const facts: Record<string, string[]> = {};
    for (const { kind, text } of rows) facts[kind] = [...(facts[kind] ?? []), text];
    return facts;
  });

const edited = (project: Files, file: string, from: string, to: string): Files => {
  if (!String(project[file]).includes(from)) throw new Error(`no ${from} in ${file}`);
  return { ...project, [file]: String(project[file]).replace(from, to) };
};

describe('what readers should see first', { timeout: 120_000 }, () => {
  it('is each fact of the month, with its numbers', async () => {
    expect(await factsOf(findingProject())).toEqual({
      // 28 October 12:00 to the end of the 31st: 3.5 days.
      open_critical: ['system:s1 x 4 1 5040.0 停止 i1 –'],
      // Open, critical (4), and harm, high (3), of eleven drivers that apply: 7 of 44. Its score is not what makes it critical.
      top_critical: ['system:s1 x 4 – 15.91 – – –'],
      // November 2025 to October 2026: the one of 20 October 2025 is no more among them.
      recurring_cause: ['system:s2 x 4 4 – プール枯渇 – –'],
      // The scheme's own rule: no critical one; i1 and i2 are.
      cap_exceeded: ['company:x x 1 2 0.0 – grade:critical –'],
      capacity_limit: ['system:s3 x 4 – 10.0 – – –'],
      regulator_overdue: ['system:s3 x 4 1 – – i2 –'],
      concentration: ['supplier:北社 – 4 3 1.0 – – 3'],
      // The longest known: 1 January 2025 to 31 October 2026, 668 days. s3's 364 are within the limit.
      profiles_stale: ['unit:u2 x 2 2 668.0 – – 2'],
      // s4's 360 days are within the limit, so the unit is not concerned as a whole; s5 has none on record.
      drills_lapsed: ['system:s5 x 1 1 – – – 1'],
      decision_overdue: ['system:s2 x 4 1 30.0 増強 D1 –'],
      acceptance_ended: ['system:s4 x 2 1 31.0 帳票の旧版 A1 –'],
      register_disagrees: [
        'system:s1 x 4 – 4.0 not_registered – –',
        'system:s2 x 4 1 3.0 registered_low R1 –',
        'system:s3 x 4 – 3.0 not_registered – –',
        'system:s4 x 2 – 3.0 not_registered – –',
      ],
      external_findings: ['system:s3 x 4 1 – missing 北社 –', 'system:s4 x 2 1 – not_to_be_used 南社 –'],
      reports_missing: ['unit:u2 x – 1 – 2026-09 2026-09 –'],
    });
  });

  it('tells what was decided and not carried out from what nobody has decided', async () => {
    // Raised by the critical incident of 28 October, decided on the 29th for both tiers, to be done by the 30th: a day past at the month's end.
    const decision = 'D9,2026-10,executive,停止への対応,system:s1,可,2026-10-29,2026-10-30,';
    const facts = await factsOf(edited(findingProject(), 'decisions.csv', 'D1,', `${decision}\nD1,`));
    expect(facts.decision_overdue).toEqual(['system:s2 x 4 1 30.0 増強 D1 –', 'system:s1 x 4 1 0.0 – D9 1']);
    const done = await factsOf(
      edited(findingProject(), 'decisions.csv', 'D1,', `${decision}2026-10-30\nD1,`),
    );
    expect(done.decision_overdue).toEqual(['system:s2 x 4 1 30.0 増強 D1 –']);
  });

  it('is what stood at the end of the reported month, and nothing later', async () => {
    const september = await factsOf(findingProject(), '2026-09');
    // Both critical incidents, the ends and the due days are of October.
    for (const kind of [
      'open_critical',
      'top_critical',
      'cap_exceeded',
      'acceptance_ended',
      'decision_overdue',
      'reports_missing',
    ])
      expect(september[kind], kind).toBeUndefined();
    expect(september.profiles_stale).toEqual(['unit:u2 x 2 2 637.0 – – 2']);
  });

  it.each([
    '{ roll_up: { less: [null, null, null, 0], share: null } }',
    '{ roll_up: { less: [0, 0, 0, 0], share: 1 } }',
    '{ importance_factors: [1, 1, 1, 1], drivers: { open: { weight: 0 } } }',
    '{ escalation: [] }',
  ])('is every critical system of the highest importance, whatever the rules are: %s', async (risk) => {
    const { top_critical } = await factsOf(findingProject(risk));
    expect(top_critical?.map((t) => t.split(' ')[0])).toEqual(['system:s1']);
  });

  it('names critical systems of lower importance too', async () => {
    const project = edited(findingProject(), 'incidents.csv', 'i1,s1,', 'i1,s4,');
    const facts = await factsOf(project);
    expect(facts.other_critical?.map((t) => t.split(' ')[0])).toEqual(['system:s4']);
    expect(facts.top_critical).toBeUndefined();
  });

  it('names a unit as a whole only where all of it is past the limit', async () => {
    const project = edited(findingProject(), 'systems.csv', 'A,2025-01-01', 'A,2026-01-01');
    expect((await factsOf(project)).profiles_stale).toEqual(['system:s5 x 1 1 – – – 1']);
    const drilled = edited(findingProject(), 'drills.csv', 'system:s4,2025-11-05', 'system:s4,2025-10-30');
    expect((await factsOf(drilled)).drills_lapsed).toEqual(['unit:u2 x 2 2 366.0 – – 2']);
  });

  it('takes nothing for lapsed of which there is no export', async () => {
    const { 'drills.csv': _, ...project } = findingProject();
    const yaml = String(project['kado.yaml']).replace('  drills: drills.csv\n', '');
    expect((await factsOf({ ...project, 'kado.yaml': yaml })).drills_lapsed).toBeUndefined();
  });

  it('knows each kind once', () => {
    expect(new Set(findingOrder).size).toBe(findingOrder.length);
    expect(findingOrder).toHaveLength(16);
  });
});
