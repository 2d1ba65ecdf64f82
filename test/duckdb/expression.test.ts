/** What a stranger's expression may say. Each line is an attempt; DuckDB's own parser answers, never a mock. */
import { describe, expect, it } from 'vitest';
import { checkExpression, checkTyped } from '../../src/duckdb/expression.js';
import { scalarFunctions } from '../../src/duckdb/functions.js';
import { scratchDatabase } from './scratch.js';

const db = await scratchDatabase();
const header = ['a', 'b', 'opened at', 'Größe', 'x"y'];
const check = (sql: string) => checkExpression(db, sql, header);

const allowed: readonly (readonly [sql: string, ...columns: string[]])[] = [
  ['a', 'a'],
  ['A', 'a'],
  ['"opened at"', 'opened at'],
  ['"größe"', 'Größe'],
  ['"x""y"', 'x"y'],
  ['1'],
  ["$$it's$$"],
  ["a <> 'Canceled'", 'a'],
  ['a IS NULL OR b IS NOT NULL AND NOT (a = b)', 'a', 'b'],
  ["a IN ('x', 'y') AND b NOT IN ('z')", 'a', 'b'],
  ['a BETWEEN b AND b', 'a', 'b'],
  ['a IS DISTINCT FROM b', 'a', 'b'],
  ["CASE WHEN a = '1' THEN b ELSE 'x' END", 'a', 'b'],
  ["CASE a WHEN '1' THEN b END", 'a', 'b'],
  ["a LIKE 'x%' OR a ILIKE '%y' OR a NOT LIKE 'z!%' ESCAPE '!'", 'a'],
  ["a ~ '^x' OR a SIMILAR TO 'y'", 'a'],
  ["COALESCE(NULLIF(a, ''), b)", 'a', 'b'],
  ["IF(a = '1', b, NULL)", 'a', 'b'],
  ['TRY_CAST(a AS INTEGER) + 1', 'a'],
  ['a::DECIMAL(10, 2) * -2', 'a'],
  ["a::TIMESTAMPTZ AT TIME ZONE 'UTC'", 'a'],
  ["strptime(a, '%d/%m/%Y') + INTERVAL 1 DAY", 'a'],
  ['EXTRACT(year FROM a::DATE)', 'a'],
  ["date_trunc('month', DATE '2026-01-31')"],
  ["TRIM(BOTH ' ' FROM SUBSTRING(a FROM 1 FOR 2)) || POSITION('x' IN b)", 'a', 'b'],
  ['main.lower(a)', 'a'],
];

