/** What comes again within 180 days: by the record's word, or by system, product class and cause. Worked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { normaliseCause } from '../../src/marts/recurrences.js';
import { type Figures, figuresOf } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';

const files = (rows: readonly string[], asOf = '2026-12-31T00:00:00Z'): Files => ({
  'kado.yaml': `timezone: UTC\nas_of: ${asOf}\nsources: { units: u.csv, systems: s.csv, incidents: i.csv }\n`,
  'u.csv': 'unit_id,company_id,name_ja\nu1,a,u\nu2,b,u\n',
  's.csv':
    'system_id,unit_id,name_ja,valid_from,valid_to\ns1,u1,s,,2026-06-30\ns1,u2,s,2026-07-01,\ns2,u2,s,,\n',
  'i.csv': `incident_id,occurred_at,system_id,unit_id,product_class,root_cause,recurs_of,state\n${rows.join('\n')}\n`,
});
const compute = (rows: readonly string[], asOf?: string): Promise<Figures> =>
  figuresOf(files(rows, asOf), { month: '2026-12' });
const total = (f: Figures): number =>
  f.series('recurrences', 'group:group').reduce<number>((sum, v) => sum + (v ?? 0), 0);
const first = 'A,2026-01-01T12:00:00Z,s1,,application,SQLの誤り,,closed';
const then = (at: string, rest = 's1,,application,SQLの誤り,,closed'): string => `B,${at},${rest}`;

describe('a recurrence', () => {
  it.each<[what: string, second: string, expected: number]>([
    // 1 January 12:00 + 180 days = 30 June 12:00.
    ['180 days later to the second', then('2026-06-30T12:00:00Z'), 1],
    ['a second later than that', then('2026-06-30T12:00:01Z'), 0],
    ['a second after the first', then('2026-01-01T12:00:01Z'), 1],
    ['at the same instant neither is earlier', then('2026-01-01T12:00:00Z'), 0],
    ['in another system', then('2026-02-01', 's2,,application,SQLの誤り,,closed'), 0],
    ['of another product class', then('2026-02-01', 's1,,platform,SQLの誤り,,closed'), 0],
    ['of another cause', then('2026-02-01', 's1,,application,SQLの遅れ,,closed'), 0],
    [
      'in other width, case, spaces and points',
      then('2026-02-01', 's1,,application,「ｓｑｌ　の誤り」。,,closed'),
      1,
    ],
    ['canceled', then('2026-02-01', 's1,,application,SQLの誤り,,canceled'), 0],
    ['by its own word, of one that is not here', then('2026-12-01', 's2,,,,OLD-1,closed'), 1],
    ['by its own word and by its cause, once', then('2026-02-01', 's1,,application,SQLの誤り,A,closed'), 1],
    ['of itself is none', then('2026-12-01', 's2,,,,B,closed'), 0],
  ])('%s', async (_, second, expected) => {
    expect(total(await compute([first, second]))).toBe(expected);
  });

  it('counts no earlier record that was no incident, and none after as-of', async () => {
    const canceled = first.replace('closed', 'canceled');
    expect(total(await compute([canceled, then('2026-02-01')]))).toBe(0);
    const late = [first, then('2026-02-01T00:00:00Z')];
    expect(total(await figuresOf(files(late, '2026-01-31T23:59:59Z')))).toBe(0);
    expect(total(await figuresOf(files(late, '2026-02-01T00:00:00Z'), { month: '2026-02' }))).toBe(1);
  });

  it('is measured from the one before, not from the first', async () => {
    // 1 January, 1 June (151 days), 1 October (122 days after June, 273 after January): two recurrences.
    const rows = [first, then('2026-06-01'), then('2026-10-01').replace('B', 'C')];
    expect(total(await compute(rows))).toBe(2);
  });

  it('stands in its own month, under the unit that its system belonged to then', async () => {
    // A in June under u1; B in July, when s1 is u2's.
    const f = await compute([first.replace('01-01', '06-20'), then('2026-07-05')]);
    expect(f.of('2026-07/recurrences/unit:u2').value).toBe(1);
    expect(f.of('2026-07/recurrences/unit:u1').value).toBe(0);
    expect(f.of('2026-06/recurrences/group:group').value).toBe(0);
    expect(f.of('2026-07/recurrences/group:group')).toMatchObject({
      source_rows: 1,
      coverage: 1,
      status: '',
    });
  });

  it('is not told of unknown systems, of no cause and of no class: no data, not zero', async () => {
    const rows = [
      'A,2026-01-01,,u1,application,x,,closed',
      'B,2026-01-02,,u1,application,x,,closed',
      'C,2026-02-01,s1,,application,,,closed',
      'D,2026-02-02,s1,,application,「」。,,closed',
      'E,2026-03-01,s1,,application,調査中,,closed',
      'F,2026-03-02,s1,,application,調査中,,closed',
      'G,2026-04-01,s1,,,x,,closed',
      'H,2026-04-02,s1,,,x,,closed',
      'I,2026-05-01,s1,,application,x,,closed',
      'J,2026-05-02,s1,,,,,closed',
    ];
    const f = await compute(rows);
    expect(total(f)).toBe(0);
    for (const month of ['01', '02', '03', '04'])
      expect(f.of(`2026-${month}/recurrences/group:group`)).toMatchObject({
        value: null,
        status: 'no_data',
        coverage: 0,
        source_rows: 0,
      });
    expect(f.of('2026-05/recurrences/group:group')).toMatchObject({ value: 0, status: '', coverage: 0.5 });
    // Company a has nothing that could be judged in January, b nothing at all: b's zero is true.
    expect(f.of('2026-01/recurrences/company:b').value).toBe(0);
    expect(f.of('2026-01/recurrences/system:unmapped%40unit%3Au1').status).toBe('no_data');
  });

  it('is judged of every record where the export says what recurs', async () => {
    const f = await compute([
      'A,2026-01-01,s1,,,,,closed',
      'B,2026-02-01,s1,,,,A,closed',
      'C,2026-03-01,s1,,,,,closed',
    ]);
    expect(f.series('recurrences', 'group:group').slice(0, 3)).toEqual([0, 1, 0]);
    expect(f.of('2026-03/recurrences/group:group').coverage).toBe(1);
  });

  it('has no data where the export gives neither the cause nor what recurs', async () => {
    const bare = { ...files([first]), 'i.csv': 'incident_id,occurred_at,system_id\nA,2026-01-01,s1\n' };
    expect((await figuresOf(bare)).of('2026-01/recurrences/group:group').status).toBe('no_data');
  });
});

describe('any incidents', () => {
  const day = 86_400_000;
  const incident = fc.record({
    // Half days over more than two windows, so that 180 days to the second come up.
    at: fc.integer({ min: 0, max: 800 }).map((half) => Date.UTC(2026, 0, 1) + (half * day) / 2),
    system: fc.constantFrom('s1', 's2', ''),
    product: fc.constantFrom('application', 'platform', ''),
    cause: fc.constantFrom('Disk full', 'ＤＩＳＫ－ＦＵＬＬ', 'disk', '不明', ''),
    state: fc.constantFrom('closed', 'closed', 'canceled'),
  });
  it('recur as one finds out by comparing every pair', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { minLength: 5, maxLength: 60 }), async (list) => {
        const same = (text: string) => ({ 'Disk full': 1, 'ＤＩＳＫ－ＦＵＬＬ': 1, disk: 2 })[text];
        const expected = list.flatMap((b, n) => {
          const recurs = list.some(
            (a) =>
              a.state !== 'canceled' &&
              a.system !== '' &&
              a.system === b.system &&
              a.product !== '' &&
              a.product === b.product &&
              same(a.cause) !== undefined &&
              same(a.cause) === same(b.cause) &&
              a.at < b.at &&
              b.at - a.at <= 180 * day,
          );
          return b.state !== 'canceled' && recurs ? [`I${n}`] : [];
        });
        const rows = list.map(
          (i, n) => `I${n},${new Date(i.at).toISOString()},${i.system},,${i.product},${i.cause},,${i.state}`,
        );
        const found = await withStaged(
          files(
            [first.replace(/^A.*s1/, 'first,2026-01-01,s1').replace('SQLの誤り', ''), ...rows],
            '2027-12-31T00:00:00Z',
          ),
          async ({ db, config }) => {
            await buildMarts(db, config, { month: '2027-12' });
            return db.rows<{ id: string }>('SELECT incident_id AS id FROM mart.recurrences WHERE recurs');
          },
        );
        expect(found.map((r) => r.id).sort()).toEqual(expected.sort());
      }),
      { numRuns: 10 },
    );
  });
});

describe('a cause as it is compared', () => {
  it.each<[string, string | null]>([
    ['ＳＱＬ　の・誤り。', 'sqlの誤り'],
    ['ｻｰﾊﾞ～A', 'サーバa'],
    ['サーバ〜A', 'サーバa'],
    ['サーバー', 'サーバー'],
    ['DB-Lock (timeout)\n', 'dblocktimeout'],
    ['C++', 'c++'],
    ['İ', 'i̇'],
    ['', null],
    [' ・。', null],
    ['N/A', null],
    ['Under investigation', null],
    ['原因不明。', null],
    ['不明なデータ', '不明なデータ'],
  ])('%j', (text, expected) => {
    expect(normaliseCause(text)).toBe(expected);
  });
});
