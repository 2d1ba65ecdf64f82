/** Caps of companies under schemes: rules of a scheme, classes from grades, the group from its companies, layers of several companies. */
import { describe, expect, it } from 'vitest';
import { wholeClasses } from '../../src/marts/companySchemes.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { findPlanFaults } from '../../src/metrics/planFaults.js';
import { figuresOf, withoutRisk } from '../cases/figures.js';
import { type Files, told, withStaged } from '../loaders/project.js';
import { targetsCsv } from './capProject.js';

/** `two`: an incident that runs for 40,000 minutes (27.8 days) becomes SS, whatever it was. X is heavy or other, so neither class is whole. */
const scheme = (grades: string, rules = '[]') => `
    name: Scheme
    value: Continuity
    counts: "true"
    importance: { level: "1" }
    severity: { grades: [${grades}] }
    impact_factor: "1"
    terminal: "false"
    targets: { rules: ${rules} }
    required_fields: { critical: [title], heavy: [title], other: [title] }
`;
const two = scheme(
  [
    `{ id: SS, name: SS, when: "severity = 'SS' OR restore_minutes >= 40000", class: critical }`,
    `{ id: H, name: H, when: "severity = 'H'", class: heavy }`,
    `{ id: X, name: X, when: "severity = 'X'", class: [{ class: heavy, when: affected_amount > 0 }, { class: other, when: "true" }] }`,
    `{ id: L, name: L, when: "true", class: other }`,
  ].join(', '),
  '[{ grade: SS, cap: 0 }, { grade: H, less_than_last_year: 1 }]',
);
const wide = scheme(
  [
    `{ id: G1, name: G1, when: "severity = 'G1'", class: critical }`,
    `{ id: G2, name: G2, when: "severity = 'G2'", class: critical }`,
    `{ id: G3, name: G3, when: "true", class: heavy }`,
  ].join(', '),
);

/** `2025-04 sa H`: one incident, over within the hour. */
const incident = (line: string, n: number): string => {
  const [month, system, severity] = line.split(' ') as [string, string, string];
  return `I${n},${system},${month}-10T00:00:00Z,${month}-10T00:30:00Z,${severity}`;
};
const lines = [
  ...['2025-04 sa SS', '2025-05 sa H', '2025-08 sa H', '2025-11 sa H', '2026-05 sa H'],
  ...['2026-06 sb SS'],
  ...['2025-05 sc G1', '2025-06 sc G1', '2025-07 sc G2', '2025-09 sc G3', '2026-08 sc G2'],
  ...['2025-12 sd critical', '2026-04 sd heavy'],
];
/** L at the end of July, when it has run for 12 days; SS at that of August. */
const growing = 'grow,sb,2026-07-20T00:00:00Z,2026-09-10T00:00:00Z,L';

const project = (targets: string, more: Files = {}): Files => ({
  'kado.yaml': `timezone: UTC
as_of: 2026-10-01T00:00:00Z
companies:
  - { id: a, name: A, scheme: two }
  - { id: b, name: B, scheme: two }
  - { id: c, name: C, scheme: wide }
  - { id: d, name: D }
sources:
  units: u.csv
  systems: s.csv
  incidents: { path: i.csv, covers: { from: 2025-04-01, to: 2026-09-30 } }
  targets:
    - t.csv
${Object.keys(more)
  .map((path) => `    - { path: ${path}, company: ${path.slice(1, 2)} }\n`)
  .join('')}schemes:
  two:${two}  wide:${wide}`,
  'u.csv': 'unit_id,company_id,name_ja\nua,a,U\nub,b,U\nuc,c,U\nud,d,U\n',
  's.csv':
    'system_id,unit_id,name_ja,layer\nsa,ua,S,application\nsb,ub,S,application\nsc,uc,S,it_platform\nsd,ud,S,it_platform\n',
  'i.csv': `incident_id,system_id,occurred_at,restored_at,severity\n${[...lines.map(incident), growing].join('\n')}\n`,
  't.csv': targets,
  ...more,
});
const sound = project(
  targetsCsv(
    'company:c,2026,incidents,G1,,0.5,,',
    'company:c,2026,incidents,G2,2,,,',
    'company:b,2026,incidents,H,2,,,',
    'layer:application,2026,incidents,SS,1,,,',
    'layer:it_platform,2026,incidents,critical,5,,,',
  ),
  {
    'ta.csv': targetsCsv('layer:application,2026,incidents,,7,,,'),
    'tb.csv': targetsCsv('layer:application,2026,incidents,,9,,,'),
  },
);

