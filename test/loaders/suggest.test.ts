/** What is said of an export's columns, kinds and times by looking at them: hand-written vectors. */
import { describe, expect, it } from 'vitest';
import { findPreset } from '../../loaders/presets/index.js';
import { matchColumns } from '../../loaders/suggest/columns.js';
import { dateForms } from '../../loaders/suggest/dateForms.js';
import { fitKind, fitPresets } from '../../loaders/suggest/fit.js';
import { findGraded } from '../../loaders/suggest/grades.js';
import { findJoined, joinedValues, joinSql } from '../../loaders/suggest/joined.js';
import { suggestSorts } from '../../loaders/suggest/sorts.js';
import { synonyms } from '../../loaders/suggest/synonyms.js';
import { settledOrder, suggestTimes } from '../../loaders/suggest/times.js';
import { suggestValues } from '../../loaders/suggest/values.js';
import { kinds } from '../../src/config/model.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { scratchDatabase } from '../duckdb/scratch.js';

const db = await scratchDatabase();

describe('the form of times', () => {
  const preset = { from: [], format: ['%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M'] };
  const keyword = { from: [], format: ['%d/%b/%y %I:%M %p', 'day_or_month_first'] };
  it.each<[string, string[], typeof preset | undefined, object]>([
    ['nothing', [], undefined, { is: 'empty' }],
    ['ISO 8601', ['2026-04-01T09:00:00Z', '2026-04-01'], undefined, { is: 'known', order: 'plain' }],
    [
      'year first',
      ['2026/4/1 9:05', '2026/12/31 23:59'],
      undefined,
      { is: 'known', order: 'plain', example: '2026/4/1 9:05' },
    ],
    [
      'several forms in one column, of which the first that is not ISO 8601 is told',
      ['2026-04-01', '2026/4/2', '令和8年4月3日 10:00'],
      undefined,
      { is: 'known', order: 'plain', example: '2026/4/2' },
    ],
    [
      'two forms in one column that need a format, the commoner first',
      ['11/May/24 03:26 PM', '12/May/24', '13/May/24 10:00 AM'],
      undefined,
      { is: 'formats', order: 'plain', formats: ['%d/%b/%y %I:%M %p', '%d/%b/%y'] },
    ],
    [
      'kanji',
      ['2026年4月1日 9時05分'],
      undefined,
      { is: 'known', order: 'plain', example: '2026年4月1日 9時05分' },
    ],
    [
      'a day over 12 in the first place',
      ['13/4/2026 9:05', '1/2/2026 9:05'],
      undefined,
      { is: 'formats', order: 'day', formats: ['%d/%m/%Y %H:%M'] },
    ],
    [
      'a day over 12 in the second place',
      ['4/13/2026 9:05', '1/2/2026 9:05'],
      undefined,
      { is: 'formats', order: 'month', formats: ['%m/%d/%Y %H:%M'] },
    ],
    [
      'days on both sides: neither',
      ['4/13/2026 9:05', '13/4/2026 9:05'],
      undefined,
      { is: 'unread', examples: ['4/13/2026 9:05', '13/4/2026 9:05'] },
    ],
    [
      'no day over 12: open',
      ['1/2/2026 9:05', '11/12/2026 9:05'],
      undefined,
      {
        is: 'open',
        options: [
          { order: 'day', formats: ['%d/%m/%Y %H:%M'] },
          { order: 'month', formats: ['%m/%d/%Y %H:%M'] },
        ],
      },
    ],
    [
      'two digits: three ways',
      ['01/02/03'],
      undefined,
      {
        is: 'open',
        options: [
          { order: 'day', formats: ['%d/%m/%y'] },
          { order: 'month', formats: ['%m/%d/%y'] },
          { order: 'year', formats: ['%y/%m/%d'] },
        ],
      },
    ],
    ['as the preset says', ['13/4/2026 9:05', '2026-04-01 09:00:00'], preset, { is: 'known', order: 'day' }],
    [
      'as the preset says, but not for sure',
      ['1/2/2026 9:05'],
      preset,
      { is: 'known', order: 'day', also: 'month' },
    ],
    [
      'against the preset',
      ['4/13/2026 9:05', '1/2/2026 9:05'],
      preset,
      { is: 'formats', order: 'month', formats: ['%m/%d/%Y %H:%M'] },
    ],
    ['by a name of the month', ['11/May/24 03:26 PM'], keyword, { is: 'known', order: 'plain' }],
    [
      'beside the preset: its own format first, then what the rest needs',
      ['11/May/24 03:26 PM', '6/21/2025 16:14'],
      keyword,
      { is: 'formats', order: 'month', formats: ['%d/%b/%y %I:%M %p', '%m/%d/%Y %H:%M'] },
    ],
    ['no date at all', ['soon', '2026-04-01'], undefined, { is: 'unread', examples: ['soon'] }],
    ['a year that is none', ['0016-04-01'], undefined, { is: 'unread', examples: ['0016-04-01'] }],
  ])('%s', async (_, values, known, expected) => {
    expect(await suggestTimes(db, values, { is: 'time' }, known)).toEqual(expected);
  });

  it('is another for days, which may lie further back', async () => {
    const holidays = ['1955/1/1', '2027/11/23'];
    const found = (is: 'time' | 'date') => suggestTimes(db, holidays, { is }, undefined);
    expect((await found('date')).is).toBe('known');
    expect((await found('time')).is).toBe('unread');
  });

  it('is settled by one column for the others, unless columns contradict each other', () => {
    const day = { is: 'formats', order: 'day', formats: [] } as const;
    const month = { is: 'formats', order: 'month', formats: [] } as const;
    const unsure = { is: 'known', order: 'month', also: 'day' } as const;
    expect(settledOrder([{ is: 'empty' }, day, unsure])).toBe('day');
    expect(settledOrder([day, month])).toBeUndefined();
    expect(settledOrder([unsure])).toBeUndefined();
  });

  it('has every form once', () => {
    expect(new Set(dateForms.map((f) => f.format)).size).toBe(dateForms.length);
  });
});

