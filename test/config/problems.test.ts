/** Every kind of mistake in kado.yaml, with the line and column that it is reported at. */
import { describe, expect, it } from 'vitest';
import { configErrors } from '../../src/errors/config.js';
import { formatProblem, KadoError } from '../../src/errors.js';
import { problemsOf, read, smallest, told } from './reading.js';

/** Lines under the second of two incident sources: the first stands on line 9. */
const underSource = (lines: string) => `sources:
  systems: s.csv
  incidents:
    - a.csv
    -
      path: b.csv
      encoding: auto
      # the line in question follows
      ${lines}
`;

const cases: [what: string, yaml: string, ...expected: string[]][] = [
  ['empty file', '', 'config_blank 1:1'],
  ['only comments', '# x\n', 'config_blank 1:1'],
  ['a text', 'abc', 'config_type 1:1'],
  ['a list', '- a\n', 'config_type 1:1'],
  ['bad indentation', `title: x\n  group: y\n${smallest}`, 'config_yaml 1:8'],
  ['tab as indentation', 'sources:\n\tsystems: x\n', 'config_yaml 2:1'],
  ['open bracket', `locales: [ja, en\n${smallest}`, 'config_yaml 2:1'],
  ['braces of a variable unquoted in a flow mapping', 'risk: { a: ${X}/y }\n', 'config_yaml 1:13'],
  ['two documents', `${smallest}---\na: 1\n`, 'config_documents 4:1'],
  ['tag', `title: !env X\n${smallest}`, 'config_tag 1:8'],
  ['known tag outside the core schema', `title: !!binary aGk=\n${smallest}`, 'config_tag 1:8'],
  ['alias without anchor', `title: *x\n${smallest}`, 'config_alias 1:8'],
  ['alias of itself', `risk: { a: &a [*a] }\n${smallest}`, 'config_expansion 1:16'],
  ['key that is a list', `${smallest}? [a]\n: b\n`, 'config_key_form 4:3'],
  ['key __proto__', `${smallest}__proto__: b\n`, 'config_key_form 4:1'],
  ['duplicate key', `title: a\n${smallest}title: b\n`, 'config_duplicate_key 5:1'],
  [
    'duplicate key, quoted',
    underSource('columns: { state: { from: s, map: { 1: a, "1": b } } }'),
    'config_duplicate_key 9:49',
  ],
  ['merge key', `${smallest}<<: { title: x }\n`, 'config_unknown_key 4:1'],
  ['unknown key', `${smallest}weather: x\n`, 'config_unknown_key 4:1'],
  ['misspelt key', `titel: x\n${smallest}`, 'config_unknown_key_near 1:1'],
  ['misspelt kind', `${smallest}  incidnts: x\n`, 'config_unknown_key_near 4:3'],
  ['misspelt key of a source', underSource('encodng: auto'), 'config_unknown_key_near 9:7'],
  ['misspelt key of a column', underSource('columns: { a: { frm: x } }'), 'config_unknown_key_near 9:23'],
  [
    'misspelt key of an unread kind',
    `${smallest}  risks: { pth: x }\n`,
    'config_missing_key 4:3',
    'config_unknown_key_near 4:12',
  ],
  ['misspelt language', `title: { jp: x }\n${smallest}`, 'config_unknown_key_near 1:10'],
  ['no sources', '# x\n\ntitle: a\n', 'config_missing_key 3:1'],
  [
    'no systems, no incidents',
    'title: a\nsources:\n  units: u.csv\n',
    'config_missing_key 2:1',
    'config_missing_key 2:1',
  ],
  ['no incidents in the list', 'sources:\n  systems: s\n  incidents: []\n', 'config_empty 3:3'],
  ['sources without value', 'sources:\n', 'config_empty 1:1'],
  ['no path', 'sources:\n  systems: [{ preset: x }]\n  incidents: i\n', 'config_missing_key 2:13'],
  ['empty path', underSource('missing: []').replace('b.csv', '""'), 'config_empty 6:7'],
  ['list in a list', 'sources:\n  systems: [a, [b]]\n  incidents: i\n', 'config_type 2:16'],
  ['null for a text', `title: ~\n${smallest}`, 'config_empty 1:1'],
  ['mapping for a text', `sign_off: { a: b }\n${smallest}`, 'config_type 1:1'],
  ['text for a list', `locales: ja\n${smallest}`, 'config_type 1:1'],
  ['no locale', `locales: []\n${smallest}`, 'config_empty 1:1'],
  ['locale twice', `locales: [ja, ja]\n${smallest}`, 'config_locale_twice 1:1'],
  ['locale unknown', `locales: [ja, fr]\n${smallest}`, 'config_value 1:15'],
  ['encoding unknown', underSource('').replace('auto', 'latin1'), 'config_value 7:7'],
  ['encoding a list', underSource('').replace('auto', '[auto]'), 'config_type 7:7'],
  ['time zone unknown', `timezone: Asia/Tokio\n${smallest}`, 'config_timezone 1:1'],
  ['month 0', `fiscal_year_start: 0\n${smallest}`, 'config_range 1:1'],
  ['month 13', `fiscal_year_start: 13\n${smallest}`, 'config_range 1:1'],
  ['month 4.5', `fiscal_year_start: 4.5\n${smallest}`, 'config_type 1:1'],
  ['an investment of 0 to reckon per', `safe_operation: { per: 0 }\n${smallest}`, 'config_range 1:19'],
  ['month by name', `fiscal_year_start: April\n${smallest}`, 'config_type 1:1'],
  ['currency', `currency: yen\n${smallest}`, 'config_currency 1:1'],
  ['as_of', `as_of: 2026-02-30T09:00:00Z\n${smallest}`, 'config_timestamp 1:1'],
  ['reject rate in percent', `max_reject_rate: 5%\n${smallest}`, 'config_type 1:1'],
  ['reject rate above 1', underSource('max_reject_rate: 5'), 'config_range 9:7'],
  ['a factor of 0', underSource('columns: { a: { from: b, units: { g: 0 } } }'), 'config_range 9:41'],
  ['allow_empty: yes', underSource('allow_empty: yes'), 'config_type 9:7'],
  ['two characters between fields', underSource('delimiter: "||"'), 'config_delimiter 9:7'],
  ['a quote between fields', underSource(`delimiter: '"'`), 'config_delimiter 9:7'],
  ['covers without end', underSource('covers: { from: 2026-01-01 }'), 'config_missing_key 9:7'],
  [
    'covers with an unreal day',
    underSource('covers: { from: 2026-02-30, to: 2026-01-01 }'),
    'config_date 9:17',
  ],
  [
    'covers turned round',
    underSource('covers: { from: 2026-02-01, to: 2026-01-31 }'),
    'config_covers_order 9:7',
  ],
  ['column a list', underSource('columns: { a: [b] }'), 'config_type 9:18'],
  [
    'column with two origins',
    underSource('columns: { a: { from: b, sql: c } }'),
    'config_column_two_origins 9:18',
  ],
  ['column with none', underSource('columns: { a: { map: { b: c } } }'), 'config_column_no_origin 9:18'],
  ['column that says nothing', underSource('columns: { a: {} }'), 'config_column_no_origin 9:18'],
  [
    'format without a field',
    underSource('columns: { a: { from: b, format: [yyyy] } }'),
    'config_time_format 9:41',
  ],
  ['map to nothing', underSource('columns: { a: { from: b, map: { c: } } }'), 'config_empty 9:39'],
  ['order without columns', underSource('keep_last: { by: a, order: [] }'), 'config_empty 9:27'],
  [
    'order read in an unknown way',
    underSource('keep_last: { by: a, order: [{ column: b, as: date }] }'),
    'config_value 9:48',
  ],
  ['company without name', `${smallest}companies:\n  - id: a\n`, 'config_missing_key 5:5'],
  ['company with an empty name', `${smallest}companies:\n  - { id: a, name: {} }\n`, 'config_no_name 5:14'],
  [
    're-basing without a reason',
    `${smallest}signals:\n  rebase:\n    - { scope: company:a, metric: incidents, from: 2026-04 }\n`,
    'config_missing_key 6:7',
  ],
  [
    're-basing from a day, of a scope without a kind',
    `${smallest}signals:\n  rebase:\n    - { scope: a, metric: incidents, from: 2026-04-01, reason: r }\n`,
    'config_scope 6:9',
    'config_month 6:38',
  ],
  [
    're-basing from a month that there is not',
    `${smallest}signals: { rebase: [{ scope: "unit:a", metric: incidents, from: 2026-13, reason: r }] }\n`,
    'config_month 4:59',
  ],
  [
    're-basing twice',
    `${smallest}signals:\n  rebase:\n${'    - { scope: "unit:a", metric: incidents, from: 2026-04, reason: r }\n'.repeat(2)}`,
    'config_rebase_twice 5:3',
  ],
  [
    'company twice',
    `${smallest}companies:\n  - { id: 01, name: a }\n  - { id: "01", name: b }\n`,
    'config_company_twice 6:7',
  ],
  [
    'company of a source unknown',
    `${underSource('company: b')}companies: [{ id: a, name: a }]\n`,
    'config_company_unknown 9:7',
  ],
  [
    'company of a single source unknown',
    `${smallest}  units: { path: u, company: b }\ncompanies: [{ id: a, name: a }]\n`,
    'config_company_unknown 4:21',
  ],
  ['edition without id', `${smallest}editions: [{ units: [a] }]\n`, 'config_missing_key 4:12'],
  ['schemes a list', `${smallest}schemes: [a]\n`, 'config_type 4:1'],
];

