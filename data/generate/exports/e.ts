/** E: the railway's ledger, from an old host. EUC-JP; day and time of day in columns of their own; actions as UTF-16 TSV. */
import type { FileStyle } from '../kernel/sink.js';
import type { Incident } from '../model.js';
import * as ja from './japanese.js';
import {
  actionColumns,
  actionLayout,
  type Columns,
  field,
  inWords,
  type Layout,
  moment,
  plainLayout,
} from './layout.js';

const EUC: FileStyle = { encoding: 'euc-jp', delimiter: ',', newline: '\n' };
const UTF16: FileStyle = { encoding: 'utf-16le', delimiter: '\t', newline: '\r\n' };
const LEVEL = { critical: 'レベル３', heavy: 'レベル２', other: 'レベル１' } as const;
const STATE = {
  open: '受付',
  in_progress: '対応中',
  on_hold: '保留',
  restored: '復旧',
  closed: '完了',
  canceled: '取消',
} as const;
const PRESENT = { true: '有', false: '無' } as const;

const columns: Columns<Incident> = [
  ['管理番号', (i) => i.id],
  ['システム', (i) => i.systemId],
  ['障害レベル', (i) => LEVEL[i.severity]],
  ['状態', (i) => inWords(STATE, i.state)],
  ['件名', field('title')],
  ['発生日', moment('occurred', '%Y-%m-%d')],
  ['発生時刻', moment('occurred', '%H:%M')],
  ['検知日', moment('detected', '%Y-%m-%d')],
  ['検知時刻', moment('detected', '%H:%M')],
  ['復旧日', moment('restored', '%Y-%m-%d')],
  ['復旧時刻', moment('restored', '%H:%M')],
  ['影響時間（分）', field('impact_minutes')],
  ['完了日', moment('closed', '%Y年%m月%d日')],
  ['発見者', field('found_by')],
  ['発見方法', field('found_how')],
  ['場所', field('place')],
  ['現象', field('symptom')],
  ['現象区分', field('symptom_class', ja.SYMPTOM_CLASS)],
  ['影響範囲', field('impact_scope', ja.SCOPE)],
  ['影響人数', field('affected_users')],
  ['可用性影響', field('availability_impact')],
  ['旅客影響', field('customers_affected', PRESENT)],
  ['運行影響', field('operations_affected', PRESENT)],
  ['代替手段', field('manual_workaround', PRESENT)],
  ['原因', field('root_cause')],
  ['作り込み', field('injection_cause')],
  ['見逃し', field('escape_cause')],
  ['原因区分', field('product_class', ja.PRODUCT_CLASS)],
  ['工程', field('process_class', ja.PROCESS_CLASS)],
  ['保守会社', field('supplier')],
  ['再発元番号', (i) => i.recursOf],
  ['応急処置', field('provisional_fix')],
  ['処置結果', field('provisional_result')],
];

export const e: Layout = {
  incidents: plainLayout('shougai_daichou.csv', EUC, columns),
  actions: actionLayout(UTF16, actionColumns('%Y/%m/%d', ja.ACTION_HEADERS, ja.ACTION_KIND), 'taisaku.tsv'),
};
