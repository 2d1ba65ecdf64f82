import { quoteText } from '../duckdb/quote.js';
import type { Mart } from './mart.js';

/**
 * Overdue at a month's valuation: the time allowed is over and the report was not made by then; one made late is overdue no more,
 * but stays `first_late` / `final_late`. A final report stands for the first one too. The days of the final report end at the
 * local midnight of the last of them. Each incident stands in its own month, and in every later one at whose end it is overdue.
 */
export const regulatorDuties: Mart = {
  name: 'regulator_duties',
  grain: {
    ja: '1行は1件の障害の当局報告の、発生した月または期限を過ぎている月の状態',
    en: 'one row per incident and month, its own or one at whose valuation a report to the regulator was overdue',
  },
  sql: ({ config, period }) => {
    const asOf = `TIMESTAMPTZ ${quoteText(period.asOf)}`;
    const existing = (column: string): string => `CASE WHEN s.${column} <= ${asOf} THEN s.${column} END`;
    const zone = quoteText(config.timezone);
    const { firstHours, finalDays, countedFrom } = config.regulator;
    const from = countedFrom === 'detected_at' ? 'coalesce(s.detected_at, s.occurred_at)' : 's.occurred_at';
    return `
      WITH duties AS (
        SELECT i.incident_id, i.month AS own_month, i.system_id, i.theme, i.supplier, i.grade, i.class, i._file, i._line, s.regulator_required AS required,
          least(${existing('regulator_first_at')}, ${existing('regulator_final_at')}) AS first_at, ${existing('regulator_final_at')} AS final_at,
          CASE WHEN s.regulator_required THEN ${from} + to_microseconds(${firstHours} * 3600000000) END AS first_due_at,
          CASE WHEN s.regulator_required THEN timezone(${zone}, ((${from} AT TIME ZONE ${zone})::DATE + ${finalDays + 1})::TIMESTAMP) END AS final_due_at
        FROM mart.incidents i JOIN staging.incidents s ON s.incident_id = i.incident_id WHERE i.counts),
      valued AS (
        SELECT d.*, m.month,
          coalesce(d.first_due_at < m.valued_at AND coalesce(d.first_at > m.valued_at, true), false) AS first_overdue,
          coalesce(d.final_due_at <= m.valued_at AND coalesce(d.final_at > m.valued_at, true), false) AS final_overdue
        FROM duties d JOIN mart.months m ON m.month = d.own_month OR (d.required AND m.month > d.own_month))
      SELECT incident_id, month, system_id, theme, supplier, grade, class, _file, _line, required, first_due_at, first_at, final_due_at, final_at,
        first_at > first_due_at AS first_late, final_at >= final_due_at AS final_late, first_overdue, final_overdue, first_overdue OR final_overdue AS overdue
      FROM valued WHERE month = own_month OR first_overdue OR final_overdue`;
  },
  checks: [
    'SELECT incident_id, month FROM mart.regulator_duties GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.regulator_duties WHERE overdue AND required IS DISTINCT FROM true',
  ],
};
