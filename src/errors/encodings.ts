import { entries } from './entry.js';

/** What is said of an export's encoding: as declared, as found, and as it seems to have been before. */
export const encodingErrors = entries({
  encoding_contradicted: {
    exit: 1,
    ja: [
      '文字コードは {declared} と指定されていますが、中身は {found} です',
      'kado.yaml で encoding: auto または encoding: {setting} にしてください',
    ],
    en: [
      'The encoding is declared as {declared} but the content is {found}',
      'set encoding: auto or encoding: {setting} in kado.yaml',
    ],
  },
  encoding_other_fits: {
    exit: 1,
    ja: [
      '指定の {declared} では {count} か所が読めません。{other} なら全て読めます',
      'kado.yaml で encoding: {other} または auto にしてください',
    ],
    en: [
      'The declared {declared} cannot read {count} places; {other} would read them all',
      'set encoding: {other} or auto in kado.yaml',
    ],
  },
  encoding_not_clean: {
    exit: 1,
    ja: [
      '{encoding} で読めないバイト列が {count} か所あります。全て読める文字コードはありません',
      'その行は除かれます。文字化けや途中で切れた箇所を元のシステムで直して書き出し直してください',
    ],
    en: [
      '{count} places cannot be read as {encoding}, and no other known encoding reads them all',
      'their rows are rejected; mend the damaged text at its source and export again',
    ],
  },
  text_mojibake: {
    exit: 1,
    ja: [
      '文字化けしたまま保存されています（{lines} 行）。「{stands}」は「{reads}」と読めるはずです',
      '元のシステムから UTF-8 か CP932 で書き出し直してください。今は化けた文字のまま取り込みます',
    ],
    en: [
      'Text was saved after it had been read in a wrong encoding, on {lines} lines: “{stands}” would read “{reads}”',
      'export it again from its source, as UTF-8 or CP932; for now it is loaded as it stands',
    ],
  },
});
