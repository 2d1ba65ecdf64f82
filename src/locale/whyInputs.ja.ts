/** Inputs of drivers in Japanese: a clause for whatever each may say, and the counter of what it counts. */
import { formatsOf } from './format.js';
import { amountText, type InputFact, inputUnits, type RowFact, type ThresholdFact } from './why.js';

const f = formatsOf('ja');
const days = (n: number): string => `${f.number(n)}日`;

export const classes: Readonly<Record<string, string>> = { critical: '重大', heavy: '重', other: 'その他' };

const counters: Readonly<Record<string, string>> = {
  sla_breaches: '項目',
  bad_aspects: '観点',
};

/** `12日`、`3件`、`27 %`。 */
export function measured(input: string, value: number, bounds: readonly number[] = []): string {
  const text = amountText(f, input, value, bounds);
  const unit = inputUnits[input];
  if (unit === 'days') return `${text}日`;
  return unit === 'count' ? `${text}${counters[input] ?? '件'}` : text;
}

const charts: Readonly<Record<string, string>> = {
  outside: '管理限界の外の点',
  trend: '同じ向きに7点連続',
  two_of_three: '3点のうち2点が限界の近く',
  shift: '中心の片側に7点連続',
};
const reviews: Readonly<Record<string, string>> = {
  passed: '合格',
  conditional: '条件付き合格',
  stopped: '差し止め',
};
export const attitudes: Readonly<Record<string, string>> = {
  kept: '求める情報はすべて提出',
  missing: '求める情報の一部が未提出',
  nothing: '求める情報がまったく未提出',
  unlimited_harm: '突然の停止の影響が限られるとはいえないのに、標準の報告だけで管理',
  not_to_be_used: '外部サービスを使わない方針なのに利用中',
};

type Clause = (n: number, text: string, category: string | null) => string;
const nothing: Readonly<Record<string, string>> = {
  cap_chance: '件数上限を超える見込みなし',
  incidents_worse: '障害件数の管理図に警報なし',
  recurring_cause: '12か月以内に同じ原因の繰り返しなし',
  gravest_class: '当月の障害なし',
  impact_minutes: '当月の影響時間なし',
  stop_share: 'サービス時間内に使えなかった時間なし',
  open_class: '未解決の障害なし',
  open_days: '1日以上未解決の障害なし',
  actions_overdue: '期限を過ぎた対策なし',
  overdue_days: '期限を過ぎた対策なし',
  regulator_overdue: '当局報告の遅れなし',
  days_to_limit: '限界に向かう系列なし',
  over_warn_days: '警告水準を超えた日なし',
  capacity_signs: '容量の予兆なし',
  sla_breaches: '合意したサービスレベルはすべて達成',
  failed_changes: '当月に失敗した変更なし',
  changes_causing_incidents: '障害を起こした変更なし',
  last_review: '指摘の残る審査なし',
  attitude: '指摘のある委託先なし',
  contract_days: '終了の近い契約なし',
  worst_status: 'すべての観点の評価が0（0〜3）',
  bad_aspects: '評価が3の観点なし',
  profile_age_days: 'プロファイルの見直しは月末当日',
  drill_days: '最後の訓練は月末当日',
  switchover_days: '最後の切替試験は月末当日',
  risk_score: '登録簿に開いたリスクなし',
  treatment_days: '期限を過ぎた対応なし',
  lapsed_exceptions: '期限の切れた例外なし',
};

const clauses: Readonly<Record<string, Clause>> = {
  cap_chance: (n, text) => (n >= 1 ? '年間の件数上限を超過' : `年間の件数上限を超える確率は${text}`),
  incidents_worse: (_n, _t, c) => `障害件数の管理図に警報（${charts[c ?? ''] ?? c}）`,
  recurring_cause: (n, text) => (n <= 1 ? nothing.recurring_cause! : `12か月以内に同じ原因の障害が${text}`),
  gravest_class: (_n, _t, c) => `当月の障害のうち最も重い区分は「${classes[c ?? ''] ?? c}」`,
  impact_minutes: (_n, text) => `当月の影響時間は${text}`,
  stop_share: (_n, text) => `サービス時間内に使えなかった時間は許容停止時間の${text}`,
  open_class: (_n, _t, c) => `区分「${classes[c ?? ''] ?? c}」の障害が未解決`,
  open_days: (_n, text) => `最も古い未解決の障害は発生から${text}`,
  actions_overdue: (_n, text) => `期限を過ぎた対策が${text}`,
  overdue_days: (_n, text) => `最も遅れた対策は期限から${text}`,
  regulator_overdue: (_n, text) => `当局報告の遅れた障害が${text}`,
  days_to_limit: (n, text) => (n <= 0 ? '容量の限界に到達' : `容量の限界まで${text}`),
  over_warn_days: (_n, text) => `容量の警告水準を超えた日が${text}`,
  capacity_signs: (_n, text) => `容量の予兆が${text}`,
  sla_breaches: (_n, text) => `合意したサービスレベルの未達が${text}`,
  failed_changes: (_n, text) => `当月に失敗した変更が${text}`,
  changes_causing_incidents: (_n, text) => `障害を起こした変更が${text}`,
  last_review: (_n, _t, c) => `運用側の直近の審査は${reviews[c ?? ''] ?? c}`,
  attitude: (_n, _t, c) => `外部サービス：${attitudes[c ?? ''] ?? c}`,
  contract_days: (n, text) =>
    n < 0 ? `契約は${days(-n)}前に終了` : n === 0 ? '契約は月末当日に終了' : `契約の終了まで${text}`,
  worst_status: (_n, text) => `最も重い観点の評価は${text}（0〜3）`,
  bad_aspects: (_n, text) => `評価が3の観点が${text}`,
  profile_age_days: (_n, text) => `プロファイルの見直しから${text}`,
  drill_days: (_n, text) => `最後の訓練から${text}`,
  switchover_days: (_n, text) => `最後の切替試験から${text}`,
  risk_score: (_n, text) => `開いたリスクの発生可能性×影響は最大${text}`,
  treatment_days: (_n, text) => `リスク対応が期限から${text}遅れ`,
  lapsed_exceptions: (_n, text) => `期限の切れた標準からの例外が${text}`,
};

