import { ja as risk } from './risk.ja.js';
import { levelKeys } from './risk.js';
import type { ScopeFact, SystemFact, WhyWords } from './why.js';
import { attitudes, clause, rowDetail, rowName, thresholdText } from './whyInputs.ja.js';

const word = (level: number): string => risk.levels[levelKeys[level]!];
const quoted = (level: number): string => `「${word(level)}」`;
const driver = (id: string): string => risk.drivers[id] ?? id;
const list = (texts: readonly string[]): string => texts.join('、');

function system({ level, floored, drivers, noData, required }: SystemFact): string {
  const unknown = noData.length === 0 ? '' : `情報がない観点：${list(noData.map(driver))}。`;
  const levels = (of: SystemFact['drivers']): string =>
    list(of.map((d) => `${driver(d.driver)}（${word(d.level)}）`));
  if (level === null) return `情報なし：該当する観点のどれにも情報がありません。${unknown}`;
  if (floored) {
    const rest = drivers.length === 0 ? '' : `情報のある観点では、${levels(drivers)}です。`;
    const others = noData.filter((d) => !required.includes(d));
    const more = others.length === 0 ? '' : `ほかに情報がない観点：${list(others.map(driver))}。`;
    return `${quoted(level)}です。必須の観点（${list(required.map(driver))}）に情報が足りず、重要度4のシステムはその場合${quoted(level)}以上とするためです。${rest}${more}`;
  }
  if (level === 0) return `${quoted(0)}です。情報のある観点に、水準に達したものはありません。${unknown}`;
  const top = drivers.filter((d) => d.level === level);
  const rest = drivers.filter((d) => d.level < level);
  const reasons = top.map((d) => `${driver(d.driver)}（${list(d.clauses)}）`).join('、');
  const then = rest.length === 0 ? '' : `次いで${levels(rest)}です。`;
  return `${quoted(level)}です。決め手は${reasons}です。${then}${unknown}`;
}

function scope(s: ScopeFact): string {
  if (s.systems === 0) return '対象外：属するシステムがありません。';
  const unknown = s.noData === 0 ? '' : `${s.systems}システムのうち${s.noData}システムは情報がありません。`;
  if (s.level === null)
    return s.noData < s.systems
      ? `対象外：設定された集約の規則が、ここのシステムをどれも数えません。${unknown}`
      : `情報なし：${s.systems}システムのどれにも情報がありません。`;
  if (s.level === 0) return `${quoted(0)}です。集約の規則のどれも、水準に達していません。${unknown}`;
  const who = `${s.first}${s.others === 0 ? '' : `ほか${s.others}システム`}`;
  switch (s.deciding) {
    case 'top':
      return `${quoted(s.level)}です。重要度4の${who}が${quoted(s.level)}のためです。${unknown}`;
    case 'next':
      return `${quoted(s.level)}です。重要度${s.importance}の${who}が${quoted(s.own ?? s.level)}で、この階層では${quoted(s.level)}と数えるためです。${unknown}`;
    case 'share':
      return `${quoted(s.level)}です。重要度で重みづけしたシステムの${s.reached}が${quoted(s.level)}以上に達しているためです（基準は${s.asked}以上）。${unknown}`;
    default:
      return `${quoted(s.level)}です。${unknown}`;
  }
}

