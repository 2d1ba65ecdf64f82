import { entries } from './entry.js';

/**
 * What is said of corrections as data (corrections.yaml). The correction is the problem's place; `{row}` is the export's
 * file and line. What is wrong with the file's form ends with 2, what doesn't fit the exports with 1.
 */
export const correctionErrors = entries({
  corrections_missing: {
    exit: 2,
    ja: ['{file} がありません', 'corrections のパスを直すか、訂正が無ければこのキーを削除してください'],
    en: ['{file} does not exist', 'mend the path of corrections, or remove the key if there are none'],
  },
  corrections_unreadable: {
    exit: 2,
    ja: ['{file} を読めません: {detail}', '読み取り権限のある普通のファイルを指定してください'],
    en: ['{file} cannot be read: {detail}', 'it must be a plain file that you may read'],
  },
  corrections_too_large: {
    exit: 2,
    ja: [
      'ファイルは {bytes} バイトです（上限 {limit}）',
      'これほど多くの訂正は、書き出し元で直すか、columns の map か sql で直してください',
    ],
    en: [
      'the file has {bytes} bytes; the limit is {limit}',
      'mend so many values at the source, or by map or sql under columns',
    ],
  },
  correction_row_unnamed: {
    exit: 2,
    ja: ['{key} がどの行の訂正か決まりません', 'key か、file と line の組か、どちらか一方を書いてください'],
    en: ['{key} does not say which row it is about', 'give either key, or file and line'],
  },
  correction_changes_nothing: {
    exit: 2,
    ja: ['{key} は from と to が同じです', '正しい値を to に書くか、この訂正を削除してください'],
    en: ['{key} has the same value as from and to', 'write what is right as to, or remove the correction'],
  },
  correction_column_unknown: {
    exit: 1,
    ja: ['{kind} に列 {column} はありません', 'もしかして: {near}'],
    en: ['{kind} has no column {column}', 'did you mean: {near}'],
  },
  correction_key_unknown: {
    exit: 1,
    ja: ['{kind} の key に列 {column} はありません', 'key の列は {expected} です'],
    en: ['the key of {kind} has no column {column}', 'its columns are {expected}'],
  },
  correction_key_incomplete: {
    exit: 1,
    ja: ['{kind} の key に {missing} がありません', '{expected} をすべて書いてください'],
    en: ['the key lacks {missing}, without which no row of {kind} is known', 'write {expected}'],
  },
  correction_key_column: {
    exit: 1,
    ja: [
      '{column} は {kind} の key の列なので、key では訂正できません',
      'key の代わりに file と line で行を指定してください',
    ],
    en: [
      '{column} is part of the key of {kind}, by which the row is found',
      'name the row by file and line in place of key',
    ],
  },
  correction_fits_none: {
    exit: 1,
    ja: [
      '{row} に当たる {kind} の行がありません',
      'key・file・line を書き出しと照らしてください。where や keep_last で外れた行、壊れた行は訂正できません。消えた行の訂正は削除してください',
    ],
    en: [
      'no row of {kind} fits {row}',
      'compare key, file and line with the export; rows that where or keep_last leave out, and broken rows, cannot be corrected; if the row is gone, remove the correction',
    ],
  },
  correction_mended: {
    exit: 1,
    ja: ['{row} の {column} は、すでに「{to}」です', '書き出し元で直されました。この訂正を削除してください'],
    en: ['{column} of {row} already says "{to}"', 'it has been mended at the source: remove the correction'],
  },
  correction_outdated: {
    exit: 1,
    ja: [
      '{row} の {column} は「{actual}」で、訂正前とされた「{from}」ではありません',
      '書き出し元で変わりました。訂正がまだ要るか、もう一度確かめてください',
    ],
    en: [
      '{column} of {row} says "{actual}", not "{from}"',
      'the source has changed: look again whether the correction is still right',
    ],
  },
  correction_rows_differ: {
    exit: 1,
    ja: [
      '食い違う行に当たります。{column} は {row} で「{actual}」、{other} で「{value}」です',
      'file でどの書き出しの行か指定してください',
    ],
    en: [
      'it fits rows that differ: {column} says "{actual}" at {row}, "{value}" at {other}',
      'say by file which export is meant',
    ],
  },
  correction_rows_several: {
    exit: 1,
    ja: ['{row} と {other} の両方に当たります', 'line と使う file には、1つのファイルを書いてください'],
    en: ['it fits both {row} and {other}', 'beside line, name one file'],
  },
  correction_twice: {
    exit: 1,
    ja: ['{row} の {column} は、{first} でも訂正されています', 'どちらか一方を残してください'],
    en: ['{column} of {row} is corrected at {first} too', 'keep one of the two'],
  },
  correction_column_absent: {
    exit: 1,
    ja: [
      '{row} の書き出しは {column} を持ちません',
      '1行だけに値を与えると、ほかの行の値も分かっているように見えます。先に columns で対応させてください',
    ],
    en: [
      'the export of {row} gives no {column}',
      'a value in one row would make the others look known: map the column under columns first',
    ],
  },
  correction_rejected: {
    exit: 1,
    ja: [
      '訂正後の「{to}」は {column} として読めず、{row} が失われます',
      '読み方は {expected} です。書き出しと同じ書き方で書いてください',
    ],
    en: [
      '"{to}" does not read as {column}, and {row} would be lost',
      'it is read as {expected}; write it as the export does',
    ],
  },
});
