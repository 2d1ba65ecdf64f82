import { entries } from './entry.js';

/**
 * What can be wrong between rows of different inputs: ids that point at nothing, and rows that don't go together.
 * `{count}` is the number of the file's rows with the same fault.
 */
export const referenceErrors = entries({
  reference_unknown: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '行は残しましたが、どこにも数えられません。識別子を確かめてください',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'the row is kept but belongs nowhere; check the id',
    ],
  },
  reference_incidents_system_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '「システム不明」に残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'kept under the unmapped system',
    ],
  },
  reference_incidents_unit_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '会社またはグループに残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'kept under the company, or the group',
    ],
  },
  reference_incidents_company_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '書き出し元の会社またはグループに残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      "kept under the source's company, or the group",
    ],
  },
  reference_systems_unit_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '名前のない事業部として残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'kept as a unit known by its id only',
    ],
  },
  reference_units_company_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '名前のない会社として残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'kept as a company known by its id only',
    ],
  },
  reference_actions_incident_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '「システム不明」の対策として残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'kept under the unmapped system',
    ],
  },
  reference_actions_rollout_system_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '障害のシステムに残しました',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      "kept under its incident's system",
    ],
  },
  reference_incidents_recurs_of: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '書き出しの期間より前の障害なら、このままで構いません。そうでなければ識別子を確かめてください',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'as it should be if that incident is older than what the export covers; else check the id',
    ],
  },
  reference_changes_caused_incident_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target}（{where}）にありません（{count} 行）',
      '変更は残しましたが、障害とは結び付きません。識別子を確かめてください',
    ],
    en: [
      '{column} "{value}" is not among the {target} ({where}); rows: {count}',
      'the change is kept, but tied to no incident; check the id',
    ],
  },
  reference_kpi_parent_id: {
    exit: 1,
    ja: [
      '{column} の「{value}」は {target} の node_id（{where}）にありません（{count} 行）',
      '親のない節点として残しました。識別子を確かめてください',
    ],
    en: [
      '{column} "{value}" is not the node_id of any {target} ({where}); rows: {count}',
      'the node is kept without a parent; check the id',
    ],
  },
  reference_scope_value: {
    exit: 1,
    ja: [
      '{column} の「{value}」に当たる {key} は {target}（{where}）のどの行にもありません（{count} 行）',
      '行は残しましたが、何も当てはまりません。{target} の {key} にある値を書いてください',
    ],
    en: [
      '{column} "{value}": no row of {target} ({where}) has this {key}; rows: {count}',
      'the row is kept, but nothing falls under it; use a value that {key} really has',
    ],
  },
  references_more: {
    exit: 1,
    ja: [
      'このほか {column} に {target} にない値が {values} 種類あります（{count} 行）',
      '値の多くが合わないときは、columns の対応か {target} の書き出しを確かめてください',
    ],
    en: [
      '{column} has {values} more values that are not among the {target}; rows: {count}',
      'where so many fail, check the mapping under columns, or the export of {target}',
    ],
  },
  incident_unit_foreign: {
    exit: 1,
    ja: [
      'unit_id の「{unit}」は {system} の事業部ではありません。{other} では「{actual}」です（{count} 行）',
      'システムの事業部に数えます。どちらが正しいか確かめてください',
    ],
    en: [
      'unit_id "{unit}" is not the unit of {system}, which is "{actual}" at {other}; rows: {count}',
      "it counts under its system's unit; see which of the two is right",
    ],
  },
  incident_units_foreign: {
    exit: 1,
    ja: [
      'このほか、システムの事業部と違う unit_id を持つ組み合わせが {pairs} あります',
      'unit_id の対応か、systems の unit_id と有効期間を確かめてください',
    ],
    en: [
      '{pairs} more pairs of a system and a unit_id that is not its unit',
      'check the mapping of unit_id, or unit_id and the periods of validity in systems',
    ],
  },
  capacity_limit_idle: {
    exit: 1,
    ja: [
      '{series} のしきい値に当たる測定が {where} にありません（{metric} のこのような行: {count}）',
      'system_id・metric・component の書き方を測定と揃えてください',
    ],
    en: [
      'no measurement in {where} belongs to the limits of {series}; such rows of {metric}: {count}',
      'write system_id, metric and component as the measurements do',
    ],
  },
  validity_reversed: {
    exit: 1,
    ja: [
      '{id} の有効期間の終わり {to} が始まり {from} より前です',
      'どの日にも有効ではありません。書き出し元を直してください',
    ],
    en: [
      '{id} is valid to {to}, before it is valid from {from}',
      'no day falls in this period; mend it at the source',
    ],
  },
  validity_overlap: {
    exit: 1,
    ja: [
      '{id} の有効期間が重なっています。この行は {period}、{other} は {earlier} です',
      'どちらも有効な日は、始まりの遅い行を採ります。前の期間を、次の始まりの前日で終わらせてください',
    ],
    en: [
      '{id} has two periods of validity that overlap: {period} here, {earlier} at {other}',
      'on a day of both, the one that begins later counts; end the earlier one on the day before',
    ],
  },
  harm_reversed: {
    exit: 1,
    ja: [
      '障害 {id} がシステム {system} に及んだ終わり {to} が始まり {from} より前です',
      'このシステムへの影響時間は数えません。書き出し元を直してください',
    ],
    en: [
      'Incident {id} harmed system {system} until {to}, before it did from {from}',
      'its minutes of harm to this system are not counted; mend it at the source',
    ],
  },
  harm_before_incident: {
    exit: 1,
    ja: [
      '障害 {id} がシステム {system} に及んだ始まり {from} が、障害の発生 {occurred} より前です',
      '影響時間は発生時から数えます。どちらの日時が正しいか確かめてください',
    ],
    en: [
      'Incident {id} harmed system {system} from {from}, before it occurred at {occurred}',
      'the minutes of harm count from its occurrence; see which of the two is right',
    ],
  },
});