const refused: readonly (readonly [attempt: string, sql: string, detail: string])[] = [
  ['reading a file', "read_text('/etc/passwd')", 'read_text()'],
  ['reading a csv', "read_csv('/etc/passwd')", 'read_csv()'],
  ['the environment', "getenv('HOME')", 'getenv()'],
  ['a setting', "current_setting('temp_directory')", 'current_setting()'],
  ['dynamic SQL', "query('SELECT 1')", 'query()'],
  ['a sequence', "nextval('s')", 'nextval()'],
  ['the clock', 'now()', 'now()'],
  ['chance', 'random()', 'random()'],
  ['a deliberate error', "error('x')", 'error()'],
  ['a subquery', '(SELECT 1)', 'subquery'],
  ['a subquery of a file', "(SELECT content FROM read_text('/etc/passwd'))", 'subquery'],
  ['a bare query', 'SELECT 1', 'subquery'],
  ['a bare FROM', 'FROM staging.incidents', 'subquery'],
  ['VALUES', '(VALUES (1))', 'subquery'],
  ['EXISTS', 'EXISTS (SELECT 1)', 'subquery'],
  ['IN a query', 'a IN (SELECT 1)', 'subquery'],
  ['ANY', 'a = ANY(SELECT 1)', 'subquery'],
  ['a window', 'lag(a) OVER ()', 'window'],
  ['a window by an allowed name', 'lower(a) OVER ()', 'window'],
  ['a text without end', "lpad(a, 2000000000, 'x')", "lpad() to a length that isn't a number up to 1000"],
  [
    'a text as long as a row says',
    'rpad(a, length(b) * 1000, a)',
    "rpad() to a length that isn't a number up to 1000",
  ],
  ['an aggregate', 'sum(a)', 'sum()'],
  ['count', 'count(*)', 'count_star()'],
  ['a filter', 'lower(a) FILTER (WHERE true)', 'lower()'],
  ['distinct', 'lower(DISTINCT a)', 'lower()'],
  ['a nested refusal', "upper(lower(concat(a, getenv('HOME'))))", 'getenv()'],
  ['a refusal in CASE', "CASE WHEN a = 'x' THEN (SELECT 1) END", 'subquery'],
  ['a refusal in a cast', "read_text('x')::INTEGER", 'read_text()'],
  ['another schema', 'pg_catalog.lower(a)', 'lower()'],
  ['another catalogue', 'system.main.lower(a)', 'lower()'],
  ['a table function', 'unnest([1])', 'unnest()'],
  ['star', '*', 'star'],
  ['COLUMNS', 'COLUMNS(*)', 'star'],
  ['a positional parameter', '$1', 'parameter'],
  ['a named parameter', '$company', 'parameter'],
  ['a question mark', '?', 'parameter'],
  ['a positional reference', '#1', 'positional reference'],
  ['a list', '[1, 2]', 'list_value()'],
  ['a struct', "{'x': 1}", 'struct_pack()'],
  ['a map', "MAP {'a': 1}", 'map()'],
  ['a row', '1, 2', 'row()'],
  ['an element', 'a[1]', 'array_extract'],
  ['a slice', 'a[1:2]', 'array_slice'],
  ['a lambda', 'lambda x: x', 'lambda'],
  ['a comprehension', '[x FOR x IN a]', 'list_apply()'],
  ['JSON', "a->>'$.x'", '->>()'],
  ['a collation', 'a COLLATE NOCASE', 'collate'],
  ['TRY, which would hide failures', 'TRY(a)', 'operator_try'],
  ['a cast to a list', 'a::VARCHAR[]', 'cast to LIST'],
  ['a cast to a struct', 'a::STRUCT(x INTEGER)', 'cast to STRUCT'],
  ['a cast to bytes', 'a::BLOB', 'cast to BLOB'],
  ['a cast to a named type', 'a::mood', 'cast to UNBOUND'],
  ['a union', 'a) UNION SELECT (b', 'more than one scalar expression'],
  ['a second column', 'a), (b', 'more than one scalar expression'],
  ['FROM', "content) FROM read_text('/etc/passwd') AS t(content", 'more than one scalar expression'],
  ['WHERE', 'a) WHERE (true', 'more than one scalar expression'],
  ['GROUP BY', 'a) GROUP BY (a', 'more than one scalar expression'],
  ['LIMIT', 'a) LIMIT (1', 'more than one scalar expression'],
  ['ORDER BY', 'a) ORDER BY (1', 'more than one scalar expression'],
];

const syntax: readonly (readonly [attempt: string, sql: string, detail: RegExp])[] = [
  ['two statements', '1); SELECT (2', /not one expression/],
  ['a statement after', '1; DROP TABLE staging.incidents', /syntax error/],
  ['another statement', '1); COPY (SELECT 1) TO (2', /syntax error|Only SELECT/],
  ['a comment over the end', '1) -- ', /syntax error/],
  ['an open comment', '1) /* ', /unterminated/],
  ['an open text', "'x", /unterminated|syntax error/],
  ['an open name', '"a', /unterminated|syntax error/],
  ['NUL', "'\u0000'", /unterminated|syntax error/],
  ['nothing', '', /syntax error/],
  ['white space', ' \n\t', /syntax error/],
  ['an alias', 'a AS b', /syntax error/],
  ['a number without end', '1e400', /range of doubles/],
  ['a text held against a number', 'a > 1', /Cannot compare/],
  ['arithmetic on a text', 'a + 1', /No function matches/],
  ['a wrong number of arguments', "strptime(a, 'x', 'y', 'z')", /No function matches/],
  ['a broken pattern', "regexp_matches(a, '(')", /missing/],
  ['an order within a scalar', 'lower(a ORDER BY a)', /ORDER BY/],
];

