/**
 * What is planted for the risk report: truths that it must show and ordinary variation that it must not call a trouble.
 * None of it hangs on the seed. data/README.md tells the same to people; test/demo holds both to the files.
 */
import type { Cell } from './group/table.js';

/** Truth: no profile of this unit was reviewed after March 2025; two of its five systems are of the highest importance. */
export const STALE = { unit: 'f-production', last: '2025-03-21' } as const;
/** Truth: units whose last drill lies more than a year back; the first one's more than two. */
export const LAPSED: Readonly<Record<string, string>> = {
  'b-servicing': '2024-06-22',
  'g-corporate': '2024-12-07',
};

/** Truth: systems that stand on the platform of planted.ts, SUPPLIER, besides those that it maintains; with these it is behind 11 of the 46 of importance 4. */
export const HOSTED: readonly string[] = [
  'a-internet-banking',
  'b-fraud-detection',
  'b-identity-platform',
  'c-market-data-feed',
  'd-international-reservations',
  'g-remote-device-monitoring',
  'g-company-mail',
];

/** Truth: what these suppliers don't deliver, though the profile demands the same as inside. */
export const UNDELIVERED: Readonly<Record<string, readonly string[]>> = {
  'a-card-issuing': ['change', 'security'],
  'd-crew-scheduling': ['performance', 'security', 'facility'],
  'g-personnel-and-payroll': ['supplier'],
};
/** Truth: managed by the supplier's standard figures, though its stop would not do limited harm. */
export const UNLIMITED = 'f-order-edi';
/** Truth: no external service may be used here, and there is one. */
export const FORBIDDEN = { system: 'a-document-archive', policy: 'none' } as const;

/** Truth: reports that have not come, the one of a supplier and the one of a unit. Both were due on 5 October 2026. */
export const NOT_SUBMITTED: readonly string[] = [
  'supplier:水無月ロジスティクス/2026-09',
  'unit:f-engineering/2026-09',
];
/** Suppliers and systems that report each month as units do. */
export const REPORTING = {
  suppliers: [
    '北辰データ基盤',
    '八雲通信',
    '若竹システムズ',
    '綾瀬決済網',
    '霧島マーケット技術',
    '翠嵐エアロ情報',
    '天山ネットワーク',
    '日向駅務機器',
    '水無月ロジスティクス',
  ],
  systems: ['a-core-banking', 'b-loan-screening', 'c-online-trading', 'd-operations-control'],
} as const;

/** Truth: observed as bad (3) in October 2026. */
export const BAD: readonly { system: string; month: string; aspect: string; note: string }[] = [
  {
    system: 'b-loan-screening',
    month: '2026-10',
    aspect: 'trouble',
    note: '信用情報照会の接続枯渇が再発。恒久対策のリリースが未定のまま4度目の応急復旧',
  },
  {
    system: 'a-foreign-exchange-settlement',
    month: '2026-10',
    aspect: 'availability',
    note: '10月28日から外部接続が復旧せず、手作業で決済を継続中',
  },
  {
    system: 'c-online-trading',
    month: '2026-10',
    aspect: 'performance',
    note: 'ディスク使用率が1日0.25ポイントずつ増加。増設の手配が決まっていない',
  },
];
/** Truth: nobody has observed these in October 2026; the last one was, but after the month had ended. */
export const UNOBSERVED = {
  never: ['d-weather-briefing', 'f-bill-of-materials'],
  late: 'e-crew-roll-call',
} as const;

/** Truths of the register: low in it and measured high; high in it and quiet. `a-foreign-exchange-settlement` has no open risk. */
export const REGISTERED_LOW = 'b-loan-screening';
export const NOT_REGISTERED = 'a-foreign-exchange-settlement';
export const REGISTERED_HIGH = 'a-collateral-management';

/** Noise: a profile and a unit's drill near their year and within it; a supplier one day late; one behind much that matters little. */
export const NEAR = {
  profile: { system: 'd-baggage-tracing', days: 355 },
  drill: { unit: 'c-information', days: 340 },
  late: 'supplier:日向駅務機器/2026-09',
  minor: {
    supplier: '葉月事務サービス',
    role: '利用者窓口',
    systems: [
      'a-fair-value-pricing',
      'a-bill-and-cheque-clearing',
      'a-statement-distribution',
      'b-contract-digitisation',
      'b-receivables-transfer',
      'c-customer-analytics',
      'c-internal-document-search',
      'd-gate-assignment',
      'e-crew-allowances',
      'f-prototype-requests',
      'f-cost-accounting',
      'g-repair-desk',
    ],
  },
} as const;
/** Noise: a contract that ends soon, and whose successor is in hand; one that has ended and was replaced. */
export const CONTRACTS: Readonly<Record<string, string>> = {
  'c-trade-confirmations': '2026-12-31',
};

/** acceptance_id, scope, subject, reason, approved_by, approved_on, ends_on. Two have ended: on 30 September, and the day before as-of. */
export const ACCEPTANCES: readonly (readonly Cell[])[] = [
  [
    'AC-001',
    'system:f-order-edi',
    '業者の標準指標による管理の受容',
    '取引先指定の接続方式であり、代替業者がない',
    '髙橋',
    '2026-03-27',
    '2027-03-31',
  ],
  [
    'AC-002',
    'unit:b-servicing',
    '訓練の延期の受容',
    '収納代行の切替が完了するまで業務側の参加が見込めない',
    '今泉',
    '2026-02-10',
    '2026-09-30',
  ],
  [
    'AC-003',
    'system:c-online-trading',
    'ディスク増設までの使用率超過の受容',
    '次期基盤への移行を優先し、増設を見送った',
    '青柳',
    '2026-08-21',
    '2026-11-04',
  ],
  [
    'AC-004',
    'unit:f-production',
    'プロファイル見直し延期の受容',
    '生産管理の刷新後に一括して見直す',
    '',
    '',
    '2027-03-31',
  ],
  [
    'AC-005',
    'system:e-season-tickets',
    '磁気定期券処理の保守期限超過の受容',
    '磁気券の取扱い終了まで部品の備蓄で対応する',
    '栗原',
    '2025-12-15',
    '2026-12-31',
  ],
  [
    'AC-006',
    'supplier:北辰データ基盤',
    '特定委託先への集中の受容',
    '代替基盤の選定が完了するまで',
    '深町',
    '2025-10-01',
    '2026-03-31',
  ],
  [
    'AC-007',
    'system:g-company-mail',
    '旧方式の暗号化通信の受容',
    '海外拠点の端末更新が完了するまで',
    '八代',
    '2026-07-31',
    '2027-01-31',
  ],
  [
    'AC-008',
    'flow:旅客',
    '繁忙期の切替試験見送りの受容',
    '年末年始の繁忙期明けに実施する',
    '結城',
    '2026-10-20',
    '2027-01-31',
  ],
];