export const ja: WhyWords = {
  section: 'なぜこの水準か',
  columns: {
    tier: '階層',
    driver: '観点',
    level: '水準',
    decides: '決め手',
    threshold: 'しきい値',
    weight: '重み',
    contribution: '点',
    total: '得点',
  },
  headline: {
    level: 'リスク水準',
    score: 'リスク得点（0〜100）',
    coverage: '判定できた割合',
    gravest: '最も重いシステム',
    byWorst: '重要度で数えた水準',
    byShare: '割合で達した水準',
    mean: '平均得点（0〜100、重要度で加重）',
  },
  clause,
  threshold: (fact) => thresholdText(word(fact.level), fact),
  notReached: (threshold) => `未到達（${threshold}）`,
  driverState: {
    no_data: '情報なし。得点では0と数え、判定できた割合から除く',
    not_applicable: 'このシステムには該当しない。得点の計算から除く',
  },
  system,
  scope,
  score: ({ score, factor, greatest, sum, weight }) =>
    `得点${score} = 100 ×（${factor} ÷ ${greatest}）× ${sum} ÷（4 × ${weight}）。順に、重要度の係数 ÷ 最大の係数、重み×水準の合計、該当する観点の重みの合計です。表の点は、合計が表示の得点に一致するように丸めています。`,
  row: rowDetail,
  rowName,
  rows: '元の行まで',
  moreRows: (n) => `ほか${n}件（kado trace がすべてを示します）`,
  noSource: '書き出しの行なし',
  up: '上の階層',
  methods: {
    section: 'リスク水準：観点・しきい値・集約の規則（設定のとおり）',
    note: 'すべての水準を、この表から手で計算できます',
    lead: '観点の水準は、情報のある入力の水準の最大値です。システムの水準は、観点の水準の最大値です。重要度4のシステムで必須の観点に情報がないものは「注意」以上とします。該当する入力のいずれにも情報がない観点は情報なし、該当する入力のない観点は対象外です。',
    columns: {
      driver: '観点',
      input: '入力',
      weight: '重み',
      required: '必須',
      levels: '低・注意・高・極めて高',
    },
    inputs: {
      cap_chance: 'システム自身の件数上限を年度末に超える確率',
      incidents_worse: '障害件数の管理図の警報',
      recurring_cause: '12か月以内の同じ原因の障害',
      gravest_class: '当月の障害の最も重い区分',
      impact_minutes: '月内の影響時間',
      stop_share:
        'サービス時間内に使えなかった時間 ÷ プロファイルの許容停止時間（可用性に影響のない障害は除く）',
      open_class: '未解決の障害の最も重い区分',
      open_days: '最も古い未解決の障害の経過',
      actions_overdue: '期限を過ぎた対策',
      overdue_days: '最も遅れた対策の遅れ',
      regulator_overdue: '当局報告の遅れた障害',
      days_to_limit: '容量の限界までの期間',
      over_warn_days: '警告水準を超えた日',
      capacity_signs: '容量の予兆',
      sla_breaches: '合意したサービスレベルの未達',
      failed_changes: '当月に失敗した変更',
      changes_causing_incidents: '障害を起こした変更',
      last_review: '12か月以内の、運用側の直近の審査',
      attitude: '外部サービス：求める情報と実際の提出',
      contract_days: '契約の終了までの期間',
      worst_status: '最も重い観点の評価（0〜3）',
      bad_aspects: '評価が3の観点',
      profile_age_days: 'プロファイルの見直しからの期間',
      drill_days: '最後の訓練からの期間',
      switchover_days: '最後の切替試験からの期間',
      risk_score: '開いたリスクの発生可能性×影響の最大値',
      treatment_days: 'リスク対応の遅れ',
      lapsed_exceptions: '期限の切れた標準からの例外',
    },
    findings: {
      outside: '管理限界の外の点',
      trend: '同じ向きに7点連続',
      two_of_three: '3点のうち2点が限界の近く',
      shift: '片側に7点連続',
      critical: '区分「重大」',
      heavy: '区分「重」',
      other: '区分「その他」',
      passed: '合格',
      conditional: '条件付き合格',
      stopped: '差し止め',
      ...attitudes,
    },
    unused: 'この報告では使わない',
    never: '－',
    factors: (texts, names, unknown) =>
      `重要度1・2・3・4（${names.join('・')}）の係数は${texts.join('、')}です。重要度の分からないシステムは、重要度${unknown}とみなします。`,
    rollUp: (less, share) => {
      const terms = less.flatMap((n, i) =>
        n === null ? [] : [`重要度${i + 1}の最も重いシステムの水準${n === 0 ? '' : `（${n}段引く）`}`],
      );
      const all = [
        ...terms.reverse(),
        ...(share === null
          ? []
          : [`水準の分かるシステムの${share}以上（重要度で重みづけ）が達している最大の水準`]),
      ];
      return `システムより上の階層の水準は、次のうちの最大値です：${all.join('、')}。`;
    },
    escalation: (rules, decisionDays) =>
      rules.length === 0
        ? '上申の規則は設定されていません。'
        : `上申：${rules.map((r) => `${r.importance > 1 ? `重要度${r.importance}以上で` : '重要度にかかわらず'}「${r.level}」以上は${r.to === 'group' ? 'グループ' : '会社'}へ`).join('、')}。上申した月の初日以後に、そのシステムについて付議先の会議体が下した決定があれば、議題を問わず決定済みとします。決定を実施した翌月になっても水準が続いていれば、新たに上申します。${decisionDays}日を過ぎて決定のないもの、決定で定めた日を過ぎて実施の記録がないものは期限超過です。`,
    score:
      'システムの得点 = 100 ×（重要度の係数 ÷ 最大の係数）× Σ 重み×水準 ÷（4 × 該当する観点の重みの合計）。情報のない観点は水準0と数えます。システムより上では、重要度の係数で重みづけした平均です。',
  },
  trace: {
    definition: '定義',
    formula: '算式',
    from: '元の表',
    why: '理由',
    decides: '水準を決めたシステム',
    counts: '数えたすべてのシステム',
    sql: 'SQL',
    source: '出典',
  },
};
