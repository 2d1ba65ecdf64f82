import { entries } from './entry.js';

/**
 * What is said of workbooks: what can be wrong with an .xlsx file, its sheets and cells.
 * The file itself is the problem's place, so no message repeats its name.
 */
export const spreadsheetErrors = entries({
  spreadsheet_ending_unread: {
    exit: 1,
    ja: [
      '{ending} のブックは読めません（読めるのは .xlsx と .xlsm です）',
      'Excel で開き、「名前を付けて保存」で .xlsx にしてください',
    ],
    en: [
      'Workbooks of the form {ending} are not read; .xlsx and .xlsm are',
      'open it in Excel and save it as .xlsx',
    ],
  },
  workbook_is_ole: {
    exit: 1,
    ja: [
      'パスワードで保護されたブックか、古い .xls 形式です',
      'Excel で開き、パスワードを外して「Excel ブック（.xlsx）」で保存し直してください',
    ],
    en: [
      'The workbook is protected by a password, or has the old .xls format',
      'open it in Excel, take off the password, and save it as an Excel workbook (.xlsx)',
    ],
  },
  workbook_is_text: {
    exit: 1,
    ja: [
      '中身はブックではなく、CSV のようなテキストです',
      'CSV なら名前の終わりを .csv にするか、Excel で開いて .xlsx で保存してください',
    ],
    en: [
      'The content is text such as CSV, not a workbook',
      'if it is CSV, let its name end in .csv; or open it in Excel and save it as .xlsx',
    ],
  },
  workbook_is_html: {
    exit: 1,
    ja: [
      '中身はブックではなく、HTML か XML です（ブックの名前で HTML を書き出すシステムがあります）',
      'Excel で開き、.xlsx で保存し直してください',
    ],
    en: [
      'The content is HTML or XML, not a workbook; some systems export HTML under the name of one',
      'open it in Excel and save it as .xlsx',
    ],
  },
  workbook_is_other: {
    exit: 1,
    ja: [
      '中身は .xlsx のブックではありません（{found}）',
      '正しいファイルか確かめ、.xlsx で保存してください',
    ],
    en: ['The content is no .xlsx workbook but {found}', 'check that it is the right file, saved as .xlsx'],
  },
  workbook_missing: {
    exit: 1,
    ja: [
      'zip の中にブックがありません（{parts} 個の部品: {found}）',
      'ブックを圧縮した zip なら、中の .xlsx を取り出して置いてください',
    ],
    en: [
      'The zip holds no workbook among its {parts} parts: {found}',
      'if it is a zip around a workbook, take the .xlsx out of it',
    ],
  },
  workbook_cut: {
    exit: 1,
    ja: [
      'ファイルが途中で切れているか、壊れています（{bytes} バイト。zip の目次が終わりにありません）',
      'もう一度コピーするか、書き出し直してください',
    ],
    en: [
      'The file is cut short or damaged: its {bytes} bytes do not end in the directory of a zip',
      'copy it again, or export it again',
    ],
  },
  workbook_part_broken: {
    exit: 1,
    ja: [
      'ブックの部品 {part} が壊れています（長さ、検査値または XML が正しくありません）',
      'もう一度コピーするか、Excel で開いて保存し直してください',
    ],
    en: [
      "The workbook's part {part} is damaged: its length, its checksum or its XML is wrong",
      'copy it again, or open it in Excel and save it again',
    ],
  },
  workbook_part_twice: {
    exit: 1,
    ja: ['ブックに部品 {part} が2つあり、どちらが本物か分かりません', 'Excel で開いて保存し直してください'],
    en: [
      'The workbook holds its part {part} twice, and nothing tells which one counts',
      'open it in Excel and save it again',
    ],
  },
  workbook_encrypted: {
    exit: 1,
    ja: ['zip の部品 {part} が暗号化されています', '暗号化を外して置き直してください'],
    en: ['The part {part} of the zip is encrypted', 'supply it without encryption'],
  },
  workbook_compression_unknown: {
    exit: 1,
    ja: ['ブックの部品 {part} の圧縮方式（{method} 番）は読めません', 'Excel で開いて保存し直してください'],
    en: [
      'The part {part} is packed by method {method}, which is not read',
      'open it in Excel and save it again',
    ],
  },
  workbook_file_too_large: {
    exit: 1,
    ja: [
      'ブックが {bytes} バイトあります（上限 {limit}）',
      'CSV で書き出すか、画像や要らないシートを除いてください',
    ],
    en: [
      'The workbook has {bytes} bytes; the limit is {limit}',
      'export it as CSV, or take out pictures and sheets that are not needed',
    ],
  },
  workbook_too_many_parts: {
    exit: 1,
    ja: [
      'ブックに部品が {found} 個あります（上限 {limit}）',
      '要る表だけのブックにするか、CSV にしてください',
    ],
    en: [
      'The workbook has {found} parts; the limit is {limit}',
      'keep only the table that is needed, or export it as CSV',
    ],
  },
  workbook_unpacks_too_large: {
    exit: 1,
    ja: [
      'ブックを展開すると大きすぎます（部品 {part} までに {found} バイト、上限 {limit}）',
      '中身を確かめ、正しいものなら CSV で書き出してください',
    ],
    en: [
      'The workbook unpacks to too much: {found} bytes at part {part}, where the limit is {limit}',
      'look at what it holds; if that is right, export it as CSV',
    ],
  },
  workbook_too_many_cells: {
    exit: 1,
    ja: [
      'シート「{sheet}」の中身が多すぎます（セルまたは文字が {found}、上限 {limit}）',
      'CSV で書き出すか、期間で分けてください',
    ],
    en: [
      'The sheet "{sheet}" holds too much: {found} cells or characters, where the limit is {limit}',
      'export it as CSV, or split it by period',
    ],
  },
  sheet_unknown: {
    exit: 2,
    ja: ['シート「{sheet}」はありません', 'あるシート: {sheets}'],
    en: ['there is no sheet "{sheet}"', 'the sheets are: {sheets}'],
  },
  sheets_blank: {
    exit: 1,
    ja: [
      'シートに何も書かれていません: {sheets}',
      '表のあるシートを sheet で指定するか（隠れたシートは名前で指定したときだけ読みます）、書き出し直してください',
    ],
    en: [
      'Nothing stands in: {sheets}',
      'name the sheet of the table with sheet (hidden ones are only read when named), or export again',
    ],
  },
  sheet_header_blank: {
    exit: 1,
    ja: [
      'シート「{sheet}」の {line} 行目に列の名前がありません',
      'header_line を列の名前のある行にするか、外して自動で探させてください',
    ],
    en: [
      'Row {line} of the sheet "{sheet}" holds no column names',
      'give header_line the row of the column names, or leave it out to have it found',
    ],
  },
  sheet_chosen: {
    exit: 1,
    ja: [
      '表のあるシートが {count} 枚あり（{sheets}）、「{sheet}」だけを読みました',
      'sheet で読むシートを指定してください。ほかのシートも要るなら、同じファイルをシートごとに sources に書いてください',
    ],
    en: [
      '{count} sheets hold rows ({sheets}); only "{sheet}" was read',
      'say with sheet which one is meant; for more of them, list the file under sources once for each sheet',
    ],
  },
  merged_cells_shared: {
    exit: 1,
    ja: [
      'シート「{sheet}」に、縦に結合したセルが {count} か所あります（{ranges}）',
      '文字と日付は結合した各行の値とし、数は最初の行だけの値としました。違う場合は結合を解いてください',
    ],
    en: [
      'The sheet "{sheet}" has {count} ranges of cells merged over several rows: {ranges}',
      'texts and dates were taken for each of the rows, numbers for the first only; unmerge them where that is wrong',
    ],
  },
  cell_formula_without_value: {
    exit: 1,
    ja: [
      '{column} は数式ですが、計算した値が保存されていません',
      'Excel で開いて再計算し、保存し直してください',
    ],
    en: [
      '{column} is a formula whose value was not saved',
      'open the workbook in Excel, let it calculate, and save it again',
    ],
  },
});
