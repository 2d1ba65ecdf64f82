/** Corrections as data: each one either fits what the exports say, or the load ends and says how it doesn't. */
import { describe, expect, it } from 'vitest';
import { formatProblem, KadoError, messageOf } from '../../src/errors.js';
import { readCorrectedCells } from '../../src/staging/corrections.js';
import { type Files, systemsCsv, toldReject, withStaged } from './project.js';

const head = 'incident_id,occurred_at,system_id,title,severity,state\n';
const mapping = '      columns: { severity: { from: severity, map: { H: heavy, C: critical } } }\n';

interface Extra {
  readonly source?: string;
  readonly more?: string;
  readonly files?: Files;
}

/** Incidents in a.csv and, with `b`, a second file of the same glob; `entry` is one correction in flow style. */
const project = (
  rows: string,
  entries: string,
  { source = mapping, more = '', files = {} }: Extra = {},
): Files => ({
  'kado.yaml': `max_reject_rate: 1\ncorrections: fix.yaml\nsources:\n  systems: s.csv\n  incidents:\n    - path: x/*.csv\n${source}${more}`,
  's.csv': systemsCsv('s1', 's2'),
  'x/a.csv': `${head}${rows}`,
  'fix.yaml': entries,
  ...files,
});

const line = (entry: string): string => `- { reason: r, by: b, kind: incidents, ${entry} }\n`;

/** Staged `columns` after the load, row by row. */
const staged = (files: Files, columns: string): Promise<unknown[][]> =>
  withStaged(files, async ({ db }) => {
    const rows = await db.rows<Record<string, unknown>>(
      `SELECT ${columns} FROM staging.incidents ORDER BY _file, _line`,
    );
    return rows.map((row) => Object.values(row));
  });

const one = 'I1,2026-01-01,s1,a,H,open\nI2,2026-01-02,s1,b,C,closed\n';

