/**
 * What is planted in the demo on purpose: the truths that a good report must show, and the ordinary variation
 * that it must not call a trouble. data/README.md tells the same to people; test/demo holds both to the files.
 */
import type { Grade } from './model.js';

/** First and last month of the exports, and the moment at which they were taken (Asia/Tokyo, wall clock). */
export const FIRST_MONTH = '2024-04';
export const LAST_MONTH = '2026-10';
export const AS_OF = '2026-11-05T09:00';

/** The seed of the committed files. */
export const DEFAULT_SEED = '11';

/** Truth: from this month a company's mean count is multiplied for good. */
export const SHIFTS = [
  { company: 'd', from: '2026-05', factor: 2.2 },
  { company: 'f', from: '2025-10', factor: 0.5 },
] as const;

/** The supplier that stands behind several critical systems of several companies. */
export const SUPPLIER = {
  name: '北辰データ基盤',
  systems: [
    'a-foreign-exchange-settlement',
    'b-card-authorisation',
    'c-online-trading',
    'd-cargo-booking',
    'g-online-store',
  ],
} as const;

/** One planted incident; `minutes` null = not restored at as-of; `recurs` = names the one before it in its `series`. */
export interface PlantedIncident {
  readonly system: string;
  readonly at: string;
  readonly severity: Grade;
  readonly cause: string;
  readonly minutes: number | null;
  readonly detail: string;
  readonly series?: string;
  readonly supplier?: string;
  /** The scheme's grade that it is there to show. It takes the place of the small one nearest in time: counts stay as drawn. */
  readonly shows?: string;
  /** Canonical columns that are not as drawn for its class: the ingredients of its grade. */
  readonly fields?: Readonly<Record<string, string>>;
}

const FAULT = {
  system: 'b-loan-screening',
  cause: 'pool-exhausted',
  detail: '信用情報照会',
  series: 'loan',
} as const;
/** What makes a small one at C a single-system B: customers noticed, business went on. */
const NOTICED = {
  impact_scope: 'outside',
  customers_affected: 'true',
  operations_affected: 'false',
  availability_impact: '1',
  integrity_impact: '1',
} as const;
const OUTAGE = { cause: 'cloud-outage', detail: '外部接続', supplier: SUPPLIER.name } as const;

/** Truths: grades that chance alone has not given a company in its fiscal years 2025 and 2026. */
const SHOWN: readonly PlantedIncident[] = [
  {
    system: 'c-trade-confirmations',
    at: '2025-11-10T09:15',
    severity: 'other',
    cause: 'duplicate-send',
    detail: '電子交付',
    minutes: 130,
    shows: 'B',
    fields: { ...NOTICED, affected_users: '860', business_volume: '1720' },
  },
  {
    system: 'c-account-opening',
    at: '2026-04-22T15:00',
    severity: 'other',
    cause: 'release-config',
    detail: '本人確認書類受付',
    minutes: 190,
    shows: 'B',
    fields: { ...NOTICED, affected_users: '74', business_volume: '81' },
  },
  {
    system: 'c-investment-trusts',
    at: '2026-06-26T14:40',
    severity: 'other',
    cause: 'screen-display',
    detail: '基準価額照会',
    minutes: 75,
    shows: 'B',
    fields: { ...NOTICED, affected_users: '310', business_volume: '540' },
  },
  {
    system: 'c-online-trading',
    at: '2026-07-14T19:45',
    severity: 'other',
    cause: 'slow-plan',
    detail: '残高照会',
    minutes: 42,
    shows: 'B',
    fields: { ...NOTICED, affected_users: '2100', business_volume: '3900' },
  },
  {
    system: 'd-operations-control',
    at: '2026-08-13T15:30',
    severity: 'critical',
    cause: 'failover',
    detail: '飛行計画',
    minutes: 96,
    shows: 'critical',
    fields: { operations_affected: 'true' },
  },
  {
    system: 'f-plant-network',
    at: '2025-11-20T09:20',
    severity: 'critical',
    cause: 'switch-loop',
    detail: '第二工場基幹スイッチ',
    minutes: 260,
    shows: '3',
    fields: { impact_scope: 'outside', affected_users: '1850', affected_amount: '38400000' },
  },
];

