import { entries } from './entry.js';

/** What can be wrong with targets and with the tree of indicators: what was planned, beside what was found. */
export const planErrors = entries({
  value_two_scopes: {
    exit: 1,
    ja: [
      '{column} の「{value}」は2つ以上の範囲を指しています',
      '1行に1つの範囲だけを書き、範囲ごとに行を分けてください',
    ],
    en: [
      '{column} "{value}" names more than one scope',
      'give each scope a row of its own: one row, one scope',
    ],
  },
  target_metric_unknown: {
    exit: 1,
    ja: [
      'metric の「{metric}」という指標はありません',
      '近いのは {near} です。指標の一覧は docs/metrics.md にあります',
    ],
    en: [
      'metric "{metric}" is not a metric of this report',
      'nearest: {near}; docs/metrics.md lists them all',
    ],
  },
  target_metric_unjudged: {
    exit: 1,
    ja: [
      'metric の「{metric}」には目標を置けません。どちらが良いとも言えない指標か、目標そのものから計算する指標です',
      '件数の上限なら metric を incidents にしてください',
    ],
    en: [
      'metric "{metric}" can have no target: neither way is better, or it is itself worked out from targets',
      'for a cap on counts the metric is incidents',
    ],
  },
  target_severity_unknown: {
    exit: 1,
    ja: [
      '{scope} に「{severity}」という重大さはありません',
      'この範囲の等級（{grades}）か、区分（{classes}）のどれかを書いてください',
    ],
    en: [
      '{scope} knows no severity "{severity}"',
      "write one of its scheme's grades ({grades}) or one of the classes ({classes})",
    ],
  },
  target_severity_mixed: {
    exit: 1,
    ja: [
      '等級「{severity}」は、{scope} に含まれる会社のすべてに共通の等級ではありません',
      '等級の違う会社は等級では足せません。区分（{classes}）で書くか、会社ごとの行に分けてください',
    ],
    en: [
      'grade "{severity}" is not one of a scheme that all companies in {scope} share',
      'companies of different schemes are never added by grade: use a class ({classes}), or a row per company',
    ],
  },
  target_severity_idle: {
    exit: 1,
    ja: [
      '指標 {metric} は重大さ別には計算していません（severity「{severity}」）',
      'severity を空にするか、重大さ別のある指標を使ってください',
    ],
    en: [
      '{metric} is not worked out by severity (severity "{severity}")',
      'leave severity empty, or use a metric that has this breakdown',
    ],
  },
  target_value_missing: {
    exit: 1,
    ja: [
      '{metric} の目標値がありません',
      '列 cap に、超えてはならない値（高いほど良い指標では下回ってはならない値）を書いてください',
    ],
    en: [
      'the target of {metric} has no value',
      'write into cap the value not to be passed (for a metric where higher is better: not to be fallen short of)',
    ],
  },
  target_share_range: {
    exit: 1,
    ja: ['{value} は {metric} の目標になりません。0から1までの割合です', '99.9 %なら 0.999 と書いてください'],
    en: ['{value} is no target of {metric}, which lies between 0 and 1', 'write 99.9 % as 0.999'],
  },
  target_scope_idle: {
    exit: 1,
    ja: [
      '目標の範囲「{scope}」に当たるものがこの報告にありません',
      'この行はどこにも使われません。識別子を確かめてください。会社ごとの階層・業務フロー・テーマは layer:会社/名前 の形です',
    ],
    en: [
      'nothing in this report is the scope "{scope}" of this target',
      'the row is used nowhere; check the id. Layers, flows and themes of one company are written layer:company/name',
    ],
  },
  target_superseded: {
    exit: 1,
    ja: [
      'この目標は {kept} と同じ範囲・年度・指標・重大さのものです',
      '後の行を採りました。どちらか一方だけを残してください',
    ],
    en: [
      'this target is for the same scope, year, metric and severity as {kept}',
      'the later row stands; keep only one of them',
    ],
  },
  target_year_idle: {
    exit: 1,
    ja: [
      '{year}年度のデータはありません（データは {first}年度から {last}年度まで）',
      'この行はどこにも使われません。年度は始まる年で数えます',
    ],
    en: [
      'there is no data of fiscal year {year}; it runs from {first} to {last}',
      'the row is used nowhere; a fiscal year is named after the year in which it begins',
    ],
  },
  target_without_prior: {
    exit: 1,
    ja: [
      '{year}年度の上限を計算できません。前年度の障害が全期間そろっていません',
      '目標なしとして扱いました。列 cap に上限を書くか、前年度全体を含む書き出しを用意してください',
    ],
    en: [
      "the cap of fiscal year {year} can't be worked out: the exports don't hold the whole year before",
      'it counts as no target; give cap itself, or exports that cover the year before',
    ],
  },
  investment_month_outside: {
    exit: 1,
    ja: [
      '月 {month} は{year}年度に含まれません',
      'month か fiscal_year を直してください。直すまで、この会社・事業部・システムの{year}年度の投資は使いません',
    ],
    en: [
      'month {month} is not in fiscal year {year}',
      'mend month or fiscal_year; until then no investment of this company, unit or system is used for fiscal year {year}',
    ],
  },
  kpi_cycle: {
    exit: 1,
    ja: [
      'KPI の親子関係が輪になっています: {circle}',
      'parent_id を直し、どの節点からたどっても KGI に着くようにしてください',
    ],
    en: [
      'the tree of indicators runs in a circle: {circle}',
      'mend parent_id, so that the way up from each node ends at a KGI',
    ],
  },
  kpi_scope_unknown: {
    exit: 1,
    ja: [
      'KPI の節点 {node} の範囲「{scope}」に当たるものがこの報告にありません',
      '識別子を確かめてください。会社ごとの階層・業務フロー・テーマは layer:会社/名前 の形です',
    ],
    en: [
      'nothing in this report is the scope "{scope}" of node {node}',
      'check the id; layers, flows and themes of one company are written layer:company/name',
    ],
  },
  config_cap_status: {
    exit: 2,
    en: [
      '{key} has at_risk above off_track',
      'off_track is the graver of the two: give it the higher chance',
    ],
    ja: [
      '{key} の at_risk が off_track を上回っています',
      'off_track の方が重い状態です。大きい方の確率にしてください',
    ],
  },
});
