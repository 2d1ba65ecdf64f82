import { entries } from './entry.js';

/** What the machine, the disk or the installation lacks, and where Kado refuses to write. */
export const environmentErrors = entries({
  temp_unwritable: {
    exit: 3,
    ja: ['一時フォルダー {folder} に書けません（{reason}）', '書けるフォルダーを TMPDIR に指定してください'],
    en: [
      'the temporary folder {folder} cannot be written to ({reason})',
      'point TMPDIR at a folder that can',
    ],
  },
  'typst-missing': {
    exit: 3,
    ja: [
      'PDF を組む Typst か、その書体を読み込めません（{reason}）',
      'npm ci をやり直してください。Typst はこの機械の種類ごとの npm パッケージで入ります',
    ],
    en: [
      'Typst, which sets the PDF, or its fonts cannot be loaded ({reason})',
      'run npm ci again: Typst comes as an npm package of its own for each kind of machine',
    ],
  },
  'shell-build-failed': {
    exit: 3,
    ja: [
      'ページの枠（reports/）を Observable Framework で作れませんでした：{reason}',
      'reports/ と observablehq.config.ts の変更を確かめ、npx observable build を試してください',
    ],
    en: [
      'The page shells (reports/) could not be built with Observable Framework: {reason}',
      'check the changes in reports/ and observablehq.config.ts, and try npx observable build',
    ],
  },
  'shell-lacks-slot': {
    exit: 3,
    ja: [
      'ページの枠 {file} に <article id="slot"> がちょうど一つありません（{found} 個）',
      'reports/ の同名の .md に、空の <article id="slot"></article> を一つだけ置いてください',
    ],
    en: [
      'Page shell {file} does not hold exactly one <article id="slot"> (found {found})',
      'put one empty <article id="slot"></article> into the .md of the same name in reports/',
    ],
  },
  'shell-missing': {
    exit: 3,
    ja: ['ページの枠 {kind} がありません', 'npm run build をやり直すか、Kado を入れ直してください'],
    en: ['The page shell {kind} is missing', 'run npm run build again, or reinstall Kado'],
  },
  'shells-not-built': {
    exit: 3,
    ja: [
      'ページの枠が {folder} にないか、reports/ と合っていません。Observable Framework も入っていません',
      'npm ci のあと npm run build を実行してください',
    ],
    en: [
      'The page shells in {folder} are absent or do not match reports/, and Observable Framework is not installed',
      'run npm ci, then npm run build',
    ],
  },
  'foreign-reference': {
    exit: 3,
    ja: [
      '{file} が外部を参照しています：{reference}',
      '報告書はネットワークなしで読めなければなりません。参照を除くか、ファイルを同梱してください',
    ],
    en: [
      '{file} refers to another host: {reference}',
      'a report must be readable without a network: remove the reference or ship the file with it',
    ],
  },
  'out-is-file': {
    exit: 2,
    ja: ['出力先 {folder} はファイルです', '--out に別のフォルダーを指定してください'],
    en: ['The output folder {folder} is a file', 'choose another folder with --out'],
  },
  'out-not-ours': {
    exit: 2,
    ja: [
      '出力先 {folder} は空でなく、Kado の出力でもありません（Kado の manifest.json がない）',
      '空のフォルダーか、以前の出力を --out に指定してください。中身は変えていません',
    ],
    en: [
      'The output folder {folder} is neither empty nor a former output of Kado (no manifest.json of its making)',
      'choose an empty folder or a former output with --out; nothing in it was changed',
    ],
  },
  'out-too-high': {
    exit: 2,
    ja: [
      '出力先 {folder} は、設定・ホーム・システムの場所そのもの、またはその上位です',
      'その中の専用のフォルダー（例：dist）を --out に指定してください',
    ],
    en: [
      'The output folder {folder} is the project, the home folder or the file system root, or stands above one of them',
      'choose a folder of its own inside, such as dist, with --out',
    ],
  },
  'out-unwritable': {
    exit: 3,
    ja: [
      '出力先 {folder} に書けません：{reason}',
      '権限と空き容量を確かめてください。以前の出力は残っています',
    ],
    en: [
      'The output folder {folder} cannot be written: {reason}',
      'check the rights and the free space; the former output still stands',
    ],
  },
});