describe('the kind', () => {
  it.each(kinds.map((kind) => [kind]))('%s is told by its own header', (kind) => {
    expect(fitKind(contracts[kind].columns.map((c) => c.name)).kind).toBe(kind);
  });
  it.each<[string, string[], string, string[]]>([
    [
      'incidents in Japanese',
      ['障害番号', '発生日時', '復旧日時', 'システム名', '重大度', '件名'],
      'incidents',
      [],
    ],
    [
      'in English, and other spelling',
      ['Incident-ID', 'Occurred On', 'System Name', 'Severity'],
      'incidents',
      [],
    ],
    ['systems', ['システムID', '部門コード', '名称'], 'systems', []],
    ['actions', ['対策番号', '障害番号', '対策区分', '対策内容', '期限'], 'actions', []],
    ['measurements', ['システム', '指標', '日時', '値'], 'capacity', []],
    ['nothing that is known', ['foo', 'bar'], 'incidents', ['incident_id', 'occurred_at']],
  ])('%s', (_, header, kind, lacking) => {
    const fit = fitKind(header);
    expect([fit.kind, fit.lacking]).toEqual([kind, lacking]);
  });
});

describe('the preset', () => {
  const jira = ['Summary', 'Issue key', 'Issue id', 'Created'];
  it.each<[string, string[], 'csv' | 'json', string | undefined]>([
    ['jira', jira, 'csv', 'jira'],
    ['jsm, though jira fits as well', [...jira, 'Custom field (Request Type)'], 'csv', 'jsm'],
    ['a part is no fit', ['Summary', 'Issue key', 'Created'], 'csv', undefined],
    ['the raw columns as a table', ['number', 'opened_at', 'state'], 'csv', 'servicenow'],
    ['the same as JSON are UTC', ['number', 'opened_at', 'state'], 'json', 'servicenow-api'],
    ['two columns and nothing else', ['timestamp', 'value'], 'csv', 'cloudwatch'],
    ['two columns among others', ['timestamp', 'value', 'host'], 'csv', undefined],
  ])('%s', (_, header, format, expected) => {
    const [best] = fitPresets(header, format);
    expect(best?.fits ? best.preset.name : undefined).toBe(expected);
  });
});