/** 0でも述べることがあるもの。 */
const sayZero: ReadonlySet<string> = new Set(['days_to_limit', 'contract_days']);

export function clause({ input, value, category, bounds }: InputFact): string {
  const none =
    (value === null && (category === null || category === 'none')) || (value === 0 && !sayZero.has(input));
  const say = clauses[input];
  if (none || say === undefined) return nothing[input] ?? input;
  return say(value ?? 0, value === null ? '' : measured(input, value, bounds), category);
}

export function thresholdText(level: string, { input, kind, bound }: ThresholdFact): string {
  if (kind === 'finding') return `この判定は「${level}」とする設定`;
  const text = measured(input, bound);
  return `${text}${kind === 'from' ? '以上' : bound === 0 ? '' : '以内'}で「${level}」`;
}

const results: Readonly<Record<string, string>> = {
  succeeded: '成功',
  failed: '失敗',
  rolled_back: '切り戻し',
  caused_incident: '障害を起こした',
};
const actionKinds: Readonly<Record<string, string>> = {
  provisional: '暫定対策',
  prevention: '再発防止策',
  rollout: '横展開',
};
const reports: Readonly<Record<string, string>> = {
  first: '第一報の遅れ',
  final: '最終報告の遅れ',
  both: '第一報と最終報告の遅れ',
};
const aspects: Readonly<Record<string, string>> = {
  service_level: 'サービスレベル',
  trouble: '障害管理',
  change: '変更',
  availability: '可用性',
  performance: '性能',
  security: 'セキュリティ',
  supplier: '委託先',
  facility: '付帯設備',
};
const treatments: Readonly<Record<string, string>> = {
  avoid: '回避',
  reduce: '低減',
  transfer: '移転',
  accept: '受容',
};
const signKinds: Readonly<Record<string, string>> = {
  deviation: '平常からの外れ',
  shift: '水準の変化',
  both: '外れと水準の変化',
};

const value = (n: number | null): string =>
  n === null ? f.missing : f.number(n, Number.isInteger(n) ? 0 : 2);
const parts = (...list: readonly (string | null | false)[]): string => list.filter(Boolean).join('、');

export function rowDetail(r: RowFact): string {
  const { kind, input, at, amount, bound, category, text } = r;
  switch (kind) {
    case 'cap':
      return `累計${value(amount)}件、上限${bound === null ? f.missing : `${value(bound)}件`}`;
    case 'incident':
      return input === 'regulator_overdue'
        ? parts(reports[category ?? ''] ?? '', `${at}発生`)
        : parts(
            category === null ? '区分なし' : `区分「${classes[category] ?? category}」`,
            `${at}発生`,
            (input === 'impact_minutes' || input === 'stop_share') && `月内の影響${f.duration(amount)}`,
            (input === 'open_class' || input === 'open_days') && amount !== null && `発生から${days(amount)}`,
          );
    case 'action':
      return parts(actionKinds[category ?? ''] ?? category, `期限${at}`, `${days(amount ?? 0)}遅れ`);
    case 'capacity':
      return input === 'over_warn_days'
        ? `警告水準${value(bound)}を超えた日が${days(amount ?? 0)}`
        : parts(`限界${value(bound)}`, `到達まで${value(amount)}日`, at && `${at}頃`);
    case 'sign':
      return parts(at, signKinds[category ?? ''] ?? category, `平均${value(amount)}（平常${value(bound)}）`);
    case 'service_level':
      return `実績${value(amount)}、目標${value(bound)}`;
    case 'change':
      return parts(results[category ?? ''] ?? category, at);
    case 'review':
      return parts(reviews[category ?? ''] ?? f.missing, `${at}実施`);
    case 'supplier':
      return input === 'contract_days'
        ? `契約終了${at}`
        : parts(
            attitudes[category ?? ''] ?? category,
            text !== null &&
              text !== '' &&
              `未提出：${text
                .split(';')
                .map((a) => aspects[a] ?? a)
                .join('・')}`,
          );
    case 'observation':
      return `評価${value(amount)}（0〜3）`;
    case 'profile':
      if (category === 'allowed_stop') return `プロファイルの許容停止時間${f.duration(amount)}`;
      return category === 'switchover'
        ? parts(`切替試験${at}`, `${days(amount ?? 0)}前`)
        : parts(`見直し${at}`, `${days(amount ?? 0)}前`);
    case 'drill':
      return parts(`${at}実施`, `${days(amount ?? 0)}前`, category);
    case 'risk':
      return parts(
        `発生可能性×影響${value(amount)}`,
        treatments[category ?? ''] ?? category,
        at && `期限${at}`,
        bound !== null && bound > 0 && `${days(bound)}遅れ`,
      );
    case 'exception':
      return parts(`期限${at}`, `${days(amount ?? 0)}前に切れた`);
    default:
      return '';
  }
}

export function rowName({ kind, key }: RowFact): string {
  if (kind === 'observation') return aspects[key] ?? key;
  if (kind !== 'cap') return key;
  if (key === '') return '全件の上限';
  const [dimension, ...rest] = key.split(':');
  const name = rest.join(':');
  return dimension === 'class' ? `区分「${classes[name] ?? name}」の上限` : `等級「${name}」の上限`;
}