describe('a mistake is reported where it stands', () => {
  it.each(cases)('%s', (_, yaml, ...expected) => {
    expect(told(yaml)).toEqual(expected);
  });

  it('too many values behind aliases', () => {
    const levels = [...'abcdefghi'].map(
      (name, i) => `${name}: &${name} [${Array(10).fill(i ? `*${'abcdefghi'[i - 1]}` : 1)}]`,
    );
    expect(problemsOf(levels.join('\n')).map(({ code }) => code)).toEqual(['config_expansion']);
  });
  it.each(['[', '- ', '{a: ', '? '])('too many levels of %s', (opening) => {
    expect(problemsOf(opening.repeat(100_000))[0]).toMatchObject({
      code: 'config_expansion',
      place: { line: 1 },
    });
  });
  it('a file that is not UTF-8', () => {
    expect(told(Uint8Array.of(0x74, 0x3a, 0x20, 0x8c, 0x8e))).toEqual(['config_encoding kado.yaml']); // 月 in CP932
  });
  it('a file that is too large', () => {
    expect(told(new Uint8Array(1_048_577))).toEqual(['config_too_large kado.yaml']);
  });
});

describe('a company that may come from elsewhere', () => {
  it.each([
    ['none inline', underSource('company: b')],
    [
      'a source of companies',
      `${underSource('company: b')}  companies: c.csv\ncompanies: [{ id: a, name: a }]\n`,
    ],
  ])('%s', (_, yaml) => {
    expect(read(yaml).sources.incidents[1]?.company).toBe('b');
  });
});

