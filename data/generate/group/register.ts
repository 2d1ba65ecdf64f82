/** The risk register, and risks that somebody has accepted for a time. */
import { DAY, formatTime } from '../kernel/calendar.js';
import { type Random, randomOf } from '../kernel/random.js';
import type { CompanyEntry, System } from '../model.js';
import { ACCEPTANCES, NOT_REGISTERED, REGISTERED_HIGH, REGISTERED_LOW } from '../plantedRisk.js';
import { type Cell, type Counts, writeTable } from './table.js';

const LAST_DAY = Date.parse('2026-10-31');
const day = (time: number): string => formatTime(time, '%Y-%m-%d');
/** How many are drawn, besides those that are planted. */
const DRAWN = 50;
const CLOSED_SHARE = 0.25;
/** Share of open ones whose treatment is past its day. */
const OVERDUE_SHARE = 0.12;

type Kind = readonly [title: string, treatment: 'avoid' | 'reduce' | 'transfer' | 'accept'];
const KINDS: readonly Kind[] = [
  ['保守期限の切れる機器の故障', 'reduce'],
  ['要員の退職による運用知識の喪失', 'reduce'],
  ['取引量の急増による処理遅延', 'reduce'],
  ['設計書の未整備による改修の誤り', 'reduce'],
  ['委託先の撤退', 'transfer'],
  ['単一回線の切断による拠点の孤立', 'reduce'],
  ['修正プログラムの適用遅れ', 'avoid'],
  ['特権利用者の操作誤り', 'reduce'],
  ['大規模災害時の要員参集の遅れ', 'accept'],
  ['外部接続先の仕様変更の見落とし', 'avoid'],
  ['暗号方式の期限切れ', 'avoid'],
  ['夜間処理の時間不足', 'reduce'],
];
/** Likelihood × impact: most registers hold many small risks and few large ones. The weights are per cent. */
const SIZES = [
  [1, 2, 22],
  [2, 2, 32],
  [1, 3, 18],
  [1, 4, 14],
  [2, 3, 5],
  [3, 2, 3],
  [3, 3, 2],
] as const;

interface Risk {
  readonly system: string;
  readonly identified: string;
  readonly title: string;
  readonly size: readonly [likelihood: number, impact: number];
  readonly treatment: Kind[1];
  readonly owner: string;
  readonly due: string;
  readonly status: 'open' | 'closed';
  readonly by: string;
}

/** system | identified on | title | likelihood × impact | treatment | owner | due on | status | reported by. The known troubles that stand there as they should, then the three that don't. */
const PLANTED: readonly Risk[] = `
c-online-trading | 2026-08-06 | ディスク容量の枯渇による注文停止 | 4×4 | reduce | 伊吹 | 2026-12-25 | open | 顧客取引部
f-order-edi | 2026-03-27 | 接続業者の突然の停止 | 2×3 | accept | 髙橋 | 2027-03-31 | open | 受注出荷部
a-document-archive | 2026-05-20 | 許可のない外部サービスへの文書の保管 | 2×3 | avoid | 真鍋 | 2026-12-25 | open | システム基盤部
b-billing | 2026-02-10 | 訓練の延期による初動の遅れ | 2×3 | reduce | 大久保 | 2027-01-29 | open | 管理回収部
b-payment-matching | 2026-02-10 | 訓練の延期による初動の遅れ | 2×3 | reduce | 今泉 | 2027-01-29 | open | 管理回収部
b-dunning | 2026-02-10 | 訓練の延期による初動の遅れ | 2×3 | reduce | 今泉 | 2027-01-29 | open | 管理回収部
b-receivables-transfer | 2026-02-10 | 訓練の延期による初動の遅れ | 2×3 | reduce | 大久保 | 2027-01-29 | open | 管理回収部
${REGISTERED_LOW} | 2025-06-12 | 審査件数の増加による応答遅延 | 2×2 | accept | 小田切 | 2027-03-31 | open | 融資部
${REGISTERED_HIGH} | 2026-02-18 | 担保評価データの提供元の撤退 | 4×4 | transfer | 早瀬 | 2027-03-31 | open | 市場事業部
${NOT_REGISTERED} | 2024-11-05 | 決済締切時刻の前倒しへの対応遅れ | 2×3 | avoid | 深町 | 2025-09-30 | closed | 市場事業部
`
  .trim()
  .split('\n')
  .map((line) => {
    const [system, identified, title, size, treatment, owner, due, status, by] = line.split(' | ') as Cells;
    const [likelihood, impact] = size.split('×').map(Number) as [number, number];
    return { system, identified, title, size: [likelihood, impact], treatment, owner, due, status, by };
  });
type Cells = [
  ...[system: string, identified: string, title: string, size: string, treatment: Risk['treatment']],
  ...[owner: string, due: string, status: Risk['status'], by: string],
];

function drawnFor(random: Random, company: CompanyEntry, system: System): Risk {
  const [title, treatment] = random.pick(KINDS);
  const [likelihood, impact] = random.weighted(SIZES, ([, , share]) => share);
  const identified = LAST_DAY - random.integer(40, 900) * DAY;
  const closed = random.chance(CLOSED_SHARE);
  const overdue = !closed && random.chance(OVERDUE_SHARE);
  const due = closed
    ? identified + random.integer(60, 240) * DAY
    : LAST_DAY + (overdue ? -random.integer(3, 75) : random.integer(20, 500)) * DAY;
  return {
    system: system.id,
    identified: day(Math.min(identified, due - 30 * DAY)),
    title,
    size: [likelihood, impact],
    treatment,
    owner: random.pick(company.people),
    due: day(due),
    status: closed ? 'closed' : 'open',
    by: company.units.find((unit) => system.unit === `${company.id}-${unit.slug}`)!.ja,
  };
}

function risksOf(seed: string, companies: readonly CompanyEntry[], systems: readonly System[]): Risk[] {
  const random = randomOf(`${seed}/risks`);
  const settled = PLANTED.map((risk) => risk.system);
  const left = systems.filter((system) => !settled.includes(system.id));
  const drawn = Array.from({ length: DRAWN }, () => {
    const system = random.weighted(left, (s) => s.importance);
    return drawnFor(random, companies.find((company) => company.id === system.company)!, system);
  });
  return [...drawn, ...PLANTED].sort((x, y) =>
    x.identified === y.identified ? (x.system < y.system ? -1 : 1) : x.identified < y.identified ? -1 : 1,
  );
}

export function writeRegister(
  out: string,
  seed: string,
  companies: readonly CompanyEntry[],
  systems: readonly System[],
): Counts {
  const rows = risksOf(seed, companies, systems).map((risk, i): Cell[] => [
    `RK-${String(i + 1).padStart(3, '0')}`,
    risk.system,
    risk.identified,
    risk.title,
    ...risk.size,
    risk.treatment,
    risk.owner,
    risk.due,
    risk.status,
    risk.by,
  ]);
  return {
    ...writeTable(
      out,
      'group/risks.csv',
      'risk_id,system_id,identified_on,title,likelihood,impact,treatment,owner,due_on,status,reported_by',
      rows,
    ),
    ...writeTable(
      out,
      'group/acceptances.csv',
      'acceptance_id,scope,subject,reason,approved_by,approved_on,ends_on',
      ACCEPTANCES,
    ),
  };
}
