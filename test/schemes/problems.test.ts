/** Everything that can be wrong with a scheme, told at its line: what an expression may not reach, first of all. */
import { describe, expect, it } from 'vitest';
import { formatPlace, hintOf, KadoError, type Problem } from '../../src/errors.js';
import { checkSchemes } from '../../src/schemes/settle.js';
import { read } from '../config/reading.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { schemeProject, smallScheme } from './project.js';

const db = await scratchDatabase();

async function problemsOf(scheme: string, more = ''): Promise<readonly Problem[]> {
  const files = schemeProject({ incidents: '', scheme, more });
  try {
    await checkSchemes(db, read(String(files['kado.yaml'])));
  } catch (error) {
    if (!(error instanceof KadoError)) throw error;
    expect(error.exitCode).toBe(2);
    return error.problems;
  }
  return [];
}

const told = async (scheme: string, more?: string): Promise<string[]> =>
  (await problemsOf(scheme, more)).map(
    ({ code, place }) => `${code} ${formatPlace(place!).replace('kado.yaml:', '')}`,
  );

/** `counts` stands in line 15 at column 5, `impact_factor` in 28. */
const withCounts = (sql: string): string =>
  smallScheme.replace(/counts: .*/, `counts: ${JSON.stringify(sql)}`);
const change = (from: string, to: string): string => {
  expect(smallScheme).toContain(from);
  return smallScheme.replace(from, to);
};

it('finds nothing wrong with a sound scheme', async () => {
  expect(await told(smallScheme)).toEqual([]);
});

describe('an expression may not', () => {
  it.each([
    ['read a file', "read_text('/etc/passwd') IS NULL", 'read_text()'],
    ['read a file in a subquery', "(SELECT content FROM read_text('/etc/passwd')) IS NULL", 'subquery'],
    ['read a CSV', "(SELECT count(*) FROM read_csv('kado.yaml')) > 0", 'subquery'],
    ['read by name', "EXISTS (SELECT 1 FROM 'kado.yaml')", 'subquery'],
    ['list files', "EXISTS (FROM glob('*'))", 'subquery'],
    ['look at the warehouse', 'incident_id IN (SELECT incident_id FROM staging.incidents)', 'subquery'],
    ['look at other rows', 'row_number() OVER () = 1', 'window'],
    ['take a parameter', '$1', 'parameter'],
    ['count', 'count(*) > 1', 'count_star()'],
    ['read the environment', "getenv('HOME') IS NULL", 'getenv()'],
    ['read settings', "current_setting('temp_directory') IS NULL", 'current_setting()'],
    ['run text as SQL', "query('SELECT 1') IS NULL", 'query()'],
    ['ask the clock', 'occurred_at < now()', 'now()'],
    ['draw lots', 'random() > 0.5', 'random()'],
  ])('%s', async (_, sql, detail) => {
    const [problem, ...more] = await problemsOf(withCounts(sql));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'expression_not_allowed',
      params: { key: 'schemes.small.counts', detail },
      place: { file: 'kado.yaml', line: 15, column: 5 },
    });
  });

  it.each([
    ['be another statement', "true); ATTACH 'x.db' AS (x"],
    ['be two statements', 'true); SELECT (true'],
    ['copy out', "true); COPY (SELECT 1) TO 'x.csv' --"],
    ['load an extension', 'true); LOAD httpfs; --'],
    ['install an extension', "true); INSTALL httpfs FROM 'x'; --"],
    ['set', 'true); SET threads = 1; --'],
    ['be a PRAGMA', 'true); PRAGMA database_list; --'],
    ['call a PRAGMA', 'PRAGMA database_list'],
    ['attach', "ATTACH 'x.db' AS x"],
    ['hold a text against a truth value', "customers_affected = 'maybe'"],
    ['hold a text against a number', 'title > 3'],
    ['be empty of sense', 'AND'],
  ])('%s', async (_, sql) => {
    expect(await told(withCounts(sql))).toEqual(['expression_syntax 15:5']);
  });
});

