import type { Mart } from './mart.js';

/**
 * Every item is asked of every system of a company in which any system has answered by then: a system without any answer has not
 * been checked, so all its items are unanswered; of a company that has answered nothing it isn't known whether it uses the list.
 * Exports keep the last answer only: one of a later day leaves the item unanswered here, but what stood there isn't known
 * (`told` doesn't count it). An answer without a day holds in every month and isn't told either. Where the items are not given,
 * they are those that anybody answered.
 */
export const checklistMonths: Mart = {
  name: 'checklist_months',
  grain: {
    ja: '1行は1システムの1か月末の点検表（はい・いいえ・対象外・未回答の項目数）',
    en: "one row per system and month: the items of the checklist by their state at the month's end",
  },
  sql: () => `
    WITH items AS (
      SELECT item_id FROM staging.checklist_items
      UNION SELECT item_id FROM staging.checklist_answers WHERE NOT EXISTS (SELECT 1 FROM staging.checklist_items)),
    asked AS (
      SELECT p.month, p.system_id, s.company_id, m.last_day, (SELECT count(*) FROM items) AS items
      FROM mart.system_profiles p JOIN mart.months m ON m.month = p.month JOIN mart.system_months s ON s.month = p.month AND s.system_id = p.system_id
      WHERE p.known AND p.valid_then AND EXISTS (SELECT 1 FROM items)),
    answered AS (
      SELECT q.month, q.system_id, a.state, a.checked_on, coalesce(a.checked_on > q.last_day, false) AS later
      FROM asked q JOIN staging.checklist_answers a ON a.system_id = q.system_id SEMI JOIN items i ON i.item_id = a.item_id),
    summed AS (
      SELECT month, system_id, count(*) FILTER (NOT later AND state = 'yes') AS yes, count(*) FILTER (NOT later AND state = 'no') AS no,
        count(*) FILTER (NOT later AND state = 'na') AS na, count(*) FILTER (later OR checked_on IS NULL) AS untold
      FROM answered GROUP BY ALL),
    placed AS (
      SELECT q.month, q.system_id, q.items, coalesce(s.yes, 0) AS yes, coalesce(s.no, 0) AS no, coalesce(s.na, 0) AS na, coalesce(s.untold, 0) AS untold,
        bool_or(coalesce(s.yes + s.no + s.na, 0) > 0) OVER (PARTITION BY q.month, q.company_id) AS used
      FROM asked q LEFT JOIN summed s ON s.month = q.month AND s.system_id = q.system_id)
    SELECT month, system_id, items, used, yes, no, na, CASE WHEN used THEN items - yes - no - na ELSE 0 END AS unanswered,
      CASE WHEN used THEN items - untold ELSE 0 END AS told
    FROM placed`,
  checks: [
    'SELECT month, system_id FROM mart.checklist_months GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.checklist_months WHERE used AND yes + no + na + unanswered <> items',
    'SELECT 1 FROM mart.checklist_months WHERE told < 0 OR unanswered < 0 OR (NOT used AND yes + no + na > 0)',
  ],
};
