import { entries } from './entry.js';

/** What is said of the owners' commentary (the folder `commentary`): a text that might be lost, or signed by nobody, ends the run. */
export const commentaryErrors = entries({
  commentary_name: {
    exit: 1,
    ja: ['ファイル名が所見の形式ではありません', '2026-10.ja.md または 2026-10.en.md の形にしてください'],
    en: ['the name is not one of a commentary', 'call it like 2026-10.ja.md or 2026-10.en.md'],
  },
  commentary_unreadable: {
    exit: 1,
    ja: [
      'ファイルを読めません: {detail}',
      'UTF-8 の普通のテキストファイルにしてください（{limit} バイトまで）',
    ],
    en: [
      'the file cannot be read: {detail}',
      'it must be a plain text file in UTF-8 of at most {limit} bytes',
    ],
  },
  commentary_heading: {
    exit: 1,
    ja: [
      '「{text}」は対象の見出しではありません',
      '## group、## company:…、## unit:…、## system:… だけを使えます',
    ],
    en: [
      '"{text}" is no heading of a scope',
      'only ## group, ## company:…, ## unit:… and ## system:… can be used',
    ],
  },
  commentary_outside: {
    exit: 1,
    ja: ['最初の見出しより前に文章があります', '対象の見出し（例: ## group）の下に書いてください'],
    en: [
      'there is text before the first heading',
      'write it under the heading of its scope, such as ## group',
    ],
  },
  commentary_scope_unknown: {
    exit: 1,
    ja: ['{month} の組織に {scope} はありません', '識別子を書き出しのとおりに直してください'],
    en: ['there is no {scope} in {month}', 'write the id as the exports do'],
  },
  commentary_scope_twice: {
    exit: 1,
    ja: ['{scope} は {first} 行目にもあります', '一つの見出しにまとめてください'],
    en: ['{scope} stands in line {first} already', 'put both under one heading'],
  },
  commentary_unsigned: {
    exit: 1,
    ja: ['{scope} の所見に署名がありません', '最後の行に「-- 氏名, 2026-11-06」の形で書いてください'],
    en: ['the commentary on {scope} is not signed', 'end it with a line like "-- Name, 2026-11-06"'],
  },
  commentary_day: {
    exit: 1,
    ja: ['署名の日付 {value} は使えません', '{first} 以後の実在する日付を書いてください'],
    en: ['the signature cannot be of {value}', 'write a day of the calendar from {first} on'],
  },
  commentary_empty: {
    exit: 1,
    ja: ['{scope} の所見に本文がありません', '本文を書くか、見出しを削除してください'],
    en: ['the commentary on {scope} says nothing', 'write it, or remove the heading'],
  },
});
