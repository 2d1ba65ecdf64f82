/** What a valid file becomes: defaults, short forms, texts as written, places. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/config/model.js';
import { read, smallest, told } from './reading.js';

const bare = {
  preset: undefined,
  encoding: 'auto',
  delimiter: undefined,
  covers: undefined,
  headerLine: undefined,
  sheet: undefined,
  records: undefined,
  nameFrom: undefined,
  decimal: undefined,
  company: undefined,
  allowEmpty: false,
  maxRejectRate: 0.05,
  missing: [],
  columns: {},
  keepLast: undefined,
  where: undefined,
};

describe('the smallest file', () => {
  it('has defaults for the rest', () => {
    const { placeOf, ...config } = read(smallest);
    expect(config).toEqual({
      file: 'kado.yaml',
      folder: '/project',
      hash: createHash('sha256').update(smallest).digest('hex'),
      capStatus: { atRisk: 0.3, offTrack: 0.8 },
      title: { ja: '月次リスク報告', en: 'Monthly risk report' },
      group: { ja: 'グループ', en: 'Group' },
      audience: {},
      confidentiality: {},
      locales: ['ja', 'en'],
      timezone: 'Asia/Tokyo',
      fiscalYearStart: 4,
      currency: 'JPY',
      asOf: undefined,
      sources: {
        ...Object.fromEntries(kinds.map((kind) => [kind, []])),
        systems: [{ kind: 'systems', index: 0, paths: ['systems.csv'], ...bare }],
        incidents: [{ kind: 'incidents', index: 0, paths: ['incidents.csv'], ...bare }],
      },
      schemes: {},
      risk: expect.objectContaining({ decisionDays: 31, unknownImportance: 4 }),
      limits: { profileAgeDays: 365, drillDays: 365 },
      regulator: { firstHours: 24, finalDays: 30, countedFrom: 'occurred_at' },
      companies: [],
      rebases: [],
      corrections: undefined,
      commentary: 'commentary',
      incidentPages: 500,
      cache: '.kado/cache',
      safeOperation: { per: 100_000_000 },
    });
    expect(placeOf([])).toEqual({ file: 'kado.yaml', line: 1, column: 1 });
  });

  it('may be in UTF-8 with a byte order mark and Windows line ends', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${smallest.replaceAll('\n', '\r\n')}title: Ａ\r\n`);
    expect(read(bytes).title).toEqual({ ja: 'Ａ', en: 'Ａ' });
  });
});

describe('limits and the regulator', () => {
  it('keep the default of what is not written', () => {
    const config = read(`${smallest}limits: { drill_days: 180 }\nregulator: { final_days: '45' }\n`);
    expect(config.limits).toEqual({ profileAgeDays: 365, drillDays: 180 });
    expect(config.regulator).toEqual({ firstHours: 24, finalDays: 45, countedFrom: 'occurred_at' });
  });
  it.each([
    ['limits: { drill_days: 0 }', ['config_range 4:11']],
    ['limits: { profile_age_days: 3661 }', ['config_range 4:11']],
    ['limits: { drill_day: 30 }', ['config_unknown_key_near 4:11']],
    ['limits: 30', ['config_type 4:1']],
    ['regulator: { first_hours: 1.5 }', ['config_type 4:14']],
    ['regulator: { first_hours: 8785, counted_from: closed_at }', ['config_range 4:14', 'config_value 4:33']],
    ['regulator: { final_days: -1 }', ['config_range 4:14']],
  ])('are held to their bounds: %s', (yaml, expected) => {
    expect(told(`${smallest}${yaml}\n`)).toEqual(expected);
  });
});

describe("the contract's example", () => {
  const config = read(`
title: { ja: 月次リスク報告, en: Monthly risk report }
locales: [ja, en]            # first is the default
timezone: Asia/Tokyo
fiscal_year_start: 4         # month; fiscal year 2026 begins in 2026 (2026年度)
currency: JPY
as_of: 2026-11-05T09:00:00+09:00
sources:
  systems: s.csv
  incidents:
    - path: exports/incident_event_log.csv
      preset: servicenow     # optional: known column names, date formats, codes
      encoding: auto         # utf-8, utf-16, shift_jis (CP932), euc-jp
      covers: { from: 2024-04-01, to: 2026-10-31 }
      company: a
      allow_empty: false
      columns:
        incident_id: number
        occurred_at: { from: opened_at, format: "%d/%m/%Y %H:%M" }
        severity:    { from: priority, map: { "1 - Critical": critical, "2 - High": heavy }, default: other }
      keep_last: { by: number, order: [sys_mod_count, sys_updated_at] }
      where: "incident_state <> 'Canceled'"
companies:
  - { id: a, name: { ja: Ａ社, en: Company A }, scheme: finance-a }
schemes:
  finance-a: { extends: preset, severity: { origin: company } }
risk: { decision_days: 10 }
signals:
  rebase:
    - { scope: company:a, metric: incidents, from: 2026-04, reason: new desk }
editions:
  - { id: unit-fx, units: [a-fx], redact: [found_by, analyst] }
sign_off: approvals.csv
`);

  it('is read whole', () => {
    expect(config.rebases).toEqual([
      { scope: 'company:a', metric: 'incidents', from: '2026-04', reason: 'new desk' },
    ]);
    expect(config.asOf).toBe('2026-11-05T09:00:00+09:00');
    expect(config.companies).toEqual([
      { id: 'a', name: { ja: 'Ａ社', en: 'Company A' }, scheme: 'finance-a' },
    ]);
    expect(config.sources.incidents).toEqual([
      {
        ...bare,
        kind: 'incidents',
        index: 0,
        paths: ['exports/incident_event_log.csv'],
        preset: 'servicenow',
        covers: { from: '2024-04-01', to: '2026-10-31' },
        company: 'a',
        columns: {
          incident_id: { from: 'number' },
          occurred_at: { from: 'opened_at', format: ['%d/%m/%Y %H:%M'] },
          severity: {
            from: 'priority',
            map: { '1 - Critical': 'critical', '2 - High': 'heavy' },
            default: 'other',
          },
        },
        keepLast: { by: 'number', order: [{ column: 'sys_mod_count' }, { column: 'sys_updated_at' }] },
        where: "incident_state <> 'Canceled'",
      },
    ]);
  });
});

describe('short forms and extensions', () => {
  const config = read(`group: 全社
audience: { en: Board }
confidentiality: 社外秘
max_reject_rate: 0.1
sources:
  systems: { path: [a.csv, 'b\\c.csv'], delimiter: "\\t", missing: ["?", "-", 0, ""], max_reject_rate: 0 }
  incidents:
    - /abs/i.csv
    - path: j.csv
      keep_last: { by: id, order: [{ column: at, as: time, format: ["%Y", "%d"] }] }
      columns:
        title: null
        theme: { default: operation }
        state: { sql: "lower(s)", map: { constructor: x } }
  changes: c.csv
  capacity: [{ path: d.csv }]
`);
  const [systems] = config.sources.systems;
  const [first, second] = config.sources.incidents;

  it('takes texts for both languages, one alone, and a top-level reject rate', () => {
    expect(config.group).toEqual({ ja: '全社', en: '全社' });
    expect(config.audience).toEqual({ en: 'Board' });
    expect(first?.maxRejectRate).toBe(0.1);
    expect(systems?.maxRejectRate).toBe(0);
  });
  it('takes a source as text, mapping or list, with one path or several', () => {
    expect(systems?.paths).toEqual(['a.csv', 'b/c.csv']);
    expect(systems?.delimiter).toBe('\t');
    expect(systems?.missing).toEqual(['?', '-', '0', '']);
    expect([first?.paths, second?.index]).toEqual([['/abs/i.csv'], 1]);
  });
  it('takes columns as null, constant and SQL', () => {
    expect(second?.columns).toEqual({
      title: null,
      theme: { default: 'operation' },
      state: { sql: 'lower(s)', map: { constructor: 'x' } },
    });
    expect(second?.keepLast?.order).toEqual([{ column: 'at', as: 'time', format: ['%Y', '%d'] }]);
  });
  it('finds nothing of JavaScript in maps and columns', () => {
    expect(second?.columns.constructor).toBeUndefined();
    expect(Object.getPrototypeOf(second?.columns.state?.map)).toBeNull();
  });
  it('reads every kind of the contract', () => {
    expect(Object.keys(config.sources)).toHaveLength(27);
    expect(config.sources.capacity).toHaveLength(1);
  });
});

describe('texts are taken as written', () => {
  const config = read(`${smallest}  units:
    path: 2026-10-31
    missing: [1.50, 0x1F, true, .inf, 1e3, "null"]
    company: 007
    columns:
      state: { from: 1, map: { 1: critical, 01: 10, 2026-10-31: no, true: 0.10, null: x, yes: on }, default: no }
companies: [{ id: 007, name: 1.0, scheme: off }, { id: 7, name: yes }]
as_of: 2026-11-05
`);
  const [units] = config.sources.units;
  it('numbers, dates and booleans without quotes', () => {
    expect(config.asOf).toBe('2026-11-05');
    expect(config.companies.map(({ id, name, scheme }) => [id, name.ja, scheme])).toEqual([
      ['007', '1.0', 'off'],
      ['7', 'yes', undefined],
    ]);
    expect(units).toMatchObject({ paths: ['2026-10-31'], company: '007' });
    expect(units?.missing).toEqual(['1.50', '0x1F', 'true', '.inf', '1e3', 'null']);
    expect(units?.columns.state).toEqual({
      from: '1',
      map: { '1': 'critical', '01': '10', '2026-10-31': 'no', true: '0.10', null: 'x', yes: 'on' },
      default: 'no',
    });
  });
  it('aliases stand for what they name', () => {
    const yaml = 'sources:\n  systems: &s { path: s.csv, company: 01 }\n  incidents: [*s, *s]\n';
    expect(read(yaml).sources.incidents.map(({ company }) => company)).toEqual(['01', '01']);
  });
});

describe('placeOf', () => {
  const { placeOf } = read(`# a comment
title: x
sources:
  systems: s.csv
  incidents:
    - a.csv
    - path: b.csv
      columns:
        state: { from: s,
                 map: { 1: open } }
`);
  const at = (...path: (string | number)[]) => {
    const { line, column } = placeOf(path);
    return `${line}:${column}`;
  };
  it('points at keys and at the entries of lists', () => {
    expect(at('title')).toBe('2:1');
    expect(at('sources', 'incidents', 0)).toBe('6:7');
    expect(at('sources', 'incidents', 1, 'columns', 'state', 'map', '1')).toBe('10:25');
  });
  it('takes the nearest parent of what is absent, and a single source as the first of its list', () => {
    expect(at('sources', 'systems', 0, 'where')).toBe('4:3');
    expect(at('sources', 'systems', 1)).toBe('4:3');
    expect(at('sources', 'incidents', 1, 'where')).toBe('7:7');
    expect(at('sources', 'incidents', 9, 'where')).toBe('5:3');
    expect(at('currency')).toBe('2:1');
  });
});