describe('all problems', () => {
  const yaml = `titel: x\n${underSource('covers: 1')}currency: yen\ncompanies:\n  - id: a\n  - { id: a, name: b }\n`;
  it('come at once, in the order of the file, with exit code 2', () => {
    expect(told(yaml)).toEqual([
      'config_unknown_key_near 1:1',
      'config_type 10:7',
      'config_currency 11:1',
      'config_missing_key 13:5',
      'config_company_twice 14:7',
    ]);
    expect(new KadoError(problemsOf(yaml)).exitCode).toBe(2);
  });
  it('say the subject first, what is there and what was expected, and how to mend it', () => {
    const [first] = problemsOf(`fiscal_year_start: 13\n${smallest}`);
    expect(formatProblem(first!, 'en')).toBe(
      'kado.yaml:1:1: fiscal_year_start is 13; expected ≤ 12 (Use a number in that range)',
    );
    const [typed] = problemsOf(`locales: {}\n${smallest}`);
    expect(formatProblem(typed!, 'ja')).toBe(
      'kado.yaml:1:1: locales は mapping です（期待する形: list） (期待する形で書いてください)',
    );
    const [union] = problemsOf(`sources:\n  systems: s\n  incidents:\n    - [a]\n`);
    expect(union?.params).toEqual({
      key: 'sources.incidents[0]',
      actual: 'list',
      expected: 'text | mapping',
    });
  });
  it('leave no placeholder unfilled, in either language', () => {
    const problems = cases.flatMap(([, text]) => problemsOf(text));
    const texts = problems.flatMap((p) => [formatProblem(p, 'en'), formatProblem(p, 'ja')]);
    expect(texts.filter((text) => /\{[a-z]+\}/.test(text))).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has the same placeholders and a hint in both languages', () => {
    const names = (texts: readonly string[]) => [...new Set(texts.join().match(/\{\w+\}/g))].sort();
    for (const [code, entry] of Object.entries(configErrors)) {
      expect(names(entry.ja), code).toEqual(names(entry.en));
      expect([entry.ja[1], entry.en[1]].every(Boolean), code).toBe(true);
    }
  });
});
