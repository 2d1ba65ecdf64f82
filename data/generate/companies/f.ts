/** Kado Maki Precision, a fictional machine maker: orders, production, engineering, platform. Its export needs CP932. */
import type { CompanyEntry } from '../model.js';

export const f: CompanyEntry = {
  id: 'f',
  sector: 'manufacturing',
  mean: 12,
  dispersion: 1.3,
  places: ['本社', '第一工場', '第二工場', '物流センター①', '機械室②'],
  suppliers: ['㈱髙嶺ソフト', '㈲杉村電算', '天山ネットワーク'],
  people: ['髙橋', '山﨑', '宮部', '江藤', '内海'],
  units: [
    {
      slug: 'orders',
      ja: '受注出荷部',
      en: 'Orders and shipping',
      flow: '受注出荷',
      owner: '宮部',
      systems: [
        ['受発注EDI', 'Order EDI', 4, { customers: true }],
        ['出荷指示', 'Shipping instructions', 4],
        ['在庫引当', 'Stock allocation', 4],
        ['納期回答', 'Delivery promise', 3, { customers: true }],
        ['倉庫管理', 'Warehouse management', 3, { terminal: true }],
      ],
    },
    {
      slug: 'production',
      ja: '生産部',
      en: 'Production',
      flow: '生産',
      owner: '江藤',
      systems: [
        ['製造実行', 'Manufacturing execution', 4, { terminal: true }],
        ['生産計画', 'Production planning', 4],
        ['品質検査記録', 'Inspection records', 3],
        ['設備保全', 'Plant maintenance', 2],
        ['原価計算', 'Cost accounting', 2],
      ],
    },
    {
      slug: 'engineering',
      ja: '技術部',
      en: 'Engineering',
      flow: '設計',
      owner: '内海',
      systems: [
        ['図面管理', 'Drawing management', 3],
        ['部品表', 'Bill of materials', 3],
        ['設計変更', 'Engineering change', 2],
        ['試作依頼', 'Prototype requests', 1],
      ],
    },
    {
      slug: 'platform',
      ja: '情報基盤部',
      en: 'Information platform',
      flow: '基盤',
      owner: '髙橋',
      systems: [
        ['工場ネットワーク', 'Plant network', 4, { layer: 'it_platform' }],
        ['マスタ連携', 'Master-data hub', 3, { layer: 'application_platform' }],
        ['統合認証', 'Single sign-on', 3, { layer: 'application_platform' }],
        ['グループウェア', 'Groupware', 2],
      ],
    },
  ],
};
