/** Kado Kasumino Securities, a fictional securities house: trading, clearing, customers, information. */
import type { CompanyEntry } from '../model.js';

export const c: CompanyEntry = {
  id: 'c',
  sector: 'finance',
  mean: 9.5,
  dispersion: 3,
  places: ['売買フロア', '清算事務室', '東データセンター', '湾岸データセンター', '名古屋支店'],
  suppliers: ['北辰データ基盤', '霧島マーケット技術', '八雲通信'],
  people: ['青柳', '伊吹', '風間', '榊原', '水沢'],
  units: [
    {
      slug: 'trading',
      ja: '売買部',
      en: 'Trading',
      flow: '売買',
      owner: '風間',
      systems: [
        ['株式注文', 'Equity orders', 4, { customers: true }],
        ['先物・オプション取引', 'Futures and options', 4, { customers: true }],
        ['注文執行監視', 'Execution monitoring', 3],
        ['売買審査', 'Trade surveillance', 3],
        ['値付け支援', 'Quoting support', 3],
      ],
    },
    {
      slug: 'clearing',
      ja: '清算部',
      en: 'Clearing',
      flow: '清算',
      owner: '榊原',
      systems: [
        ['約定照合', 'Trade matching', 4],
        ['証拠金計算', 'Margin calculation', 4],
        ['有価証券振替', 'Securities transfer', 4],
        ['決済照合', 'Settlement reconciliation', 3],
      ],
    },
    {
      slug: 'customer',
      ja: '顧客取引部',
      en: 'Customer business',
      flow: '顧客取引',
      owner: '青柳',
      systems: [
        ['オンライン取引', 'Online trading', 4, { customers: true }],
        ['投資信託', 'Investment trusts', 3, { customers: true }],
        ['口座開設', 'Account opening', 2, { customers: true }],
        ['取引報告書交付', 'Trade confirmations', 2],
      ],
    },
    {
      slug: 'information',
      ja: '情報サービス部',
      en: 'Information services',
      flow: '情報配信',
      owner: '伊吹',
      systems: [
        ['相場配信', 'Market data feed', 4, { customers: true }],
        ['開示情報配信', 'Disclosure distribution', 3],
        ['顧客分析', 'Customer analytics', 1],
        ['社内文書検索', 'Internal document search', 1],
      ],
    },
  ],
};
