import type { Preset } from './preset.js';
import { zabbixStates } from './states.js';

/** By the frontend's language: English (GB), English (US), Japanese. */
const times = ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %I:%M:%S %p', '%Y/%m/%d %H:%M:%S'];

const time = ['Time', '時間'];
const host = ['Host', 'ホスト'];
const problem = ['Problem', '障害'];

/** Monitoring → Problems as CSV. The header, the states and the dates are in the language of who exported it. */
export const zabbix: Preset = {
  name: 'zabbix',
  kind: 'incidents',
  about: {
    en: 'Zabbix, list of problems as CSV, in English or Japanese',
    ja: 'Zabbix の障害一覧（CSV、英語または日本語）',
  },
  how: {
    en: 'In Monitoring, Problems, show the history and export to CSV; older versions cut it off at the search limit. The file has no id, so time, host and problem name a record together',
    ja: '監視データの障害でヒストリを表示し、CSV に書き出します。古い版は検索の上限で切れます。番号の列がないため、時間・ホスト・障害の組を識別子とします',
  },
  signature: [['Severity', '深刻度'], time, ['Recovery time', '復旧時刻'], host, problem],
  missing: [],
  columns: {
    incident_id: { parts: [time, host, problem] },
    system_id: { from: host },
    occurred_at: { from: time, format: times },
    restored_at: { from: ['Recovery time', '復旧時刻'], format: times },
    state: { from: ['Status', 'ステータス'], map: zabbixStates },
    title: { from: problem },
    place: { from: host },
    severity: { from: ['Severity', '深刻度'] },
  },
  order: [],
  caps: [1000],
};
