/** What the committees were asked and have decided: by hand what belongs to something planted, and what every meeting does with the month's harm. */

import { allowedStopOf } from '../exports/cmdb.js';
import { asOf, DAY, formatTime, MINUTE, monthAfter, monthOf, monthStart } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import type { Grade, Incident, System } from '../model.js';
import { type Cell, type Counts, writeTable } from './table.js';

/** month | body | subject | scope | escalate | decision | decided_on | due_on | done_on */
const MATTERS = `
2026-04 | capacity | オンライン取引のディスク使用率の推移 | system:c-online-trading | false | 経過を見る | 2026-04-16 | |
2026-04 | quality | 運用受入れ審査の基準の統一 | company:a | false | A社の基準を10月までに改訂する | 2026-04-22 | 2026-09-30 | 2026-09-18
2026-04 | executive | 特定委託先への集中の扱い | supplier:北辰データ基盤 | true | 代替基盤の選定に着手する | 2026-04-28 | 2026-09-30 |
2026-05 | capacity | 定期券発行のディスク使用率 | system:e-season-tickets | false | 対応不要 | 2026-05-14 | |
2026-05 | quality | 融資審査の再発障害の恒久対策 | system:b-loan-screening | false | 接続プールの作り直しを計画する | 2026-06-04 | 2026-07-31 | 2026-07-24
2026-06 | capacity | 生産計画のCPU使用率 | system:f-production-planning | false | 対応不要 | 2026-06-18 | |
2026-06 | quality | 管理回収部の訓練の実施 | unit:b-servicing | false | 下期に延期を認める | 2026-06-24 | 2026-09-30 |
2026-06 | executive | 旅客系障害の増加への対応 | company:d | false | 監視項目の見直しを承認する | 2026-06-30 | 2026-12-25 |
2026-07 | capacity | 外為決済のCPU使用率 | system:a-foreign-exchange-settlement | false | 対応不要 | 2026-07-16 | |
2026-07 | quality | 北辰データ基盤の7月14日の停止の横展開 | supplier:北辰データ基盤 | true | 切替訓練の結果の提出を求める | 2026-07-23 | 2026-08-31 | 2026-09-04
2026-07 | executive | 旅客系監視の追加投資 | company:d | false | 承認する | 2026-07-28 | 2026-10-30 | 2026-10-23
2026-08 | capacity | オンライン取引のディスク増設 | system:c-online-trading | false | 10月までに再度諮る | 2026-08-20 | 2026-10-15 |
2026-08 | quality | 運航管理の切替失敗の原因 | system:d-operations-control | true | 切替監視の設定値を標準へ戻す | 2026-08-26 | 2026-09-30 | 2026-09-25
2026-08 | executive | 運航管理の切替失敗への対応 | system:d-operations-control | false | 待機系の切替試験を毎月行う | 2026-08-31 | 2026-10-30 | 2026-10-21
2026-09 | capacity | オンライン取引のディスク増設 | system:c-online-trading | true | 経営会議へ付議する | 2026-09-17 | 2026-10-15 |
2026-09 | quality | 融資審査の再発障害 | system:b-loan-screening | true | 審査件数の上限を設け、10月末までに恒久対策を入れる | 2026-09-10 | 2026-10-30 |
2026-09 | executive | 融資審査の恒久対策の前倒し | system:b-loan-screening | false | 追加要員を認め、10月末までに完了させる | 2026-09-29 | 2026-10-30 |
2026-09 | executive | 9月29日の複数社同時停止の報告 | supplier:北辰データ基盤 | false | 当局への説明資料を整える | 2026-10-06 | 2026-10-20 | 2026-10-19
2026-10 | capacity | オンライン取引のディスク増設 | system:c-online-trading | true | | | 2026-11-13 |
2026-10 | capacity | 貨物予約のCPU使用率の段差 | system:d-cargo-booking | false | | | |
2026-10 | capacity | 融資審査の接続数の枯渇 | system:b-loan-screening | false | 品質会議に引き継ぐ | 2026-10-29 | 2026-11-30 |
2026-10 | quality | 生産部のプロファイルの見直し | unit:f-production | true | | | 2026-11-30 |
2026-10 | quality | 外為決済の復旧と代替経路 | system:a-foreign-exchange-settlement | true | 手作業での決済を続け、代替経路を11月中に用意する | 2026-10-30 | 2026-11-27 |
2026-10 | executive | 代替データ基盤の選定 | supplier:北辰データ基盤 | false | | | 2026-10-28 |
2026-10 | executive | 外為決済の停止への対応 | system:a-foreign-exchange-settlement | false | | | 2026-11-10 |
2026-10 | executive | 2027年度の障害件数の上限の考え方 | group | false | | | 2026-12-18 |
`;

