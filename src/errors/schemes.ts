import { entries } from './entry.js';

/** What can be wrong with classification schemes, and between a scheme and the data. */
export const schemeErrors = entries({
  scheme_unknown: {
    exit: 2,
    ja: ['scheme「{value}」はありません', '使えるもの: {allowed}'],
    en: ['there is no scheme "{value}"', 'there are: {allowed}'],
  },
  scheme_extends_unknown: {
    exit: 2,
    ja: ['{key} が指す「{value}」という scheme はありません', '使えるもの: {allowed}'],
    en: ['{key} names "{value}", which is no scheme', 'there are: {allowed}'],
  },
  scheme_extends_cycle: {
    exit: 2,
    ja: ['{key} が一巡しています: {cycle}', '一巡のどこかを preset か、全体を書いた scheme にしてください'],
    en: ['{key} comes back to itself: {cycle}', 'let one of them extend a preset, or be whole'],
  },
  scheme_reserved: {
    exit: 2,
    ja: ['scheme の id「{value}」は、scheme のない会社を表す名前です', '別の id にしてください'],
    en: ['the scheme id "{value}" stands for companies without a scheme', 'choose another id'],
  },
  scheme_twice: {
    exit: 2,
    ja: ['{key} の id「{value}」は、ほかの等級・点数か列の名前と同じです', '別の id にしてください'],
    en: [
      '{key} has the id "{value}", which another grade or score, or a column, has too',
      'choose another id',
    ],
  },
  scheme_score_later: {
    exit: 2,
    ja: [
      '{key} の式は、その点数自身か、後に書かれた点数「{score}」を使っています',
      '点数は、列と、先に書かれた点数だけから決めてください',
    ],
    en: [
      'the expression of {key} refers to "{score}", which is this score itself or stands after it',
      'a score may use the columns and the scores before it',
    ],
  },
  scheme_column_unknown: {
    exit: 2,
    ja: ['{key} の式にある「{column}」は、使える列でも点数でもありません', 'もしかして: {near}'],
    en: [
      '"{column}" in the expression of {key} is neither a column that it may use nor a score',
      'did you mean: {near}',
    ],
  },
  scheme_value_unknown: {
    exit: 2,
    ja: [
      '{key} の式は {column} を「{value}」と比べていますが、{column} がその値になることはありません',
      '{column} の値: {allowed}',
    ],
    en: [
      'the expression of {key} compares {column} with "{value}", which it never is',
      '{column} may be: {allowed}',
    ],
  },
  expression_type: {
    exit: 2,
    ja: [
      '{key} の式の結果は {actual} です。{expected} でなければなりません',
      '比較や CASE で {expected} になるように書いてください',
    ],
    en: [
      'the expression of {key} gives {actual}; it must give {expected}',
      'write it as a comparison or a CASE that gives {expected}',
    ],
  },
  scheme_field_unknown: {
    exit: 2,
    ja: ['{key} にある「{value}」は障害の記録の列ではありません', 'もしかして: {near}'],
    en: ['{key} names "{value}", which is no column of the incident record', 'did you mean: {near}'],
  },
  scheme_rule_grade: {
    exit: 2,
    ja: ['{key} が指す「{value}」は等級ではありません', '使えるもの: {allowed}'],
    en: ['{key} names "{value}", which is no grade', 'there are: {allowed}'],
  },
  scheme_importance_range: {
    exit: 2,
    ja: [
      '{key} はシステム「{system}」（{month}）の重要度を {value} としますが、重要度は 1 から 4 の整数です',
      '式を見直してください。材料がなく決められないときは NULL にします',
    ],
    en: [
      '{key} gives system "{system}" in {month} an importance of {value}; it must be a whole number from 1 to 4',
      'mend the expression; where it cannot be told, it should be NULL',
    ],
  },
  scheme_factor_range: {
    exit: 2,
    ja: [
      '障害「{incident}」で {key} が 0 から {limit} の間に収まりません',
      '式か、その障害の値を見直してください',
    ],
    en: [
      '{key} of incident "{incident}" is not between 0 and {limit}',
      'mend the expression, or the values of this incident',
    ],
  },
  scheme_fails: {
    exit: 2,
    ja: [
      'scheme「{scheme}」の式を計算できません: {detail}',
      '値によらず計算できる式にしてください（try_cast など）',
    ],
    en: [
      'an expression of scheme "{scheme}" cannot be computed: {detail}',
      'write it so that it holds for every value (try_cast, for one)',
    ],
  },
  config_score_id: {
    exit: 2,
    en: ['{key} is "{value}"', 'Use a letter, then letters, digits and _ (ASCII): expressions name it'],
    ja: ['{key} が「{value}」です', '式の中で名前になるため、英字で始め、英数字と _ だけにしてください'],
  },
  config_cap_rule: {
    exit: 2,
    en: ['{key} must have either cap or less_than_last_year', 'Write exactly one of the two'],
    ja: [
      '{key} には cap か less_than_last_year のどちらか一方が必要です',
      'どちらか一方だけを書いてください',
    ],
  },
});
