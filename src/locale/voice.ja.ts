import type { VoiceWords } from './voice.js';

export const ja: VoiceWords = {
  regulator: {
    section: '当局への報告',
    columns: { report: '報告', due: '期限', over: '超過' },
    reports: { first: '第一報', final: '最終報' },
    incidents: '期限を過ぎた報告のある障害',
    found: (overdue, due) => `期限を過ぎた報告は${overdue}件、期限前の報告は${due}件です。`,
    noneOverdue: (due) => `期限を過ぎた報告はありません。期限前の報告は${due}件です。`,
    noneWaiting: '報告が必要と記録された障害に、未提出の報告はありません。',
    unknown: '当局報告の要否と提出日時が取り込まれていないため、判定できません。',
    unrecorded: (incidents) => `当月の障害のうち${incidents}件は、当局報告の要否が記録されていません。`,
    withinTime: '期限内',
    note: (shown, all) => `${all}件中${shown}件、期限の早い順`,
  },
  signOff: {
    section: '作成・確認・承認',
    prepared: '作成',
    checked: '確認',
    approved: '承認',
    unsigned: { prepared: '作成者未記入', checked: '未確認', approved: '未承認' },
    noDay: '日付未記入',
    noName: '氏名未記入',
    edition: (name) => (/^[0-9]+$/.test(name) ? `第${name}版` : `版: ${name}`),
    draft: 'この報告は未承認の案です。',
    absent: '当月の作成・確認・承認の記録がありません。この報告は未承認の案です。',
  },
  commentary: {
    section: '責任者の所見',
    ownWords: '責任者本人の記述です。報告書が算出した内容ではありません。',
    signed: (name, day) => `記名: ${name}、${day}`,
    otherLanguage: '英語の原文のまま掲載しています。',
    missing: '所見が未記入です。',
  },
};
