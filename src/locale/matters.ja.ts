import type { MattersWords } from './matters.js';

export const ja: MattersWords = {
  verdict: (v) => [
    v.waiting.n === 0
      ? '決定を待つ事項はありません。'
      : v.overdue.n === 0
        ? `決定を待つ事項は${v.waiting.text}件で、期限を過ぎたものはありません。`
        : `決定を待つ事項は${v.waiting.text}件、うち${v.overdue.text}件は期限を過ぎています。`,
    [
      v.ended === null
        ? ''
        : v.ended.n === 0
          ? '期限の切れたリスク受容はありません。'
          : `リスク受容${v.ended.text}件の期限が切れています。`,
      v.missing === null
        ? ''
        : v.missing.n === 0
          ? '未提出の月次報告はありません。'
          : `月次報告${v.missing.text}件が未提出です。`,
    ].join(''),
  ],
  lead: (v) =>
    [
      `状態は${v.atMonthEnd ? '月末' : '基準時点'}のものです。`,
      v.undone.n === 0
        ? '決定済みの事項に、実施の期限を過ぎたものはありません。'
        : `決定済みで、実施の期限を過ぎた事項が${v.undone.text}件あります。`,
      v.unapproved !== null && v.unapproved.n > 0
        ? `承認の記録がないリスク受容が${v.unapproved.text}件あります。受容としては扱っていません。`
        : '',
      v.endedSince !== null && v.endedSince.n > 0
        ? `月末の後、基準時点までに期限の切れたリスク受容が${v.endedSince.text}件あります。`
        : '',
      v.ended === null ? 'リスク受容の書き出しは設定されていません。' : '',
      v.missing === null ? '月次報告の提出の書き出しは設定されていません。' : '',
    ].join(''),
  sections: {
    matters: '決定が必要な事項',
    sent: '上申した事項',
    recorded: '付議事項と決定',
    capacity: '容量委員会の確認対象',
    acceptances: 'リスクの受容',
    submissions: '月次報告の提出',
  },
  notes: {
    sent: 'リスク水準の規則により判断を求めたもの。水準が変わっても、決定が記録されるまで残ります',
    recorded: '会議体の記録による。経過は、付議した月の末日から',
    capacity: '限界までの日数・警告超過が注意の水準にあるもの、予兆のあるもの',
    acceptances: '終わりの日まで有効。承認者と承認日のないものは有効と扱いません',
    submissions: '事業部・システム・委託先を同じ規則で。出るまで未提出として残ります',
    onTime: ['この月に期限の来た報告のうち、期限内に提出されたもの：', ''],
  },
  columns: {
    matter: '事項',
    addressee: '付議先',
    system: 'システム',
    asked: '付議時の水準',
    level: '現在の水準',
    capacityLevel: '容量の水準',
    importance: '重要度',
    since: '発生',
    age: '経過',
    state: '状態',
    due: '期限',
    body: '会議体',
    scope: '対象',
    decision: '決定',
    month: '付議',
    toLimit: '限界まで',
    overWarn: '警告超過',
    signs: '予兆',
    escalate: '上申',
    subject: '内容',
    reason: '理由',
    approved: '承認',
    ends: '終わり',
    reporter: '提出者',
    reported: '報告の月',
    submitted: '提出',
    late: '遅れ',
    by: '担当',
  },
  states: {
    needed: '要決定',
    overdue: '期限超過',
    accepted: '受容中',
    decided: '決定済み',
    done: '実施済み',
    none: '記録なし',
    unrecorded: '決定不明',
  },
  overdueOf: { decision: '未決定', doing: '決定済み・未実施' },
  acceptanceStates: { valid: '有効', expired: '期限切れ', unapproved: '未承認', not_begun: '開始前' },
  submissionStates: { missing: '未提出', late: '遅れて提出', owed: '期限前', on_time: '期限内' },
  bodies: { capacity: '容量委員会', quality: '品質会議', executive: '経営会議' },
  group: 'グループ',
  asks: (level) => `リスク水準「${level}」への対応`,
  noScope: '対象の記録なし',
  noDay: '定めなし',
  decidedOn: (day) => `${day} 決定`,
  doneOn: (day) => `${day} 実施`,
  approvedBy: (name, day) => `${name}（${day}）`,
  endedDays: (days) => `${days}経過`,
  endedSince: '基準時点では期限切れ',
  acceptedUntil: (day) => `${day}まで`,
  escalates: { yes: '上申する', no: '上申しない' },
  gone: '現在は対象外',
  none: {
    matters: '決定を待つ事項はありません。',
    sent: '規則により上申した事項はありません。',
    recorded: '付議された事項はありません。',
    capacity: '容量委員会が確認すべきシステムはありません。',
    acceptances: 'リスク受容の記録はありません。',
    submissions: 'この月に期限の来た報告も、提出を待つ報告もありません。',
  },
  absent: {
    decisions: '決定の書き出しが設定されていないため、付議事項と決定は分かりません。',
    sentWithout:
      '決定の書き出しが設定されていないため、決定の有無は分かりません。いま規則に当たるものは、すべて未決定として挙げています。',
    capacity: '容量の書き出しが設定されていないため、確認対象は分かりません。',
    capacityRecord: '決定の書き出しが設定されていないため、委員会の決定は分かりません。',
    acceptances: 'リスク受容の書き出しが設定されていないため、受容の有無は分かりません。',
    submissions: '月次報告の提出の書き出しが設定されていないため、提出の状況は分かりません。',
  },
  unrecorded: (n) =>
    `決定の記録が始まる前に規則に当たり、その後当たらなくなった事項${n}件。決定の有無は分かりません`,
  waits: (n, overdue) =>
    `決定を待つ事項は${n}件${overdue.n > 0 ? `、うち${overdue.text}件は期限を過ぎています` : 'です'}。`,
  rest: (n) => `残り${n}件`,
  all: (n) => `全${n}件を見る`,
};
