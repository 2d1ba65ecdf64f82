import { entries } from './entry.js';

/** What can be wrong between the configuration's mapping and an export's header. */
export const mappingErrors = entries({
  file_column_taken: {
    exit: 2,
    ja: [
      '{path} には「file」という列がすでにあり、name_from: file の列と区別できません',
      'name_from を外すか、書き出しの列の名前を変えてください',
    ],
    en: [
      '{path} has a column called file already, which name_from: file would hide',
      'take name_from away, or give the column of the export another name',
    ],
  },
  file_glob_empty: {
    exit: 1,
    ja: ['「{pattern}」に合うファイルがありません', 'パスと置き場所を確かめてください'],
    en: ['no file matches "{pattern}"', 'check the path and where the exports are put'],
  },
  reject_rate_exceeded: {
    exit: 1,
    ja: [
      '{rows} 行のうち {rejected} 行（{rate}）が却下され、上限 {limit} を超えました',
      '却下した行それぞれの理由を見て直してください（kado check が出します）。このままで正しいなら max_reject_rate を上げてください',
    ],
    en: [
      'rejected rows: {rejected} of {rows} ({rate}), over the limit of {limit}',
      'kado check tells the reason of each rejected row; raise max_reject_rate only if this is as it should be',
    ],
  },
  period_too_long: {
    exit: 1,
    ja: [
      '{first} から {last} まで {months} か月あり、上限の {limit} か月を超えます',
      'covers、as_of と、最も古い occurred_at を確かめてください',
    ],
    en: [
      'from {first} to {last} there are {months} months, over the limit of {limit}',
      'check covers, as_of and the oldest occurred_at',
    ],
  },
  no_incident: {
    exit: 1,
    ja: [
      '基準時点 {as_of} までに使える障害の記録が1件もありません',
      'as_of と incidents の書き出しを確かめてください',
    ],
    en: ['not one usable incident record up to the as-of {as_of}', 'check as_of and the incidents export'],
  },
  month_without_data: {
    exit: 2,
    ja: [
      '{month} のデータがありません（{first} から {last} まで）',
      '--month にその間の月を指定してください',
    ],
    en: [
      'there is no data for {month} (it runs from {first} to {last})',
      'give --month a month between them',
    ],
  },
  canonical_column_unknown: {
    exit: 2,
    ja: ['{kind} に列 {column} はありません', 'もしかして: {near}'],
    en: ['{kind} has no column {column}', 'did you mean: {near}'],
  },
  export_column_unknown: {
    exit: 2,
    ja: ['列「{column}」は {path} の見出しにありません', 'もしかして: {near}'],
    en: ['column "{column}" is not in the header of {path}', 'did you mean: {near}'],
  },
  export_columns_alike: {
    exit: 2,
    ja: [
      '{path} の列「{one}」と「{other}」は大文字と小文字しか違いません',
      '書き出し元で名前を変えるか、片方だけを使ってください',
    ],
    en: [
      'columns "{one}" and "{other}" of {path} differ only in case',
      'rename one at the source, or use only one of them',
    ],
  },
  source_company_unknown: {
    exit: 1,
    ja: [
      'company「{company}」は会社の一覧にありません',
      'この書き出しのシステム不明の障害はグループに残しました。識別子を確かめてください',
    ],
    en: [
      'company "{company}" is not among the companies',
      'its incidents without a system are kept under the group; check the id',
    ],
  },
  required_column_unmapped: {
    exit: 2,
    ja: [
      '必須の列 {column} が {path} から得られません',
      'columns に対応を書いてください（# で始まる名前は引用符で囲みます）。見出しは: {header}',
    ],
    en: [
      'required column {column} cannot be had from {path}',
      'map it under columns (quote a name that begins with #); the header is: {header}',
    ],
  },
  preset_unknown: {
    exit: 2,
    ja: ['preset「{preset}」はありません', '使えるもの: {known}'],
    en: ['there is no preset "{preset}"', 'known: {known}'],
  },
  preset_kind: {
    exit: 2,
    ja: [
      'preset「{preset}」は {expected} のためのもので、{kind} には使えません',
      'この入力では preset を外してください',
    ],
    en: ['preset "{preset}" is for {expected}, not for {kind}', 'leave the preset out here'],
  },
  time_format_unreadable: {
    exit: 2,
    ja: [
      '{key} の format「{value}」は使えません: {detail}',
      '%Y-%m-%d %H:%M:%S のような strptime の書式で書いてください',
    ],
    en: [
      'the format "{value}" of {key} can not be used: {detail}',
      'write a strptime format such as %Y-%m-%d %H:%M:%S',
    ],
  },
  expression_syntax: {
    exit: 2,
    ja: ['{key} の式が読めません: {detail}', '1つのスカラー式だけを書いてください'],
    en: ['the expression of {key} does not parse: {detail}', 'write one scalar SQL expression'],
  },
  expression_not_allowed: {
    exit: 2,
    ja: [
      '{key} の式で {detail} は使えません',
      '使えるのは列、定数、演算子、許可された関数だけです（docs/configuration.md）',
    ],
    en: [
      'the expression of {key} may not use {detail}',
      'columns, constants, operators and the listed functions only; see docs/configuration.md',
    ],
  },
  expression_column_unknown: {
    exit: 2,
    ja: ['{key} の式にある列「{column}」は見出しにありません', 'もしかして: {near}'],
    en: ['column "{column}" in the expression of {key} is not in the header', 'did you mean: {near}'],
  },
  order_undeclared: {
    exit: 2,
    ja: [
      '並べ替え列「{column}」はすべてが数でも ISO 日時でもありません',
      'order に column・as・format で読み方を書いてください',
    ],
    en: [
      'order column "{column}" is neither all numbers nor all ISO times',
      'declare how it reads: column, as and format under order',
    ],
  },
});
