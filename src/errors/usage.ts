import { entries } from './entry.js';

/** Wrong use of the command line. */
export const usageErrors = entries({
  option_value: {
    exit: 2,
    ja: ['{option} の「{value}」は読めません', '{expected} の形で指定してください'],
    en: ['{option} "{value}" cannot be read', 'give it as {expected}'],
  },
  option_not_yet: {
    exit: 2,
    ja: ['{option} はこの版ではまだ使えません', 'オプションを外してください'],
    en: ['{option} is not available in this version', 'leave it out'],
  },
  command_usage: {
    exit: 2,
    ja: ['{detail}', 'kado --help で使い方を確かめてください'],
    en: ['{detail}', 'see kado --help'],
  },
  nothing_built: {
    exit: 1,
    ja: ['{folder} に報告がありません', '先に kado build を実行してください'],
    en: ['there is no report in {folder}', 'run kado build first'],
  },
  init_exists: {
    exit: 2,
    ja: ['{path} は既にあります', '上書きはしません。別のフォルダーを指定してください'],
    en: ['{path} exists already', 'nothing is overwritten; name another folder'],
  },
  metric_unknown: {
    exit: 2,
    ja: ['指標「{metric}」はありません', 'もしかして: {near}'],
    en: ['there is no metric "{metric}"', 'did you mean: {near}'],
  },
  figure_none: {
    exit: 1,
    ja: ['条件に合う数がありません', '--metric、--scope、--month を確かめてください'],
    en: ['no published figure matches', 'check --metric, --scope and --month'],
  },
  figure_unknown: {
    exit: 2,
    ja: [
      '数「{figure}」はありません',
      '月/指標/範囲の種類:範囲 の形で指定してください（もしかして: {near}）。kado figures --format csv の figure_id にすべてがあります',
    ],
    en: [
      'there is no figure "{figure}"',
      'give it as month/metric/kind:id (did you mean: {near}); figure_id in kado figures --format csv has them all',
    ],
  },
  trace_risk_only: {
    exit: 2,
    ja: [
      '「{metric}」の数はこの版ではまだたどれません',
      'この版でたどれるのはリスクの数（{metrics}）だけです。ほかの指標の定義と元の表は docs/metrics.md にあります',
    ],
    en: [
      'a figure of {metric} cannot be traced in this version',
      'this version traces only figures of risk ({metrics}); what other metrics are made from stands in docs/metrics.md',
    ],
  },
});
