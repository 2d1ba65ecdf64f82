/** Words of the data page and the methods page. */
import type { Locale } from './language.js';

export interface ProvenanceWords {
  readonly lead: (buildId: string, asOf: string) => string;
  readonly files: string;
  readonly filesNote: string;
  readonly account: Readonly<
    Record<
      | 'file'
      | 'kind'
      | 'rows'
      | 'staged'
      | 'rejected'
      | 'filtered'
      | 'superseded'
      | 'duplicate'
      | 'encoding'
      | 'bytes'
      | 'covers',
      string
    >
  >;
  readonly kinds: Readonly<Record<string, string>>;
  readonly why: Readonly<Record<string, string>>;
  readonly hashes: string;
  readonly counts: string;
  readonly facts: Readonly<
    Record<
      'unmapped' | 'ungraded' | 'notCounted' | 'afterAsOf' | 'untimed',
      readonly [label: string, meaning: string]
    >
  >;
  readonly rejects: string;
  readonly rejectsNote: (shown: string, all: string) => string;
  readonly noRejects: string;
  readonly reject: Readonly<Record<'place' | 'column' | 'value' | 'reason', string>>;
  readonly warnings: string;
  readonly warningsNote: (shown: string, all: string) => string;
  readonly noWarnings: string;
  readonly months: string;
  readonly monthsNote: string;
  readonly whole: string;
  readonly part: string;
  readonly declared: string;
  readonly derived: string;
  readonly absent: string;
  readonly absentNote: string;
  readonly unread: string;
  readonly downloads: string;
  readonly methods: {
    readonly lead: string;
    readonly metrics: string;
    readonly columns: Readonly<
      Record<'id' | 'unit' | 'direction' | 'grain' | 'formula' | 'source' | 'breakdowns' | 'coverage', string>
    >;
    readonly units: Readonly<Record<string, string>>;
    readonly directions: Readonly<Record<string, string>>;
    readonly breakdowns: Readonly<Record<string, string>>;
    readonly rules: string;
    readonly ruleTexts: readonly (readonly [string, string])[];
    readonly marts: string;
    readonly martsNote: string;
  };
}

const ja: ProvenanceWords = {
  lead: (buildId, asOf) =>
    `基準時点は${asOf}、ビルドは${buildId}です。読んだ行はすべて、次の表のどれか1つの欄に入っています。`,
  files: '読んだファイル',
  filesNote: '行 ＝ 採用 ＋ 却下 ＋ 条件で除外 ＋ 旧版 ＋ 重複',
  account: {
    file: 'ファイル',
    kind: '種類',
    rows: '行',
    staged: '採用',
    rejected: '却下',
    filtered: '条件で除外',
    superseded: '旧版',
    duplicate: '重複',
    encoding: '文字コードとその理由',
    bytes: 'バイト',
    covers: '含む期間',
  },
  kinds: { companies: '会社', units: '事業部', systems: 'システム', incidents: '障害', actions: '対策' },
  why: {
    declared: '設定の指定',
    bom: 'BOM がある',
    ascii: 'ASCII だけ',
    'strict-utf8': '厳密な UTF-8 として読める',
    'zero-bytes': 'ゼロのバイトの並び',
    'only-shift_jis': 'UTF-8 でも EUC-JP でもない',
    'only-euc-jp': 'UTF-8 でも Shift_JIS でもない',
    scored: '日本語らしさの点数',
    'fewest-errors': '読めないバイトがもっとも少ない',
  },
  hashes: 'SHA-256',
  counts: '数え方の内訳',
  facts: {
    unmapped: ['システムの分からない障害', '事業部・会社・グループの「システム不明」に数えています'],
    ungraded: ['重大さのない障害', '合計には入り、重大さ別には入りません'],
    notCounted: ['障害に数えない記録', '取り消された記録など。一覧には残しています'],
    afterAsOf: ['基準時点より後の記録', 'まだ無いものとして扱っています'],
    untimed: ['時間を計れない障害', '復旧の時刻が無いか、発生より前です。件数には入り、時間には入りません'],
  },
  rejects: '却下した行',
  rejectsNote: (shown, all) => `${shown}行／全${all}行。全件は data/rejects.csv`,
  noRejects: '却下した行はありません。',
  reject: { place: '場所', column: '列', value: '値', reason: '理由と直し方' },
  warnings: '気をつけること',
  warningsNote: (shown, all) => `${shown}件／全${all}件`,
  noWarnings: 'ありません。',
  months: '書き出しが含む期間',
  monthsNote: '全体が含まれない月は途中の月として、判定も比較もしません',
  whole: '全体を含む月',
  part: '途中の月',
  declared: '設定の指定',
  derived: '記録から',
  absent: '渡されていない入力',
  absentNote: 'これらの入力に頼る節や数は「情報なし」と示すか、名前の代わりに識別子で示します。',
  unread: 'この版がまだ読まない入力',
  downloads: 'データファイル',
  methods: {
    lead: '数はすべて下の宣言から作られ、ページ・data/figures.csv・検査が同じ宣言を読みます。',
    metrics: '指標',
    columns: {
      id: '識別子',
      unit: '単位',
      direction: '望ましい方向',
      grain: '集計の単位',
      formula: '式',
      source: '出典',
      breakdowns: '内訳',
      coverage: '充足率',
    },
    units: { count: '件', minutes: '分', index: '指数' },
    directions: {
      lower_is_better: '小さいほど良い',
      higher_is_better: '大きいほど良い',
      neither: 'どちらでもない',
    },
    breakdowns: { grade: '重大さ', class: '区分（重大・重・その他）' },
    rules: '約束',
    ruleTexts: [
      ['月', '暦の月。設定の時間帯で区切ります。障害は発生日時の月に数えます。'],
      ['月の値', '月末（基準時点が早ければ基準時点）での値です。後の進み具合で過去の月は変わりません。'],
      ['途中の月', '書き出しが月の全体を含まない月。白抜きで示し、判定も比較もしません。'],
      ['基準時点', '基準時点より後に起きたことは、まだ無いものとします。'],
      [
        '重大さ',
        '元データの値です。基準は会社ごとに違うため、会社の間で重大さ別の件数を比べません。グループの値は各社の値の合計です。',
      ],
      ['情報なし', '入力が無い数は「情報なし」で、0ではありません。'],
      ['対象外', '数える相手がない数（例：その月に復旧した障害がないときの中央値）。'],
      ['過去の組織', '月ごとに、その月に有効だった事業部と会社に数えます。履歴の無い場合は今の組織です。'],
    ],
    marts: '数の元になる表',
    martsNote: '1行の意味',
  },
};