describe('a correction that fits', () => {
  it.each<[what: string, rows: string, entry: string, columns: string, expected: unknown[][]]>([
    [
      'by key',
      one,
      'key: I1, column: severity, from: heavy, to: critical',
      'severity',
      [['critical'], ['critical']],
    ],
    [
      'by a mapping of one key column',
      one,
      'key: { incident_id: I1 }, column: severity, from: heavy, to: other',
      'severity',
      [['other'], ['critical']],
    ],
    [
      'by file and line, the key itself',
      one,
      'file: x/a.csv, line: 3, column: incident_id, from: I2, to: I3',
      'incident_id',
      [['I1'], ['I3']],
    ],
    ['to nothing', one, "key: I1, column: title, from: a, to: ''", 'title', [[null], ['b']]],
    ['to nothing, as null', one, 'key: I1, column: title, from: a, to: null', 'title', [[null], ['b']]],
    [
      'from nothing',
      'I1,2026-01-01,,a,H,open\n',
      'key: I1, column: system_id, from: null, to: s1',
      'system_id',
      [['s1']],
    ],
    [
      'of a value that does not read',
      'I1,soon,s1,a,H,open\n',
      'key: I1, column: occurred_at, from: soon, to: 2026-01-05',
      "strftime(occurred_at, '%Y-%m-%d %H:%M')",
      [['2026-01-04 15:00']],
    ],
    [
      'of a required value that is missing',
      'I1,,s1,a,H,open\n',
      "key: I1, column: occurred_at, from: '', to: 2026-01-05T00:00Z",
      "strftime(occurred_at, '%Y-%m-%d %H:%M')",
      [['2026-01-05 00:00']],
    ],
    [
      'with white space round the key, from and to',
      '"\u3000I1 ",2026-01-01,s1, a ,H,open\n',
      "key: ' I1', column: title, from: 'a ', to: ' c\u3000'",
      'incident_id, title',
      [['I1', 'c']],
    ],
    [
      'text that looks like SQL and like a variable',
      `I'1,2026-01-01,s1,"a'); DROP TABLE x; --",H,open\n`,
      `key: "I'1", column: title, from: "a'); DROP TABLE x; --", to: "\${HOME} $1 'x"`,
      'incident_id, title',
      [["I'1", "${HOME} $1 'x"]],
    ],
    [
      'in both of two rows that agree',
      'I1,2026-01-01,s1,a,H,open\nI1,2026-01-01,s1,a,H,open\n',
      'key: I1, column: severity, from: heavy, to: critical',
      'severity',
      [['critical']],
    ],
  ])('%s', async (_, rows, entry, columns, expected) => {
    expect(await staged(project(rows, line(entry)), columns)).toEqual(expected);
  });

  it('looks at the export, not at what another correction makes of it', async () => {
    const entries =
      line('file: x/a.csv, line: 2, column: incident_id, from: I1, to: I9') +
      line('key: I1, column: title, from: a, to: c') +
      line('key: I1, column: severity, from: heavy, to: critical');
    expect(await staged(project(one, entries), 'incident_id, title, severity')).toEqual([
      ['I9', 'c', 'critical'],
      ['I2', 'b', 'critical'],
    ]);
  });

  it('of a composite key, of which what may be empty need not be named', async () => {
    const files = project(one, '', {
      more: '  capacity: c.csv\n',
      files: {
        'c.csv': 'system_id,metric,at,value,component\ns1,cpu,2026-01-01,5,\ns1,cpu,2026-01-01,6,x\n',
        'fix.yaml':
          '- { kind: capacity, key: { system_id: s1, metric: cpu, at: 2026-01-01 }, column: value, from: 5, to: 7, reason: r, by: b }\n' +
          '- { kind: capacity, key: { system_id: s1, metric: cpu, at: 2026-01-01, component: x }, column: value, from: 6, to: 8, reason: r, by: b }\n',
      },
    });
    await withStaged(files, async ({ db }) => {
      expect(
        await db.rows('SELECT component, mean FROM staging.capacity_days ORDER BY component NULLS FIRST'),
      ).toEqual([
        { component: null, mean: 7 },
        { component: 'x', mean: 8 },
      ]);
    });
  });

  it('of one of several files', async () => {
    const files = project(
      'I1,2026-01-01,s1,a,H,open\n',
      line('file: "x/b*.csv", key: I1, column: title, from: b, to: c'),
      {
        files: { 'x/b1.csv': `${head}I1,2026-01-01,s1,b,H,open\n` },
      },
    );
    await withStaged(files, async ({ db, loaded }) => {
      expect(await db.rows('SELECT title FROM staging.incidents')).toEqual([{ title: 'c' }]);
      expect(loaded.warnings.map((w) => w.code)).toEqual(['duplicate_conflict']);
    });
  });

  it('mends a row whose expression fails, and leaves the others rejected', async () => {
    const source = '      columns: { affected_users: { sql: "CAST(title AS INTEGER)" } }\n';
    const files = project(one, line("key: I1, column: affected_users, from: '', to: 12"), { source });
    await withStaged(files, async ({ db, rejects }) => {
      expect(await db.rows('SELECT affected_users AS n FROM staging.incidents')).toEqual([{ n: 12 }]);
      expect(rejects.map(toldReject)).toEqual(['3 expression_failed affected_users']);
    });
  });

  it('leaves keep_last and where as they are: these look at the export’s own columns', async () => {
    const rows = 'I1,2026-01-01,s1,a,1,open\nI1,2026-01-01,s1,b,2,open\nI2,2026-01-01,s1,c,1,canceled\n';
    const source = `      keep_last: { by: incident_id, order: [severity] }\n      where: "state <> 'canceled'"\n`;
    const entries =
      line('key: I1, column: severity, from: 2, to: 0') +
      line('key: I1, column: state, from: open, to: canceled');
    await withStaged(project(rows, entries, { source }), async ({ db, loaded }) => {
      expect(await db.rows('SELECT title, severity, state FROM staging.incidents')).toEqual([
        { title: 'b', severity: '0', state: 'canceled' },
      ]);
      expect(loaded.receipts[1]).toMatchObject({ rows: 3, staged: 1, superseded: 1, filtered: 1 });
    });
  });

  it('makes of its row a row like any other: a duplicate, or one rejected for another column', async () => {
    const rows = 'I1,2026-01-01,s1,a,H,open\nI2,2026-01-01,s1,a,H,open\nI3,soon,s1,a,H,open\n';
    const entries =
      line('file: x/a.csv, line: 3, column: incident_id, from: I2, to: I1') +
      line('key: I3, column: title, from: a, to: b');
    await withStaged(project(rows, entries), async ({ loaded, rejects }) => {
      expect(loaded.warnings.map((w) => w.code)).toEqual(['duplicate_identical']);
      expect(loaded.receipts[1]).toMatchObject({ rows: 3, staged: 1, duplicate: 1, rejected: 1 });
      expect(rejects.map(toldReject)).toEqual(['4 value_not_time occurred_at']);
    });
  });

  it('is kept with what the export said, by file and line', async () => {
    const entries = `# why\n${line("key: I1, column: title, from: a, to: '', on: 2026-10-09")}`;
    await withStaged(project(one, entries), async ({ db }) => {
      expect(await readCorrectedCells(db)).toEqual([
        { correction: 0, kind: 'incidents', file: 1, line: 2, column: 'title', from: 'a', to: null },
      ]);
      expect(
        await db.rows('SELECT reason, "by", "on", correction_line AS line FROM staging.corrections'),
      ).toEqual([{ reason: 'r', by: 'b', on: '2026-10-09', line: 2 }]);
    });
  });

  it('is not needed: a file without any is no mistake', async () => {
    for (const none of ['', '# all mended\n', '[]\n'])
      expect(await staged(project(one, none), 'severity')).toEqual([['heavy'], ['critical']]);
  });
});

