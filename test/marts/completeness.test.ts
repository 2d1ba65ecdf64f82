/** How far incident records are filled, worked by hand from Figure 2-5. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { askedBy, defaultRequiredFields, fieldsOf, recordFields } from '../../src/schemes/recordFields.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { type Figures, figuresOf } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';
import { april, project } from './plainProject.js';

const columns =
  'incident_id,occurred_at,system_id,state,restored_at,closed_at,impact_minutes,symptom,product_class,process_class,provisional_fix';
const files = (rows: readonly string[], head = columns): Files => ({
  ...project(),
  'i.csv': `${head}\n${rows.join('\n')}\n`,
});
const compute = (...rows: string[]): Promise<Figures> => figuresOf(files(rows), april);
const id = (month: string, scope = 'group:group') => `2026-${month}/record_completeness/${scope}`;
/** In the months of the project. */
const shares = (f: Figures, scope = 'group:group') => f.series('record_completeness', scope);

describe('the completeness of records', () => {
  // Without a class an other one's fields: open incident_id, occurred_at, symptom; restored + restored_at, provisional_fix;
  // closed + product_class, process_class: 3, 5, 7.
  const full = 'x,application,operation,fixed';
  it.each<[what: string, row: string, expected: (number | null)[]]>([
    ['open: the symptom is there', 'A,2026-01-05,s2,open,,,,x,,,', [1, null, null, null]],
    ['open: it is not', 'A,2026-01-05,s2,open,,,,,,,', [2 / 3, null, null, null]],
    [
      'open: what comes later is not asked for',
      'A,2026-01-05,s2,,,,,,application,,',
      [2 / 3, null, null, null],
    ],
    ['restored in the month', 'A,2026-01-05,s2,restored,2026-01-06,,,x,,,', [4 / 5, null, null, null]],
    [
      'restored without a time: the time of harm is missing',
      'A,2026-01-05,s2,restored,,,,x,,,',
      [3 / 5, null, null, null],
    ],
    ['… but may be told in minutes', 'A,2026-01-05,s2,restored,,,30,x,,,', [4 / 5, null, null, null]],
    [
      'closed in the month',
      `A,2026-01-05,s2,closed,2026-01-06,2026-01-31T23:59:59Z,,${full}`,
      [1, null, null, null],
    ],
    ['closed with nothing', 'A,2026-01-05,s2,closed,2026-01-06,2026-01-07,,,,,', [3 / 7, null, null, null]],
    // Valued at the month end: in January restored (4 of 5), in February closed (5 of 7).
    [
      'closed as the next month begins',
      'A,2026-01-05,s2,closed,2026-01-06,2026-02-01T00:00:00Z,,x,,operation,',
      [4 / 5, 5 / 7, null, null],
    ],
    [
      'at each stage in its month',
      `A,2026-01-05,s2,closed,2026-02-06,2026-04-07,,x,application,operation,`,
      [1, 4 / 5, null, 6 / 7],
    ],
    [
      'closed after as-of: not closed',
      'A,2026-04-05,s2,closed,2026-04-06,2026-04-20T12:00:01Z,,x,,,fixed',
      [null, null, null, 1],
    ],
    [
      'closed after as-of, in a later month than its own',
      'A,2026-03-05,s2,closed,2026-03-06,2026-04-20T12:00:01Z,,x,,,fixed',
      [null, null, 1, null],
    ],
    [
      'closed at as-of',
      'A,2026-04-05,s2,closed,2026-04-06,2026-04-20T12:00:00Z,,x,,,fixed',
      [null, null, null, 5 / 7],
    ],
    [
      'closed without a time when restored',
      'A,2026-01-05,s2,closed,2026-02-06,,,x,,,fixed',
      [1, 5 / 7, null, null],
    ],
    ['canceled', 'A,2026-01-05,s2,canceled,,,,,,,', [null, null, null, null]],
    [
      'restored before it occurred: on its own month',
      'A,2026-02-05,s2,restored,2026-01-06,,,x,,,',
      [null, 4 / 5, null, null],
    ],
  ])('%s', async (_, row, expected) => {
    // A canceled record pins the first month, and gives every column a value.
    const pin = `Z,2026-01-01,s2,canceled,2026-01-02,2026-01-02,1,${full}`;
    expect(shares(await compute(pin, row))).toEqual(expected);
  });

  it('adds fields, not shares, above a system, by where it belongs in the month', async () => {
    const f = await compute(
      'A,2026-02-05,s1,open,,,,,,,', // 2 of 3 in u1
      `B,2026-02-05,s2,closed,2026-02-06,2026-02-07,,${full}`, // 7 of 7 in u1
      'C,2026-03-05,s1,open,,,,x,,,', // 3 of 3 in u2
      'D,2026-03-05,,open,,,,,,,', // 2 of 3, no system
    );
    expect(f.of(id('02', 'unit:u1')).value).toBeCloseTo(9 / 10);
    expect(f.of(id('03', 'unit:u2')).value).toBe(1);
    expect(f.of(id('03', 'unit:u1')).status).toBe('not_applicable');
    expect(f.of(id('03')).value).toBeCloseTo(5 / 6);
    expect(f.of(id('03')).source_rows).toBe(2);
  });

  it('counts a column that no export gives as missing, and says so', async () => {
    const f = await figuresOf(
      files(
        ['A,2026-01-05,s2,closed,2026-01-06,2026-01-07'],
        'incident_id,occurred_at,system_id,state,restored_at,closed_at',
      ),
      april,
    );
    // Of 7 fields 3 are filled; symptom, provisional_fix, product_class and process_class stand nowhere.
    expect(f.of(id('01'))).toMatchObject({ value: 3 / 7, coverage: 1 - 4 / 7 });
  });

  it('asks each export by itself', async () => {
    const base = files([`A,2026-01-05,s2,open,,,,x,,,`]);
    const f = await figuresOf(
      {
        ...base,
        'kado.yaml': String(base['kado.yaml']).replace('incidents: i.csv', 'incidents: [i.csv, j.csv]'),
        'j.csv': 'incident_id,occurred_at,system_id\nB,2026-01-05,s1\n',
      },
      april,
    );
    expect(f.of(id('01', 'system:s2'))).toMatchObject({ value: 1, coverage: 1 });
    expect(f.of(id('01', 'system:s1')).value).toBeCloseTo(2 / 3);
    expect(f.of(id('01', 'system:s1')).coverage).toBeCloseTo(2 / 3);
    expect(f.of(id('01')).value).toBeCloseTo(5 / 6);
  });

  it('names what is missing', async () => {
    const rows = ['A,2026-01-05,s2,closed,2026-01-06,2026-02-07,,,,operation,'];
    const missing = await withStaged(files(rows), async ({ db, config }) => {
      await buildMarts(db, config, april);
      return db.rows('SELECT month, state, asked, filled, missing FROM mart.record_months ORDER BY month');
    });
    expect(missing).toEqual([
      { month: '2026-01', state: 'restored', asked: 5, filled: 3, missing: 'symptom;provisional_fix' },
      {
        month: '2026-02',
        state: 'closed',
        asked: 7,
        filled: 4,
        missing: 'symptom;provisional_fix;product_class',
      },
    ]);
  });
});

describe('the fields of a record', () => {
  it('are columns of the inputs', () => {
    const names = new Set(contracts.incidents.columns.map((c) => c.name));
    const actions = new Set(contracts.actions.columns.map((c) => `prevention_${c.name}`));
    expect(recordFields.filter((f) => !names.has(f.id) && !actions.has(f.id)).map((f) => f.id)).toEqual([]);
    expect(recordFields).toHaveLength(27);
  });
  it('are asked for by class', () => {
    const asked = (field: string) =>
      askedBy(defaultRequiredFields, fieldsOf(defaultRequiredFields).find((f) => f.id === field)!);
    expect(asked('symptom')).toEqual(['critical', 'heavy', 'other']);
    expect(asked('analyst')).toEqual(['critical', 'heavy']);
  });
  it('may be more than the figure has, once the incident is closed', () => {
    const required = { ...defaultRequiredFields, other: ['symptom', 'theme'] };
    const theme = fieldsOf(required).find((f) => f.id === 'theme')!;
    expect(theme).toMatchObject({ from: 'closed', filled: 's.theme IS NOT NULL' });
    expect(askedBy(required, theme)).toEqual(['other']);
  });
});
