import type { MoveWords } from './moves.js';

export const ja: MoveWords = {
  counts: (c) => [
    c.up.n + c.down.n + c.unclear.n + c.told.n + c.untold.n === 0
      ? `${c.before}から引き続きある${c.systems}システムに、水準の動いたものはありません。`
      : [
          `${c.before}から引き続きある${c.systems}システムのうち、水準が上がったものは${c.up.text}、下がったものは${c.down.text}です。`,
          c.told.n > 0 && `${c.told.text}システムは、新たに水準を判定できました。`,
          c.untold.n > 0 && `${c.untold.text}システムは、情報がなくなり水準を判定できません。`,
          c.unclear.n > 0 && `${c.unclear.text}システムは、水準の違いが実態によるものか判断できません。`,
        ]
          .filter(Boolean)
          .join(''),
    c.new.n + c.gone.n === 0
      ? '新しいシステム、なくなったシステムはありません。'
      : `新しいシステムは${c.new.text}、なくなったシステムは${c.gone.text}です。`,
  ],
  groupMoved: ['グループのリスク水準は前月 ', '、当月 ', '。リスク得点は前月', '点、当月', '点。'],
  noMonthBefore: (month) => `この報告に${month}より前の月はないため、前月との比較はありません。`,
  noneMoved: (month) => `${month}から水準の動いたシステムはありません。`,
  incomplete:
    '当月または前月の書き出しが月の全体を含んでいません。その会社のシステムについては、水準が下がっていても判断を示しません。',
  sections: {
    systems: '前月から動いたシステム',
    comeGone: '新しいシステム・なくなったシステム・所属の変わったシステム',
    parts: '得点の差は何によるか',
    byDriver: 'グループの差：観点ごと',
    bySystem: 'グループの差：システムごと',
  },
  notes: {
    systems: '水準の上がったものから、水準・重要度の順。理由は水準の動いた観点',
    parts:
      '前月と当月の平均で正確に分けた点数。表示の内訳は、合計が表示の差に一致するよう丸めています。情報なしは0点として計算',
    byDriver: '表示の内訳は、合計が上の表に一致するよう丸めています',
    bySystem: '絶対値の順。それぞれ小数第2位まで',
  },
  all: (n) => `${n}システムを表で見る`,
  cut: (shown, all) => `${all}システム中${shown}を表示。すべては「前月からの変化」にあります。`,
  columns: {
    scope: '範囲',
    before: '前月',
    now: '当月',
    difference: '差',
    system: 'システム',
    place: '会社・事業部',
    what: '内容',
    level: 'リスク水準',
    points: 'グループの差への寄与',
    sum: '計',
  },
  causes: {
    level: '観点の水準',
    coverage: '情報の有無',
    applicability: '該当する観点',
    importance: '重要度',
    share: '構成比',
    new: '新しいシステム',
    gone: 'なくなったシステム',
  },
  new: '新規',
  gone: 'なくなった',
  transferred: (from) => `${from}から移管`,
  reason: (driver, before, now) => `${driver}（${before}→${now}）`,
  between: '、',
  byImportance: '重要度の変更による',
  floored: '必須の観点に情報が足りないため、少なくとも「注意」',
  unclear: { incomplete: '月が不完全なため判断できません', lost: '前月にあった情報がないため判断できません' },
  noDifference: '前月または当月にシステムがないため、差はありません',
};
