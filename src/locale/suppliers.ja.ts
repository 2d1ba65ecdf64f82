import type { SupplierWords } from './suppliers.js';

const of = (system: string | null): string => (system === null ? '' : `${system}：`);

export const ja: SupplierWords = {
  findings: {
    not_to_be_used: '使わない方針だが使用中',
    unlimited_harm: '停止の影響が限られないのに標準の値だけで管理',
    nothing: '求める報告がまったくない',
    missing: '求める報告の一部がない',
    kept: '求めるとおり',
    unstated: '方針の記載なし',
    unknown: '報告の内容が不明',
  },
  reports: { on_time: '期限内', late: '遅れ', missing: '未提出', owed: '期限前' },
  columns: {
    supplier: '委託先',
    system: 'システム',
    systems: 'システム数',
    companies: '会社数',
    share: '全体に占める割合',
    gravest: 'うち最も重い水準',
    findings: '不一致',
    role: '役割',
    until: '契約の終わり',
    attitude: '方針',
    delivered: '実際の報告',
    missing: '不足',
    finding: '判定',
    reported: '対象月',
    due: '期限',
    submitted: '提出',
    state: '状態',
    risk: 'リスク',
    registered: '登録の水準',
    rating: '発生しやすさ × 影響',
    treatment: '対応',
    owner: '担当',
    overdue: '期限からの日数',
  },
  top: (importance) => (importance === 4 ? '最重要システム' : `重要度${importance}以上のシステム`),
  topColumn: (importance) => (importance === 4 ? '最重要システム' : `重要度${importance}以上`),
  sections: {
    suppliers: 'どの委託先に集まっているか',
    services: '求める報告と実際の報告は一致しているか',
    ofSystem: '委託先・外部サービスの報告は求めるとおりか',
    systems: '支えているシステム',
    reports: '月次報告は届いているか',
    register: 'リスク登録簿と測定は一致しているか',
  },
  notes: {
    services:
      '方針はプロファイルの記載。不一致のあるものから順に示します。契約の始まりは書き出しにないため、契約が終わるまでのすべての月に数えます',
    suppliers: (top, unknown) =>
      `集中しているもの、${top}の数の順。割合は${top}全体に対するもの。重要度の分からないシステムは重要度${unknown}として数えます。委託先は書き出しの表記のまま区別します`,
    register:
      '月末に開いているもの。閉じたリスクは、いつ閉じたかの記録がないため、どの月にも含めません。測定は、登録簿を除く観点の水準のうち最大のもの',
    reports: 'この月に期限の来たもの、まだ提出のないもの',
  },
  nothingMissing: 'なし',
  noneDelivered: 'なし',
  allDelivered: 'すべての観点',
  kept: ({ text }) => `求めるとおりのもの${text}件`,
  noEnd: '定めなし',
  daysLeft: ({ text }) => `あと${text}日`,
  ended: ({ text }) => `${text}日前に終了`,
  overdueBy: ({ text }) => `${text}日超過`,
  importanceUnknown: (counted) => `重要度${counted}として数える`,
  behind: (suppliers, systems) => `委託先${suppliers.text}社が${systems.text}システムを支えています。`,
  concentrations: (list) => `集中：${list.join('、')}。`,
  concentration: (c) =>
    `${c.supplier}（${c.top}${c.all}のうち${c.n}、${c.share}、${c.companies.text}社にまたがる）`,
  noConcentration: (top, share, systems) =>
    `集中の基準（${top}の${share}以上、かつ${systems}以上）に達する委託先はありません。`,
  services: (all, disagree, unsaid) =>
    [
      disagree.n === 0
        ? `外部サービス${all.text}件に、方針と実際の不一致はありません。`
        : `外部サービス${all.text}件のうち${disagree.text}件で、方針と実際が一致していません。`,
      unsaid.n === 0 ? '' : `${unsaid.text}件は、方針または報告の内容が分からないため判定できません。`,
    ].join(''),
  oneSupplier: (name, systems, companies) =>
    `${name}は、${companies.text}社の${systems.text}システムを支えています。`,
  ofTop: ({ n, all, top, share, concentrated }) =>
    n.n === 0
      ? `${top}（${all}）はその中にありません。`
      : concentrated
        ? `${top}${all}のうち${n.text}（${share}）がこの1社に集中しています。`
        : `${top}${all}のうち${n.text}（${share}）がその中にあります。`,
  noSystems: (name, month) =>
    `${month}に${name}が支えるシステムはありません。障害の記録に名前があるか、契約がすでに終わっています。`,
  oneSupplierServices: (disagree, unsaid) =>
    [
      disagree.n === 0
        ? '方針と実際の報告の不一致はありません。'
        : `${disagree.text}件で、方針と実際が一致していません。`,
      unsaid.n === 0 ? '' : `${unsaid.text}件は、方針または報告の内容が分からないため判定できません。`,
    ].join(''),
  notGiven: '委託先の入力（system_suppliers）がないため、分かりません。',
  noSupplier: '委託先・外部サービスの登録はありません。',
  noReports: 'この月に期限の来た報告はありません。',
  noSubmissions: '報告の提出の入力（submissions）がないため、分かりません。',
  noRegister: 'リスク登録簿の入力（risks）がないため、照合できません。',
  noRisk: '登録簿に開いているリスクはありません。',
  rating: (likelihood, impact, score) => `${likelihood} × ${impact} = ${score}`,
  notRated: '評価なし',
  disagreements: {
    not_registered: (system, measured) =>
      `${of(system)}測定では「${measured}」ですが、登録簿に開いているリスクがありません。`,
    registered_low: (system, measured, registered, risk) =>
      `${of(system)}測定では「${measured}」ですが、登録簿では「${registered}」です（${risk}）。`,
    unrated: (system, measured, risk) =>
      `${of(system)}測定では「${measured}」ですが、登録簿のリスクには発生しやすさと影響の評価がありません（${risk}）。`,
    registered_high: (system, measured, registered, risk) =>
      `${of(system)}登録簿では「${registered}」ですが、測定では「${measured}」です（${risk}）。`,
  },
  agree: '登録簿と測定に食い違いはありません。',
};
