import { entries } from './entry.js';

/**
 * What can be wrong with an export as a file: the disk, the compression, the encoding, the table's form.
 * The file itself is the problem's place, so no message repeats its name. `row_…` entries cost one row, not the file.
 */
export const fileErrors = entries({
  file_missing: {
    exit: 1,
    ja: ['ファイルがありません', 'kado.yaml の path を確かめるか、エクスポートを置き直してください'],
    en: ['The file does not exist', 'check the path in kado.yaml, or put the export in its place'],
  },
  file_is_directory: {
    exit: 1,
    ja: [
      'ファイルではなくフォルダーなどです',
      'path にファイルを指定してください（フォルダーの中身は exports/*.csv のように書けます）',
    ],
    en: [
      'This is a directory or another special entry, not a file',
      'name a file in path; for the files in a directory write exports/*.csv',
    ],
  },
  file_unreadable: {
    exit: 1,
    ja: ['ファイルを読めません: {reason}', '読み取り権限とディスクを確かめてください'],
    en: ['The file cannot be read: {reason}', 'check its read permission and the disk'],
  },
  file_empty: {
    exit: 1,
    ja: [
      'ファイルが空です（{bytes} バイト、中身 {plain} バイト）',
      'エクスポートをやり直してください。該当なしなら、見出し行だけのファイルを置き、allow_empty: true にしてください',
    ],
    en: [
      'The file is empty: {bytes} bytes, {plain} bytes of content',
      'export it again; for a legitimate nothing keep the header line and set allow_empty: true',
    ],
  },
  file_ending_unread: {
    exit: 1,
    ja: [
      '{ending} はこの版では読めません',
      '.csv .tsv .txt .json .ndjson .jsonl（これらは .gz も可）、.xlsx .xlsm、.parquet のどれかで書き出してください',
    ],
    en: [
      '{ending} is not read by this version',
      'export it as .csv, .tsv, .txt, .json, .ndjson or .jsonl (plain or with .gz), as .xlsx or .xlsm, or as .parquet',
    ],
  },
  file_changed: {
    exit: 1,
    ja: [
      '読んでいる間にファイルが変わりました（初め {before} バイト、今 {after} バイト）',
      '書き出しやコピーが終わってから、もう一度実行してください',
    ],
    en: [
      'The file changed while it was being read: {before} bytes at first, {after} bytes now',
      'wait until the export or copy has finished, then run again',
    ],
  },
  gz_misnamed: {
    exit: 1,
    ja: [
      '名前は .gz ですが、gzip ではありません（先頭が 1f 8b でなく {found}）',
      '圧縮していないファイルなら、名前から .gz を外してください',
    ],
    en: [
      'The name ends in .gz but the content is not gzip: it begins with {found}, not 1f 8b',
      'if it is not compressed, take .gz off its name',
    ],
  },
  gz_unnamed: {
    exit: 1,
    ja: ['中身は gzip ですが、名前が .gz で終わっていません', '名前の終わりに .gz を付けてください'],
    en: ['The content is gzip but the name does not end in .gz', 'add .gz to its name'],
  },
  gz_broken: {
    exit: 1,
    ja: [
      'gzip が壊れています。{plain} バイトを取り出したところで読めなくなりました（ファイルは {bytes} バイト）: {reason}',
      'ファイルをもう一度コピーするか、書き出し直してください',
    ],
    en: [
      'The gzip is broken after {plain} unpacked bytes (the file has {bytes}): {reason}',
      'copy the file again, or export it again',
    ],
  },
  gz_too_large: {
    exit: 1,
    ja: [
      'gzip が {plain} バイトを超えて膨らみました（ファイルは {bytes} バイト、上限 {limit}）',
      '中身を確かめ、正しいものなら圧縮せずに置いてください',
    ],
    en: [
      'The gzip unpacks to more than {plain} bytes; for its {bytes} bytes the limit is {limit}',
      'look at what it holds; if that is right, supply the file uncompressed',
    ],
  },
  delimiter_unusable: {
    exit: 2,
    ja: ['区切り文字 {delimiter} は使えません', '引用符と改行以外の一文字を指定してください'],
    en: [
      'The delimiter {delimiter} cannot be used',
      'give one character that is neither a quote nor a line break',
    ],
  },
  header_missing: {
    exit: 1,
    ja: ['見出し行がありません（{lines} 行とも空行です）', '一行目に列の名前があるように書き出してください'],
    en: [
      'There is no header line: all {lines} lines are blank',
      'export it with the column names in the first line',
    ],
  },
  header_line_missing: {
    exit: 1,
    ja: [
      '{line} 行目に見出しがあるはずですが、そこまでに行がありません',
      'kado.yaml の header_line を確かめてください',
    ],
    en: [
      'The header should stand in line {line}, but the file ends before it',
      'check header_line in kado.yaml',
    ],
  },
  column_repeated: {
    exit: 1,
    ja: [
      '列「{column}」が見出しに {count} 回あり、最初のものを読みました',
      '別のものなら、columns の from に「{other}」のように書いてください',
    ],
    en: [
      'The column {column} stands {count} times in the header; the first one was read',
      'if another one is meant, name it in columns, as "{other}"',
    ],
  },
  header_quote: {
    exit: 1,
    ja: [
      '見出し行の {column} 文字目の引用符が閉じていないか、使い方が誤っています',
      '見出し行の引用符を直すか、書き出し直してください',
    ],
    en: [
      'The quote at character {column} of the header line is unclosed or misplaced',
      'mend the quotes of the header line, or export again',
    ],
  },
  header_nul: {
    exit: 1,
    ja: [
      '見出し行に NUL 文字（0x00）があります',
      'CSV ではないか、UTF-16 かもしれません。encoding を確かめて書き出し直してください',
    ],
    en: [
      'The header line holds a NUL character (0x00)',
      'this may be no CSV, or UTF-16: check the encoding and export again',
    ],
  },
  header_undecodable: {
    exit: 1,
    ja: [
      '見出し行に {encoding} で読めないバイトがあります',
      'encoding: auto にするか、正しい文字コードを指定してください',
    ],
    en: [
      'The header line has bytes that cannot be read as {encoding}',
      'set encoding: auto, or declare the encoding it was written in',
    ],
  },
  header_found_below: {
    exit: 1,
    ja: [
      '列の名前は {line} 行目に見つかり、その上の行（{above}）は読み飛ばしました',
      '違う場合は header_line で列の名前のある行を指定してください',
    ],
    en: [
      'The column names were found on line {line}; what stands above it was skipped (lines {above})',
      'if that is wrong, say with header_line where the column names stand',
    ],
  },
  file_without_rows: {
    exit: 1,
    ja: [
      '見出し行だけで、データの行がありません（{columns} 列、0 行）',
      '該当なしが正しければ、この入力に allow_empty: true を付けてください',
    ],
    en: [
      'The file has a header of {columns} columns and 0 rows',
      'if nothing to report is right, set allow_empty: true for this source',
    ],
  },
  line_too_long: {
    exit: 1,
    ja: [
      '一行が {found} 文字になっても改行がありません（上限 {limit}）',
      '一行に一件の形ではないか、改行が失われています。書き出し直してください',
    ],
    en: [
      'A line has {found} characters and no end; the limit is {limit}',
      'it does not have one record on each line, or its line breaks were lost: export it again',
    ],
  },
  row_too_many_fields: {
    exit: 1,
    ja: [
      '行に {found} 項目あります（見出しは {expected} 項目）',
      '区切り文字を含む値が引用符で囲まれているか、見出しに欠けた列がないか確かめてください',
    ],
    en: [
      'The row has {found} fields; the header has {expected}',
      'quote values that hold the delimiter, or add the missing column names to the header',
    ],
  },
  row_too_few_fields: {
    exit: 1,
    ja: [
      '行に {found} 項目しかありません（見出しは {expected} 項目）',
      '行が途中で切れていないか、引用符のない改行がないか確かめてください',
    ],
    en: [
      'The row has only {found} fields; the header has {expected}',
      'look for a row cut short, or a line break in a value without quotes',
    ],
  },
  row_unclosed_quote: {
    exit: 1,
    ja: [
      '{column} 文字目の引用符が閉じていません',
      '値を引用符で閉じ、値の中の引用符は "" と二つ重ねてください',
    ],
    en: [
      'The quote at character {column} of the line is never closed',
      'close the value, and write a quote inside a value as ""',
    ],
  },
  row_malformed_quote: {
    exit: 1,
    ja: [
      '{column} 文字目の引用符の使い方が誤っています（閉じた後に文字が続く、または値の途中で閉じる）',
      '値全体を引用符で囲み、値の中の引用符は "" と二つ重ねてください',
    ],
    en: [
      'The quote at character {column} of the line is misplaced: text follows a closing quote, or none was open',
      'quote the whole value, and write a quote inside a value as ""',
    ],
  },
  row_undecodable: {
    exit: 1,
    ja: [
      '{encoding} で読めないバイトがあります',
      '元のシステムでその文字を直すか、正しい文字コードを指定してください',
    ],
    en: [
      'The row has bytes that cannot be read as {encoding}',
      'mend the text at its source, or declare the right encoding',
    ],
  },
  row_nul: {
    exit: 1,
    ja: ['NUL 文字（0x00）が含まれています', '元のデータから取り除いて書き出し直してください'],
    en: ['The row holds a NUL character (0x00)', 'remove it at the source and export again'],
  },
});
