/** Kado Ashihara Bank, a fictional bank: settlement, retail, markets, and the platform under them. */
import type { CompanyEntry } from '../model.js';

export const a: CompanyEntry = {
  id: 'a',
  sector: 'finance',
  mean: 11,
  dispersion: 2.5,
  places: ['本店', '大阪支店', '事務センター', '東データセンター', '西データセンター', '営業店'],
  suppliers: ['北辰データ基盤', '白樺情報処理', '八雲通信'],
  people: ['佐伯', '三枝', '白川', '真鍋', '深町', '早瀬'],
  units: [
    {
      slug: 'markets',
      ja: '市場事業部',
      en: 'Markets division',
      flow: '市場取引',
      owner: '早瀬',
      systems: [
        ['外為決済', 'Foreign exchange settlement', 4],
        ['債券取引', 'Bond trading', 3],
        ['市場リスク計測', 'Market risk measurement', 3],
        ['担保管理', 'Collateral management', 2],
        ['時価評価', 'Fair-value pricing', 2],
      ],
    },
    {
      slug: 'retail',
      ja: '個人取引部',
      en: 'Retail banking',
      flow: '預金',
      owner: '真鍋',
      systems: [
        ['勘定系', 'Core banking', 4],
        ['インターネットバンキング', 'Internet banking', 4, { customers: true }],
        ['ATM制御', 'ATM control', 4, { customers: true }],
        ['カード発行', 'Card issuing', 3],
        ['営業店窓口', 'Branch counter', 3, { terminal: true }],
        ['住宅ローン受付', 'Mortgage applications', 2],
      ],
    },
    {
      slug: 'payments',
      ja: '決済事務部',
      en: 'Payment operations',
      flow: '決済',
      owner: '三枝',
      systems: [
        ['国内送金', 'Domestic remittance', 4],
        ['口座振替', 'Direct debit', 3],
        ['資金繰り管理', 'Funding position management', 3],
        ['手形・小切手交換', 'Bill and cheque clearing', 2],
      ],
    },
    {
      slug: 'platform',
      ja: 'システム基盤部',
      en: 'IT platform',
      flow: '基盤',
      owner: '深町',
      systems: [
        ['端末認証', 'Terminal sign-on', 4, { layer: 'application_platform', terminal: true }],
        ['拠点間ネットワーク', 'Branch network', 4, { layer: 'it_platform' }],
        ['ジョブ運行管理', 'Job scheduling', 3, { layer: 'application_platform' }],
        ['帳票配信', 'Statement distribution', 1],
        ['文書保管', 'Document archive', 1],
      ],
    },
  ],
};
