/** The risk register at each month's end, and where it and the measured risk disagree, worked by hand. */
import { describe, expect, it } from 'vitest';
import { registerStates } from '../../src/risk/register.js';
import { registerFindings } from '../../src/risk/registerFindings.js';
import type { Files } from '../loaders/project.js';
import { april, project } from '../marts/plainProject.js';
import { everySystem, riskRows } from './marts.js';

const header = 'risk_id,system_id,identified_on,likelihood,impact,status,due_on\n';
const register = (...rows: string[]): Files => project({ 'risks.csv': `${header}${rows.join('\n')}\n` });

const states = (files: Files, columns: string) =>
  riskRows(
    files,
    april,
    {},
    [registerStates],
    `SELECT ${columns} FROM mart.register_states ORDER BY month, risk_id`,
  );

describe('risks that were open at a month’s end', () => {
  it('are there from the day on which they were identified', async () => {
    const files = register(
      'R1,s2,2026-01-31,1,1,open,',
      'R2,s2,2026-02-01,1,1,open,',
      'R3,s2,2026-04-20,1,1,open,', // as-of's own day
    );
    expect(await states(files, 'month, risk_id')).toEqual([
      ['2026-01', 'R1'],
      ['2026-02', 'R1'],
      ['2026-02', 'R2'],
      ['2026-03', 'R1'],
      ['2026-03', 'R2'],
      ['2026-04', 'R1'],
      ['2026-04', 'R2'],
      ['2026-04', 'R3'],
    ]);
  });

  it('are not those that are closed, in any month, but are those of which nobody says', async () => {
    const files = register('R1,s2,2025-01-01,5,5,closed,', 'R2,s2,2025-01-01,5,5,,');
    expect(await states(files, 'month, risk_id')).toEqual([
      ['2026-01', 'R2'],
      ['2026-02', 'R2'],
      ['2026-03', 'R2'],
      ['2026-04', 'R2'],
    ]);
  });

  it.each<[likelihood: string, impact: string, score: number | null, level: number | null]>([
    ['1', '1', 1, 1],
    ['2', '2', 4, 1],
    ['1', '5', 5, 2],
    ['3', '3', 9, 2],
    ['2', '5', 10, 3],
    ['4', '4', 16, 3],
    ['4', '5', 20, 4],
    ['5', '5', 25, 4],
    ['5', '', null, null],
    ['', '5', null, null],
  ])('score likelihood %s × impact %s', async (likelihood, impact, score, level) => {
    const rows = await states(register(`R,s2,2026-01-01,${likelihood},${impact},open,`), 'score, level');
    expect(rows[3]).toEqual([score, level]);
  });

  it('take their levels from the configuration', async () => {
    const files = project(
      { 'risks.csv': `${header}R,s2,2026-01-01,2,3,open,\n` },
      'risk: { drivers: { register: { risk_score: [null, 6, null, 7] } } }\n',
    );
    expect((await states(files, 'score, level'))[0]).toEqual([6, 2]);
    const below = project(
      { 'risks.csv': `${header}R,s2,2026-01-01,1,5,open,\n` },
      'risk: { drivers: { register: { risk_score: [null, 6, null, 7] } } }\n',
    );
    expect((await states(below, 'score, level'))[0]).toEqual([5, 0]);
  });

  it('are overdue from the day after their day, at each month’s end', async () => {
    const files = register('R1,s2,2026-01-01,1,1,open,2026-02-28', 'R2,s2,2026-01-01,1,1,open,');
    // 31 January: not yet; 28 February is the day itself; 31 March 31 days later; 20 April (as-of) 51.
    expect(await states(files, 'month, risk_id, overdue_days')).toEqual([
      ['2026-01', 'R1', null],
      ['2026-01', 'R2', null],
      ['2026-02', 'R1', null],
      ['2026-02', 'R2', null],
      ['2026-03', 'R1', 31],
      ['2026-03', 'R2', null],
      ['2026-04', 'R1', 51],
      ['2026-04', 'R2', null],
    ]);
  });
});

/** `mart.risk_drivers`: s2's in April. */
const drivers = (levels: Readonly<Record<string, number | null>>): string =>
  Object.entries(levels)
    .map(
      ([driver, level]) =>
        `SELECT '2026-04' AS month, 's2' AS system_id, '${driver}' AS driver, 1 AS position, '' AS state, ${level ?? 'NULL'}::INTEGER AS level, '' AS input, 0.0 AS value, '' AS category, 1.0 AS weight, 0.0 AS contribution`,
    )
    .join(' UNION ALL ');

describe('register and measurement', () => {
  const find = (files: Files, levels: Readonly<Record<string, number | null>>) =>
    riskRows(
      files,
      april,
      { risk_systems: everySystem(), risk_drivers: drivers(levels) },
      [registerStates, registerFindings],
      'SELECT finding, registered, measured, risk_id FROM mart.register_findings',
    );
  const one = (likelihood: number | '', impact: number | '') =>
    register(`R,s2,2026-01-01,${likelihood},${impact},open,`);

  it.each<
    [what: string, files: Files, levels: Readonly<Record<string, number | null>>, expected: unknown[][]]
  >([
    ['high, registered 2 × 2', one(2, 2), { harm: 3, open: 0 }, [['registered_low', 1, 3, 'R']]],
    ['critical, registered 2 × 2', one(2, 2), { harm: 4 }, [['registered_low', 1, 4, 'R']]],
    ['high, registered 1 × 5', one(1, 5), { harm: 3 }, []],
    ['watch, registered 2 × 2', one(2, 2), { harm: 2 }, []],
    // Nobody has said how grave it is: that answers nothing.
    ['high, registered without an impact', one(5, ''), { harm: 3 }, [['registered_low', null, 3, 'R']]],
    ['low, registered without an impact', one(5, ''), { harm: 1 }, []],
    // The register's own driver doesn't measure.
    ['high by the register alone', one(4, 4), { harm: 1, register: 3 }, [['registered_high', 3, 1, 'R']]],
    ['none, registered 5 × 5', one(5, 5), { harm: 0 }, [['registered_high', 4, 0, 'R']]],
    ['watch, registered 5 × 5', one(5, 5), { harm: 2 }, []],
    ['not measured, registered 5 × 5', one(5, 5), { harm: null, register: 4 }, []],
    [
      'high, of which the register knows nothing',
      register('R,s3,2026-01-01,5,5,open,'),
      { harm: 3 },
      [['not_registered', null, 3, null]],
    ],
    [
      'high, closed',
      register('R,s2,2026-01-01,5,5,closed,'),
      { harm: 3 },
      [['not_registered', null, 3, null]],
    ],
    ['watch, of which it knows nothing', register('R,s3,2026-01-01,5,5,open,'), { harm: 2 }, []],
    ['high, without a register', project(), { harm: 4 }, []],
    [
      'high, an unrated, a low and a grave risk',
      register('R1,s2,2026-01-01,,,open,', 'R2,s2,2026-01-01,1,1,open,', 'R3,s2,2026-01-02,2,3,open,'),
      { harm: 3 },
      [],
    ],
    [
      'high, two low ones: the greater score, then the older',
      register('R1,s2,2026-01-01,1,1,open,', 'R2,s2,2026-01-03,2,2,open,', 'R3,s2,2026-01-02,2,2,open,'),
      { harm: 3 },
      [['registered_low', 1, 3, 'R3']],
    ],
  ])('%s', async (_, files, levels, expected) => {
    expect(await find(files, levels)).toEqual(expected);
  });
});