describe('what is wrong is told at its line', () => {
  it.each<[string, string, ...string[]]>([
    ['no truth value', withCounts('affected_users + 1'), 'expression_type 15:5'],
    ['an untyped NULL', withCounts('NULL'), 'expression_type 15:5'],
    ['no number', change('greatest(affected_users, 1) * importance', 'title'), 'expression_type 28:5'],
    [
      'a level that is a text',
      change('business_importance + CASE', 'category || CASE'),
      'expression_type 16:19',
    ],
    ['an unknown column', withCounts('custmers_affected'), 'scheme_column_unknown 15:5'],
    ['a value that never occurs', withCounts("symptom_class = 'data_centre'"), 'scheme_value_unknown 15:5'],
    ['such a value first', withCounts("'Mail' <> symptom_class"), 'scheme_value_unknown 15:5'],
    [
      'such a value in a list',
      withCounts("state NOT IN ('canceled', 'cancelled')"),
      'scheme_value_unknown 15:5',
    ],
    [
      'such a value of a case',
      withCounts("CASE category WHEN 'AAAA' THEN true END"),
      'scheme_value_unknown 15:5',
    ],
    [
      'such a value deep within',
      withCounts("coalesce(NOT (state IS DISTINCT FROM 'gone'), false)"),
      'scheme_value_unknown 15:5',
    ],
    ['a column with its table', withCounts('i.known'), 'scheme_column_unknown 15:5'],
    ['a score outside of severity', withCounts('size > 3'), 'scheme_column_unknown 15:5'],
    [
      'a column of incidents in a level',
      change('business_importance +', 'affected_users +'),
      'scheme_column_unknown 16:19',
    ],
    ['a score of itself', change('"affected_users * users"', 'size + 1'), 'scheme_score_later 19:33'],
    [
      'a score of a later one',
      change('"affected_users * users"', 'CASE WHEN large THEN 1 END'),
      'scheme_score_later 19:33',
    ],
    [
      'a rule',
      change('customers_affected OR large', 'customers_affected OR larger'),
      'scheme_column_unknown 25:11',
    ],
    [
      'a class rule',
      change('when: affected_amount > 0', 'when: afected_amount > 0'),
      'scheme_column_unknown 26:35',
    ],
    ['a grade twice', change('id: L1', 'id: L3'), 'scheme_twice 27:13'],
    ['a score twice, in another case', change('id: large', 'id: SIZE'), 'scheme_twice 20:13'],
    ['a score like a column', change('id: large', 'id: title'), 'scheme_twice 20:13'],
    [
      'a field that is no column',
      change('[title, symptom]', '[title, symptoms]'),
      'scheme_field_unknown 30:66',
    ],
    ['nothing for a class', change('heavy: all, ', ''), 'config_missing_key 30:5'],
    [
      'no grades',
      smallScheme.replace(/ {6}grades:[\s\S]*?(?= {4}impact_factor)/, ''),
      'config_missing_key 17:5',
    ],
    ['no name', smallScheme.replace(/ {4}name: .*\n/, ''), 'config_missing_key 12:3'],
    [
      'a rule for no grade',
      `${smallScheme}    targets: { rules: [{ grade: L4, cap: 0 }] }\n`,
      'scheme_rule_grade 31:26',
    ],
  ])('%s', async (_, scheme, ...expected) => {
    expect(await told(scheme)).toEqual(expected);
  });

  it('names what is near', async () => {
    const [problem] = await problemsOf(withCounts('custmers_affected'));
    expect(hintOf(problem!, 'en')).toBe('did you mean: customers_affected');
  });

  it.each<[string, string, string]>([
    ['of form: an unknown key', '    wheather: 1\n', 'config_unknown_key 31:5'],
    ['of form: a misspelt key', '    terminals: "true"\n', 'config_unknown_key_near 31:5'],
    [
      'two kinds of cap',
      '    targets: { rules: [{ grade: L3, cap: 0, less_than_last_year: 1 }] }\n',
      'config_cap_rule 31:24',
    ],
    ['no kind of cap', '    targets: { rules: [{ grade: L3 }] }\n', 'config_cap_rule 31:24'],
    ['an unknown class', '    targets: { rules: [{ grade: L3, cap: many }] }\n', 'config_type 31:37'],
  ])('%s', (_, line, expected) => {
    const files = schemeProject({ incidents: '', scheme: smallScheme + line });
    try {
      read(String(files['kado.yaml']));
    } catch (error) {
      const [{ code, place }] = (error as KadoError).problems as [Problem];
      expect(`${code} ${formatPlace(place!).replace('kado.yaml:', '')}`).toBe(expected);
      return;
    }
    expect.unreachable();
  });
});

describe('what a scheme extends', () => {
  const other = (id: string, base: string) => `  ${id}: { extends: ${base} }\n`;
  it.each<[string, string, ...string[]]>([
    ['is unknown', other('x', 'nothing'), 'scheme_extends_unknown 31:8'],
    ['is no preset', other('x', 'preset'), 'scheme_extends_unknown 31:8'],
    [
      'is a circle of two',
      other('x', 'y') + other('y', 'x'),
      'scheme_extends_cycle 31:8',
      'scheme_extends_cycle 32:8',
    ],
    ['is sound', other('x', 'small'), ...[]],
    ['has the reserved id', other('as-exported', 'small'), 'scheme_reserved 31:3'],
  ])('%s', async (_, lines, ...expected) => {
    expect((await told(smallScheme + lines)).sort()).toEqual([...expected].sort());
  });

  it('names a company that asks for none that there is', async () => {
    const yaml = String(schemeProject({ incidents: '' })['kado.yaml']).replace(
      'scheme: small }',
      'scheme: smal }',
    );
    const problems = await checkSchemes(db, read(yaml)).catch((error: KadoError) => error.problems);
    expect(problems).toMatchObject([
      { code: 'scheme_unknown', params: { value: 'smal' }, place: { line: 9, column: 23 } },
    ]);
    expect(hintOf((problems as Problem[])[0]!, 'en')).toContain('small');
  });
});