/** Truths: the recurring fault at B, the open critical incident at A, the supplier's outages, and the grades above. */
export const INCIDENTS: readonly PlantedIncident[] = [
  { ...FAULT, at: '2025-12-24T10:40', severity: 'other', minutes: 55 },
  { ...FAULT, at: '2026-02-27T14:05', severity: 'other', minutes: 70 },
  { ...FAULT, at: '2026-05-29T15:20', severity: 'heavy', minutes: 145 },
  { ...FAULT, at: '2026-08-31T13:50', severity: 'heavy', minutes: 160 },
  { ...FAULT, at: '2026-10-26T11:15', severity: 'heavy', minutes: 190 },
  { ...OUTAGE, system: 'b-card-authorisation', at: '2026-07-14T20:12', severity: 'heavy', minutes: 64 },
  { ...OUTAGE, system: 'd-cargo-booking', at: '2026-07-14T20:15', severity: 'heavy', minutes: 71 },
  { ...OUTAGE, system: 'c-online-trading', at: '2026-09-29T09:02', severity: 'heavy', minutes: 48 },
  { ...OUTAGE, system: 'g-online-store', at: '2026-09-29T09:04', severity: 'heavy', minutes: 83 },
  { ...OUTAGE, system: 'd-cargo-booking', at: '2026-09-29T09:10', severity: 'heavy', minutes: 90 },
  {
    ...OUTAGE,
    system: 'a-foreign-exchange-settlement',
    at: '2026-10-28T09:12',
    severity: 'critical',
    minutes: null,
  },
  ...SHOWN,
];

/**
 * Noise: monthly counts laid down by hand that look like news and are not. E's October is 67 % above its September
 * and C rises three months running; both stay within what these companies always did.
 */
export const NOISE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  e: { '2026-09': 6, '2026-10': 10 },
  c: { '2026-08': 8, '2026-09': 10, '2026-10': 12 },
};

/** Truth: share of prevention and rollout actions that nobody closes, by the incident's grade. */
export const FORGOTTEN: Readonly<Record<Grade, number>> = { critical: 0.4, heavy: 0.25, other: 0.15 };
/** Only actions due within so many days before as-of lie about; somebody has closed the older ones. */
export const FORGOTTEN_DAYS = 180;

/** One series of use in per cent: its level on 1 July 2026, growth a day, swing of the day (0–1), noise, a shift for some time. */
export interface CapacityPlan {
  readonly system: string;
  readonly metric: 'cpu' | 'disk' | 'connections';
  readonly level: number;
  readonly perDay: number;
  readonly swing: number;
  readonly noise: number;
  readonly warn: number;
  readonly limit: number;
  readonly shift?: { readonly from: string; readonly to?: string; readonly by: number };
}

/**
 * Truths: the disk of `c-online-trading` grows by 0.25 points a day and reaches its limit within weeks; `d-cargo-booking` has
 * used 25 points more processor since 12 October; the connections of `b-loan-screening` ran out for some hours on 26 October.
 * The others do what they always do.
 */
export const CAPACITY: readonly CapacityPlan[] = [
  {
    system: 'c-online-trading',
    metric: 'disk',
    level: 58,
    perDay: 0.25,
    swing: 0,
    noise: 0.4,
    warn: 80,
    limit: 95,
  },
  {
    system: 'c-online-trading',
    metric: 'cpu',
    level: 34,
    perDay: 0,
    swing: 0.6,
    noise: 3,
    warn: 80,
    limit: 95,
  },
  {
    system: 'd-cargo-booking',
    metric: 'cpu',
    level: 30,
    perDay: 0,
    swing: 0.5,
    noise: 3,
    warn: 80,
    limit: 95,
    shift: { from: '2026-10-12T06:00', by: 25 },
  },
  {
    system: 'b-loan-screening',
    metric: 'connections',
    level: 40,
    perDay: 0.02,
    swing: 0.5,
    noise: 2.5,
    warn: 80,
    limit: 100,
    shift: { from: '2026-10-26T10:00', to: '2026-10-26T15:00', by: 45 },
  },
  {
    system: 'b-card-authorisation',
    metric: 'cpu',
    level: 42,
    perDay: 0,
    swing: 0.5,
    noise: 3,
    warn: 80,
    limit: 95,
  },
  {
    system: 'a-foreign-exchange-settlement',
    metric: 'cpu',
    level: 28,
    perDay: 0.01,
    swing: 0.7,
    noise: 2.5,
    warn: 80,
    limit: 95,
  },
  {
    system: 'a-foreign-exchange-settlement',
    metric: 'disk',
    level: 46,
    perDay: 0.03,
    swing: 0,
    noise: 0.3,
    warn: 80,
    limit: 95,
  },
  {
    system: 'e-season-tickets',
    metric: 'disk',
    level: 61,
    perDay: 0,
    swing: 0,
    noise: 0.3,
    warn: 80,
    limit: 95,
  },
  {
    system: 'f-production-planning',
    metric: 'cpu',
    level: 45,
    perDay: 0,
    swing: 0.5,
    noise: 4,
    warn: 80,
    limit: 95,
  },
  {
    system: 'g-online-store',
    metric: 'cpu',
    level: 38,
    perDay: 0.05,
    swing: 0.4,
    noise: 3,
    warn: 80,
    limit: 95,
  },
];
