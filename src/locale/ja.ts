import { formatsOf } from './format.js';
import type { Labels } from './labels.js';

export const ja: Labels = {
  languageName: '日本語',
  chrome: {
    skip: '本文へ',
    nav: '入口',
    trail: '現在地',
    languages: '言語',
    asOf: '基準時点',
    build: 'ビルド',
    reportMonth: (month) => `${formatsOf('ja').month(month)}分`,
    edition: (edition) => `版 ${edition}`,
    groupSeparator: ' ／ ',
  },
  chart: {
    table: '表で見る',
    month: '月',
    count: '件数',
    countUnit: '件',
    timeUnits: { minute: '分', hour: '時間', day: '日' },
    minutes: '時間',
    total: '計',
    range: '範囲',
    state: '状態',
    complete: '確定',
    incomplete: '途中の月',
    median: '中央値',
    p90: '90\u00a0%点',
    between: (from, to) =>
      to === null ? `${from}以上` : from === null ? `${to}未満` : `${from}以上 ${to}未満`,
    ticks: { 1: '1分', 10: '10分', 60: '1時間', 1440: '1日', 10080: '1週', 43200: '30日' },
  },
};
