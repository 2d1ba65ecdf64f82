import { entries } from './entry.js';

/** What can be wrong with kado.yaml. `{key}` is the key's path in the file, `{value}` the text as written there. */
export const configErrors = entries({
  config_none: {
    exit: 2,
    en: [
      'kado.yaml was not found in {folder} or any folder above it',
      'Run kado init in a new folder, or name the file with --config',
    ],
    ja: [
      'kado.yaml が {folder} にも、その上のフォルダーにもありません',
      '新しいフォルダーで kado init を実行するか、--config でファイルを指定してください',
    ],
  },
  config_not_found: {
    exit: 2,
    en: ['{file} does not exist', 'Check the path after --config, or write a new file with kado init'],
    ja: ['{file} がありません', '--config のパスを確かめるか、kado init で新しく作成してください'],
  },
  config_unreadable: {
    exit: 2,
    en: ['{file} cannot be read: {detail}', 'It must be a file that you may read'],
    ja: ['{file} を読めません: {detail}', '読み取り権限のあるファイルを指定してください'],
  },
  config_too_large: {
    exit: 2,
    en: [
      '{file} has {bytes} bytes; the limit is {limit}',
      'Put lists of companies or systems in a CSV under sources',
    ],
    ja: [
      '{file} は {bytes} バイトです（上限 {limit}）',
      '会社やシステムの一覧は CSV にして sources に書いてください',
    ],
  },
  config_encoding: {
    exit: 2,
    en: ['{file} is not UTF-8 text', 'Save it again as UTF-8 in your editor'],
    ja: ['{file} は UTF-8 ではありません', 'エディターで UTF-8 として保存し直してください'],
  },
  config_blank: {
    exit: 2,
    en: ['{file} is empty', 'kado init writes a commented example'],
    ja: ['{file} は空です', 'kado init で注釈付きの例を作成できます'],
  },
  config_yaml: {
    exit: 2,
    en: [
      'This is not valid YAML: {detail}',
      'Check indentation, brackets and quotes here and on the line above',
    ],
    ja: ['YAML として読めません: {detail}', 'この行と前の行の字下げ、括弧、引用符を確かめてください'],
  },
  config_documents: {
    exit: 2,
    en: ['A second YAML document begins here', 'Remove the line ---'],
    ja: ['ここから2つ目の YAML 文書が始まっています', '--- の行を削除してください'],
  },
  config_tag: {
    exit: 2,
    en: [
      'YAML tags are not used here: {detail}',
      'Remove the tag; if the text begins with !, put it in quotes',
    ],
    ja: ['YAML のタグは使えません: {detail}', 'タグを削除するか、! で始まる文字列なら引用符で囲んでください'],
  },
  config_alias: {
    exit: 2,
    en: [
      'The alias *{alias} names no anchor above it',
      'Define &{alias} first; if the text begins with *, put it in quotes',
    ],
    ja: [
      'エイリアス *{alias} に対応するアンカーが上にありません',
      '先に &{alias} を定義するか、* で始まる文字列なら引用符で囲んでください',
    ],
  },
  config_expansion: {
    exit: 2,
    en: [
      'The file unfolds to more than {limit} values or {depth} levels',
      'Use fewer aliases; an alias must not contain itself',
    ],
    ja: [
      'ファイルを展開すると値が {limit} 個、または深さが {depth} 段を超えます',
      'エイリアスを減らしてください。自分自身を含むエイリアスは使えません',
    ],
  },
  config_key_form: {
    exit: 2,
    en: ['This key is not plain text', 'Write a word, a number or a quoted text before the colon'],
    ja: ['このキーは文字列ではありません', 'コロンの前には、語・数・引用符付きの文字列を書いてください'],
  },
  config_duplicate_key: {
    exit: 2,
    en: ['{key} stands twice: first on line {first}', 'Keep one of the two'],
    ja: ['{key} が2回書かれています（最初は {first} 行目）', 'どちらか一方を残してください'],
  },
  config_env_missing: {
    exit: 2,
    en: ['{key} needs the environment variable {name}, which is not set', 'Set {name} before running kado'],
    ja: [
      '{key} に必要な環境変数 {name} が設定されていません',
      'kado を実行する前に {name} を設定してください',
    ],
  },
  config_env_name: {
    exit: 2,
    en: [
      '{key} has "{text}", which does not name an environment variable',
      'Names have letters, digits and _ and do not begin with a digit',
    ],
    ja: [
      '{key} の「{text}」は環境変数の名前ではありません',
      '名前に使えるのは英数字と _ で、数字で始めることはできません',
    ],
  },
  config_unknown_key: {
    exit: 2,
    en: ['{key} is not a key that Kado knows', 'Keys here: {allowed}'],
    ja: ['{key} というキーはありません', 'ここで使えるキー: {allowed}'],
  },
  config_unknown_key_near: {
    exit: 2,
    en: ['{key} is not a key that Kado knows', 'Did you mean {nearest}?'],
    ja: ['{key} というキーはありません', '{nearest} の間違いではありませんか'],
  },
  config_missing_key: {
    exit: 2,
    en: [
      '{key} is required but missing',
      'Add it; docs/configuration.md and docs/corrections.md explain the keys',
    ],
    ja: [
      '必須の {key} がありません',
      '追加してください。キーの説明は docs/configuration.md と docs/corrections.md にあります',
    ],
  },
  config_empty: {
    exit: 2,
    en: ['{key} has no value', 'Write a value or remove the key; put words such as null or ~ in quotes'],
    ja: [
      '{key} に値がありません',
      '値を書くか、キーを削除してください。null や ~ という文字そのものは引用符で囲みます',
    ],
  },
  config_type: {
    exit: 2,
    en: ['{key} is {actual}; expected {expected}', 'Write the value in the expected form'],
    ja: ['{key} は {actual} です（期待する形: {expected}）', '期待する形で書いてください'],
  },
  config_value: {
    exit: 2,
    en: ['{key} is "{value}"; expected one of {expected}', 'Use one of the listed values'],
    ja: ['{key} は「{value}」です（使える値: {expected}）', '使える値のどれかを書いてください'],
  },
  config_range: {
    exit: 2,
    en: ['{key} is {value}; expected {expected}', 'Use a number in that range'],
    ja: ['{key} は {value} です（範囲: {expected}）', '範囲内の数を書いてください'],
  },
  config_timezone: {
    exit: 2,
    en: ['{key} is "{value}", which is not a known time zone', 'Use an IANA name such as Asia/Tokyo or UTC'],
    ja: [
      '{key} の「{value}」は既知のタイムゾーンではありません',
      'Asia/Tokyo や UTC のような IANA 名を書いてください',
    ],
  },
  config_currency: {
    exit: 2,
    en: [
      '{key} is "{value}", which is not a currency code',
      'Use the three letters of ISO 4217, such as JPY',
    ],
    ja: ['{key} の「{value}」は通貨コードではありません', 'JPY のような ISO 4217 の3文字で書いてください'],
  },
  config_timestamp: {
    exit: 2,
    en: ['{key} is "{value}", which is not a real ISO 8601 time', 'Write it like 2026-11-05T09:00:00+09:00'],
    ja: [
      '{key} の「{value}」は ISO 8601 の実在する時刻ではありません',
      '2026-11-05T09:00:00+09:00 のように書いてください',
    ],
  },
  config_date: {
    exit: 2,
    en: ['{key} is "{value}", which is not a real date', 'Write it like 2026-10-31'],
    ja: ['{key} の「{value}」は実在する日付ではありません', '2026-10-31 のように書いてください'],
  },
  config_month: {
    exit: 2,
    en: ['{key} is "{value}", which is not a month', 'Write it like 2026-10'],
    ja: ['{key} の「{value}」は年月ではありません', '2026-10 のように書いてください'],
  },
  config_covers_order: {
    exit: 2,
    en: [
      '{key} ends on {to}, before it begins on {from}',
      'Both days are included; from must not be after to',
    ],
    ja: [
      '{key} の終わり {to} が始まり {from} より前です',
      '両端の日を含みます。from は to 以前にしてください',
    ],
  },
  config_locale_twice: {
    exit: 2,
    en: ['{key} names a language twice: {value}', 'Name each language once; the first is the default'],
    ja: ['{key} に同じ言語が2回あります: {value}', '各言語は1回だけ書いてください。先頭が既定です'],
  },
  config_no_name: {
    exit: 2,
    en: ['{key} has neither ja nor en', 'Write at least one of them; the other falls back to it'],
    ja: ['{key} に ja も en もありません', '少なくとも一方を書いてください。他方はそれで補われます'],
  },
  config_delimiter: {
    exit: 2,
    en: [
      '{key} is "{value}"; expected exactly one character',
      'Use "," or ";" or "\\t"; quotes and line ends are not allowed',
    ],
    ja: [
      '{key} は「{value}」です（1文字であること）',
      '"," ";" "\\t" などを書いてください。引用符と改行は使えません',
    ],
  },
  config_time_format: {
    exit: 2,
    en: [
      '{key} is "{value}", which has no % field',
      'Write a strptime format such as %Y-%m-%d %H:%M:%S, or one of the words iso, japanese, day_or_month_first',
    ],
    ja: [
      '{key} の「{value}」に % の項目がありません',
      '%Y-%m-%d %H:%M:%S のような strptime の書式か、iso・japanese・day_or_month_first のいずれかで書いてください',
    ],
  },
  config_column_two_origins: {
    exit: 2,
    en: ['{key} has both from and sql', 'Keep one of them'],
    ja: ['{key} に from と sql の両方があります', 'どちらか一方を残してください'],
  },
  config_units_alike: {
    exit: 2,
    en: [
      '{key} names one unit twice',
      'Units are told apart without regard to case and width: m and M are one; convert one of them at the source, or by sql',
    ],
    ja: [
      '{key} に同じ単位が二度あります',
      '単位は大文字・小文字と全角・半角を区別しません（m と M は同じです）。どちらかを元データか sql で換算してください',
    ],
  },
  config_column_no_origin: {
    exit: 2,
    en: [
      '{key} does not say where its values come from',
      'Add from (an export column) or sql, or give only default for a constant',
    ],
    ja: [
      '{key} の値の出所がありません',
      'from（元の列）か sql を加えるか、定数なら default だけを書いてください',
    ],
  },
  config_company_twice: {
    exit: 2,
    en: ['{key} is "{value}", the same as on line {first}', 'Give every company its own id'],
    ja: ['{key} の「{value}」は {first} 行目と同じです', '会社ごとに異なる id を付けてください'],
  },
  config_company_unknown: {
    exit: 2,
    en: ['{key} is "{value}", which is not under companies', 'Companies: {allowed}'],
    ja: ['{key} の「{value}」は companies にありません', 'companies の id: {allowed}'],
  },
});