describe('wholeClasses', () => {
  const name = { en: '' };
  it('are those whose grades are all fixed', () => {
    expect(
      wholeClasses([
        { id: '3', name, when: 'x', class: 'critical' },
        { id: '2a', name, when: 'x', class: 'heavy' },
        { id: '2', name, when: 'x', class: [{ class: 'heavy', when: 'x' }] },
        { id: '1', name, when: 'x', class: 'other' },
        { id: '0', name, when: 'true', class: 'other' },
      ]),
    ).toEqual({ critical: ['3'], other: ['1', '0'] });
  });
});

describe('caps under schemes', () => {
  const figures = figuresOf(sound);
  const cap = async (id: string) => (await figures).of(id);

  it("come from the scheme's rules where no row says otherwise", async () => {
    // Three H of a in 2025: less than last year is 2. None of b: the rule would be 0, the row says 2.
    expect(await cap('2026-09/cap/company:a/grade:H')).toMatchObject({
      value: 2,
      status: expect.stringMatching(/track|risk/),
    });
    expect(await cap('2026-09/cap/company:b/grade:H')).toMatchObject({ value: 2 });
    expect(await cap('2026-09/cap/company:a/grade:SS')).toMatchObject({ value: 0 });
    // Nothing is known of 2024: no SS is a cap all the same, fewer H than last year is none.
    expect(await cap('2026-03/cap/company:a/grade:SS')).toMatchObject({ value: 0, status: 'not_met' });
    expect(await cap('2026-03/cap/company:b/grade:SS')).toMatchObject({ value: 0, status: 'met' });
    expect(await cap('2026-03/cap/company:a/grade:H')).toMatchObject({ value: null, status: 'no_data' });
  });

  it('add up to a class only where its grades make up the whole of it', async () => {
    // G1 2 × 0.5 = 1, G2 2.
    expect(await cap('2026-09/cap/company:c/class:critical')).toMatchObject({ value: 3 });
    const { list } = await figures;
    const classes = list.filter(
      (f) => f.metric === 'cap' && f.month === '2026-09' && f.breakdown.startsWith('class:'),
    );
    expect(
      classes.map((f) => `${f.scope_kind}:${f.scope_id}/${f.breakdown} ${f.value} ${f.coverage}`).sort(),
    ).toEqual([
      'company:a/class:critical 0 1',
      'company:b/class:critical 0 1',
      'company:c/class:critical 3 1',
      'group:group/class:critical 3 0.75',
      'layer:application/class:critical 1 1',
      'layer:it_platform/class:critical 5 1',
    ]);
  });

  it('add up though they are fractions, to the last decimal place', async () => {
    const { of } = await figuresOf(
      project(targetsCsv('company:c,2026,incidents,G1,0.1,,,', 'company:c,2026,incidents,G2,0.2,,,')),
    );
    expect(of('2026-09/cap/company:c/class:critical')).toMatchObject({ value: 0.3, status: 'off_track' });
  });

  it('stand beside a count of 0 where no incident ever had the grade', async () => {
    const { list, of } = await figures;
    // No H of b, and nothing critical of the layer it_platform before 2026 but c's.
    expect(of('2026-09/incidents_fytd/company:b/grade:H')).toMatchObject({
      value: 0,
      target: 2,
      status: 'on_track',
      source_rows: 0,
    });
    const ids = list.map((f) => f.figure_id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('count an incident that was graded anew from the month on in which it was', async () => {
    const { series } = await figures;
    // Of b: one SS in June, the long one from August on.
    expect(series('incidents_fytd', 'company:b/grade:SS').slice(-6)).toEqual([0, 0, 1, 1, 2, 2]);
    await withStaged(sound, async ({ db, config, loaded }) => {
      await buildMarts(db, config, {});
      await createFigures(db, loaded.mapped, withoutRisk(db));
      const counts = await db.rows<{ n: number }>(
        `SELECT to_date AS n FROM mart.cap_forecasts WHERE scope_id = 'b' AND breakdown = 'grade:SS' AND fiscal_year = 2026 ORDER BY month`,
      );
      expect(counts.map((c) => c.n)).toEqual([0, 0, 1, 1, 2, 2]);
      // Whatever a cap is held to is the published count to date, where both are of the same companies.
      const odd = await db.rows(
        `SELECT c.*, f.value FROM mart.cap_forecasts c JOIN mart.figures f ON f.metric = 'incidents_fytd' AND f.month = c.month
           AND f.scope_kind = c.scope_kind AND f.scope_id = c.scope_id AND f.breakdown = c.breakdown
         WHERE c.coverage = 1 AND f.value <> c.to_date`,
      );
      expect(odd).toEqual([]);
    });
  });

  it('of the group are held to the counts of the companies that have one', async () => {
    const { of } = await figures;
    // b 2 SS, c 1 G2; in the year before a 1, c 3. Of three of four companies, so the count of all four has no target.
    // t = 183/365; pnbinom(3 - 3, 4.5 + 3, (1 + t) / 2, lower.tail = FALSE)
    expect(of('2026-09/cap_exceed_probability/group:group/class:critical').value).toBeCloseTo(
      0.883605425309381,
      12,
    );
    expect(of('2026-09/cap/group:group/class:critical')).toMatchObject({
      value: 3,
      coverage: 0.75,
      status: 'off_track',
    });
    expect(of('2026-09/incidents_fytd/group:group/class:critical')).toMatchObject({
      value: 3,
      target: null,
      status: '',
    });
    // In 2025 only a and b have a cap (0): a's one SS passed it; c's three are not held against it.
    expect(of('2026-03/incidents_fytd/group:group/class:critical')).toMatchObject({ value: 4 });
    expect(of('2026-03/cap/group:group/class:critical')).toMatchObject({
      value: 0,
      coverage: 0.5,
      status: 'not_met',
    });
  });

  it("of a layer are a company's own in its own export, and no two companies' rows collide", async () => {
    expect(await cap('2026-09/cap/layer:a%2Fapplication')).toMatchObject({ value: 7 });
    expect(await cap('2026-09/cap/layer:b%2Fapplication')).toMatchObject({ value: 9 });
    // a and b share their scheme, so its grades hold for their common layer.
    expect(await cap('2026-09/cap/layer:application/grade:SS')).toMatchObject({
      value: 1,
      status: 'off_track',
    });
  });

  it('can not be set by a grade that not all companies of the scope have', () =>
    withStaged(
      project(
        targetsCsv(
          'layer:it_platform,2026,incidents,G1,5,,,',
          'layer:application,2026,incidents,G1,5,,,',
          'company:c,2026,incidents,SS,5,,,',
          'company:d,2026,incidents,critical,5,,,',
        ),
      ),
      async ({ db, config, loaded }) => {
        await buildMarts(db, config, {});
        expect((await findPlanFaults(db, loaded.receipts)).map(told)).toEqual([
          'target_severity_mixed t.csv:2:severity',
          'target_severity_unknown t.csv:3:severity',
          'target_severity_unknown t.csv:4:severity',
        ]);
        // d has no scheme: the word is the grade of its export.
        const rows = await db.rows(`SELECT breakdown FROM mart.targets WHERE scope_id = 'd'`);
        expect(rows).toEqual([{ breakdown: 'grade:critical' }]);
      },
    ));
});
