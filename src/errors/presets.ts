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
      '「{path}」は kado.yaml に書けません（パスの ${…} は環境変数と読まれます）',
      'ファイルの名前を変えてください',
    ],
    en: [
      '"{path}" cannot be written in kado.yaml: ${…} in a path stands for an environment variable',
      'rename the file',
    ],
  },
});
