/** Kado Akaneno Railway, a fictional railway: transport services, ticketing, corporate systems. */
import type { CompanyEntry } from '../model.js';

export const e: CompanyEntry = {
  id: 'e',
  sector: 'transport',
  mean: 8,
  dispersion: 1.2,
  places: ['総合指令所', '茜野駅', '南茜駅', '車両基地', '情報センター'],
  suppliers: ['翠嵐エアロ情報', '日向駅務機器', '天山ネットワーク'],
  people: ['稲垣', '岩倉', '栗原', '柴崎', '戸田'],
  units: [
    {
      slug: 'transport',
      ja: '輸送サービス本部',
      en: 'Transport services',
      flow: '輸送',
      owner: '岩倉',
      systems: [
        ['列車運行表示', 'Train running display', 4, { customers: true }],
        ['旅客案内放送', 'Passenger announcements', 4, { customers: true }],
        ['電力監視', 'Traction power monitoring', 4, { layer: 'it_platform' }],
        ['車両検修', 'Rolling-stock inspection', 3],
        ['乗務員点呼', 'Crew roll call', 3],
        ['遅延証明', 'Delay certificates', 2, { customers: true }],
      ],
    },
    {
      slug: 'ticketing',
      ja: '営業本部',
      en: 'Ticketing',
      flow: 'きっぷ',
      owner: '栗原',
      systems: [
        ['指定席予約', 'Seat reservations', 4, { customers: true }],
        ['自動改札連携', 'Ticket-gate link', 4, { customers: true }],
        ['定期券発行', 'Season tickets', 3, { customers: true }],
        ['駅窓口端末', 'Ticket-office terminals', 3, { customers: true, terminal: true }],
        ['券売機管理', 'Ticket-machine management', 3, { customers: true, terminal: true }],
      ],
    },
    {
      slug: 'corporate',
      ja: '経営管理部',
      en: 'Corporate systems',
      flow: '経営管理',
      owner: '柴崎',
      systems: [
        ['要員計画', 'Staff planning', 2],
        ['資材購買', 'Materials purchasing', 2],
        ['駅務ポータル', 'Station portal', 2],
        ['乗務手当計算', 'Crew allowances', 1],
      ],
    },
  ],
};
