/** The section "why this level" of a system's page, held to the published figures; the sentences, by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import { levelKeys } from '../../src/locale/risk.js';
import { riskWords } from '../../src/locale/riskOf.js';
import { digitsFor, type SystemFact } from '../../src/locale/why.js';
import { whyWords } from '../../src/locale/whyOf.js';
import { routes } from '../../src/pages/view.js';
import { configOf } from '../risk/tables.js';
import { whyProject } from '../risk/whyProject.js';
import { locales } from './claims.js';
import { type Made, makeReport } from './report.js';
import { plain, rowsOf, sectionOf, textOf } from './statements.js';

let made: Made;
beforeAll(async () => {
  made = await makeReport(whyProject(), '2026-04');
}, 120_000);

const pageOf = (locale: Locale, route: string): string =>
  String(made.pages[locale].find((p) => p.route === route)!.content);
const whyOf = (locale: Locale, id = 's1'): string => sectionOf(pageOf(locale, routes.system(id)), 'why');

describe('the table of drivers', () => {
  it.each(['s1', 's2'])('of %s shows points that add up to the score shown', (id) => {
    const score = made.figures.get(`2026-04/risk_score/system:${id}`)!;
    for (const locale of locales) {
      const w = whyWords(locale);
      const rows = rowsOf(whyOf(locale, id));
      expect(rows).toHaveLength(13);
      const points = rows.slice(0, 12).map((r) => plain(r.cells.get(w.columns.contribution)!));
      // In tenths: sums of decimals would not be exact.
      const sum = points.reduce((s, text) => s + (text === '' ? 0 : Math.round(Number(text) * 10)), 0);
      const shown = plain(rows[12]!.cells.get(w.columns.contribution)!);
      expect(sum).toBe(Math.round(Number(shown) * 10));
      expect(Number(shown)).toBe(Number(score.value!.toFixed(1)));
      expect(rows[12]!.markup).toContain(`data-figure="${score.figure_id}"`);
    }
  });

  it('shows each driver at its level, or without data, or not applicable', () => {
    const why = made.report.risk.why.systems.get('s1')!;
    for (const locale of locales) {
      const { levels, drivers } = riskWords(locale);
      const w = whyWords(locale);
      const shown = rowsOf(whyOf(locale))
        .slice(0, 12)
        .map((r) => [r.head, plain(r.cells.get(w.columns.level)!)]);
      expect(shown).toEqual(
        why.drivers.map((d) => [
          drivers[d.driver],
          d.state === '' ? levels[levelKeys[d.level!]!] : levels[d.state],
        ]),
      );
    }
  });

  it('leads to rows with file and line, and to the register', () => {
    for (const locale of locales) {
      const text = textOf(whyOf(locale));
      for (const place of [
        'i.csv:2',
        'i.csv:4',
        'actions.csv:2',
        'service_levels.csv:2',
        'changes.csv:3',
        'reviews.csv:3',
        'system_suppliers.csv:2',
        'observations.csv:3',
        'drills.csv:3',
        'risks.csv:2',
        'exceptions.csv:2',
        'targets.csv:2',
        'capacity_limits.csv:2',
        'systems.csv:2',
      ])
        expect(text.split('\n')).toContain(place);
      // I1 is grave: it has a page of its own. I2 is over and of the least class.
      expect(whyOf(locale)).toContain(`href="../${routes.incident('I1')}"`);
      expect(whyOf(locale)).toContain(`href="../${routes.register('2026-02')}#r-I2"`);
      expect(pageOf(locale, routes.register('2026-04'))).toContain('id="r-I1"');
      // Titles are data.
      expect(whyOf(locale)).not.toContain('<b>停止');
      expect(text).toContain('画面<b>停止</b>');
    }
  });

  it('says why in a sentence, and how the score is worked out', () => {
    // AAA is importance 4: factor 2 of 2. s1's levels: caps 0 or more …: the sum stands in the marts; the sentence takes it from there.
    const why = made.report.risk.why.systems.get('s1')!;
    const sum = why.drivers.reduce((s, d) => s + (d.level ?? 0), 0);
    const weight = why.drivers.filter((d) => d.state !== 'not_applicable').length;
    expect(why.score).toBeCloseTo((100 * sum) / (4 * weight), 9);
    const text = textOf(whyOf('en'));
    expect(text).toContain(`Score ${why.score!.toFixed(1)} = 100 × (2 ÷ 2) × ${sum} ÷ (4 × ${weight})`);
    expect(text).toMatch(/^Critical: /m);
    expect(textOf(whyOf('ja'))).toMatch(/^「極めて高」です。決め手は/m);
  });
});

describe('the way up', () => {
  it('names unit, company and group with their levels, and why', () => {
    for (const locale of locales) {
      const rows = rowsOf(sectionOf(pageOf(locale, routes.system('s2')), 'up'));
      expect(rows.map((r) => r.scope)).toEqual(['unit:u1', 'company:a', 'group:group']);
      for (const row of rows) {
        const level = made.figures.get(`2026-04/risk_level/${row.scope}`)!;
        expect(plain(row.cells.get(riskWords(locale).columns.level)!)).toBe(
          riskWords(locale).levels[levelKeys[level.value!]!],
        );
        expect(plain(row.cells.get(riskWords(locale).columns.reason)!)).toBe(
          locale === 'ja'
            ? '「極めて高」です。重要度4の予約が「極めて高」のためです。'
            : 'Critical, because Booking, of importance 4, is at critical.',
        );
      }
    }
  });
});

describe('sentences of a system', () => {
  const fact = (more: Partial<SystemFact>): SystemFact => ({
    level: 3,
    floored: false,
    drivers: [],
    noData: [],
    required: [],
    ...more,
  });
  it.each<[string, SystemFact, string, string]>([
    [
      'with a decisive driver and others',
      fact({
        level: 4,
        drivers: [
          { driver: 'open', level: 4, clauses: ['x'] },
          { driver: 'harm', level: 3, clauses: ['y'] },
          { driver: 'capacity', level: 2, clauses: ['z'] },
        ],
        noData: ['drills'],
      }),
      '「極めて高」です。決め手は未解決・遅れ（x）です。次いで影響（高）、容量（注意）です。情報がない観点：訓練・切替試験。',
      'Critical: x (open and overdue). Then harm (high) and capacity (watch). No data on: drills and switch-over tests.',
    ],
    [
      'floored',
      fact({
        level: 2,
        floored: true,
        drivers: [{ driver: 'profile', level: 1, clauses: ['x'] }],
        noData: ['harm', 'caps'],
        required: ['harm'],
      }),
      '「注意」です。必須の観点（影響）に情報が足りず、重要度4のシステムはその場合「注意」以上とするためです。情報のある観点では、プロファイルの更新（低）です。ほかに情報がない観点：件数上限。',
      'Watch: required drivers lack data (harm), and a system of importance 4 then stands at watch at least. Of what is known: profile (low). No data on these either: yearly caps.',
    ],
    [
      'without data',
      fact({ level: null, noData: ['harm'] }),
      '情報なし：該当する観点のどれにも情報がありません。情報がない観点：影響。',
      'No data: nothing that applies to this system has any. No data on: harm.',
    ],
    [
      'at none',
      fact({ level: 0 }),
      '「なし」です。情報のある観点に、水準に達したものはありません。',
      'None: no driver with data reaches any level.',
    ],
  ])('%s', (_, given, ja, en) => {
    expect(whyWords('ja').system(given)).toBe(ja);
    expect(whyWords('en').system(given)).toBe(en);
  });
});

describe('clauses', () => {
  const { drivers } = configOf().risk;
  const inputs = Object.entries(drivers).flatMap(([driver, { inputs: of }]) =>
    Object.entries(of).map(([input, rule]) => [driver, input, rule] as const),
  );
  it.each(locales)('of every input are said for every finding, number and nothing (%s)', (locale) => {
    const w = whyWords(locale);
    for (const [, input, rule] of inputs) {
      const say = (value: number | null, category: string | null) =>
        w.clause({
          input,
          value,
          category,
          bounds: Array.isArray(rule) ? rule.filter((b) => b !== null) : [],
        });
      const said = Array.isArray(rule)
        ? [say(null, null), say(0, null), say(1, null), say(12.5, null)]
        : ['none', ...Object.keys(rule)].map((c) => say(null, c));
      for (const text of said) {
        expect(text, input).not.toBe('');
        expect(text, input).not.toMatch(/undefined|null|NaN/);
        expect(text, input).not.toContain(input);
      }
      // Each finding is told apart.
      if (!Array.isArray(rule)) expect(new Set(said).size, input).toBe(said.length);
    }
  });

  it.each([
    ['days_to_limit', 12, '容量の限界まで12日', '12 days until a limit of capacity'],
    ['days_to_limit', 0, '容量の限界に到達', 'a limit of capacity is reached'],
    ['contract_days', -5, '契約は5日前に終了', 'a contract ended 5 days ago'],
    ['cap_chance', 1, '年間の件数上限を超過', 'a yearly cap is exceeded'],
    ['actions_overdue', 1, '期限を過ぎた対策が1件', '1 action is overdue'],
    ['actions_overdue', 3, '期限を過ぎた対策が3件', '3 actions are overdue'],
    ['open_days', 0, '1日以上未解決の障害なし', 'no incident has been open for a day'],
  ])('%s %d', (input, value, ja, en) => {
    expect(whyWords('ja').clause({ input, value, category: null, bounds: [] })).toBe(ja);
    expect(whyWords('en').clause({ input, value, category: null, bounds: [] })).toBe(en);
  });

  it('never round a number across its threshold', () => {
    // 7.04 days are not "7.0" where 7 is critical; 6.96 not either; 7 is.
    const days = (value: number) =>
      whyWords('en').clause({ input: 'days_to_limit', value, category: null, bounds: [180, 90, 30, 7] });
    expect([days(7.04), days(6.96), days(7), days(12.34)].map((t) => t.split(' ')[0])).toEqual([
      '7.04',
      '6.96',
      '7',
      '12.3',
    ]);
    expect(digitsFor(0.7996, [0.8], 0, 100)).toBe(2);
    // 2 d 23 h 59 min would be shown as 3 d, from which on it is critical.
    expect(
      whyWords('en').clause({
        input: 'impact_minutes',
        value: 4319,
        category: null,
        bounds: [1, 480, 1440, 4320],
      }),
    ).toBe('3\u00a0d (4,319\u00a0min) of harm this month');
  });
});

describe('the page of methods', () => {
  it.each(locales)('lists every input with its thresholds, and the roll-up (%s)', (locale) => {
    const risk = sectionOf(pageOf(locale, routes.methods), 'risk');
    const w = whyWords(locale).methods;
    const inputs = Object.values(configOf().risk.drivers).flatMap((d) => Object.keys(d.inputs));
    expect(rowsOf(risk).map((r) => plain(r.cells.get(w.columns.input)!))).toEqual(
      inputs.map((i) => w.inputs[i]),
    );
    const text = textOf(risk);
    expect(text).toContain(locale === 'ja' ? '7日以内で「極めて高」' : 'critical within 7 days');
    expect(text).toContain(
      locale === 'ja'
        ? '重要度4の最も重いシステムの水準、重要度3の最も重いシステムの水準（1段引く）、水準の分かるシステムの20\u00a0%以上'
        : 'the gravest system of importance 4; the gravest system of importance 3 taken 1 level down; the highest level that 20%',
    );
  });
});
