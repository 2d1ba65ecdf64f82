import type { Words } from './words.js';

export const ja: Words = {
  nav: {
    group: 'グループ',
    companies: '会社',
    units: '事業部',
    systems: 'システム',
    register: '障害一覧',
    data: 'データ',
    methods: '定義',
  },
  grades: { critical: '重大', heavy: '重', other: 'その他' },
  ungraded: '重大さなし',
  unclassed: '区分なし',
  states: {
    open: '受付',
    in_progress: '対応中',
    on_hold: '保留',
    restored: '復旧',
    closed: '終結',
    canceled: '取消',
  },
  actionKinds: { provisional: '暫定対策', prevention: '再発防止策', rollout: '横展開' },
  productClasses: {
    application: 'アプリケーション',
    platform: '基盤',
    network: 'ネットワーク',
    operations_document: '運用文書',
    operator: '操作',
    external_service: '外部サービス',
    facility: '設備',
  },
  processClasses: {
    development: '開発',
    migration: '移行・配備',
    rollout: '利用者への展開',
    operation: '運用',
  },
  unclassified: '分類なし',
  unmappedSystem: 'システム不明',
  unmappedUnit: '事業部不明',
  unmappedCompany: '会社不明',
  wholeCompany: '全社',
  noTitle: '（件名なし）',
  none: 'なし',
  notApplicable: '対象外',
  notAnIncident: 'インシデント（障害に数えない）',
  incompleteMonth: '途中の月',
  yes: 'はい',
  no: 'いいえ',
  verdict: (v) => {
    const when = v.atMonthEnd ? '月末' : '基準時点';
    const first =
      v.incidents.n === 0
        ? `${v.month}の障害はありません。`
        : v.critical === null
          ? `${v.month}の障害は${v.incidents.text}件です。`
          : v.critical.n === 0
            ? `${v.month}の障害は${v.incidents.text}件で、重大なものはありません。`
            : v.incidents.n === 1
              ? `${v.month}の障害は1件で、重大です。`
              : `${v.month}の障害は${v.incidents.text}件、うち重大は${v.critical.text}件です。`;
    if (v.open === null) return [first, '未復旧の件数は、復旧の記録が渡されていないため分かりません。'];
    if (v.open.n === 0) return [first, `${when}に未復旧の障害はありません。`];
    if (!v.gravestOpen) return [first, `${v.open.text}件が${when}に未復旧です。`];
    const { place, grade, age } = v.gravestOpen;
    return [
      first,
      v.open.n === 1
        ? `${place}の${grade}障害1件が${when}に未復旧です（${age}経過）。`
        : `${v.open.text}件が${when}に未復旧で、もっとも重いものは${place}の${grade}障害（${age}経過）です。`,
    ];
  },
  lead: (l) =>
    [
      `${l.fiscalYear}の累計は${l.fytd}件${l.fytdBefore === null ? '' : `（前年度の同じ期間は${l.fytdBefore}件）`}。`,
      l.median === null ? '' : `復旧までの時間の中央値は${l.median}。`,
      l.overdue === null
        ? '対策の記録は渡されていません。'
        : l.overdue === '0'
          ? '期限を過ぎた対策はありません。'
          : `期限を過ぎた対策は${l.overdue}件です。`,
    ].join(''),
  notJudged: '件数の増減が通常の変動か兆候かは、この版では判定していません。',
  incompleteNote:
    'この月は書き出しに途中までしか含まれていません。件数は確定ではなく、ほかの月と比べられません。',
  incompleteYear: '年度の初めからの月がそろっていないため、累計は部分的です。',
  columns: {
    grade: '重大さ',
    month: '当月',
    fytd: '年度累計',
    fytdBefore: '前年度同期',
    open: '未復旧',
    trend: '24か月の推移',
    company: '会社',
    unit: '事業部',
    system: 'システム',
    incidents: '障害件数',
    median: '復旧時間の中央値',
    p90: '復旧時間の90 %点',
    harm: '影響時間',
    index: '影響指数（時間×人数・量）',
    indexMax: '最大の1件',
    overdue: '期限超過の対策',
    incident: '番号',
    title: '件名',
    occurred: '発生',
    restored: '復旧',
    state: '状態',
    age: '経過',
    duration: '復旧まで',
    action: '対策',
    kind: '種類',
    owner: '担当',
    due: '期限',
    daysOver: '超過',
    content: '内容',
    units: '事業部',
    systems: 'システム',
    total: '計',
    productClass: '製品区分',
    sector: '業種',
    records: '記録',
  },
  sections: {
    byGrade: '重大さ別の障害件数',
    companies: '会社別',
    units: '事業部別',
    systems: 'システム別',
    open: '未復旧の障害',
    overdue: '期限を過ぎた対策',
    trend: '障害件数の推移',
    restore: '復旧までの時間',
    harm: '影響時間の推移',
    causes: '原因の区分',
    profile: 'システムプロファイル',
    months: '月ごとの値',
    recent: '最近の記録',
    dataNote: 'データ',
    systemsByCompany: 'システム',
  },
  notes: {
    byGrade: '重大さは元データの値',
    byGradeGroup: '重大さは各社の元データの値。基準は会社ごとに違います',
    byScheme: '重大さは会社の評価体系による等級',
    byClass: '各社の等級を、評価体系ごとに三つの区分に対応させた値',
    companies: '設定の順。重大さの基準が会社ごとに違うため、件数の多少で優劣は言えません',
    open: (shown, all, ranked) => `${ranked ? '重いもの、' : ''}長いものから${shown}件／全${all}件`,
    overdue: (shown, all, ranked) => `${ranked ? '重いもの、' : ''}古いものから${shown}件／全${all}件`,
    causes: (year) => `${year}の累計`,
    recent: (shown, months) => `${months}か月のうち新しい方から${shown}件まで`,
    sparkMonths: '白抜きは途中の月',
  },
  findings: {
    trend: (month, n, last) => `${month}は${n}件でした（前月${last}件）`,
    trendAlt: (months) => `直近${months}か月の月ごとの障害件数。値は下の表にあります。`,
    restore: (month, n, median, p90) =>
      `${month}に復旧した${n}件の半数は${median}以内、9割は${p90}以内でした`,
    restoreUnknown: '復旧の時刻が渡されていないため、分かりません',
    openUnknown: '復旧の記録が渡されていないため、分かりません。',
    restoreNone: 'この月に復旧した障害はありません',
    restoreAlt: '復旧までの時間の分布（対数の目盛り）。値は下の表にあります。',
    harm: (month, duration) => `${month}の影響時間は合わせて${duration}でした`,
    harmAlt: '月ごとの影響時間。値は下の表にあります。',
    noneOpen: '未復旧の障害はありません。',
    noneOverdue: '期限を過ぎた対策はありません。',
    noActions: '対策の書き出しが設定されていないため、遅れは分かりません。',
    noIncidents: 'この期間に記録はありません。',
  },
  purposes: {
    executive: '経営会議のための1枚。何件起き、何が続いていて、何が遅れているか。',
    company: '会社の月次。事業部ごとの件数、続いている障害、遅れている対策。',
    unit: '事業部の品質会議のために。件数、原因、遅れ、システムごとの値。',
    system: '1つのシステムの今。プロファイル、月ごとの値、最近の記録。',
    register: '記録の一覧。発生の新しい順。',
    data: '何を読み、何を使えなかったか。すべての行の行き先。',
    methods: 'この報告のすべての数の定義。',
    companies: '会社の一覧。設定の順。',
    units: '事業部の一覧。',
    systems: 'システムの一覧。',
  },
  dataNote: (n) =>
    `データ（グループ全体・全期間）：障害の書き出し${n.read}行を読み、${n.rejected}行を却下しました。システムの分からない障害は${n.unmapped}件です。`,
  toData: 'データと由来',
  toMethods: '定義',
  register: {
    title: (month) => `${month}の記録`,
    finding: (records, incidents) => `記録${records}件、うち障害は${incidents}件です。`,
    page: (n, all) => `${n}／${all}ページ`,
    former: '前のページ',
    next: '次のページ',
    months: '月',
  },
  profile: {
    service: 'サービス',
    business_flow: '業務の流れ',
    layer: '層',
    availability_need: '可用性の要求',
    confidentiality_need: '機密性の要求',
    integrity_need: '完全性の要求',
    business_importance: '業務上の重要度',
    importance_class: '重要度区分',
    customer_facing: '社外の利用者',
    category: '区分',
    quality_rank: '品質ランク',
    recovery_priority: '復旧の優先順',
    countermeasure_level: '対策水準',
    target_recovery_minutes: '目標復旧時間（分）',
    allowed_stop_minutes: '許容停止時間（分）',
    users: '利用者数',
    usual_amount: '通常の金額',
    external_policy: '外部サービスへの方針',
    substitutable: '代替できる',
    service_hours: 'サービス時間',
    owner: '責任者',
    profile_reviewed_on: 'プロファイルの見直し',
    last_switchover_on: '最後の切替訓練',
    valid_from: '有効期間の始め',
    valid_to: '有効期間の終わり',
  },
  profileValues: {
    layer: {
      application: 'アプリケーション',
      application_platform: 'アプリケーション基盤',
      it_platform: 'IT基盤',
    },
    external_policy: {
      demand: '社内と同じ情報を求める',
      standard: '提供者の標準の値で管理する',
      none: '使わない',
    },
    importance_class: {
      life: '人命',
      all_employees: '全従業員',
      orders: '受注・生産・物流',
      payment: '決済',
      internal: '社内',
      catalog: 'カタログ',
    },
  },
  durationDays: (n) => `${n}日`,
};
