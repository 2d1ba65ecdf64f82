/** One export per way in which rows get lost or fall out, with the account that must come of it. */

const head = 'incident_id,system_id,occurred_at,title\n';
const row = (id: string, title = 'x', occurred = '2026-10-02T10:00'): string =>
  `${id},s1,${occurred},${title}\n`;

export interface Lost {
  readonly line: number;
  readonly column: string;
  readonly says: string;
  readonly hint: string;
  /** The start of the value in rejects.csv, as a spreadsheet must get it. */
  readonly value?: string;
}

export interface Case {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly options?: string;
  /** rows, staged, rejected, filtered, superseded, duplicate */
  readonly account: readonly [number, number, number, number, number, number];
  readonly lost?: readonly Lost[];
}

export const cases: readonly Case[] = [
  {
    name: 'width',
    content: `${head}${row('w1')}${row('w2', 'a,b')}w3,s1,2026-10-02\n${row('w4')}`,
    account: [4, 2, 2, 0, 0, 0],
    lost: [
      {
        line: 3,
        column: '',
        says: 'The row has 5 fields; the header has 4',
        hint: 'quote values that hold',
        value: 'w2,s1',
      },
      { line: 4, column: '', says: 'The row has only 3 fields; the header has 4', hint: 'a row cut short' },
    ],
  },
  {
    name: 'quote',
    content:
      head +
      row('q1') +
      row('q2', '"two\nlines"') +
      row('q3', '"never closed') +
      row('q4') +
      row('q5', '"a ""b"""'),
    account: [5, 4, 1, 0, 0, 0],
    lost: [
      {
        line: 5,
        column: '24',
        says: 'The quote at character 24 of the line is never closed',
        hint: 'close the value',
      },
    ],
  },
  {
    name: 'dates',
    content:
      head +
      row('d1', 'x', '2026-02-31') +
      row('d2', 'x', '2026-02-29T10:00') +
      row('d3', 'x', '2026-02-28') +
      row('d4', 'x', '45/10/2026') +
      row('d5', 'x', '2026-10-05T24:30') +
      row('', 'no id') +
      row('d7', 'x', ''),
    account: [7, 1, 6, 0, 0, 0],
    lost: [
      {
        line: 2,
        column: 'occurred_at',
        says: 'occurred_at "2026-02-31" does not read as a date and time that exists',
        hint: 'ISO 8601',
        value: '2026-02-31',
      },
      {
        line: 3,
        column: 'occurred_at',
        says: 'occurred_at "2026-02-29T10:00" does not read',
        hint: 'ISO 8601',
      },
      {
        line: 5,
        column: 'occurred_at',
        says: 'occurred_at "45/10/2026" does not read',
        hint: 'declare another format',
      },
      {
        line: 6,
        column: 'occurred_at',
        says: 'occurred_at "2026-10-05T24:30" does not read',
        hint: 'ISO 8601',
      },
      {
        line: 7,
        column: 'incident_id',
        says: 'required column incident_id is empty',
        hint: 'fill it at the source',
      },
      {
        line: 8,
        column: 'occurred_at',
        says: 'required column occurred_at is empty',
        hint: 'fill it at the source',
      },
    ],
  },
  {
    name: 'long',
    content: `incident_id,system_id,occurred_at,title,notes\nl1,s1,2026-10-03,${'長'.repeat(700_000)},n\nl2,s1,2026-10-03,t,${'x'.repeat(2_000_000)}\nl3,s1,2026-10-03,t,n\n`,
    account: [3, 2, 1, 0, 0, 0],
    lost: [
      {
        line: 2,
        column: 'title',
        says: 'title has 700000 characters, over the limit of 100000',
        hint: 'leave the column out',
        value: '長長長',
      },
    ],
  },
  {
    name: 'nul',
    content: head + row('n1') + row('n2', 'a\0b') + row('n3'),
    account: [3, 2, 1, 0, 0, 0],
    lost: [
      { line: 3, column: 'title', says: 'The row holds a NUL character', hint: 'remove it at the source' },
    ],
  },
  {
    name: 'bytes',
    content: Buffer.concat([
      Buffer.from(`${head}${row('b1', '止まった')}b2,s1,2026-10-02T10:00,`),
      Buffer.from([0x81, 0xff, 0x0a]),
      Buffer.from(row('b3')),
    ]),
    options: 'encoding: utf-8',
    account: [3, 2, 1, 0, 0, 0],
    lost: [
      {
        line: 3,
        column: 'title',
        says: 'The row has bytes that cannot be read as utf-8',
        hint: 'mend the text at its source',
      },
    ],
  },
  {
    name: 'where',
    content:
      'incident_id,system_id,occurred_at,amount\nf1,s1,2026-10-04,5\nf2,s1,2026-10-04,0\nf3,s1,2026-10-04,many\nf4,s1,2026-10-04,\n',
    options: 'where: "CAST(amount AS INTEGER) > 0"',
    account: [4, 1, 1, 2, 0, 0],
    lost: [
      {
        line: 4,
        column: 'where',
        says: 'the expression of where fails on this row',
        hint: 'try_cast or nullif',
      },
    ],
  },
  {
    name: 'sql',
    content:
      'incident_id,system_id,occurred_at,hours\ne1,s1,2026-10-04,2\ne2,s1,2026-10-04,two\ne3,s1,2026-10-04,\n',
    options: 'columns: { impact_minutes: { sql: "60 * CAST(hours AS INTEGER)" } }',
    account: [3, 2, 1, 0, 0, 0],
    lost: [
      {
        line: 3,
        column: 'impact_minutes',
        says: 'the expression of impact_minutes fails on this row',
        hint: 'try_cast',
      },
    ],
  },
  {
    name: 'twice',
    content:
      head + row('t1', 'same') + row('t1', 'same') + row('t2', 'first') + row('t2', 'second') + row('t3'),
    account: [5, 3, 0, 0, 0, 2],
  },
  {
    name: 'log',
    content:
      'incident_id,system_id,occurred_at,n\ng1,s1,2026-10-06,1\ng1,s1,2026-10-06,10\ng1,s1,bad,9\ng2,s1,2026-10-06,1\n',
    options: 'keep_last: { by: incident_id, order: [n] }',
    account: [4, 2, 0, 0, 2, 0],
  },
  {
    name: 'formula',
    content:
      'incident_id,system_id,occurred_at,state\nx1,s1,2026-10-06,"=1+cmd|\' /C calc\'!A0"\nx2,s1,2026-10-06,"=1\n+2"\nx3,s1,@SUM(A1),open\nx4,s1,-2+3,open\nx5,s1,+81,open\nx6,s1,2026-10-06,open\n',
    account: [6, 1, 5, 0, 0, 0],
    lost: [
      {
        line: 2,
        column: 'state',
        says: 'state "=1+cmd|',
        hint: 'map it to one of open / in_progress',
        value: "'=1+cmd|",
      },
      {
        line: 3,
        column: 'state',
        says: 'state "=1\\n+2" is not one of its values',
        hint: 'map it',
        value: "'=1\n+2",
      },
      {
        line: 5,
        column: 'occurred_at',
        says: 'occurred_at "@SUM(A1)" does not read',
        hint: 'ISO',
        value: "'@SUM(A1)",
      },
      {
        line: 6,
        column: 'occurred_at',
        says: 'occurred_at "-2+3" does not read',
        hint: 'ISO',
        value: "'-2+3",
      },
      { line: 7, column: 'occurred_at', says: 'occurred_at "+81" does not read', hint: 'ISO', value: "'+81" },
    ],
  },
];
