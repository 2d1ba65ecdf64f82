import { entries } from './entry.js';

/** What is said of values that read in more than one way, or in a way that nobody declared. */
export const valueErrors = entries({
  capacity_units_mixed: {
    exit: 1,
    ja: [
      '{series} には単位の違う値があります（{one} と {other}、{days} 日分）',
      '一つの系列として集計しました。書き出しの単位をそろえるか、系列を分けてください',
    ],
    en: [
      '{series} has values in different units: {one} and {other}, on {days} days',
      'they were rolled up as one series; give them one unit at the source, or tell the series apart',
    ],
  },
  value_not_minutes: {
    exit: 1,
    ja: [
      '{column} の「{value}」は時間の長さ（分）として読めません',
      '分の数（{expected}）か、90分、1時間30分、1:30、PT1H30M の形で書いてください',
    ],
    en: [
      '{column} "{value}" does not read as a length of time in minutes',
      'write minutes ({expected}), or a form such as 90分, 1時間30分, 1:30 (h:mm), 1h 30m, PT1H30M',
    ],
  },
  value_outside_era: {
    exit: 1,
    ja: [
      '{column} の「{value}」は、その元号の期間にない日付です',
      '元号か年の誤りです。書き出し元で正しい元号か西暦に直してください',
    ],
    en: [
      '{column} "{value}" is a date outside of its own era',
      'either the era or the year is wrong: mend it at the source, or write the western year',
    ],
  },
  value_unit_undeclared: {
    exit: 1,
    ja: [
      '{column} の「{value}」の単位は宣言されていません',
      'columns の units に単位ごとの倍率を書いてください（例: {example}）',
    ],
    en: [
      '{column} "{value}" has a unit that is not declared',
      'declare the factor of each unit in the mapping of the column, such as {example}',
    ],
  },
  value_unit_unknown: {
    exit: 1,
    ja: [
      '{column} の「{value}」の単位は units にありません',
      'units にあるのは {known} です。加えるか、書き出し元で直してください',
    ],
    en: [
      '{column} "{value}" has none of the units that are declared',
      'units lists {known}: add this one, or mend the value at the source',
    ],
  },
  value_decimal_comma: {
    exit: 1,
    ja: [
      '{column} の「{value}」のコンマは桁区切りではありません',
      'コンマが小数点なら、この入力に decimal: "," と書いてください',
    ],
    en: [
      '{column} "{value}" has a comma that does not group thousands',
      'if the comma is the decimal sign, write decimal: "," in this source',
    ],
  },
  decimal_sign_mixed: {
    exit: 1,
    ja: [
      '{column} には、小数点のコンマ（{line} 行目の「{value}」）と、桁区切りとも読める値（{other_line} 行目の「{other}」）があります',
      'この入力に {key}: "," か {key}: "." を書いてください。本当に混ざっているなら書き出し元で直します',
    ],
    en: [
      '{column} has a decimal comma ("{value}" on line {line}) as well as a value with grouped thousands or none ("{other}" on line {other_line})',
      'write {key}: "," or {key}: "." in this source; if the column really mixes both, mend it at the source',
    ],
  },
  decimal_sign_ambiguous: {
    exit: 1,
    ja: [
      '{column} の値（{count} 件、例は「{value}」）は、桁区切りとも小数とも読めます',
      'この入力に {key}: "," か {key}: "." を書いてください（「,」なら {value} は {comma}、「.」なら {point}）',
    ],
    en: [
      '{count} values of {column} ("{value}" the first) read with grouped thousands as well as with decimals, and none decides',
      'write {key}: "," or {key}: "." in this source: with "," this one is {comma}, with "." it is {point}',
    ],
  },
  date_order_ambiguous: {
    exit: 1,
    ja: [
      '{column} の日付（{count} 件、例は「{value}」）は、日と月のどちらが先でも読めます',
      '{key} に次のいずれかを書いてください: {choices}',
    ],
    en: [
      'the {count} dates of {column} ("{value}" the first) read in more than one order of day, month and year, and none decides',
      'write under {key} one of: {choices}',
    ],
  },
  date_order_mixed: {
    exit: 1,
    ja: [
      '{column} は日付の順が混ざっています: {line} 行目の「{value}」は月が先では読めず、{other_line} 行目の「{other}」は日が先では読めません',
      '書き出し元で一つの形にそろえるか、ファイルを分けて {key} を書いてください: {choices}',
    ],
    en: [
      '{column} mixes the order of its dates: "{value}" on line {line} cannot be month first, "{other}" on line {other_line} cannot be day first',
      'export it in one form, or part the file and write under {key}: {choices}',
    ],
  },
  date_order_taken: {
    exit: 1,
    ja: [
      '{column} の日付 {count} 件を {format} と読みました（ほかの順では読めない値が {deciding} 件、最初は「{value}」）',
      '正しければ {key} に {choices} と書いてください。この警告は消えます',
    ],
    en: [
      'the {count} dates of {column} were read as {format} (values that read in no other order: {deciding}, "{value}" the first)',
      'if that is right, write under {key}: {choices}, and this warning goes away',
    ],
  },
  service_hours_unread: {
    exit: 1,
    ja: [
      'service_hours の「{value}」は読めません（{count} 行）',
      'このシステムの稼働率は「情報なし」になります。次のような形で書いてください: {forms}',
    ],
    en: [
      'service_hours "{value}" is not understood; rows: {count}',
      'such a system has no availability; write it in a form such as {forms}',
    ],
  },
  service_calendar_unknown: {
    exit: 1,
    ja: [
      'service_hours の「{value}」が挙げる暦「{calendar}」は holidays（{where}）にありません（{count} 行）',
      '休日のない暦として数え、その稼働率の網羅率を 0 とします。holidays の calendar にある名前を書いてください',
    ],
    en: [
      'service_hours "{value}" names the calendar "{calendar}", which holidays ({where}) has not; rows: {count}',
      'it counts as one without holidays, and the availability has a coverage of 0; use a name that stands under calendar',
    ],
  },
});
