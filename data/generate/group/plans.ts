/** What the companies plan: targets, indicator tree, measures, investments. Each sets targets in its own way (domain: the survey's seven). */
import type { CompanyEntry } from '../model.js';
import { type Cell, type Counts, writeTable } from './table.js';

const YEARS = [2025, 2026] as const;
const TARGETS = 'scope,fiscal_year,metric,severity,cap,improvement_rate,measures_effect,special_factor,note';

/** A: a cap per grade: last year's actual, improved, less the measures' effect. */
const ofA = (): Cell[][] =>
  YEARS.flatMap((year) => [
    ['company:a', year, 'incidents', '4', 0, '', '', '', '最重大障害はゼロを維持'],
    ['company:a', year, 'incidents', '3', '', 0.1, 0, '', ''],
    ['company:a', year, 'incidents', '2', '', 0.1, 1, '', '出荷前検証の施策効果'],
    ['company:a', year, 'incidents', '1', '', 0.05, 4, '', '監視強化の施策効果'],
  ]);

/** C: service-catalog values; the rest stands in its indicator tree. */
const ofC = (): Cell[][] =>
  YEARS.flatMap((year) => [
    ['company:c', year, 'availability', '', 0.999, '', '', '', 'ITサービスカタログの合意値'],
    ['company:c', year, 'restore_minutes_p90', '', 240, '', '', '', 'ITサービスカタログの合意値'],
  ]);

/** E: safe-operation index and terminal recovery time; its grave incidents follow the scheme's own rule. */
const ofE = (): Cell[][] =>
  YEARS.flatMap((year) => [
    ['company:e', year, 'safe_operation_index', '', year === 2025 ? 3.2 : 3, '', '', '', '投資1億円当たり'],
    ['company:e', year, 'terminal_recovery_minutes', '', 60, '', '', '', ''],
  ]);

/** B: the team of each flow sets its own, with special factors. */
const ofB = (b: CompanyEntry): Cell[][] =>
  YEARS.flatMap((year) =>
    b.units.flatMap((unit, i): Cell[][] => [
      [
        `flow:${unit.flow}`,
        year,
        'incidents',
        'A',
        '',
        0.1,
        '',
        year === 2026 && i === 0 ? 2 : 0,
        year === 2026 && i === 0 ? '審査システムの全面刷新を考慮' : '',
      ],
      [`flow:${unit.flow}`, year, 'incidents', 'B', '', 0.05, '', '', ''],
    ]),
  );

/** F: the owner of each layer. */
const ofF = (): Cell[][] =>
  YEARS.flatMap((year) =>
    ['application', 'application_platform', 'it_platform'].flatMap((layer): Cell[][] => [
      [`layer:${layer}`, year, 'incidents', '3', '', 0.2, '', '', ''],
      [`layer:${layer}`, year, 'incidents', '2', '', 0.15, 1, '', '標準基盤への移行効果'],
      [`layer:${layer}`, year, 'incidents', '1', '', 0.1, '', '', ''],
    ]),
  );

/** G: per theme; by hand where there is no past that fits. */
const ofG = (): Cell[][] =>
  YEARS.flatMap((year): Cell[][] => [
    [
      'theme:development',
      year,
      'incidents',
      '',
      '',
      0.1,
      '',
      year === 2026 ? 3 : 0,
      year === 2026 ? '新直販サイト開業の影響を加味' : '',
    ],
    [
      'theme:operation',
      year,
      'incidents',
      '',
      year === 2025 ? 70 : undefined,
      year === 2025 ? undefined : 0.1,
      '',
      '',
      year === 2025 ? 'システム規模から設定' : '',
    ],
  ]);

/** C's tree: the plan's goal, the year's indicators under it, checked each quarter. */
function* treeOfC(): Generator<Cell[]> {
  for (const year of YEARS) {
    yield ['c-goal', 'company:c', 'incidents', '', year, '', 120, 'kgi', '中期計画：年間の障害件数'];
    for (const quarter of [1, 2, 3, 4]) {
      yield ['c-trading', 'unit:c-trading', 'incidents', 'c-goal', year, quarter, 12, 'kpi', ''];
      yield ['c-clearing', 'unit:c-clearing', 'incidents', 'c-goal', year, quarter, 8, 'kpi', ''];
      yield ['c-restore', 'company:c', 'restore_minutes_p90', 'c-goal', year, quarter, 240, 'kpi', ''];
      yield ['c-overdue', 'company:c', 'actions_overdue', 'c-goal', year, quarter, 3, 'kpi', ''];
    }
  }
}

