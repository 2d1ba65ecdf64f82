import type { Mart } from './mart.js';

/**
 * Reports that were due within the month, once in each scope that who reports belongs to: a system in all of its scopes; a unit in
 * itself, its company and the group; a supplier in itself, in each company one of whose systems it supplies, and in the group.
 * Neither a unit's nor a supplier's report is one of their systems'. A unit or supplier that its input doesn't know stands nowhere
 * (the check of references says so); where that input isn't given, it stands in the group.
 * A due time without a clock time is 0:00 of that day (docs/values.md). What is due exactly at as-of is due.
 */
export const submissionsDue: Mart = {
  name: 'submissions_due',
  grain: {
    ja: '1行は期限の来た1件の報告と、それを数える1つの範囲',
    en: 'one row per report that came due and scope in which it counts',
  },
  sql: () => `
    WITH due AS (
      SELECT m.month, s.scope, split_part(s.scope, ':', 1) AS kind, substr(s.scope, strpos(s.scope, ':') + 1) AS id, s.month AS reported, s.due_at, s.submitted_at,
        coalesce(s.submitted_at <= s.due_at, false) AS on_time, s._file, s._line
      FROM staging.submissions s JOIN mart.months m ON s.due_at >= m.starts AND s.due_at < m.ends AND s.due_at <= m.valued_at),
    units AS (SELECT d.*, s.company_id FROM due d JOIN mart.scopes s ON d.kind = 'unit' AND s.scope_kind = 'unit' AND s.month = d.month AND s.scope_id = d.id),
    suppliers AS (SELECT d.* FROM due d SEMI JOIN mart.scopes s ON d.kind = 'supplier' AND s.scope_kind = 'supplier' AND s.month = d.month AND s.scope_id = d.id),
    strangers AS (SELECT d.* FROM due d WHERE (d.kind = 'unit' AND NOT EXISTS (SELECT 1 FROM staging.units) AND NOT EXISTS (SELECT 1 FROM units u WHERE u._file = d._file AND u._line = d._line))
      OR (d.kind = 'supplier' AND NOT EXISTS (SELECT 1 FROM staging.system_suppliers) AND NOT EXISTS (SELECT 1 FROM suppliers u WHERE u._file = d._file AND u._line = d._line)))
    SELECT d.*, k.scope_kind, k.scope_id FROM due d JOIN mart.members k ON d.kind = 'system' AND k.month = d.month AND k.system_id = d.id
    UNION ALL SELECT u.* EXCLUDE (company_id), s.kind, s.id FROM units u, LATERAL (VALUES ('unit', u.id), ('company', u.company_id), ('group', 'group')) s(kind, id)
    UNION ALL SELECT p.*, s.kind, s.id FROM suppliers p, LATERAL (VALUES ('supplier', p.id), ('group', 'group')) s(kind, id)
    UNION ALL SELECT DISTINCT p.*, 'company', y.company_id FROM suppliers p
      JOIN staging.system_suppliers l ON l.supplier = p.id AND (l.contract_until IS NULL OR strftime(l.contract_until, '%Y-%m') >= p.month)
      JOIN mart.system_months y ON y.system_id = l.system_id AND y.month = p.month
    UNION ALL SELECT *, 'group', 'group' FROM strangers`,
  checks: [
    'SELECT 1 FROM mart.submissions_due GROUP BY _file, _line, scope_kind, scope_id HAVING count(*) > 1',
    'SELECT month, scope_kind, scope_id FROM mart.submissions_due EXCEPT SELECT month, scope_kind, scope_id FROM mart.scopes',
  ],
};
