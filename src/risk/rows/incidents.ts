/** Incidents behind the drivers caps, signal, harm and open. */
import { trendPoints } from '../../stats/controlChart/rules.js';
import { weightOf } from '../inputs/input.js';
import { classRank, localTime, type RowContext, type RowSql, selectRows } from './row.js';

/** An incident as a row: `i` is mart.incidents. */
const incidentOf = (context: RowContext) => ({
  kind: 'incident' as const,
  key: 'i.incident_id',
  text: 'coalesce(i.title, i.symptom)',
  at: localTime('i.occurred_at', context),
  month: 'i.month',
  file: 'i._file',
  line: 'i._line',
});

/** methods.md, "Time": as graded at the month's end. */
const gradedAt = (month: string): string =>
  `JOIN mart.gradings g ON g.incident_id = i.incident_id AND ${month} BETWEEN g.from_month AND g.to_month`;

/** The caps of the system, and the counting incidents of the year to date that any of them counts. */
export const capRows: RowSql = (context) => `${selectRows({
  system: 'f.scope_id',
  kind: 'cap',
  key: 'f.breakdown',
  text: 'c.note',
  amount: 'f.to_date',
  bound: 'f.cap',
  category: 'f.status',
  file: 'c._file',
  line: 'c._line',
  rank: '-coalesce(f.probability, -1)',
  from: `FROM mart.cap_forecasts f JOIN mart.caps c ON c.scope_kind = f.scope_kind AND c.scope_id = f.scope_id AND c.fiscal_year = f.fiscal_year AND c.breakdown = f.breakdown
    WHERE f.scope_kind = 'system' AND f.month = ${context.month}`,
})}
    UNION ALL ${selectRows({
      ...incidentOf(context),
      system: 'i.system_id',
      category: weightOf('g'),
      rank: `10 + ${classRank(weightOf('g'))}`,
      from: `FROM mart.incidents i JOIN mart.months own ON own.month = i.month JOIN mart.months m ON m.month = ${context.month} AND own.fiscal_year = m.fiscal_year AND own.month <= m.month
    ${gradedAt('m.month')}
    WHERE i.counts AND EXISTS (SELECT 1 FROM mart.cap_forecasts f WHERE f.month = m.month AND f.scope_kind = 'system' AND f.scope_id = i.system_id
      AND f.breakdown IN ('', 'grade:' || g.grade, 'class:' || g.class))`,
    })}`;

/** The chart is of all months; its rules look back over so many at most. */
export const signalRows: RowSql = (context) =>
  selectRows({
    ...incidentOf(context),
    system: 'i.system_id',
    category: weightOf('i'),
    rank: '-epoch_us(i.occurred_at)::DOUBLE',
    from: `FROM mart.incidents i WHERE i.counts AND i.month IN (SELECT month FROM mart.months WHERE month <= ${context.month} ORDER BY month DESC LIMIT ${trendPoints})`,
  });

/** methods.md, "Harm": the same system, product class and normalised root cause; src/config/risk.ts: within 12 months. */
const causeMonths = 12;

/** Those of the cause that came most often, where one came again; of equally frequent ones, of all. */
export const recurringRows: RowSql = (context) =>
  selectRows({
    ...incidentOf(context),
    system: 'i.system_id',
    amount: 'i.n',
    category: weightOf('i'),
    rank: '-epoch_us(i.occurred_at)::DOUBLE',
    from: `FROM (
      SELECT *, max(n) OVER (PARTITION BY system_id) AS most FROM (
        SELECT i.*, count(*) OVER (PARTITION BY i.system_id, i.product_class, c.cause) AS n
        FROM mart.incidents i JOIN mart.causes c ON c.root_cause = i.root_cause
        WHERE i.counts AND i.mapped AND i.product_class IS NOT NULL AND i.month IN (SELECT month FROM mart.months WHERE month <= ${context.month} ORDER BY month DESC LIMIT ${causeMonths}))) i
    WHERE i.n = i.most AND i.n > 1`,
  });

/** The month's incidents under the system or harming it. */
export const gravestRows: RowSql = (context) =>
  selectRows({
    ...incidentOf(context),
    system: 'h.system_id',
    category: weightOf('i'),
    rank: classRank(weightOf('i')),
    from: `FROM mart.harmed_systems h JOIN mart.incidents i ON i.incident_id = h.incident_id WHERE i.counts AND i.month = ${context.month}`,
  });

/** Whatever did harm in the month, whenever it occurred; minutes within the month. */
const harmed = (context: RowContext, where: string): string =>
  selectRows({
    ...incidentOf(context),
    system: 'h.system_id',
    amount: 'h.harm_us / 60000000.0::DOUBLE',
    category: weightOf('h'),
    rank: '-h.harm_us',
    from: `FROM mart.harm h JOIN mart.incidents i ON i.incident_id = h.incident_id WHERE h.month = ${context.month}${where}`,
  });
export const harmRows: RowSql = (context) => harmed(context, '');
/** With the profile's row, which says how long a stop is allowed. */
export const stopRows: RowSql = (context) => `${harmed(context, ' AND h.stops')}
    UNION ALL ${selectRows({
      system: 'p.system_id',
      kind: 'profile',
      key: 'p.system_id',
      amount: 'p.allowed_stop_minutes',
      category: "'allowed_stop'",
      file: 'p._file',
      line: 'p._line',
      rank: '1',
      from: `FROM mart.system_profiles p WHERE p.month = ${context.month} AND p.allowed_stop_minutes IS NOT NULL`,
    })}`;

export const openRows: RowSql = (context) =>
  selectRows({
    ...incidentOf(context),
    system: 'o.system_id',
    amount: `date_diff('day', CAST(i.occurred_at AT TIME ZONE ${context.zone} AS DATE), m.last_day)`,
    category: weightOf('o'),
    rank: `${classRank(weightOf('o'))} * 1e15 + epoch_us(i.occurred_at) / 1e6`,
    from: `FROM mart.open_incidents o JOIN mart.incidents i ON i.incident_id = o.incident_id JOIN mart.months m ON m.month = o.month WHERE o.month = ${context.month}`,
  });

export const actionRows: RowSql = ({ month }) =>
  selectRows({
    system: 'o.system_id',
    kind: 'action',
    key: 'o.action_id',
    text: 'a.content',
    at: `strftime(o.due_on, '%Y-%m-%d')`,
    amount: 'o.days_over',
    category: 'o.kind',
    file: 'o._file',
    line: 'o._line',
    rank: '-o.days_over',
    from: `FROM mart.overdue_actions o JOIN staging.actions a ON a.action_id = o.action_id WHERE o.month = ${month}`,
  });

export const regulatorRows: RowSql = (context) =>
  selectRows({
    ...incidentOf(context),
    system: 'd.system_id',
    category:
      "CASE WHEN d.first_overdue AND d.final_overdue THEN 'both' WHEN d.first_overdue THEN 'first' ELSE 'final' END",
    rank: 'epoch_us(i.occurred_at) / 1e6',
    from: `FROM mart.regulator_duties d JOIN mart.incidents i ON i.incident_id = d.incident_id WHERE d.overdue AND d.month = ${context.month}`,
  });
