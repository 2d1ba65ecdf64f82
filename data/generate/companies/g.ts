/** Kado Tsukuyomi Electric, a fictional electronics maker: consumers, supply, corporate systems. */
import type { CompanyEntry } from '../model.js';

export const g: CompanyEntry = {
  id: 'g',
  sector: 'manufacturing',
  mean: 9.5,
  dispersion: 3.5,
  places: ['本社', '修理センター', '東物流拠点', '西物流拠点', '受付センター', '主データセンター'],
  suppliers: ['北辰データ基盤', '若竹システムズ', '水無月ロジスティクス'],
  people: ['有賀', '小笠原', '都築', '八代', '吉良'],
  units: [
    {
      slug: 'consumer',
      ja: '消費者事業部',
      en: 'Consumer business',
      flow: '直販',
      owner: '都築',
      systems: [
        ['直販サイト', 'Online store', 4, { importanceClass: 'orders', customers: true }],
        ['注文受付', 'Order intake', 3, { importanceClass: 'orders', customers: true }],
        ['機器遠隔監視', 'Remote device monitoring', 4, { importanceClass: 'life', customers: true }],
        ['修理受付', 'Repair desk', 2, { importanceClass: 'internal', customers: true }],
        ['製品登録', 'Product registration', 2, { importanceClass: 'internal', customers: true }],
        ['保証検索', 'Warranty lookup', 1, { importanceClass: 'catalog' }],
      ],
    },
    {
      slug: 'supply',
      ja: '調達物流部',
      en: 'Supply and logistics',
      flow: '調達物流',
      owner: '小笠原',
      systems: [
        ['販売店EDI', 'Dealer EDI', 3, { importanceClass: 'orders' }],
        ['工場出荷', 'Factory dispatch', 3, { importanceClass: 'orders' }],
        ['部品調達', 'Parts procurement', 3, { importanceClass: 'orders' }],
        ['代金支払', 'Supplier payments', 3, { importanceClass: 'payment' }],
        ['物流追跡', 'Shipment tracking', 2, { importanceClass: 'internal', terminal: true }],
      ],
    },
    {
      slug: 'corporate',
      ja: '全社共通部',
      en: 'Corporate shared systems',
      flow: '全社共通',
      owner: '八代',
      systems: [
        [
          '全社メール',
          'Company mail',
          4,
          { importanceClass: 'all_employees', layer: 'application_platform' },
        ],
        ['入退館管理', 'Building access', 4, { importanceClass: 'life', terminal: true }],
        ['会計', 'General ledger', 3, { importanceClass: 'payment' }],
        ['人事給与', 'Personnel and payroll', 2, { importanceClass: 'internal' }],
        ['製品カタログ', 'Product catalogue', 1, { importanceClass: 'catalog' }],
      ],
    },
  ],
};
