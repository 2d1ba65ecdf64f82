import { entries } from './entry.js';

/** What can be wrong with `signals` in kado.yaml: some is known at once, some when the scopes are. */
export const signalErrors = entries({
  config_scope: {
    exit: 2,
    en: [
      '{key} is "{value}", which is not a scope',
      'Write the kind and the id: group:group, company:a, unit:a-fx, system:S1, layer:…, flow:…, theme:…, supplier:…',
    ],
    ja: [
      '{key} の「{value}」は範囲の書き方ではありません',
      '種類と ID を group:group、company:a、unit:a-fx、system:S1、layer:…、flow:…、theme:…、supplier:… のように書いてください',
    ],
  },
  config_rebase_twice: {
    exit: 2,
    en: [
      '{key} re-bases one chart twice from the same month',
      'Keep one entry for each scope, metric and month',
    ],
    ja: [
      '{key} に、同じ管理図を同じ月から引き直す指定が2回あります',
      '範囲・指標・月の組ごとに1つだけ書いてください',
    ],
  },
  rebase_unknown_metric: {
    exit: 2,
    en: ['{key} is "{value}", a metric without a control chart', 'Metrics that have one: {allowed}'],
    ja: ['{key} の「{value}」は管理図のない指標です', '管理図のある指標: {allowed}'],
  },
  rebase_unknown_scope: {
    exit: 2,
    en: [
      '{key} is "{value}", which is no scope of this report',
      'Write a scope as the figures name it (scope_kind and scope_id of figures.csv, joined by a colon)',
    ],
    ja: [
      '{key} の「{value}」という範囲はこの報告にありません',
      'figures.csv の scope_kind と scope_id をコロンでつないだ形で書いてください',
    ],
  },
});
