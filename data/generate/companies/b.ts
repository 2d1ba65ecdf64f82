/** Kado Minase Finance, a fictional lender: loans, cards, servicing, and what they share. */
import type { CompanyEntry } from '../model.js';

export const b: CompanyEntry = {
  id: 'b',
  sector: 'finance',
  mean: 9,
  dispersion: 1.3,
  places: ['審査センター', 'カードセンター', '札幌事務所', '福岡コールセンター', '主データセンター'],
  suppliers: ['北辰データ基盤', '若竹システムズ', '綾瀬決済網'],
  people: ['今泉', '大久保', '小田切', '桐山', '沢渡'],
  units: [
    {
      slug: 'lending',
      ja: '融資部',
      en: 'Lending',
      flow: '融資',
      owner: '小田切',
      systems: [
        ['融資審査', 'Loan screening', 4, { customers: true }],
        ['信用情報照会', 'Credit bureau enquiry', 4],
        ['個人ローン受付', 'Personal loan intake', 3, { customers: true }],
        ['保証契約管理', 'Guarantee contracts', 2],
        ['契約書電子化', 'Contract digitisation', 1],
      ],
    },
    {
      slug: 'card',
      ja: 'カード事業部',
      en: 'Card business',
      flow: 'カード決済',
      owner: '桐山',
      systems: [
        ['カード承認', 'Card authorisation', 4, { customers: true }],
        ['不正検知', 'Fraud detection', 4],
        ['加盟店精算', 'Merchant settlement', 3],
        ['会員サイト', 'Member site', 3, { customers: true }],
        ['ポイント管理', 'Loyalty points', 2],
      ],
    },
    {
      slug: 'servicing',
      ja: '管理回収部',
      en: 'Servicing and collection',
      flow: '回収',
      owner: '今泉',
      systems: [
        ['請求書発行', 'Billing', 3, { customers: true }],
        ['入金消込', 'Payment matching', 3],
        ['督促管理', 'Dunning', 2],
        ['債権譲渡管理', 'Receivables transfer', 1],
      ],
    },
    {
      slug: 'shared',
      ja: '共通システム部',
      en: 'Shared systems',
      flow: '共通',
      owner: '沢渡',
      systems: [
        ['認証基盤', 'Identity platform', 4, { layer: 'application_platform' }],
        ['顧客情報照会', 'Customer enquiry', 3, { terminal: true }],
        ['電話窓口連携', 'Call-centre telephony', 3],
        ['職員ポータル', 'Staff portal', 1],
      ],
    },
  ],
};
