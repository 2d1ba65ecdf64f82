/** Kado Shirasagi Airlines, a fictional airline: flight operations, passengers, cargo. */
import type { CompanyEntry } from '../model.js';

export const d: CompanyEntry = {
  id: 'd',
  sector: 'transport',
  mean: 8,
  dispersion: 1.5,
  places: ['運航管理センター', '羽音空港', '汐見空港', '貨物上屋', '予約センター', '主データセンター'],
  suppliers: ['北辰データ基盤', '翠嵐エアロ情報', '天山ネットワーク'],
  people: ['鵜飼', '神崎', '鷹野', '羽田野', '結城'],
  units: [
    {
      slug: 'operations',
      ja: '運航本部',
      en: 'Flight operations',
      flow: '運航',
      owner: '鷹野',
      systems: [
        ['運航管理', 'Operations control', 4],
        ['重量重心計算', 'Weight and balance', 4],
        ['乗務員スケジュール', 'Crew scheduling', 3],
        ['整備記録', 'Maintenance records', 3],
        ['気象情報', 'Weather briefing', 3],
        ['空港ゲート割当', 'Gate assignment', 2],
      ],
    },
    {
      slug: 'passenger',
      ja: '旅客事業本部',
      en: 'Passenger business',
      flow: '旅客',
      owner: '結城',
      systems: [
        ['国内線予約', 'Domestic reservations', 4, { customers: true }],
        ['国際線予約', 'International reservations', 4, { customers: true }],
        ['搭乗手続', 'Check-in', 4, { customers: true, terminal: true }],
        ['手荷物追跡', 'Baggage tracing', 3],
        ['公式サイト', 'Public website', 3, { customers: true }],
        ['マイレージ', 'Mileage programme', 2, { customers: true }],
      ],
    },
    {
      slug: 'cargo',
      ja: '貨物事業本部',
      en: 'Cargo business',
      flow: '貨物',
      owner: '神崎',
      systems: [
        ['貨物予約', 'Cargo booking', 4, { customers: true }],
        ['貨物上屋管理', 'Cargo terminal', 3, { terminal: true }],
        ['通関連携', 'Customs interface', 3],
        ['運賃精算', 'Fare accounting', 2],
      ],
    },
  ],
};