/** The English line of each problem that ends the load, and the exit code. */
async function misfits(files: Files): Promise<string[]> {
  try {
    await withStaged(files, async () => {});
  } catch (error) {
    if (!(error instanceof KadoError)) throw error;
    return [
      ...error.problems.map((p) => `${p.code} ${formatProblem(p, 'en').replace(/ \(.*/s, '')}`),
      `exit ${error.exitCode}`,
    ];
  }
  throw new Error('the exports were loaded');
}

describe('a correction that does not fit ends the load', () => {
  const two = { 'x/b.csv': `${head}I1,2026-01-01,s1,a,C,open\n` };
  it.each<[what: string, entries: string, expected: string | string[], files?: Files]>([
    [
      'no row',
      line('key: I9, column: severity, from: heavy, to: critical'),
      'correction_fits_none fix.yaml:1:3: no row of incidents fits I9',
    ],
    [
      'no row of that file',
      line('key: I1, file: "x/b*.csv", column: severity, from: heavy, to: critical'),
      'correction_fits_none fix.yaml:1:3: no row of incidents fits I1',
    ],
    [
      'no such line',
      line('file: x/a.csv, line: 1, column: severity, from: heavy, to: critical'),
      'correction_fits_none fix.yaml:1:3: no row of incidents fits x/a.csv:1',
    ],
    [
      'mended at the source',
      line('key: I2, column: severity, from: heavy, to: critical'),
      'correction_mended fix.yaml:1:3: severity of x/a.csv:3 already says "critical"',
    ],
    [
      'changed at the source',
      line('key: I2, column: severity, from: heavy, to: other'),
      'correction_outdated fix.yaml:1:3: severity of x/a.csv:3 says "critical", not "heavy"',
    ],
    [
      'the case counts',
      line('key: I1, column: severity, from: Heavy, to: other'),
      'correction_outdated fix.yaml:1:3: severity of x/a.csv:2 says "heavy", not "Heavy"',
    ],
    [
      'a column misspelt',
      line('key: I1, column: severty, from: heavy, to: other'),
      'correction_column_unknown fix.yaml:1:49: incidents has no column severty',
    ],
    [
      'a column that the export does not give',
      line('key: I1, column: restored_at, from: null, to: 2026-01-01'),
      'correction_column_absent fix.yaml:1:3: the export of x/a.csv:2 gives no restored_at',
    ],
    [
      'a key column by key',
      line('key: I1, column: incident_id, from: I1, to: I2'),
      'correction_key_column fix.yaml:1:49: incident_id is part of the key of incidents, by which the row is found',
    ],
    [
      'a key of a column that is none',
      line('key: { title: a }, column: severity, from: heavy, to: other'),
      'correction_key_unknown fix.yaml:1:40: the key of incidents has no column title',
    ],
    [
      'a key that lacks a column',
      '- { kind: service_levels, key: { system_id: s1, month: 2026-01 }, column: actual, from: 1, to: 2, reason: r, by: b }\n',
      'correction_key_incomplete fix.yaml:1:27: the key lacks indicator, without which no row of service_levels is known',
    ],
    [
      'a bare text where the key has more columns',
      '- { kind: service_levels, key: s1, column: actual, from: 1, to: 2, reason: r, by: b }\n',
      'correction_key_incomplete fix.yaml:1:27: the key lacks month, indicator, without which no row of service_levels is known',
    ],
    [
      'rows of two files that differ',
      line('key: I1, column: severity, from: heavy, to: other'),
      'correction_rows_differ fix.yaml:1:3: it fits rows that differ: severity says "heavy" at x/a.csv:2, "critical" at x/b.csv:2',
      two,
    ],
    [
      'a line of two files',
      line('file: x/*.csv, line: 2, column: title, from: a, to: b'),
      'correction_rows_several fix.yaml:1:3: it fits both x/a.csv:2 and x/b.csv:2',
      two,
    ],
    [
      'one cell twice',
      line('key: I1, column: severity, from: heavy, to: other') +
        line('file: x/a.csv, line: 2, column: severity, from: heavy, to: critical'),
      'correction_twice fix.yaml:2:3: severity of x/a.csv:2 is corrected at fix.yaml:1:3 too',
    ],
    [
      'a value that does not read',
      line('key: I1, column: state, from: open, to: done'),
      'correction_rejected fix.yaml:1:3: "done" does not read as state, and x/a.csv:2 would be lost',
    ],
    [
      'nothing where a value is required',
      line("key: I1, column: occurred_at, from: 2026-01-01, to: ''"),
      'correction_rejected fix.yaml:1:3: "" does not read as occurred_at, and x/a.csv:2 would be lost',
    ],
    [
      'all of them at once, in their order',
      line('key: I9, column: severity, from: heavy, to: critical') +
        line('key: I1, column: severty, from: heavy, to: other') +
        line('key: I2, column: severity, from: heavy, to: critical'),
      [
        'correction_fits_none fix.yaml:1:3: no row of incidents fits I9',
        'correction_column_unknown fix.yaml:2:49: incidents has no column severty',
        'correction_mended fix.yaml:3:3: severity of x/a.csv:3 already says "critical"',
      ],
    ],
  ])('%s', async (_, entries, expected, files = {}) => {
    expect(await misfits(project(one, entries, { files }))).toEqual([[expected].flat(), 'exit 1'].flat());
  });

  it('and of a superseded or filtered row', async () => {
    const rows = 'I1,2026-01-01,s1,a,1,open\nI1,2026-01-01,s1,b,2,open\nI2,2026-01-01,s1,c,1,canceled\n';
    const source = `      keep_last: { by: incident_id, order: [severity] }\n      where: "state <> 'canceled'"\n`;
    const entries =
      line('file: x/a.csv, line: 2, column: title, from: a, to: x') +
      line('key: I2, column: title, from: c, to: x');
    expect(await misfits(project(rows, entries, { source }))).toEqual([
      'correction_fits_none fix.yaml:1:3: no row of incidents fits x/a.csv:2',
      'correction_fits_none fix.yaml:2:3: no row of incidents fits I2',
      'exit 1',
    ]);
  });

  it('is not blamed for a file that could not be read', async () => {
    const files = project('', line('key: I9, column: severity, from: heavy, to: critical'));
    expect((await misfits(files)).map((m) => m.split(' ')[0])).toEqual(['file_without_rows', 'exit']);
  });

  it('says so in Japanese too', async () => {
    const files = project(one, line('key: I2, column: severity, from: heavy, to: critical'));
    await withStaged(files, async () => {}).catch((error: KadoError) => {
      expect(messageOf(error.problems[0]!, 'ja')).toBe('x/a.csv:3 の severity は、すでに「critical」です');
    });
    expect.assertions(1);
  });
});
