/** The words that Japanese tools use for the contract's values; kado.yaml turns them back. */

export const STATE = {
  open: '新規',
  in_progress: '進行中',
  on_hold: 'フィードバック',
  restored: '解決',
  closed: '終了',
  canceled: '却下',
} as const;
export const SYMPTOM_CLASS = {
  data_center: 'データセンター',
  power: '電源',
  edi: 'EDI',
  network: 'ネットワーク',
  mail: 'メール',
  application: 'アプリ',
  other: 'その他',
} as const;
export const CONTINUITY = {
  continuous: '継続',
  intermittent: '断続',
  sporadic: '散発',
  single: '単発',
} as const;
export const SCOPE = {
  person: '個人',
  department: '部署',
  departments: '複数部署',
  company: '全社',
  outside: '社外',
} as const;
export const RESPONSIBILITY = { own: '自社', shared: '共同', other: '他社' } as const;
export const PRODUCT_CLASS = {
  application: 'アプリケーション不具合',
  platform: '基盤障害',
  network: 'ネットワーク障害',
  operations_document: '運用文書不備',
  operator: '操作ミス',
  external_service: '外部サービス',
  facility: '設備',
} as const;
export const PROCESS_CLASS = {
  development: '開発',
  migration: '移行',
  rollout: '展開',
  operation: '運用',
} as const;
export const METHOD = {
  why_why: 'なぜなぜ',
  pmt: 'PMT',
  logic_tree: 'ロジックツリー',
  other: 'その他',
} as const;
export const MARK = { true: '○', false: '×' } as const;
export const ACTION_KIND = { provisional: '暫定対策', prevention: '再発防止', rollout: '横展開' } as const;
export const ACTION_HEADERS = [
  '対策番号',
  '障害番号',
  '区分',
  '内容',
  '担当者',
  '計画日',
  '期日',
  '承認日',
  '完了日',
  '効果確認日',
  '横展開先システム',
];
