/** What operating the systems leaves besides incidents: changes, service levels, checklists. */
import { DAY, drawMoment, formatTime, monthStart, months } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import type { CompanyEntry, System } from '../model.js';
import { type Cell, type Counts, writeTable } from './table.js';

const CHANGES_A_MONTH = 0.8;
const CHANGE_KINDS = ['release', 'release', 'patch', 'configuration', 'standard', 'emergency'] as const;
const day = (time: number): string => formatTime(time, '%Y-%m-%d');
const moment = (time: number): string => formatTime(time, '%Y-%m-%d %H:%M');

function* changesOf(
  seed: string,
  companies: readonly CompanyEntry[],
  systems: readonly System[],
): Generator<Cell[]> {
  const sectors = new Map(companies.map((c) => [c.id, c.sector]));
  for (const company of companies) {
    let number = 0;
    for (const month of months) {
      const random = randomOf(`${seed}/changes/${company.id}/${month}`);
      const drawn = systems
        .filter((s) => s.company === company.id)
        .flatMap((system) =>
          Array.from({ length: random.poisson(CHANGES_A_MONTH) }, () => ({
            system,
            at: drawMoment(random, month, sectors.get(company.id)!),
            kind: random.pick(CHANGE_KINDS),
            result: random.weighted(RESULTS, ([, weight]) => weight)[0],
          })),
        );
      for (const { system, at, kind, result } of drawn.sort(
        (x, y) => x.at - y.at || (x.system.id < y.system.id ? -1 : 1),
      ))
        yield [
          `${company.id.toUpperCase()}-CHG-${String(++number).padStart(4, '0')}`,
          system.id,
          moment(at),
          kind,
          result,
          kind !== 'emergency' ? 'true' : 'false',
          '',
        ];
    }
  }
}
const RESULTS = [
  ['succeeded', 93],
  ['rolled_back', 3],
  ['failed', 2.5],
  ['caused_incident', 1.5],
] as const;

/** Agreed values of important systems, over the last fiscal year and this one. */
function* serviceLevelsOf(systems: readonly System[]): Generator<Cell[]> {
  for (const system of systems.filter((s) => s.importance >= 3)) {
    const random = randomOf(`service-levels/${system.id}`);
    const availability = system.importance === 4 ? 99.95 : 99.5;
    const seconds = system.extra.customers ? 3 : 5;
    for (const month of months.filter((m) => m >= '2025-04')) {
      const bad = random.chance(0.06);
      const actual = bad
        ? availability - random.integer(1, 30) / 100
        : Math.min(100, availability + random.integer(0, 5) / 100);
      yield [system.id, month, 'availability', availability, actual.toFixed(2), '%', 'higher'];
      const slow = random.chance(0.04);
      yield [
        system.id,
        month,
        'response',
        seconds,
        (slow ? seconds + random.integer(1, 20) / 10 : seconds * (0.4 + 0.5 * random.next())).toFixed(1),
        's',
        'lower',
      ];
    }
  }
}

/** Invented for the demo; not the survey's items, which its text doesn't give. */
const ITEMS: readonly (readonly [category: string, theme: string, text: string])[] = [
  ['変更', '設定誤り', '変更前後の設定値を二人で照合している'],
  ['変更', '本番と試験の混同', '本番環境の画面は色と表示名で試験環境と見分けられる'],
  ['変更', '設定誤り', '切戻しの手順と判断時刻を変更計画に書いている'],
  ['性能', '大量データ', '月末と年度末の件数で性能を試験している'],
  ['性能', '大量データ', '資源の上限に近づいた時の通知先が決まっている'],
  ['基盤', 'ハードウェア・ネットワーク・電源', '待機系への切替を年1回以上実施している'],
  ['基盤', 'ハードウェア・ネットワーク・電源', '保守期限切れの機器がない'],
  ['委託', 'ベンダープログラム', '委託先の障害連絡の経路と時刻を取り決めている'],
  ['委託', 'ベンダープログラム', '委託先の変更予定を事前に受け取っている'],
  ['運用', '操作誤り', '手順書どおりでない操作には承認が要る'],
  ['運用', '処理の制御', '処理の遅延を業務開始前に知る仕組みがある'],
  ['運用', '操作誤り', '夜間の呼出しで30分以内に担当者へつながる'],
];

function* answersOf(systems: readonly System[]): Generator<Cell[]> {
  for (const system of systems) {
    const random = randomOf(`checklist/${system.id}`);
    for (const i of ITEMS.keys()) {
      const state = random.weighted(
        ['yes', 'no', 'na', ''] as const,
        (s) => ({ yes: 78, no: 9, na: 6, '': 7 })[s],
      );
      if (state !== '')
        yield [itemId(i), system.id, state, day(monthStart('2026-04') + random.integer(0, 180) * DAY)];
    }
  }
}
const itemId = (i: number): string => `CL-${String(i + 1).padStart(2, '0')}`;

export function writeOperations(
  out: string,
  seed: string,
  companies: readonly CompanyEntry[],
  systems: readonly System[],
): Counts {
  return {
    ...writeTable(
      out,
      'group/changes.csv',
      'change_id,system_id,at,kind,result,planned,caused_incident_id',
      changesOf(seed, companies, systems),
    ),
    ...writeTable(
      out,
      'group/service_levels.csv',
      'system_id,month,indicator,target,actual,unit,direction',
      serviceLevelsOf(systems),
    ),
    ...writeTable(
      out,
      'group/checklist_items.csv',
      'item_id,category,theme,text',
      ITEMS.map((item, i) => [itemId(i), ...item]),
    ),
    ...writeTable(
      out,
      'group/checklist_answers.csv',
      'item_id,system_id,state,checked_on',
      answersOf(systems),
    ),
  };
}
