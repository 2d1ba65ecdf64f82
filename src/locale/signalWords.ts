/** Words of control charts and their marks. Keys are those of mart.signals; a mark is always its words and a shape, never colour alone. */
import type { Locale } from './language.js';

export interface SignalWords {
  readonly variation: Readonly<Record<'common' | 'better' | 'worse', string>>;
  readonly assurance: Readonly<Record<'consistently_met' | 'consistently_missed' | 'hit_and_miss', string>>;
  /** What decided the mark. */
  readonly rules: Readonly<Record<'outside' | 'trend' | 'two_of_three' | 'shift', string>>;
  /** The same where points are days between events. */
  readonly gapRules: Readonly<Record<'outside' | 'shift', string>>;
  /** Why a month has no mark. */
  readonly reasons: Readonly<
    Record<
      | 'incomplete'
      | 'no_data'
      | 'no_value'
      | 'out_of_service'
      | 'too_few_months'
      | 'no_events'
      | 'hardly_varies',
      string
    >
  >;
  readonly charts: Readonly<
    Record<'c' | 'c_laney' | 'u' | 'u_laney' | 'g' | 'g_thinned' | 'xmr' | 'none', string>
  >;
  readonly centre: string;
  readonly lower: string;
  readonly upper: string;
  readonly baseline: (from: string, to: string, months: string) => string;
  readonly trial: string;
  readonly rebased: (from: string, reason: string) => string;
}

const ja: SignalWords = {
  variation: { common: '通常の変動', better: '改善の兆候', worse: '悪化の兆候' },
  assurance: {
    consistently_met: '安定して達成',
    consistently_missed: '安定して未達',
    hit_and_miss: '達成は偶然に左右される',
  },
  rules: {
    outside: '管理限界の外',
    trend: '7点続けて上昇または下降',
    two_of_three: '続く3点のうち2点が同じ側の管理限界の近く',
    shift: '7点続けて中心線の同じ側',
  },
  gapRules: {
    outside: '発生の間隔が管理限界の外',
    shift: '発生の間隔が7回続けて中央値の同じ側',
  },
  reasons: {
    incomplete: 'この月の記録がそろっていないため、判断しません',
    no_data: '書き出しに必要な列がないため、判断できません',
    no_value: 'この月に対象となる値がありません',
    out_of_service: 'この月に稼働していないシステムです',
    too_few_months: '判断に必要な月数（6か月）に達していません',
    no_events: '基準期間に発生がなく、発生率を求められません',
    hardly_varies: '基準期間の多くの月が同じ値（0や100 %など）のため、管理図では判断しません',
  },
  charts: {
    c: 'c管理図',
    c_laney: 'c管理図（ばらつきが大きいため、Laney の方法で管理限界を拡大）',
    u: 'u管理図（月の日数を考慮）',
    u_laney: 'u管理図（月の日数を考慮。ばらつきが大きいため、Laney の方法で管理限界を拡大）',
    g: 'g管理図（発生の間隔の日数）',
    g_thinned: 'g管理図（発生の間隔の日数。続けて起きる傾向があるため、同じ月の発生は1回とみなす）',
    xmr: 'XmR管理図',
    none: '管理図なし',
  },
  centre: '中心線',
  lower: '下側管理限界',
  upper: '上側管理限界',
  baseline: (from, to, months) => `基準期間 ${from}～${to}（${months}か月）`,
  trial: '基準期間が12か月に満たないため、管理限界は暫定です',
  rebased: (from, reason) => `${from}から管理限界を引き直し: ${reason}`,
};

const en: SignalWords = {
  variation: {
    common: 'Ordinary variation',
    better: 'Sign of improvement',
    worse: 'Sign of deterioration',
  },
  assurance: {
    consistently_met: 'Consistently met',
    consistently_missed: 'Consistently missed',
    hit_and_miss: 'Hit and miss',
  },
  rules: {
    outside: 'outside the control limits',
    trend: 'seven points in a row rising or falling',
    two_of_three: 'two of three points in a row near the same limit',
    shift: 'seven points in a row on one side of the centre',
  },
  gapRules: {
    outside: 'time between occurrences outside its limits',
    shift: 'seven times in a row between occurrences on one side of the median',
  },
  reasons: {
    incomplete: 'Not judged: the records of this month are incomplete',
    no_data: 'Not judged: the exports lack a column that it needs',
    no_value: 'No value in this month',
    out_of_service: 'The system was not in service in this month',
    too_few_months: 'Not judged: fewer than six complete months',
    no_events: 'Not judged: no occurrence in the baseline, so there is no rate',
    hardly_varies: 'Not judged: too many months of the baseline have the same value, such as 0 or 100 %',
  },
  charts: {
    c: 'c-chart',
    c_laney: "c-chart, limits widened by Laney's method for overdispersion",
    u: 'u-chart by the days of the month',
    u_laney: "u-chart by the days of the month, limits widened by Laney's method for overdispersion",
    g: 'g-chart of days between occurrences',
    g_thinned:
      'g-chart of days between occurrences; they come in clusters, so those of one month count as one',
    xmr: 'XmR chart',
    none: 'No control chart',
  },
  centre: 'Centre',
  lower: 'Lower limit',
  upper: 'Upper limit',
  baseline: (from, to, months) => `Baseline ${from} to ${to} (${months} months)`,
  trial: 'Limits are on trial: the baseline has fewer than 12 months',
  rebased: (from, reason) => `Limits drawn anew from ${from}: ${reason}`,
};

const words: Readonly<Record<Locale, SignalWords>> = { ja, en };

export const signalWords = (locale: Locale): SignalWords => words[locale];