const MEASURES: readonly (readonly Cell[])[] = [
  ['M-A1', 1, 'company:a', '予兆監視の対象拡大', '深町', '2025-07-01', '2026-03-31', 'done', 4, '1'],
  ['M-A2', 3, 'company:a', '運用受入れ審査の強化', '真鍋', '2026-04-01', '', 'running', 1, '2'],
  ['M-B1', 5, 'company:b', '融資審査の再発防止と横展開', '小田切', '2026-06-01', '', 'running', 2, ''],
  ['M-C1', 2, 'company:c', '変更手順の標準化', '風間', '2025-10-01', '', 'running', 3, ''],
  ['M-D1', 1, 'company:d', '旅客系の監視項目見直し', '結城', '2026-07-01', '', 'running', 6, ''],
  ['M-E1', 2, 'company:e', '端末交換手順の標準化', '', '2025-04-01', '2025-09-30', 'done', 3, ''],
  ['M-F1', 4, 'company:f', '標準基盤への移行', '江口', '2025-10-01', '', 'running', 30, ''],
  ['M-F2', 5, 'company:f', '失敗事例の研修', '宮本', '2025-11-01', '2026-03-31', 'done', 5, ''],
  ['M-G1', 3, 'company:g', '直販サイトの出荷判定', '都築', '2026-05-01', '', 'running', 4, ''],
  ['M-K1', 5, 'group', 'グループ横断の障害事例共有', '', '2026-01-01', '', 'running', '', ''],
];

/** Millions of yen in a fiscal year. G has not reported 2026: no index, and the report says why. */
const YEARLY: Readonly<Record<string, readonly [number, number, number]>> = {
  a: [8100, 8400, 8700],
  b: [3100, 3200, 3400],
  c: [4700, 5000, 5200],
  d: [4400, 4600, 5100],
  e: [3700, 3900, 3900],
  f: [5900, 6200, 6600],
  g: [5200, 5500, 0],
};
const MILLION = 1_000_000;

function* investmentsOf(companies: readonly CompanyEntry[]): Generator<Cell[]> {
  for (const company of companies)
    for (const [i, year] of [2024, 2025, 2026].entries()) {
      const amount = YEARLY[company.id]![i]! * MILLION;
      if (amount === 0) continue;
      if (company.id === 'b')
        for (let m = 1; m <= (year === 2026 ? 7 : 12); m++) {
          const number = ((m + 2) % 12) + 1;
          const month = `${number < 4 ? year + 1 : year}-${String(number).padStart(2, '0')}`;
          yield [company.id, year, Math.round(amount / 12), month, '', '', 'actual'];
        }
      else if (company.id === 'd') {
        const share = Math.floor(amount / company.units.length / MILLION) * MILLION;
        for (const unit of company.units)
          yield [company.id, year, share, '', `${company.id}-${unit.slug}`, '', 'budget'];
      } else {
        yield [company.id, year, amount, '', '', '', 'budget'];
        if (company.id === 'c' && year < 2026)
          yield [company.id, year, Math.round(amount * 0.97), '', '', '', 'actual'];
      }
    }
}

export function writePlans(out: string, companies: readonly CompanyEntry[]): Counts {
  const b = companies.find((c) => c.id === 'b')!;
  return {
    ...writeTable(out, 'group/targets.csv', TARGETS, [...ofA(), ...ofC(), ...ofE()]),
    ...writeTable(out, 'b/targets.csv', TARGETS, ofB(b)),
    ...writeTable(out, 'f/targets.csv', TARGETS, ofF()),
    ...writeTable(out, 'g/targets.csv', TARGETS, ofG()),
    ...writeTable(
      out,
      'group/kpi.csv',
      'node_id,scope,metric,parent_id,fiscal_year,fiscal_quarter,target,level,note',
      treeOfC(),
    ),
    ...writeTable(
      out,
      'group/measures.csv',
      'measure_id,kind,scope,name,owner,starts_on,ends_on,status,expected_effect,severity',
      MEASURES,
    ),
    ...writeTable(
      out,
      'group/investments.csv',
      'company_id,fiscal_year,software_amount,month,unit_id,system_id,basis',
      investmentsOf(companies),
    ),
  };
}
