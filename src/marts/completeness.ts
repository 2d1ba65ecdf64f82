/** How completely incidents are recorded. */
import { quoteList, quoteText } from '../duckdb/quote.js';
import { groupClasses, type Scheme } from '../schemes/model.js';
import {
  askedBy,
  defaultRequiredFields,
  fieldsOf,
  type RecordField,
  recordStates,
} from '../schemes/recordFields.js';
import type { Schemes } from '../schemes/settle.js';
import type { Mart } from './mart.js';

type RequiredFields = Scheme['requiredFields'];

/** What is asked for, and by which schemes: most ask for the same. Companies without a scheme are asked for the default. */
function rulesOf(schemes: Schemes): readonly { required: RequiredFields; schemes: readonly string[] }[] {
  const rules = new Map<string, { required: RequiredFields; schemes: string[] }>();
  const add = (required: RequiredFields, scheme?: string): void => {
    const key = JSON.stringify(groupClasses.map((c) => required[c]));
    const rule = rules.get(key) ?? { required, schemes: [] };
    if (scheme !== undefined) rule.schemes.push(scheme);
    rules.set(key, rule);
  };
  add(defaultRequiredFields);
  for (const { scheme } of schemes.values()) add(scheme.requiredFields, scheme.id);
  return [...rules.values()];
}

/** Whether a field is asked for of an incident `i` that has come to `i.stage`; one without a class is asked as an "other" one. */
const askingOf =
  (rules: ReturnType<typeof rulesOf>) =>
  (field: RecordField): string => {
    const asked = rules.map(({ required, schemes }, k) => {
      const classes = askedBy(required, field);
      const of = classes.length === 0 ? 'false' : `coalesce(i.class, 'other') IN ${quoteList(classes)}`;
      // The default comes first, and holds for whom no other rule names.
      const others = rules.slice(1).flatMap((r) => r.schemes);
      const whose =
        k > 0
          ? `i.scheme IN ${quoteList(schemes)} AND `
          : others.length > 0
            ? `i.scheme NOT IN ${quoteList(others)} AND `
            : '';
      return `(${whose}${of})`;
    });
    const stage = `i.stage >= ${recordStates.indexOf(field.from)} AND (${asked.join(' OR ')})`;
    return field.when ? `(${stage} AND coalesce(${field.when}, false))` : `(${stage})`;
  };

/** The fields of all rules, each once. */
const allFields = (rules: ReturnType<typeof rulesOf>): readonly RecordField[] => [
  ...new Map(rules.flatMap(({ required }) => fieldsOf(required)).map((f) => [f.id, f])).values(),
];
const isFilled = (field: RecordField): string => `coalesce(${field.filled}, false)`;
const count = (conditions: readonly string[]): string => conditions.map((c) => `(${c})::INTEGER`).join(' + ');

/**
 * A record is looked at in the month in which it occurred, and in those in which it was restored and closed: at each stage what it
 * must hold by then, as of the month's valuation. Looked at only where it occurred, a record closed later would never be asked for
 * what closing asks. A record closed without a time was closed when it was restored, else when it occurred.
 * `unmapped`: of the fields asked for, those of which its export has no value in any row. They are missing all the same.
 */
export const recordMonths: Mart = {
  name: 'record_months',
  grain: {
    ja: '1行は1件の障害記録の、発生・復旧・終結した月の記入状況',
    en: 'one row per incident and month in which it occurred, was restored or was closed: how far its record is filled',
  },
  sql: ({ period, schemes }) => {
    const rules = rulesOf(schemes);
    const fields = allFields(rules);
    const isAsked = askingOf(rules);
    const asOf = `TIMESTAMPTZ ${quoteText(period.asOf)}`;
    const [, restored, closed] = recordStates.keys();
    const gives = fields.map((f, k) => `bool_or(${isFilled(f)}) AS f${k}`);
    return `
      WITH prevention AS (
        SELECT incident_id, bool_or(owner IS NOT NULL) AS owned, bool_or(content IS NOT NULL) AS told,
          bool_or(planned_on IS NOT NULL OR due_on IS NOT NULL) AS planned, min(approved_on) AS approved_on
        FROM staging.actions WHERE kind = 'prevention' GROUP BY 1),
      timed AS (
        SELECT i.incident_id, i.system_id, i.theme, i.supplier, i.scheme, i.grade, i.class, i._file, i._line, i._entry, i.occurred_at,
          CASE WHEN s.restored_at IS NOT NULL THEN greatest(s.restored_at, i.occurred_at) WHEN s.state = 'restored' THEN i.occurred_at END AS restored_at,
          CASE WHEN s.closed_at IS NOT NULL THEN greatest(s.closed_at, i.occurred_at)
            WHEN s.state = 'closed' THEN greatest(coalesce(s.restored_at, i.occurred_at), i.occurred_at) END AS closed_at
        FROM mart.incidents i JOIN staging.incidents s ON s.incident_id = i.incident_id WHERE i.counts),
      moments AS (
        SELECT incident_id, occurred_at AS moment FROM timed UNION ALL SELECT incident_id, restored_at FROM timed UNION ALL SELECT incident_id, closed_at FROM timed),
      looked AS (SELECT DISTINCT x.incident_id, m.month FROM moments x JOIN mart.months m ON x.moment >= m.starts AND x.moment < m.ends WHERE x.moment <= ${asOf}),
      staged AS (
        SELECT t.* EXCLUDE (occurred_at, restored_at, closed_at), l.month,
          CASE WHEN t.closed_at < m.ends AND t.closed_at <= m.valued_at THEN ${closed} WHEN t.restored_at < m.ends AND t.restored_at <= m.valued_at THEN ${restored} ELSE 0 END AS stage
        FROM looked l JOIN timed t ON t.incident_id = l.incident_id JOIN mart.months m ON m.month = l.month),
      given AS (
        SELECT s._entry, ${gives.join(', ')} FROM staging.incidents s CROSS JOIN (SELECT TIMESTAMPTZ '9999-12-31' AS valued_at, DATE '9999-12-31' AS last_day) m
        LEFT JOIN prevention a ON a.incident_id = s.incident_id GROUP BY 1)
      -- Of whom a scheme asks nothing, nothing is missing, and nothing complete.
      SELECT * FROM (
      SELECT i.incident_id, i.month, i.system_id, i.theme, i.supplier, i.grade, i.class, i._file, i._line, [${recordStates.map(quoteText).join(', ')}][i.stage + 1] AS state,
        ${count(fields.map(isAsked))} AS asked, ${count(fields.map((f) => `${isAsked(f)} AND ${isFilled(f)}`))} AS filled,
        ${count(fields.map((f, k) => `${isAsked(f)} AND NOT g.f${k}`))} AS unmapped,
        concat_ws(';', ${fields.map((f) => `CASE WHEN ${isAsked(f)} AND NOT ${isFilled(f)} THEN ${quoteText(f.id)} END`).join(', ')}) AS missing
      FROM staged i JOIN staging.incidents s ON s.incident_id = i.incident_id JOIN mart.months m ON m.month = i.month
      JOIN given g ON g._entry = i._entry LEFT JOIN prevention a ON a.incident_id = i.incident_id) WHERE asked > 0`;
  },
  checks: [
    'SELECT incident_id, month FROM mart.record_months GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.record_months WHERE filled > asked OR unmapped > asked - filled OR asked < 1',
    `SELECT 1 FROM mart.record_months WHERE asked - filled <> len(string_split(missing, ';')) AND NOT (missing = '' AND asked = filled)`,
  ],
};
