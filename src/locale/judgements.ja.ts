import type { JudgementWords } from './judgements.js';

const list = (names: readonly string[]): string => names.join('、');

export const ja: JudgementWords = {
  status: {
    on_track: '達成見込み',
    at_risk: '達成不確実',
    off_track: '未達見込み',
    exceeded: '未達確定（超過）',
    too_early: '判断には早い',
    met: '達成',
    not_met: '未達',
    no_data: '情報なし',
    not_applicable: '対象外',
  },
  variation: { common: '通常の変動', better: '改善の兆候', worse: '悪化の兆候' },
  assurance: {
    consistently_met: '安定して達成',
    consistently_missed: '安定して未達',
    hit_and_miss: '達成と未達が混在',
  },
  columns: {
    metric: '指標',
    value: '当月',
    before: '前月',
    interval: '区間',
    target: '目標',
    status: '判定',
    coverage: '情報の充足',
    scope: '範囲',
    cap: '件数上限',
    toDate: '年度累計',
    left: '残り',
    chance: '超過の確率',
    band: '年度末の見込み（80 %区間）',
    signal: '変動の判定',
    investment: 'ソフトウェア投資',
    rate: '安全稼働指数',
    shrunk: '縮約推定',
    limits: '99.8 %限界',
    node: '指標の節点',
    quarter: '四半期',
    actual: '実績',
    measure: '施策',
    window: '前後の比較期間',
    counts: '前 → 後',
    ratio: '比（95 %区間）',
    series: '系列',
    from: '期間',
    kind: '種類',
    usual: '平常の水準',
    overWarn: '警告超過',
    toLimit: '限界まで',
  },
  sections: {
    values: '指標の一覧',
    targets: '年間の件数上限に対して',
    rates: '安全稼働指数：会社間に差はあるか',
    kpi: 'KGI・KPIの四半期点検',
    evidence: '施策の前後で件数は変わったか',
    signs: '容量の予兆',
    capacity: '容量：どの系列が限界に近いか',
    signals: '変動は通常か、兆候か',
  },
  scopeKinds: {
    group: 'グループ',
    company: '会社',
    unit: '事業部',
    system: 'システム',
    layer: '階層',
    flow: '業務フロー',
    theme: 'テーマ',
    supplier: '委託先',
  },
  layers: {
    application: 'アプリケーション',
    application_platform: 'アプリケーション基盤',
    it_platform: 'IT基盤',
  },
  themes: { development: '開発', operation: '運用' },
  classes: { critical: '重大', heavy: '重', other: 'その他' },
  all: '全体',
  notes: {
    values: '区間：件数・割合・指数は正確な95 %、限界までの日数は90 %',
    targets:
      '上限は与えられた値か、前年度の実績から計算した値。累計は月末時点の判定。縦線が上限、薄い帯が年度末の見込み',
    companiesWithCap: (n, all) => `上限のある${n}社（全${all}社）の合計`,
    rates: (per) =>
      `年度累計の障害件数 ÷ 同じ月のソフトウェア投資（${per}当たり）。設定の順に並べ、順位は付けません`,
    evidence: '同じ長さの前後の期間を比べた正確な比。ほかの施策の効果とは分けられません',
    capacity: '月末までの90日の傾向。区間は90 %',
    signs: '平常の時間帯から外れた使用量。同じ曜日・時刻の8週間と比べます',
  },
  signal: ({ metric, variation, rule, gaps, trial, widened }) => {
    const how = gaps
      ? {
          outside: '発生間隔が管理限界の外',
          trend: '発生間隔が7回続けて伸びるか縮む',
          two_of_three: '発生間隔の3回のうち2回が限界の近く',
          shift: '発生間隔が7回続けて中心の片側',
        }
      : {
          outside: '管理限界の外',
          trend: '7か月連続の増加または減少',
          two_of_three: '3か月のうち2か月が限界の近く',
          shift: '7か月連続で中心の片側',
        };
    const first =
      variation === 'common' || rule === null
        ? `${metric}は通常の変動の範囲です。`
        : `${metric}に${variation === 'worse' ? '悪化' : '改善'}の兆候があります（${how[rule]}）。`;
    const basis = [
      widened && gaps ? '続けて起きる傾向があるため、同じ月の発生は1回と数えています' : '',
      widened && !gaps ? '月ごとの散らばりが大きいため限界を広げています' : '',
      trial ? '基準期間が12か月に満たないため仮の限界です' : '',
    ]
      .filter(Boolean)
      .join('。');
    return basis === '' ? first : `${first}${basis}。`;
  },
  notJudged: (reason) =>
    ({
      incomplete: '月の途中までの情報のため、変動は判定していません。',
      too_few: '過去の月が少ないため、変動は判定していません。',
      none: '変動は判定していません。',
    })[reason],
  rebased: (month, reason) => `${month}から基準を改めています（理由：${reason}）。`,
  caps: ({ all, exceeded, off, atRisk, early, unjudged }) => {
    const parts = [
      exceeded > 0 ? `超過${exceeded}` : '',
      off > 0 ? `未達見込み${off}` : '',
      atRisk > 0 ? `達成不確実${atRisk}` : '',
      early > 0 ? `判断には早い${early}` : '',
      unjudged > 0 ? `年度累計がそろわず判定していないもの${unjudged}` : '',
    ].filter(Boolean);
    return parts.length === 0
      ? `件数上限${all}項目は、すべて達成の見込みです。`
      : `件数上限${all}項目のうち、${parts.join('、')}です。`;
  },
  noCap: '目標なし（前年度の実績なし）',
  trends: { not_applicable: '限界へ向かっていない', no_data: '情報なし' },
  capsLeft: (n) => (n < 0 ? `${-n}件超過` : `残り${n}件`),
  ungradedBeside: (n) =>
    `ほかに、項目が足りず等級を決められない障害が年度累計で${n}件あり、上のどの上限にも数えていません。`,
  notOnTrack: '達成の見込みでない上限',
  inCurrency: (amount, currency) => (currency === 'JPY' ? `${amount}円` : `${amount} ${currency}`),
  outside: (names, above) =>
    `${list(names)}は99.8 %限界の外で、投資当たりの障害が全体より${above ? '多い' : '少ない'}といえます。`,
  noDifference: 'ほかの会社の間に差があるという証拠はありません。',
  noDifferenceAtAll: '会社の間に差があるという証拠はありません。',
  notCompared: '比べられる会社が2社に満たないため、会社間の比較はありません。',
  outsideMark: { above: '限界の上', below: '限界の下' },
  bases: { budget: '予算', actual: '実績', mixed: '予算と実績' },
  quarter: (q) => `第${q}四半期`,
  evidence: (side) =>
    ({
      fewer: '減少を示す証拠があります',
      more: '増加を示す証拠があります',
      none: '差があるという証拠はありません',
    })[side],
  noRate: {
    missing: '投資額の記録がないため、指数はありません',
    zero: '投資額が0のため、指数はありません',
    months_missing: '年度累計の月の一部に投資額がないため、指数はありません',
    month_outside_year: '投資の月が年度の外にあるため、指数はありません',
    incomplete: '年度の途中の月が欠けているため、比較していません',
    parts_missing: '投資額の一部が分からないため、比較していません',
    alone: '比べる相手がありません',
  },
  overlapped: '同じ期間にほかの施策も行われており、効果は分けられません。',
  signKinds: { deviation: '平常からの外れ', shift: '水準の変化', both: '外れと水準の変化' },
  list,
};
