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
});
