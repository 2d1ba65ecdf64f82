import type { Kind } from '../../src/config/model.js';

/**
 * What exports call the contract's columns, in Japanese and English: data for `kado init --from`, nothing else reads it.
 * `is`: the name can hardly mean another column of its kind. `perhaps`: it often is this column, but a person must say so.
 * Width, case, spaces and `_` `-` don't count (see columns.ts).
 */
export interface Synonyms {
  readonly is: readonly string[];
  readonly perhaps?: readonly string[];
  /** In this kind it is the column too, where none is called surer and no other column is it: a system's name beside its id. */
  readonly late?: Partial<Record<Kind, readonly string[]>>;
}

export const synonyms: Readonly<Record<string, Synonyms>> = {
  company_id: {
    is: ['会社ID', '会社コード', '会社', 'company', 'company code'],
    perhaps: ['法人', '発生会社'],
  },
  unit_id: {
    is: ['部門ID', '部門コード', '部署コード', '事業部ID', 'unit', 'department id'],
    perhaps: ['部門', '部署', '事業部', '所管部署', 'department', 'division'],
  },
  system_id: {
    is: ['システムID', 'システムコード', 'システム名', 'システム', '対象システム', 'system', 'system name'],
    perhaps: [
      ...[
        '障害システム',
        '発生システム',
        'サービス名',
        'サービス',
        'カテゴリ',
        'プロジェクト',
        '機器',
        'ホスト',
      ],
      ...['cmdb_ci', 'configuration item', 'affected service', 'service', 'component', 'components'],
      ...[
        'category',
        'project',
        'project name',
        'host',
        'hostname',
        'server',
        'ホスト名',
        'サーバ名',
        'application',
      ],
    ],
    late: {
      systems: ['ホスト名', 'サーバ名', 'サーバー名', 'hostname', 'host', 'server name', 'server', 'ホスト'],
    },
  },
  name_ja: {
    is: ['名称', '名前', 'システム名称', '部門名', '会社名'],
    perhaps: ['name', 'display name'],
    late: { systems: ['システム名', 'システム', 'system name', 'サービス名'] },
  },
  name_en: { is: ['英語名', '英名', 'english name'] },
  sector: { is: ['業種', 'industry'] },
  scheme: { is: ['分類体系'] },
  owner: { is: ['責任者', '所管者', '担当者', 'オーナー'], perhaps: ['担当', 'assigned to', 'assignee'] },
  valid_from: { is: ['適用開始日', '有効開始日', '開始日'], perhaps: ['start date'] },
  valid_to: { is: ['適用終了日', '有効終了日', '終了日'], perhaps: ['end date'] },
  service: { is: ['提供サービス'] },
  business_flow: { is: ['業務', '業務フロー', '業務プロセス', 'business process'] },
  layer: { is: ['階層', '層'] },
  business_importance: { is: ['業務重要度', 'business criticality'], perhaps: ['重要度'] },
  importance_class: { is: ['重要度分類', '重要度区分'] },
  target_recovery_minutes: { is: ['目標復旧時間', 'RTO'] },
  users: { is: ['利用者数', 'ユーザー数', 'number of users'] },
  supplier: { is: ['委託先', 'ベンダー', '外部委託先', '供給者', 'vendor'] },
  incident_id: {
    is: [
      ...['障害番号', '障害ID', '障害管理番号', 'インシデント番号', 'インシデントID', '管理番号', '受付番号'],
      ...['チケット番号', '整理番号', 'incident id', 'incident number', 'incident no', 'ticket id'],
    ],
    perhaps: ['番号', 'No', 'No.', 'レコード番号', '#', 'number', 'id', 'key', 'issue key'],
  },
  occurred_at: {
    is: [
      ...['発生日時', '発生時刻', '障害発生日時', '発生日', '発生年月日', '発生日時(JST)'],
      ...['occurred at', 'occurred on', 'start time', 'started at', 'incident start'],
    ],
    perhaps: [
      ...['作成日時', '作成日', '登録日時', '起票日時', '起票日', '受付日時', '日時', '時間'],
      ...['opened', 'opened at', 'created', 'created at', 'created on', 'time', 'date'],
    ],
  },
  detected_at: { is: ['検知日時', '検出日時', '覚知日時', '発見日時', 'detected', 'detected on'] },
  called_out_at: { is: ['呼出日時', '連絡日時', '召集日時', 'called out'], perhaps: ['第一報日時'] },
  restored_at: {
    is: [
      ...['復旧日時', '復旧時刻', '回復日時', '障害復旧日時', '復旧日', 'サービス復旧日時'],
      ...[
        'restored',
        'restored on',
        'recovered at',
        'recovery time',
        'resolved',
        'resolved at',
        'resolved on',
      ],
    ],
    perhaps: ['解決日時', '解決日', '対応完了日時', 'end time', 'ended at'],
  },
  closed_at: {
    is: ['完了日時', 'クローズ日時', '終了日時', 'closed', 'closed on'],
    perhaps: ['終了日', '完了日', 'クローズ日'],
  },
  state: {
    is: ['状態', 'ステータス', '対応状況', '状況', 'status', 'incident state'],
    perhaps: ['進捗', '進捗状況', 'resolution'],
  },
  title: {
    is: ['件名', '題名', 'タイトル', '障害名', '障害件名', '概要', 'subject', 'summary', 'short description'],
    perhaps: ['障害概要', '内容', 'description', 'problem'],
  },
  found_by: {
    is: ['発見者', '検知者', '起票者', '申告者', 'reported by'],
    perhaps: ['作成者', 'reporter', 'author'],
  },
  found_how: {
    is: ['検知方法', '発見方法', '発見経緯', 'detection method'],
    perhaps: ['contact type', 'source'],
  },
  symptom: { is: ['症状', '事象', '現象'], perhaps: ['障害内容', '事象内容', 'description'] },
  symptom_class: { is: ['症状区分', '症状分類', '事象区分'], perhaps: ['障害分類', 'subcategory'] },
  place: { is: ['発生場所', '場所', '拠点', 'location', 'site'] },
  continuity: { is: ['継続性'] },
  known: { is: ['既知', '既知区分', '既知障害', 'known error'] },
  theme: { is: ['開発運用区分'] },
  impact_scope: { is: ['影響範囲'], perhaps: ['影響', 'impact'] },
  affected_users: { is: ['影響人数', '影響ユーザー数', '影響利用者数', 'users affected'] },
  business_volume: { is: ['影響件数', '影響取引件数'] },
  affected_amount: { is: ['影響金額', '被害金額'] },
  impact_minutes: {
    is: ['影響時間(分)', '停止時間(分)', '影響時間'],
    perhaps: ['停止時間', 'downtime', 'duration'],
  },
  availability_impact: { is: ['可用性影響', '可用性'] },
  confidentiality_impact: { is: ['機密性影響', '機密性'] },
  integrity_impact: { is: ['完全性影響', '完全性'] },
  customers_affected: { is: ['お客様影響', '顧客影響', '顧客影響有無', 'customer impact'] },
  operations_affected: { is: ['業務影響', '業務影響有無'] },
  manual_workaround: { is: ['代替運用', '代替手段', '手作業対応'], perhaps: ['workaround'] },
  media_reported: { is: ['報道', '報道有無'] },
  regulator_required: { is: ['当局報告要', '当局報告要否'] },
  regulator_first_at: { is: ['当局第一報', '当局第一報日時'] },
  regulator_final_at: { is: ['当局最終報', '当局最終報日時'] },
  disclosed_at: { is: ['公表日時', '公表日'] },
  responsibility: { is: ['責任区分', '責任所在'] },
  severity: {
    is: [
      ...['重大度', '重要度', '深刻度', '障害レベル', '障害ランク', '障害等級', 'ランク'],
      ...['severity', 'severity level', 'priority', '優先度', '障害区分'],
    ],
    perhaps: ['緊急度', '影響度', 'urgency', 'impact'],
  },
  analyst: { is: ['分析者', '原因分析者'], perhaps: ['担当者', 'assignee', 'assigned to'] },
  analysis_method: { is: ['分析手法', '分析方法'] },
  root_cause: { is: ['根本原因', '真因', 'root cause'], perhaps: ['原因', '直接原因', 'cause'] },
  injection_cause: { is: ['作り込み原因', '混入原因'] },
  escape_cause: { is: ['見逃し原因', '流出原因'] },
  course: { is: ['経緯', '経過', '対応経緯', 'timeline'] },
  trigger: { is: ['契機', '誘因'], perhaps: ['トリガー'] },
  product_class: { is: ['製品区分', '原因箇所', '障害部位'], perhaps: ['原因区分', '原因分類', 'category'] },
  process_class: { is: ['工程区分', '原因工程', '混入工程'] },
  recurs_of: {
    is: ['再発元', '再発元番号', '類似障害番号', '前回障害番号'],
    perhaps: ['parent incident', '親チケット'],
  },
  provisional_fix: { is: ['暫定対応', '暫定対処', '暫定処置', '応急処置'] },
  provisional_result: { is: ['暫定対応結果', '暫定処置結果'] },
  closure_approved_by: { is: ['完了承認者', 'クローズ承認者'] },
  harm_from: { is: ['影響開始', '影響開始日時'] },
  harm_to: { is: ['影響終了', '影響終了日時'] },
  role: { is: ['役割'] },
  action_id: {
    is: ['対策番号', '対策ID', '施策番号', 'action id', 'action number'],
    perhaps: ['番号', 'No', 'id', '#'],
  },
  kind: { is: ['対策区分', '対策種別', '種別', '種類', '区分'], perhaps: ['type'] },
  content: { is: ['対策内容', '対策', '内容'], perhaps: ['title', '件名', 'description'] },
  planned_on: { is: ['計画日', '予定日'] },
  due_on: { is: ['期限', '期日', '完了期限', '実施期限', 'due', 'due date'] },
  approved_on: { is: ['承認日'] },
  done_on: { is: ['完了日', '実施日', '実施完了日', 'done', 'completed on'] },
  verified_on: { is: ['確認日', '効果確認日', '検証日'] },
  rollout_system_id: { is: ['横展開先', '横展開先システム'] },
  metric: { is: ['指標', '項目名', 'メトリック', 'metric name'], perhaps: ['項目', 'item'] },
  at: {
    is: ['日時', '時刻', '計測日時', '測定日時', 'timestamp', 'datetime'],
    perhaps: ['time', 'date', '時間'],
  },
  value: { is: ['値', '測定値', '計測値'] },
  component: { is: ['部品', '構成要素', 'instance'], perhaps: ['ホスト', 'host', 'device'] },
  unit: { is: ['単位'] },
  change_id: {
    is: ['変更番号', '変更ID', 'リリース番号', 'change number'],
    perhaps: ['番号', 'number', 'id'],
  },
  result: { is: ['結果', '実施結果'] },
  planned: { is: ['計画', '計画有無'] },
  caused_incident_id: { is: ['起因障害番号', '発生障害番号'], perhaps: ['障害番号'] },
  month: { is: ['年月', '対象月', '月'] },
  indicator: { is: ['SLA項目', 'サービスレベル項目'], perhaps: ['指標', '項目'] },
  target: { is: ['目標', '目標値'] },
  actual: { is: ['実績', '実績値'] },
  risk_id: { is: ['リスク番号', 'リスクID'], perhaps: ['番号', 'No', 'id'] },
  identified_on: { is: ['識別日', '特定日', '登録日'] },
  likelihood: { is: ['発生可能性', '発生頻度'] },
  impact: { is: ['影響度'] },
  treatment: { is: ['対応方針', '対応区分'] },
  date: { is: ['日付', '国民の祝日・休日月日'] },
  name: { is: ['名称', '国民の祝日・休日名称'] },
};

/** What exports call the moment or number of a record's last change: what puts an event log in order. */
export const orderNames: readonly string[] = [
  ...[
    'sys_mod_count',
    'sys_updated_on',
    'sys_updated_at',
    'updated',
    'updated at',
    'updated on',
    'last modified',
  ],
  ...['version', 'revision', '更新日時', '最終更新日時', '更新日', '更新回数', '版'],
];
