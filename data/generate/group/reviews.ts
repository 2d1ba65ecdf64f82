/** The operations side's reviews of development, four to a project, and exceptions from the standards. */
import { DAY, formatTime } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import { type Cell, type Counts, writeTable } from './table.js';

const day = (time: number): string => formatTime(time, '%Y-%m-%d');
const AS_OF_DAY = Date.parse('2026-11-05');
const PHASES = ['要件定義', '設計', '試験完了', '移行判定'] as const;

/** system | day of the first review | reviewer. The projects of the last year and a half. */
const PROJECTS = `
a-internet-banking | 2025-06-10 | 真鍋
a-domestic-remittance | 2026-01-20 | 三枝
a-job-scheduling | 2026-05-12 | 深町
b-card-authorisation | 2025-09-02 | 桐山
b-loan-screening | 2026-06-16 | 小田切
b-member-site | 2026-02-17 | 桐山
c-equity-orders | 2025-07-08 | 風間
c-investment-trusts | 2026-03-10 | 青柳
c-online-trading | 2026-07-14 | 青柳
d-domestic-reservations | 2025-10-07 | 結城
d-public-website | 2026-04-21 | 結城
e-seat-reservations | 2025-08-19 | 栗原
e-crew-roll-call | 2026-02-24 | 岩倉
f-warehouse-management | 2025-05-20 | 宮部
f-master-data-hub | 2026-03-17 | 髙橋
g-online-store | 2025-12-09 | 都築
g-order-intake | 2026-05-19 | 都築
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [system: string, from: string, by: string]);

/** Truth: this hand-over was stopped; the project has not come back. */
export const STOPPED = { system: 'd-public-website', phase: '移行判定' } as const;
const CONDITIONAL_SHARE = 0.16;

function* reviewsOf(seed: string): Generator<Cell[]> {
  let number = 0;
  for (const [system, from, by] of PROJECTS) {
    const random = randomOf(`${seed}/reviews/${system}`);
    let at = Date.parse(from);
    for (const phase of PHASES) {
      if (at > AS_OF_DAY) break;
      const conditional = random.chance(CONDITIONAL_SHARE);
      const stopped = system === STOPPED.system && phase === STOPPED.phase;
      const result = stopped ? 'stopped' : conditional ? 'conditional' : 'passed';
      const findings = stopped
        ? '切戻し手順が試験されておらず、移行を認めない'
        : conditional
          ? random.pick(['監視項目の追加を条件に合格', '手順書の承認を条件に合格'])
          : '';
      yield [`RV-${String(++number).padStart(3, '0')}`, system, day(at), phase, result, findings, by];
      at += random.integer(28, 52) * DAY;
    }
  }
}

/** exception_id, system_id, standard, reason, approved_by, approved_on, ends_on. Truth: one has lapsed, on 31 August 2026. */
const EXCEPTIONS: readonly (readonly Cell[])[] = [
  [
    'EX-001',
    'a-statement-distribution',
    '標準ジョブ管理の利用',
    '移行対象外の旧帳票',
    '深町',
    '2025-06-20',
    '2027-06-30',
  ],
  [
    'EX-002',
    'b-receivables-transfer',
    'パスワードの有効期間',
    '共用端末の更改待ち',
    '沢渡',
    '2025-11-14',
    '2026-11-30',
  ],
  [
    'EX-003',
    'b-merchant-settlement',
    '標準データベースの版',
    '加盟店網の接続条件',
    '沢渡',
    '2026-03-06',
    '2027-03-31',
  ],
  [
    'EX-004',
    'c-quoting-support',
    '変更凍結期間の適用',
    '市場制度の変更日に合わせる',
    '水沢',
    '2026-09-11',
    '2026-12-31',
  ],
  [
    'EX-005',
    'd-gate-assignment',
    '二重化構成',
    '縮退時は手作業で割当できる',
    '鷹野',
    '2025-04-25',
    '2027-03-31',
  ],
  [
    'EX-006',
    'e-season-tickets',
    '標準基盤の利用',
    '磁気券の読取り装置の制約',
    '栗原',
    '2025-12-15',
    '2026-12-31',
  ],
  ['EX-007', 'f-drawing-management', '標準基盤の利用', '図面形式の互換', '髙橋', '2025-08-29', '2026-08-31'],
  ['EX-008', 'f-cost-accounting', '監視間隔の上限', '夜間停止のため', '髙橋', '2026-05-15', '2027-05-31'],
  [
    'EX-009',
    'g-product-catalogue',
    '切替試験の実施',
    '停止の影響が小さい',
    '八代',
    '2026-04-10',
    '2027-03-31',
  ],
];

export function writeReviews(out: string, seed: string): Counts {
  return {
    ...writeTable(
      out,
      'group/reviews.csv',
      'review_id,system_id,held_on,phase,result,findings,by',
      reviewsOf(seed),
    ),
    ...writeTable(
      out,
      'group/exceptions.csv',
      'exception_id,system_id,standard,reason,approved_by,approved_on,ends_on',
      EXCEPTIONS,
    ),
  };
}
