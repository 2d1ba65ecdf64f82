/** The risk register, and risks that somebody has accepted for a time. */
import { DAY, formatTime } from '../kernel/calendar.js';
import { type Random, randomOf } from '../kernel/random.js';
import type { CompanyEntry, System } from '../model.js';
import { ACCEPTANCES, NOT_REGISTERED, REGISTERED_HIGH, REGISTERED_LOW } from '../plantedRisk.js';
import { type Cell, type Counts, writeTable } from './table.js';

const LAST_DAY = Date.parse('2026-10-31');
const day = (time: number): string => formatTime(time, '%Y-%m-%d');
/** How many are drawn, besides those that are planted. */
const DRAWN = 56;
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
  [1, 2, 14],
  [2, 2, 28],
  [1, 3, 16],
  [1, 4, 16],
  [2, 3, 12],
  [3, 2, 6],
  [3, 3, 5],
  [2, 5, 2],
  [3, 4, 1],
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

const PLANTED: readonly Risk[] = [
  {
    system: REGISTERED_LOW,
    identified: '2025-06-12',
    title: '審査件数の増加による応答遅延',
    size: [2, 2],
    treatment: 'accept',
    owner: '小田切',
    due: '2027-03-31',
    status: 'open',
    by: '融資部',
  },
  {
    system: REGISTERED_HIGH,
    identified: '2026-02-18',
    title: '担保評価データの提供元の撤退',
    size: [4, 4],
    treatment: 'transfer',
    owner: '早瀬',
    due: '2027-03-31',
    status: 'open',
    by: '市場事業部',
  },
  {
    system: NOT_REGISTERED,
    identified: '2024-11-05',
    title: '決済締切時刻の前倒しへの対応遅れ',
    size: [2, 3],
    treatment: 'avoid',
    owner: '深町',
    due: '2025-09-30',
    status: 'closed',
    by: '市場事業部',
  },
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
  const settled = [REGISTERED_LOW, REGISTERED_HIGH, NOT_REGISTERED];
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