describe('columns', () => {
  it('are each used once; what could be another stays a question', () => {
    const header = ['番号', '障害番号', '発生日時（JST）', '実際の発生日時', '担当者', 'severty', '備考'];
    const match = matchColumns(contracts.incidents, undefined, header);
    expect(Object.fromEntries(match.from)).toEqual({
      incident_id: '障害番号',
      occurred_at: '発生日時（JST）',
    });
    expect(Object.fromEntries(match.perhaps)).toEqual({
      incident_id: ['番号'],
      severity: ['severty'],
      analyst: ['担当者'],
    });
    // Nearer names are there: a part of a word says nothing then.
    expect(match.unused).toEqual(['実際の発生日時', '備考']);
  });

  it('are proposed by a Japanese word in them, not by a Latin one, where nothing else is', () => {
    const match = matchColumns(contracts.incidents, undefined, ['実際の発生日時', 'when restored']);
    expect([match.from.size, Object.fromEntries(match.perhaps)]).toEqual([
      0,
      { occurred_at: ['実際の発生日時'] },
    ]);
  });

  it('have synonyms under their own names only, and none that means two columns of a kind', () => {
    const canonical = new Set(Object.values(contracts).flatMap((c) => c.columns.map(({ name }) => name)));
    expect(Object.keys(synonyms).filter((name) => !canonical.has(name))).toEqual([]);
    for (const contract of Object.values(contracts)) {
      const sure = contract.columns.flatMap(({ name }) => [
        ...new Set([name, ...(synonyms[name]?.is ?? [])]),
      ]);
      const twice = sure.filter((word, i) => sure.indexOf(word) !== i);
      expect([contract.kind, twice]).toEqual([contract.kind, []]);
    }
  });
});

const table = (...[header, ...rows]: [string, ...string[]]) => ({
  header: header.split(','),
  rows: rows.map((row) => row.split(',')),
});

describe('names that mean one thing beside another', () => {
  it.each<[string, object]>([
    [
      'システムID,システム名,部門コード',
      { system_id: 'システムID', name_ja: 'システム名', unit_id: '部門コード' },
    ],
    ['システム名,部門コード', { system_id: 'システム名', unit_id: '部門コード' }],
    ['ホスト名,名称', { system_id: 'ホスト名', name_ja: '名称' }],
    ['hostname,システムID,名称', { system_id: 'システムID', name_ja: '名称' }],
  ])('%s', (header, expected) => {
    const { from } = matchColumns(contracts.systems, undefined, header.split(','));
    expect(Object.fromEntries(from)).toEqual(expected);
  });
  it('a host is no system among incidents, unless somebody says so', () => {
    const { from, perhaps } = matchColumns(contracts.incidents, undefined, ['ホスト名']);
    expect([from.size, perhaps.get('system_id')]).toEqual([0, ['ホスト名']]);
  });
  it.each<[string[], string | undefined]>([
    [['AAA', 'A', ''], 'category'],
    [['1', '４'], 'business_importance'],
    [['高', '1'], undefined],
    [['1', '5'], undefined],
    [[''], undefined],
  ])('重要度 of %j', (values, expected) => {
    const sample = { header: ['重要度'], rows: values.map((value) => [value]) };
    expect([...findGraded(sample, 'systems').keys()]).toEqual(expected === undefined ? [] : [expected]);
    expect(findGraded(sample, 'incidents').size).toBe(0);
  });
});

