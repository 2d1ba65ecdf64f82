import { entries } from './entry.js';

/** What can be wrong with one row, one value, or rows of one input beside each other. */
export const rowErrors = entries({
  row_is_total: {
    exit: 1,
    ja: [
      '「{value}」の行は、上の行の合計や平均などです',
      'データには入れていません。書き出し元でこの行を除けば、却下として数えられなくなります',
    ],
    en: [
      'The row "{value}" holds sums or means of the rows above it',
      'it is left out of the data; delete it at the source, and it no longer counts as rejected',
    ],
  },
  row_is_note: {
    exit: 1,
    ja: ['この行はデータではなく注記です', 'データには入れていません。直すものはありません'],
    en: ['the row is a note, not a record', 'left out; nothing to mend'],
  },
  value_missing: {
    exit: 1,
    ja: ['必須の列 {column} が空です', '書き出し元で値を入れるか、kado.yaml の default で補ってください'],
    en: ['required column {column} is empty', 'fill it at the source, or give it a default in kado.yaml'],
  },
  value_not_time: {
    exit: 1,
    ja: [
      '{column} の「{value}」は存在する日時として読めません',
      '読み方は {expected} です。形式が違う場合は format を指定してください',
    ],
    en: [
      '{column} "{value}" does not read as a date and time that exists',
      'it is read as {expected}; declare another format if the export uses one',
    ],
  },
  value_not_month: {
    exit: 1,
    ja: [
      '{column} の「{value}」は月として読めません',
      '読み方は {expected} です。形式が違う場合は format を指定してください',
    ],
    en: [
      '{column} "{value}" does not read as a month',
      'it is read as {expected}; declare another format if the export uses one',
    ],
  },
  value_not_scope: {
    exit: 1,
    ja: ['{column} の「{value}」は範囲として読めません', '{expected} の形で書いてください'],
    en: ['{column} "{value}" does not read as a scope', 'write it as {expected}'],
  },
  value_not_number: {
    exit: 1,
    ja: ['{column} の「{value}」は数値として読めません', '{expected} を入れてください'],
    en: ['{column} "{value}" does not read as a number', 'expected {expected}'],
  },
  value_not_boolean: {
    exit: 1,
    ja: [
      '{column} の「{value}」は真偽値として読めません',
      'true / false（1/0、yes/no、○/×）を使うか、map で対応を書いてください',
    ],
    en: [
      '{column} "{value}" does not read as true or false',
      'use true / false (1/0, yes/no, ○/×), or map it',
    ],
  },
  value_not_listed: {
    exit: 1,
    ja: [
      '{column} の「{value}」は決められた値ではありません',
      '{expected} のいずれかへ map で対応させてください',
    ],
    en: ['{column} "{value}" is not one of its values', 'map it to one of {expected}'],
  },
  id_reserved: {
    exit: 1,
    ja: [
      '{column} の「{value}」は「不明」を表すために予約された識別子です',
      '書き出しか map で別の識別子にしてください',
    ],
    en: ['{column} "{value}" is reserved for what is unknown', 'give it another id at the source, or map it'],
  },
  value_too_long: {
    exit: 1,
    ja: [
      '{column} の値は {length} 文字で、上限 {limit} 文字を超えています',
      '書き出し元の本文を確かめるか、この列を null にして外してください',
    ],
    en: [
      '{column} has {length} characters, over the limit of {limit}',
      'look at the text at the source, or leave the column out with null',
    ],
  },
  expression_failed: {
    exit: 1,
    ja: ['{column} の式をこの行では計算できません', 'try_cast や nullif で例外の値を避けてください'],
    en: ['the expression of {column} fails on this row', 'guard it with try_cast or nullif'],
  },
  duplicate_identical: {
    exit: 1,
    ja: ['{key} は {kept} と同じ内容の重複です', '1件として数えました'],
    en: ['{key} duplicates {kept}', 'counted once'],
  },
  incident_id_shared: {
    exit: 1,
    ja: [
      '{key} は別の会社の書き出し {kept} にもあり、内容が違います',
      '別々の障害なら、columns の incident_id を sql で会社ごとに区別してください（例: 接頭辞を付ける）',
    ],
    en: [
      '{key} stands, with other values, in the export of another company at {kept}',
      'if these are two incidents, tell them apart with an sql mapping of incident_id, such as a prefix per company',
    ],
  },
  duplicate_conflict: {
    exit: 1,
    ja: [
      '{key} は {kept} と内容が違います（{columns}）',
      '後の行を採りました。書き出し元でどちらが正しいか確かめてください',
    ],
    en: [
      '{key} differs from {kept} in {columns}',
      'the later line was kept; see at the source which one is right',
    ],
  },
  severity_unranked: {
    exit: 1,
    ja: [
      'severity に順序の分からない値があります: {values}',
      'columns の map で critical・heavy・other に対応させると、重い順に並びます',
    ],
    en: [
      'severity has values whose order is not known: {values}',
      'map them to critical, heavy and other, so that the gravest come first',
    ],
  },
  restored_before_occurred: {
    exit: 1,
    ja: [
      '{id} の復旧（{restored}）が発生（{occurred}）より前です',
      '件数には数え、時間には数えていません。書き出し元を直してください',
    ],
    en: [
      '{id} was restored ({restored}) before it occurred ({occurred})',
      'it is counted, but not timed; mend it at the source',
    ],
  },
  order_value_unreadable: {
    exit: 1,
    ja: ['並べ替え列 {column} に読めない値が {count} 件あります', '最も古いものとして扱いました'],
    en: ['order column {column} has {count} values that do not read', 'they were taken as the oldest'],
  },
});
