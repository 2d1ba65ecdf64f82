import type { RiskWords } from './risk.js';

export const ja: RiskWords = {
  levels: {
    none: 'なし',
    low: '低',
    watch: '注意',
    high: '高',
    critical: '極めて高',
    no_data: '情報なし',
    not_applicable: '対象外',
  },
  drivers: {
    caps: '件数上限',
    signal: '障害の変動',
    harm: '影響',
    open: '未解決・遅れ',
    capacity: '容量',
    service_levels: 'サービスレベル',
    changes: '変更',
    suppliers: '委託先・外部サービス',
    observations: '観点別の評価',
    profile: 'プロファイルの更新',
    drills: '訓練・切替試験',
    register: 'リスク登録簿',
  },
  importance: { 4: '最重要', 3: '重要', 2: '標準', 1: '補助', unknown: '重要度不明' },
  columns: {
    level: 'リスク水準',
    score: '得点',
    coverage: '判定できた割合',
    importance: '重要度',
    drivers: '観点',
    reason: '理由',
  },
};
