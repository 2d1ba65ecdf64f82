import type { FindingWords, Lapse } from './findings.js';

const lapse = ({ unit, systems, days, top }: Lapse, none: string): string =>
  [
    unit ? `全${systems.text}システム${top ? '、最重要を含む' : ''}` : top ? '最重要' : '',
    days === null ? none : `${unit ? '最長' : ''}${days}日前`,
  ]
    .filter(Boolean)
    .join('、');

/** How what a supplier delivers falls short of the attitude. */
const external: Readonly<Record<string, string>> = {
  missing: '求めた報告の一部がない',
  nothing: '求めた報告がない',
  unlimited_harm: '標準の値で管理できる範囲を超える',
  not_to_be_used: '使わない方針なのに使っている',
};

export const ja: FindingWords = {
  section: '注意が必要な事実',
  note: '重い順。すべては「リスク」の頁にあります',
  none: '規則に当てはまる事実はありません。',
  allFacts: '注意が必要な事実のすべて',
  kinds: {
    open_critical: '未復旧の重大障害',
    top_critical: '最重要で極めて高',
    other_critical: 'ほかの極めて高',
    company_worse: '障害の悪化',
    recurring_cause: '繰り返す原因',
    cap_exceeded: '件数上限の超過',
    capacity_limit: '容量の限界',
    regulator_overdue: '当局報告の遅れ',
    concentration: '委託先への集中',
    decision_overdue: '決定・実施の遅れ',
    acceptance_ended: '期限の切れた受容',
    profiles_stale: '古いプロファイル',
    drills_lapsed: '訓練の未実施',
    register_disagrees: '登録簿との食い違い',
    external_findings: '外部サービスの不備',
    reports_missing: '月次報告の未提出',
  },
  openCritical: (id, age) => `${id}、${age}経過`,
  atLevel: (drivers) => drivers.join('、'),
  worse: ({ n, from, expected, baselineFrom, baselineTo }) =>
    `${from}からの6か月で${n}件。${baselineFrom}〜${baselineTo}の割合なら${expected}件`,
  recurring: (n, cause) => `同じ原因が12か月で${n.text}件${cause === null ? '' : `：${cause}`}`,
  caps: (n) => `${n.text}項目`,
  capacity: (days) => (days.n <= 0 ? '限界に達している' : `限界まで${days.text}日`),
  regulator: (n) => `${n.text}件`,
  concentration: ({ n, of, share, companies, importance }) =>
    `${importance === 4 ? '最重要' : `重要度${importance}以上`}の${of}システムのうち${n}（${share}）の背後、${companies.text}社`,
  cap: (severity, n, cap) => `${severity === '' ? '' : `${severity}：`}上限${cap.text}件に対し${n.text}件`,
  sentUpward: (days) => `上申から${days.text}日決定なし`,
  undone: (days) => `上申・決定済み、実施の期限から${days.text}日`,
  decision: (subject, days) => `${subject}、期限から${days.text}日`,
  acceptance: (subject, days) => `${subject === null ? '' : `${subject}、`}${days.text}日前に終了`,
  profiles: (l) => lapse(l, '見直しの記録なし'),
  drills: (l) => lapse(l, '記録なし'),
  register: (registered, measured) =>
    `${registered === null ? '登録なし' : `登録は${registered}`}、測定は${measured}`,
  external: (supplier, finding) => `${supplier}、${external[finding] ?? finding}`,
  report: (month) => `${month}分`,
  others: (n) => `ほか${n.text}件`,
  between: '、',
  brackets: (text) => `（${text}）`,
  verdict: ({ level, deciding, first, others }) =>
    deciding === null
      ? `リスク水準は「${level}」です。`
      : deciding === 'share' || first === null
        ? `リスク水準は「${level}」です。重要度で重みづけしたシステムの割合で決まりました。`
        : `リスク水準は「${level}」です。${deciding === 'top' ? '最重要の' : ''}${first}${others.n === 0 ? '' : `ほか${others.text}システム`}で決まりました。`,
  incidents: ({ month, incidents, critical, open, atMonthEnd }) => {
    const [when, first] = [atMonthEnd ? '月末' : '基準時点', `${month}の障害は${incidents.text}件`];
    if (incidents.n === 0 && open?.n === 0)
      return `${month}の障害はなく、${when}に未復旧のものもありません。`;
    const grave =
      critical === null || incidents.n === 0
        ? ''
        : critical.n === 0
          ? '、重大0件'
          : `、うち重大${critical.text}件`;
    if (open === null) return `${first}${grave}、未復旧の件数は不明です。`;
    return `${first}${grave}、${when}に未復旧は${open.text}件です。`;
  },
  matrix: {
    section: '重要度 × リスク水準',
    note: 'システム数。押すと一覧',
    corner: '重要度',
    unknown: '不明',
  },
  byLevel: '水準ごとのシステム',
  worst: '最も重いシステム',
  place: '会社・事業部',
  reasons: '主な観点',
  all: (systems, at) =>
    `${systems.text}システムの内訳は、${at.map(({ level, text }) => `${level}${text}`).join('、')}です。`,
  unknown: (n) => `情報なし${n.text}`,
  noReason: '低以上の観点なし',
};