const planted: readonly Cell[][] = MATTERS.trim()
  .split('\n')
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return [...cells, ...Array.from({ length: 9 - cells.length }, () => '')];
  });

/** From how many times the allowed stop, or how many minutes, on a month's harm is put before the quality meeting, and before the executives. */
const TO_QUALITY = { share: 1.9, minutes: 1400 };
const TO_EXECUTIVES = { share: 3.9, minutes: 4300 };
/** The last month whose meetings have been held; and the matters that are decided by hand above. */
const LAST = '2026-09';
const BY_HAND: Readonly<Record<string, string>> = {
  'b-loan-screening': '2026-08',
  'd-operations-control': '2026-08',
};
const DECISIONS = [
  '原因分析と再発防止策を承認する',
  '監視項目の追加を条件に了承する',
  '経過と再発防止策を了承する',
] as const;

/** Sums the harm of each system's months while incidents are written, and ends as the decisions on it. */
export class Matters {
  private readonly harm = new Map<string, { system: System; month: string; minutes: number; worst: Grade }>();

  add(incident: Incident, harmed: readonly System[]): void {
    const { occurred, restored, state, dirt, severity } = incident;
    if (dirt || state === 'canceled') return;
    for (const system of [incident.system, ...harmed])
      for (let month = monthOf(occurred); month <= LAST; month = monthAfter(month)) {
        const from = Math.max(occurred, monthStart(month));
        const to = Math.min(restored ?? asOf, monthStart(monthAfter(month)));
        if (to <= from) break;
        const key = `${month}/${system.id}`;
        const known = this.harm.get(key) ?? { system, month, minutes: 0, worst: 'other' };
        const worst = severity === 'critical' ? severity : known.worst;
        this.harm.set(key, { ...known, minutes: known.minutes + (to - from) / MINUTE, worst });
      }
  }

  write(out: string, seed: string): Counts {
    const drawn = [...this.harm.values()].flatMap(({ system, month, minutes, worst }): Cell[][] => {
      const share = minutes / allowedStopOf(system);
      const passes = (bound: typeof TO_QUALITY): boolean => share >= bound.share || minutes >= bound.minutes;
      const grave = worst === 'critical';
      if ((!passes(TO_QUALITY) && !grave) || (BY_HAND[system.id] ?? '9999') <= month) return [];
      const random = randomOf(`${seed}/matters/${system.id}/${month}`);
      const decided = monthStart(monthAfter(month)) + random.integer(9, 24) * DAY;
      const due = decided + random.integer(35, 90) * DAY;
      const done = due - random.integer(1, 30) * DAY;
      const day = (time: number): string => formatTime(time, '%Y-%m-%d');
      const body = grave || passes(TO_EXECUTIVES) ? 'executive' : 'quality';
      const subject = `${system.ja}の${grave ? '重大障害' : '障害による停止'}`;
      const scope = `system:${system.id}`;
      const last = done < asOf ? day(done) : '';
      return [[month, body, subject, scope, 'false', random.pick(DECISIONS), day(decided), day(due), last]];
    });
    const order = (row: readonly Cell[]): string => [row[0], row[1], row[3], row[2]].join('/');
    const rows = [...planted, ...drawn].sort((x, y) => (order(x) < order(y) ? -1 : 1));
    return writeTable(
      out,
      'group/decisions.csv',
      'decision_id,month,body,subject,scope,escalate,decision,decided_on,due_on,done_on',
      rows.map((row, i) => [`DC-${String(i + 1).padStart(4, '0')}`, ...row]),
    );
  }
}