describe('a day and a time of day apart', () => {
  const pair = { day: '発生日', clock: '発生時刻' };
  it.each<[string, [string, ...string[]], object]>([
    ['are one moment', ['発生日,発生時刻', '2026/4/1,9:05', '令和8年4月1日,9時5分'], { occurred_at: pair }],
    [
      'with marks',
      ['復旧日,復旧時刻', '2026/4/1,9:05', '-,-'],
      { restored_at: { day: '復旧日', clock: '復旧時刻' } },
    ],
    ['unless the day holds a time', ['発生日,発生時刻', '2026/4/1 9:05,9:05'], {}],
    ['or the time a day', ['発生日,発生時刻', '2026/4/1,2026/4/1 9:05'], {}],
    ['or is a duration', ['復旧日,復旧時間', '2026/4/1,1:30'], {}],
    ['or nothing is known', ['発生日,発生時刻', ','], {}],
  ])('%s', (_, rows, expected) => {
    expect(Object.fromEntries(findJoined(table(...rows), ['-']))).toEqual(expected);
  });
  it.each(['2026/4/1,9:05', '令和8年4月1日,9:05', '2026年4月1日,午前9時5分'])(
    '%s reads without a format',
    async (row) => {
      const joined = joinedValues(table('発生日,発生時刻', row), pair, []);
      expect((await suggestTimes(db, joined, { is: 'time' }, undefined)).is).toBe('known');
    },
  );
  it('missing both is missing; a day alone is unreadable, not missing', async () => {
    const sql = joinSql(pair, ['-'], false);
    const rows = await db.rows<{ t: string | null }>(
      `SELECT ${sql} AS t FROM (VALUES ('d', 'c'), ('-', '-'), (NULL, NULL), ('d', NULL), ('d', '-')) v("発生日", "発生時刻")`,
    );
    expect(rows.map((row) => row.t)).toEqual(['d c', null, null, 'd ?', 'd ?']);
    expect(joinSql(pair, [], true)).toBe(`"発生日" || ' ' || "発生時刻"`);
  });
});

describe('sorts of records', () => {
  const sample = table('#,トラッカー', '1,機能', '2,機能', '3,障害', '4,');
  it('are counted, the commonest first, and what is called an incident is the example', () => {
    expect(suggestSorts(sample, findPreset('redmine-ja'))).toEqual({
      column: 'トラッカー',
      counts: [
        { value: '機能', rows: 2 },
        { value: '障害', rows: 1 },
        { value: '', rows: 1 },
      ],
      likely: '障害',
    });
  });
  it('are nothing where no preset knows of them', () => {
    expect([suggestSorts(sample, undefined), suggestSorts(sample, findPreset('redmine-en'))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('values', () => {
  const state = contracts.incidents.columns.find((c) => c.name === 'state')!;
  it('that read as they stand need no map, in any case', () => {
    expect(suggestValues(state, ['open', 'CLOSED'], undefined)).toBeUndefined();
    expect(suggestValues(state, ['New'], { New: 'open' })).toBeUndefined();
  });
  it('are all in the stub, those known first by the preset, then by words; codes by nobody', () => {
    const found = suggestValues(state, ['New', '完了', '3', 'constructor', 'Closed'], { New: 'in_progress' });
    expect(found!.values).toEqual([
      { value: 'New', to: 'in_progress' },
      { value: '完了', to: 'closed' },
      { value: '3', to: undefined },
      { value: 'constructor', to: undefined },
      { value: 'Closed', to: 'closed' },
    ]);
  });
  it('beyond twenty are counted', () => {
    const found = suggestValues(
      state,
      Array.from({ length: 25 }, (_, i) => `s${i}`),
      undefined,
    );
    expect([found!.values.length, found!.more]).toEqual([20, 5]);
  });
});