const en: ProvenanceWords = {
  lead: (buildId, asOf) =>
    `As of ${asOf}, build ${buildId}. Every row that was read stands in exactly one column of this account.`,
  files: 'Files read',
  filesNote: 'rows = staged + rejected + filtered + superseded + duplicate',
  account: {
    file: 'File',
    kind: 'Kind',
    rows: 'Rows',
    staged: 'Staged',
    rejected: 'Rejected',
    filtered: 'Filtered',
    superseded: 'Superseded',
    duplicate: 'Duplicate',
    encoding: 'Encoding and why',
    bytes: 'Bytes',
    covers: 'Covers',
  },
  kinds: {
    companies: 'companies',
    units: 'units',
    systems: 'systems',
    incidents: 'incidents',
    actions: 'actions',
  },
  why: {
    declared: 'as configured',
    bom: 'byte order mark',
    ascii: 'ASCII only',
    'strict-utf8': 'reads as strict UTF-8',
    'zero-bytes': 'pattern of zero bytes',
    'only-shift_jis': 'neither UTF-8 nor EUC-JP',
    'only-euc-jp': 'neither UTF-8 nor Shift_JIS',
    scored: 'scored as the likelier Japanese',
    'fewest-errors': 'fewest bytes that cannot be read',
  },
  hashes: 'SHA-256',
  counts: 'Notes on counting',
  facts: {
    unmapped: [
      'Incidents without a known system',
      'counted under "System unknown" of their unit, company or the group',
    ],
    ungraded: ['Incidents without a grade', 'in the totals, in no grade'],
    notCounted: ['Records that are not incidents', 'canceled ones, for example; they stay in the register'],
    afterAsOf: ['Records later than as-of', 'taken as not yet existing'],
    untimed: [
      'Incidents that cannot be timed',
      'no time of restoration, or one before the occurrence; counted, not timed',
    ],
  },
  rejects: 'Rejected rows',
  rejectsNote: (shown, all) => `${shown} of ${all}; all of them in data/rejects.csv`,
  noRejects: 'No row was rejected.',
  reject: { place: 'Place', column: 'Column', value: 'Value', reason: 'Reason and how to mend it' },
  warnings: 'To be aware of',
  warningsNote: (shown, all) => `${shown} of ${all}`,
  noWarnings: 'Nothing.',
  months: 'What the exports cover',
  monthsNote: 'a month that is not wholly covered is incomplete: neither judged nor compared',
  whole: 'whole months',
  part: 'incomplete',
  declared: 'as configured',
  derived: 'from the records',
  absent: 'Inputs not given',
  absentNote: 'Sections and figures that need these inputs say "no data", or show ids in place of names.',
  unread: 'Inputs that this version does not read yet',
  downloads: 'Data files',
  methods: {
    lead: 'Every number is made from the declarations below; pages, data/figures.csv and tests read the same ones.',
    metrics: 'Metrics',
    columns: {
      id: 'Identifier',
      unit: 'Unit',
      direction: 'Better',
      grain: 'Granularity',
      formula: 'Formula',
      source: 'Source',
      breakdowns: 'Breakdowns',
      coverage: 'Coverage',
    },
    units: { count: 'count', minutes: 'minutes', index: 'index' },
    directions: { lower_is_better: 'lower', higher_is_better: 'higher', neither: 'neither' },
    breakdowns: { grade: 'grade of severity', class: 'class (critical, heavy, other)' },
    rules: 'Conventions',
    ruleTexts: [
      [
        'Month',
        'A calendar month in the configured time zone. An incident belongs to the month in which it occurred.',
      ],
      [
        "A month's value",
        'is taken at the end of the month (or at as-of, if earlier), so that later progress never changes a past month.',
      ],
      [
        'Incomplete month',
        'One that the exports do not hold wholly: drawn hollow, neither judged nor compared.',
      ],
      ['As-of', 'What happened after as-of does not exist yet.'],
      [
        'Severity',
        "As each company's export gives it. The scales differ, so companies are never compared by severity; the group's values are sums.",
      ],
      ['No data', 'A figure without its input says so; it is not a zero.'],
      [
        'Not applicable',
        'A figure with nothing to be taken of, such as a median in a month without a restoration.',
      ],
      [
        'Past organisation',
        'Each month counts by the units and companies valid then; by those of today where there is no history.',
      ],
    ],
    marts: 'Tables behind the numbers',
    martsNote: 'what one row is',
  },
};

export const provenanceWords = (locale: Locale): ProvenanceWords => (locale === 'ja' ? ja : en);
