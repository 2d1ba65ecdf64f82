/** B: issues out of a Japanese Redmine. CP932, Japanese headers and values, the lender's own fields after the tool's. */
import { formatTime } from '../kernel/calendar.js';
import type { FileStyle } from '../kernel/sink.js';
import type { Incident } from '../model.js';
import * as ja from './japanese.js';
import {
  actionColumns,
  actionLayout,
  type Columns,
  field,
  further,
  inWords,
  type Layout,
  moment,
  plainLayout,
} from './layout.js';

const CP932: FileStyle = { encoding: 'shift_jis', delimiter: ',', newline: '\r\n' };
const PRIORITY = { critical: '今すぐ', heavy: '急いで', other: '通常' } as const;
const TIME = '%Y/%m/%d %H:%M';

const columns: Columns<Incident> = [
  ['#', (i) => i.id],
  ['プロジェクト', () => '障害管理'],
  ['トラッカー', () => '障害'],
  ['親チケット', () => ''],
  ['ステータス', (i) => inWords(ja.STATE, i.state)],
  ['優先度', (i) => PRIORITY[i.severity]],
  ['題名', field('title')],
  ['作成者', field('found_by')],
  ['担当者', field('analyst')],
  ['更新日', (i) => formatTime(i.closed ?? i.restored ?? i.registered, TIME)],
  ['カテゴリ', (i) => i.system.ja],
  ['対象バージョン', () => ''],
  ['開始日', (i) => formatTime(i.occurred, '%Y/%m/%d')],
  ['期日', () => ''],
  ['予定工数', () => ''],
  ['進捗率', (i) => (i.closed === undefined ? '50' : '100')],
  ['作成日', moment('registered', TIME)],
  ['終了日', moment('closed', TIME)],
  ['関連するチケット', () => ''],
  ['プライベート', () => 'いいえ'],
  ['システムID', (i) => i.systemId],
  ['発生日時', moment('occurred', TIME)],
  ['検知日時', moment('detected', TIME)],
  ['呼出日時', further('called_out_at', TIME)],
  ['復旧日時', moment('restored', TIME)],
  ['検知方法', field('found_how')],
  ['発生場所', field('place')],
  ['症状', field('symptom')],
  ['症状区分', field('symptom_class', ja.SYMPTOM_CLASS)],
  ['継続性', field('continuity', ja.CONTINUITY)],
  ['既知', field('known', ja.MARK)],
  ['影響範囲', field('impact_scope', ja.SCOPE)],
  ['影響人数', field('affected_users')],
  ['影響件数', field('business_volume')],
  ['影響金額', field('affected_amount')],
  ['可用性影響', field('availability_impact')],
  ['機密性影響', field('confidentiality_impact')],
  ['完全性影響', field('integrity_impact')],
  ['お客様影響', field('customers_affected', ja.MARK)],
  ['業務影響', field('operations_affected', ja.MARK)],
  ['代替運用', field('manual_workaround', ja.MARK)],
  ['報道', field('media_reported', ja.MARK)],
  ['当局報告要', field('regulator_required', ja.MARK)],
  ['当局第一報', further('regulator_first_at', TIME)],
  ['当局最終報', further('regulator_final_at', TIME)],
  ['公表日時', further('disclosed_at', TIME)],
  ['責任区分', field('responsibility', ja.RESPONSIBILITY)],
  ['分析手法', field('analysis_method', ja.METHOD)],
  ['根本原因', field('root_cause')],
  ['作り込み原因', field('injection_cause')],
  ['見逃し原因', field('escape_cause')],
  ['経緯', field('course')],
  ['製品区分', field('product_class', ja.PRODUCT_CLASS)],
  ['工程区分', field('process_class', ja.PROCESS_CLASS)],
  ['委託先', field('supplier')],
  ['再発元', (i) => i.recursOf],
  ['暫定対策', field('provisional_fix')],
  ['対策結果', field('provisional_result')],
  ['終了承認者', field('closure_approved_by')],
];

export const b: Layout = {
  incidents: plainLayout('issues.csv', CP932, columns),
  actions: actionLayout(CP932, actionColumns('%Y/%m/%d', ja.ACTION_HEADERS, ja.ACTION_KIND)),
};