describe('an allowed expression', () => {
  it.each(allowed)('%s', async (sql, ...columns) => {
    expect(await check(sql)).toEqual({ columns });
  });
  it('may hold a comment that ends', async () => {
    expect(await check('a /* why */ -- because')).toEqual({ columns: ['a'] });
  });
  it('lists nothing that reads, waits, draws lots or tells the time', async () => {
    const rows = await db.rows<{ name: string }>(
      `SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type <> 'scalar' OR stability <> 'CONSISTENT' OR has_side_effects`,
    );
    const doubtful = rows.map((r) => r.name).filter((name) => scalarFunctions.has(name));
    expect(doubtful.sort()).toEqual(macros);
  });
});

/** DuckDB ships these as macros over plain scalar functions. */
const macros = ['date_add', 'nullif', 'split_part'];

describe('a refused expression', () => {
  it.each(refused)('%s: %s', async (_, sql, detail) => {
    expect(await check(sql)).toEqual({ kind: 'not_allowed', detail });
  });
  it('is longer than anybody reads', async () => {
    expect(await check(`'${'x'.repeat(20_001)}'`)).toEqual({
      kind: 'not_allowed',
      detail: '20003 characters',
    });
  });
  it.each(syntax)('does not parse or bind: %s', async (_, sql, detail) => {
    expect(await check(sql)).toEqual({ kind: 'syntax', detail: expect.stringMatching(detail) });
  });
  it.each([
    'c',
    'a.b',
    'incidents.a',
    'rowid',
    'current_date',
    'CURRENT_TIMESTAMP',
    'user',
    'current_schema',
    '"a "',
  ])('names a column that is not there: %s', async (sql) => {
    expect(await check(sql)).toEqual({
      kind: 'unknown_column',
      detail: sql.replaceAll('"', ''),
    });
  });
});

describe('an expression over typed columns', () => {
  const columns = [
    { name: 'n', type: 'BIGINT' },
    { name: 'd', type: 'DECIMAL(24,6)' },
    { name: 'b', type: 'BOOLEAN' },
    { name: 't', type: 'TIMESTAMPTZ' },
    { name: 's', type: 'VARCHAR' },
  ];
  it.each<[string, string, readonly string[]]>([
    ['n > 1 AND b', 'BOOLEAN', ['n', 'b']],
    ['coalesce(n, 0) + d', 'DECIMAL(26,6)', ['d']],
    ['coalesce(n, d)', 'DECIMAL(25,6)', ['n', 'd']],
    ['coalesce(n, NULL) > 0', 'BOOLEAN', ['n']],
    ['ifnull(n, 1) > 0 AND n IS NOT NULL', 'BOOLEAN', []],
    ["s IS DISTINCT FROM 'x' OR b IS NULL", 'BOOLEAN', []],
    ['s IS NOT DISTINCT FROM s OR b', 'BOOLEAN', ['b']],
    ['CASE WHEN b THEN 1 END', 'INTEGER', ['b']],
    ["t > TIMESTAMPTZ '2026-04-01 00:00:00+09'", 'BOOLEAN', ['t']],
  ])('%s', async (sql, type, needed) => {
    expect(await checkTyped(db, sql, columns)).toMatchObject({ type, needed });
  });
  it.each<[string, 'boolean' | 'number', string]>([
    ['n', 'boolean', 'BIGINT'],
    ['NULL', 'boolean', 'INTEGER'],
    ['b', 'number', 'BOOLEAN'],
    ['s', 'number', 'VARCHAR'],
    ['t', 'number', 'TIMESTAMP WITH TIME ZONE'],
    ["t - TIMESTAMPTZ '2026-04-01'", 'number', 'INTERVAL'],
  ])('%s is no %s', async (sql, result, detail) => {
    expect(await checkTyped(db, sql, columns, result)).toEqual({ kind: 'type', detail });
  });
  it.each(['n + 1', 'd', 'n / 2', 'sqrt(d)', 'd * d', 'NULL'])('%s is a number', async (sql) => {
    expect(await checkTyped(db, sql, columns, 'number')).toHaveProperty('columns');
  });
  it.each(["b = 'maybe'", "'x'::INTEGER > n", 's > n', 't > n'])('%s is refused', async (sql) => {
    expect(await checkTyped(db, sql, columns, 'boolean')).toMatchObject({ kind: 'syntax' });
  });
});
