/** F: a spreadsheet per fiscal year, saved as CSV by hand. CP932 with ㈱ ① 髙, thousands commas in the amounts. */
import { fiscalYearOf } from '../kernel/calendar.js';
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

const CP932: FileStyle = { encoding: 'shift_jis', delimiter: ',', newline: '\r\n' };
const RANK = { critical: '重大', heavy: '中', other: '軽微' } as const;
const STATE = {
  open: '未着手',
  in_progress: '対応中',
  on_hold: '保留',
  restored: '暫定復旧',
  closed: '完了',
  canceled: '対象外',
} as const;
const TIME = '%Y/%m/%d %H:%M';

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

const columns: Columns<Incident> = [
  ['No.', (i) => i.id],
  ['システムコード', (i) => i.systemId],
  ['システム名', (i) => i.system.ja],
  ['影響ランク', (i) => RANK[i.severity]],
  ['対応状況', (i) => inWords(STATE, i.state)],
  ['件名', field('title')],
  ['発生', moment('occurred', TIME)],
  ['検知', moment('detected', TIME)],
  ['復旧', moment('restored', TIME)],
  ['完了', moment('closed', TIME)],
  ['発見者', field('found_by')],
  ['場所', field('place')],
  ['現象', field('symptom')],
  ['現象区分', field('symptom_class', ja.SYMPTOM_CLASS)],
  ['継続性', field('continuity', ja.CONTINUITY)],
  ['影響範囲', field('impact_scope', ja.SCOPE)],
  ['影響人数', field('affected_users')],
  ['損害額（円）', (i) => withCommas(field('affected_amount')(i))],
  ['停止度', field('availability_impact')],
  ['顧客影響', field('customers_affected', ja.MARK)],
  ['出荷影響', field('operations_affected', ja.MARK)],
  ['真因', field('root_cause')],
  ['作り込み原因', field('injection_cause')],
  ['流出原因', field('escape_cause')],
  ['区分', field('product_class', ja.PRODUCT_CLASS)],
  ['工程', field('process_class', ja.PROCESS_CLASS)],
  ['業者', field('supplier')],
  ['再発元', (i) => i.recursOf],
  ['応急処置', field('provisional_fix')],
];

export const f: Layout = {
  incidents: plainLayout((i) => `failures_fy${fiscalYearOf(i.registered)}.csv`, CP932, columns),
  actions: actionLayout(CP932, actionColumns('%Y/%m/%d', ja.ACTION_HEADERS, ja.ACTION_KIND)),
};
