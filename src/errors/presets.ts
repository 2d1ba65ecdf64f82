import { entries } from './entry.js';

/** What is said of presets, and `kado init --from`. */
export const presetErrors = entries({
  rows_at_cap: {
    exit: 1,
    ja: [
      'ちょうど {rows} 行あり、書き出しがそこで切れた疑いがあります',
      '元のシステムの件数と比べ、多ければ期間を分けて書き出してください',
    ],
    en: [
      'The file has exactly {rows} rows, a number at which tools cut exports off',
      'compare with the count at the source; if there are more, export shorter periods',
    ],
  },
  init_path: {
    exit: 2,
    ja: [
      '「{path}」は kado.yaml に書けません（$ と波括弧は環境変数と読まれます）',
      'ファイルの名前を変えてください',
    ],
    en: [
      '"{path}" cannot be written in kado.yaml: $ with braces stands for an environment variable',
      'rename the file',
    ],
  },
  init_column_open: {
    exit: 1,
    ja: [
      '{kind} に必須の {column} に当たる列が見出しから分かりません',
      '書き出した kado.yaml の columns に対応を書いてください',
    ],
    en: [
      'nothing in the header seems to be {column}, which {kind} require',
      'name the column under columns in the kado.yaml that was written',
    ],
  },
  init_sorts_open: {
    exit: 1,
    ja: [
      '列「{column}」で記録の種類が分かれており（{values}）、このままではすべて障害として数えます',
      '障害である種類を決め、書き出した kado.yaml の where を有効にしてください',
    ],
    en: [
      'column "{column}" tells kinds of records apart ({values}), and all of them would be counted as incidents',
      'decide which are incidents, and take in the where line of the kado.yaml that was written',
    ],
  },
  init_file_missing: {
    exit: 1,
    ja: [
      'ファイルがありません',
      '--from のパスを確かめてください。相対パスは kado を実行したフォルダーから数えます',
    ],
    en: [
      'The file does not exist',
      'check the path after --from; a relative one counts from the folder in which kado was called',
    ],
  },
  init_dates_open: {
    exit: 1,
    ja: [
      '列「{column}」の日付の読み方が一つに決まりません',
      '書き出した kado.yaml の注釈を見て、format を選んでください',
    ],
    en: [
      'the dates of column "{column}" do not read in one way only',
      'choose their format; the kado.yaml that was written says between what',
    ],
  },
});
