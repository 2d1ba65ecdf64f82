import { entries } from './entry.js';

/**
 * What is said of JSON and Parquet: what can be wrong with files of records. What was expected is said in JSON's own
 * signs, which are the same in both languages. `record_…` and `series_…` entries cost one row, not the file.
 */
export const recordErrors = entries({
  json_malformed: {
    exit: 1,
    ja: [
      'JSON の形が崩れています。「{expected}」のいずれかがあるはずの所に「{found}」があります',
      'ファイルを書き出し直してください。手で直したファイルなら、この箇所を直してください',
    ],
    en: [
      'The JSON is malformed: one of {expected} was expected, {found} was found',
      'export it again; if it was edited by hand, mend this place',
    ],
  },
  json_cut_short: {
    exit: 1,
    ja: [
      'JSON が途中で終わっています。この後に「{expected}」のいずれかが続くはずです',
      'ファイルをもう一度コピーするか、書き出し直してください',
    ],
    en: [
      'The JSON ends too early: one of {expected} was still to come',
      'copy the file again, or export it again',
    ],
  },
  json_several_values: {
    exit: 1,
    ja: [
      'JSON の値が終わった後に、別の値が始まっています',
      '一行に一件ずつのファイルなら、名前の終わりを .ndjson にしてください',
    ],
    en: [
      'Another value begins behind the end of the JSON',
      'if the file has one record on each line, let its name end in .ndjson',
    ],
  },
  json_too_deep: {
    exit: 1,
    ja: ['JSON の入れ子が {limit} 段を超えています', '記録の一覧だけを書き出してください'],
    en: ['The JSON nests deeper than {limit} levels', 'export only the list of records'],
  },
  json_element_too_long: {
    exit: 1,
    ja: [
      'ここから始まる値が {limit} 文字を超えても終わりません',
      '引用符や括弧の閉じ忘れがないか確かめ、書き出し直してください',
    ],
    en: [
      'The value that begins here has not ended after {limit} characters',
      'look for a quote or bracket that is never closed, and export again',
    ],
  },
  json_element_unsure: {
    exit: 1,
    ja: [
      '{line} 行目から始まる記録は引用符か括弧が崩れており、どこで終わるのか決められません',
      '値の中の引用符は \\" と書き、括弧を閉じて、書き出し直してください',
    ],
    en: [
      'The record that begins on line {line} has broken quotes or brackets, so where it ends cannot be told',
      'write a quote inside a value as \\", close the brackets, and export again',
    ],
  },
  json_single_value: {
    exit: 1,
    ja: [
      'ファイルには値が一つあるだけで、記録の一覧がありません',
      '記録の一覧（[ … ]）として書き出してください',
    ],
    en: ['The file holds a single value and no list of records', 'export the records as a list: [ … ]'],
  },
  json_list_missing: {
    exit: 1,
    ja: [
      '記録の一覧が見つかりません。最上位とその一段下にあるのは: {keys}',
      '一覧がもっと深い所にあるなら、kado.yaml の records にキーを . でつないで書いてください（例: data.result）。一件だけのファイルは [ ] で囲んでください',
    ],
    en: [
      'The file holds no list of records at its top or one level below; it holds: {keys}',
      'if the list stands deeper, give its keys as records in kado.yaml, such as data.result; put a single record in [ ]',
    ],
  },
  json_lists_several: {
    exit: 1,
    ja: [
      '記録の一覧になりうるものが {count} 個あります: {lists}',
      'kado.yaml の records に、どれを読むか書いてください',
    ],
    en: [
      'The file holds {count} lists that could be the records: {lists}',
      'say in kado.yaml which one to read, with records',
    ],
  },
  json_records_unknown: {
    exit: 1,
    ja: [
      'records「{records}」の所に一覧がありません。見つかったのは: {found}',
      'kado.yaml の records を直してください。ファイル自体が一覧 […] なら records は要りません',
    ],
    en: [
      'There is no list at records "{records}"; found: {found}',
      'mend records in kado.yaml; a file that is itself a list, […], needs none',
    ],
  },
  json_tool_error: {
    exit: 1,
    ja: [
      '書き出し元がエラーを返しています（status {status}）: {detail}',
      '書き出し元でエラーを解消してから、取得し直してください',
    ],
    en: [
      'The tool answered with an error, status {status}: {detail}',
      'mend it there, then fetch the data again',
    ],
  },
  json_too_many_columns: {
    exit: 1,
    ja: [
      'キーの種類が {limit} を超えました（{path} で）',
      '識別子などの値がキーになっていないか確かめ、必要な項目だけを書き出してください',
    ],
    en: [
      'The records have more than {limit} different keys, {path} being the next',
      'look for values, such as ids, that stand as keys, and export only the fields you need',
    ],
  },
  ndjson_is_json: {
    exit: 1,
    ja: ['名前は一行に一件の NDJSON ですが、中身は一つの JSON です', '名前の終わりを .json にしてください'],
    en: [
      'The name says NDJSON, one record on each line, but the content is one JSON value',
      'let its name end in .json',
    ],
  },
  list_items_cut: {
    exit: 1,
    ja: [
      '{path} には最大 {most} 個の項目がありますが、列になるのは初めの {limit} 個だけです',
      '残りも要るなら、一項目を一件とする別の入力として書き出してください',
    ],
    en: [
      '{path} has up to {most} items; only the first {limit} become columns',
      'if the others are needed, export them as a source of their own with one record per item',
    ],
  },
  series_histograms: {
    exit: 1,
    ja: [
      'ヒストグラムを持つ系列が {count} 個あり、ヒストグラムは読みませんでした',
      '数値が要るなら histogram_quantile などで数値にしてから取得してください',
    ],
    en: [
      '{count} series have histograms, which were not read',
      'if they are needed, make numbers of them in the query, such as with histogram_quantile',
    ],
  },
  record_malformed: {
    exit: 1,
    ja: [
      'この記録は「{found}」から先を JSON として読めません',
      '書き出し元で直してください。値の文字列は " で囲みます',
    ],
    en: [
      'The record does not read as JSON from here on: {found}',
      'mend it at the source; texts stand in double quotes',
    ],
  },
  record_cut_short: {
    exit: 1,
    ja: ['この記録は途中で終わっています', '書き出し直してください'],
    en: ['The record ends before it is complete', 'export it again'],
  },
  record_not_object: {
    exit: 1,
    ja: [
      '記録がオブジェクトではありません: {found}',
      '一件を、波括弧で囲まれたキーと値の組として書き出してください',
    ],
    en: ['The record is no object: {found}', 'export each record as an object, keys with values in braces'],
  },
  record_too_deep: {
    exit: 1,
    ja: [
      'この記録の入れ子は {depth} 段で、上限の {limit} 段を超えています',
      '書き出し元で必要な項目だけを選んでください',
    ],
    en: [
      'The record nests {depth} levels deep, over the limit of {limit}',
      'choose only the fields you need at the source',
    ],
  },
  record_key_twice: {
    exit: 1,
    ja: ['キー「{key}」が違う値で二度現れます', '書き出し元で、どちらか一つにしてください'],
    en: ['The key "{key}" stands twice with different values', 'leave only one of them at the source'],
  },
  record_path_twice: {
    exit: 1,
    ja: [
      '「{path}」が、入れ子のキーと . を含む一つのキーの両方で現れます',
      '書き出し元で、どちらか一方の形にしてください',
    ],
    en: [
      '"{path}" stands both as nested keys and as one key with a dot',
      'write it in only one of the two forms at the source',
    ],
  },
  record_surrogate: {
    exit: 1,
    ja: [
      '「{path}」の値に、対になっていないサロゲート（\\ud800–\\udfff）があります',
      '文字の途中で切られています。書き出し元で直してください',
    ],
    en: [
      'The value of "{path}" holds an unpaired surrogate, \\ud800–\\udfff',
      'a character was cut in two: mend the text at its source',
    ],
  },
  record_key_unusable: {
    exit: 1,
    ja: [
      'キー「{path}」は列の名前にできません（制御文字や壊れた文字があるか、1000 文字を超えています）',
      '書き出し元でキーを直してください',
    ],
    en: [
      'The key "{path}" cannot name a column: it holds control or broken characters, or is over 1000 characters long',
      'mend the key at the source',
    ],
  },
  series_unreadable: {
    exit: 1,
    ja: [
      '系列として読めません: {found}',
      'metric と、values（時刻と値の組の一覧）または value が要ります。クエリの結果をそのまま保存してください',
    ],
    en: [
      'This does not read as a series: {found}',
      "it needs metric, and values (a list of pairs of time and value) or value; save the query's answer as it is",
    ],
  },
  series_pair_unreadable: {
    exit: 1,
    ja: [
      '時刻と値の組として読めません: {found}',
      '[1435781430.781, "1"] のように、秒の数値と値の文字列の組が要ります',
    ],
    en: [
      'This does not read as a pair of time and value: {found}',
      'it should be seconds and a text, such as [1435781430.781, "1"]',
    ],
  },
  parquet_not: {
    exit: 1,
    ja: [
      '名前は .parquet ですが、Parquet ではありません（先頭が PAR1 でなく {found}）',
      '名前の終わりを中身に合わせるか、Parquet で書き出し直してください',
    ],
    en: [
      'The name ends in .parquet but the content is not Parquet: it begins with {found}, not PAR1',
      'let its ending say what it is, or export it as Parquet',
    ],
  },
  parquet_cut: {
    exit: 1,
    ja: [
      'Parquet が途中で切れています（{bytes} バイト、末尾が PAR1 でなく {found}）',
      'ファイルをもう一度コピーするか、書き出し直してください',
    ],
    en: [
      'The Parquet file is cut: its {bytes} bytes end with {found}, not PAR1',
      'copy the file again, or export it again',
    ],
  },
  parquet_encrypted: {
    exit: 1,
    ja: ['Parquet が暗号化されています', '暗号化せずに書き出してください'],
    en: ['The Parquet file is encrypted', 'export it without encryption'],
  },
  parquet_unreadable: {
    exit: 1,
    ja: ['Parquet を読めません: {detail}', 'ファイルが壊れていないか確かめ、書き出し直してください'],
    en: ['The Parquet file cannot be read: {detail}', 'check that it is whole, or export it again'],
  },
  parquet_binary: {
    exit: 1,
    ja: [
      '列「{column}」は文字ではなくバイト列（{type}）です',
      '書き出し元で文字列（UTF8）の列にするか、この列を columns から外してください',
    ],
    en: [
      'Column "{column}" holds bytes ({type}), not text',
      'write it as a string (UTF8) column at the source, or leave it out of columns',
    ],
  },
});
