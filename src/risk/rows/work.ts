/** Service levels, changes, reviews, suppliers, observations, profile, drills and the register. */
import { quoteText } from '../../duckdb/quote.js';
import { day, localTime, type RowContext, type RowSql, selectRows } from './row.js';

export const breachRows: RowSql = ({ month }) =>
  selectRows({
    system: 'r.system_id',
    kind: 'service_level',
    key: 'r.indicator',
    text: 'r.unit',
    amount: 'r.actual',
    bound: 'r.target',
    category: 'r.direction',
    file: 'r._file',
    line: 'r._line',
    from: `FROM mart.service_level_results r WHERE r.month = ${month} AND r.breached`,
  });

const changed = (context: RowContext, where: string): string =>
  selectRows({
    system: 'c.system_id',
    kind: 'change',
    key: 'c.change_id',
    text: 'c.caused_incident_id',
    at: localTime('c.at', context),
    category: 'c.result',
    file: 'c._file',
    line: 'c._line',
    rank: 'epoch_us(c.at) / 1e6',
    from: `FROM mart.changes_made c WHERE c.month = ${context.month} AND ${where}`,
  });
export const failedRows: RowSql = (context) => changed(context, 'c.failed');
/** By its result, or by the incident that it names, once that had occurred. */
export const causingRows: RowSql = (context) =>
  changed(
    context,
    `(c.result = 'caused_incident' OR EXISTS (SELECT 1 FROM mart.incidents i JOIN mart.months m ON m.month = c.month WHERE i.incident_id = c.caused_incident_id AND i.occurred_at <= m.valued_at))`,
  );

/** The last one held; of several on one day the gravest result. src/config/risk.ts: within 12 months. */
const reviewMonths = 12;
export const reviewRows: RowSql = ({ month }) =>
  selectRows({
    system: 'v.system_id',
    kind: 'review',
    key: 'v.review_id',
    text: 'v.phase',
    at: day('v.held_on'),
    category: 'v.result',
    file: 'v._file',
    line: 'v._line',
    from: `FROM (SELECT r.* FROM staging.reviews r JOIN mart.months m ON m.month = ${month} AND r.held_on <= m.last_day AND r.held_on > m.last_day - INTERVAL ${reviewMonths} MONTH
      QUALIFY row_number() OVER (PARTITION BY r.system_id ORDER BY r.held_on DESC, list_position(['stopped', 'conditional', 'passed'], r.result) NULLS LAST, r.review_id) = 1) v`,
  });

const supplied = (month: string, where: string, category: string, rank: string): string =>
  selectRows({
    system: 'e.system_id',
    kind: 'supplier',
    key: 'e.supplier',
    text: 'e.missing',
    at: day('e.contract_until'),
    amount: 'e.contract_days',
    category,
    file: 'e._file',
    line: 'e._line',
    rank,
    from: `FROM mart.external_services e WHERE e.month = ${month} AND ${where}`,
  });

/** What was found of each, the gravest first. */
export const attitudeRows: RowSql = ({ month, attitudes }) =>
  supplied(
    month,
    'e.finding IS NOT NULL',
    'e.finding',
    `CASE e.finding ${Object.entries(attitudes)
      .map(([finding, level]) => `WHEN ${quoteText(finding)} THEN ${-level}`)
      .join(' ')} ELSE 1 END`,
  );
export const contractRows: RowSql = ({ month }) =>
  supplied(month, 'e.contract_days IS NOT NULL', 'NULL', 'e.contract_days');

/** contract.md: 0 good – 3 bad. Reported by as-of: a month's observations mostly come in the days after it. */
const observed = ({ month, asOf }: RowContext, least: number): string =>
  selectRows({
    system: 'o.system_id',
    kind: 'observation',
    key: 'o.aspect',
    text: 'o.note',
    amount: 'o.status',
    file: 'o._file',
    line: 'o._line',
    rank: '-o.status',
    from: `FROM staging.observations o WHERE o.month = ${month} AND o.status >= ${least} AND coalesce(o.reported_at <= ${asOf}, true)`,
  });
export const observationRows: RowSql = (context) => observed(context, 1);
export const badRows: RowSql = (context) => observed(context, 3);

/** The row of the profile that tells of the latest review (as mart.profile_ages finds it). */
export const profileRows: RowSql = ({ month }) =>
  selectRows({
    system: 'p.system_id',
    kind: 'profile',
    key: 'p.system_id',
    at: day('p.reviewed_on'),
    amount: 'p.days',
    category: "'reviewed'",
    file: 'p._file',
    line: 'p._line',
    from: `FROM (SELECT a.system_id, a.reviewed_on, a.days, s._file, s._line, s.owner FROM mart.profile_ages a JOIN staging.systems s ON s.system_id = a.system_id AND s.profile_reviewed_on = a.reviewed_on
      WHERE a.month = ${month} QUALIFY row_number() OVER (PARTITION BY a.system_id ORDER BY s.valid_from DESC NULLS LAST, s._file, s._line) = 1) p`,
  });

export const drillRows: RowSql = ({ month }) =>
  selectRows({
    system: 'a.system_id',
    kind: 'drill',
    key: 's.drill_id',
    text: 's.scenario',
    at: day('a.held_on'),
    amount: 'a.days',
    category: 's.scope',
    file: 's._file',
    line: 's._line',
    from: `FROM mart.drill_ages a JOIN mart.drilled_systems d ON d.system_id = a.system_id AND d.held_on = a.held_on JOIN staging.drills s ON s.drill_id = d.drill_id WHERE a.month = ${month}`,
  });

/** The row of the profile valid then. */
export const switchoverRows: RowSql = ({ month }) =>
  selectRows({
    system: 'p.system_id',
    kind: 'profile',
    key: 'p.system_id',
    at: day('p.last_switchover_on'),
    amount: "date_diff('day', p.last_switchover_on, m.last_day)",
    category: "'switchover'",
    file: 'p._file',
    line: 'p._line',
    from: `FROM mart.system_profiles p JOIN mart.months m ON m.month = p.month WHERE p.month = ${month} AND p.known AND p.last_switchover_on <= m.last_day`,
  });

const registered = (month: string, where: string, rank: string): string =>
  selectRows({
    system: 'r.system_id',
    kind: 'risk',
    key: 'r.risk_id',
    text: 'r.title',
    at: day('r.due_on'),
    amount: 'r.score',
    bound: 'r.overdue_days',
    category: 'r.treatment',
    file: 'r._file',
    line: 'r._line',
    rank,
    from: `FROM mart.register_states r WHERE r.month = ${month} AND ${where}`,
  });
export const riskRows: RowSql = ({ month }) => registered(month, 'true', '-coalesce(r.score, 0)');
export const treatmentRows: RowSql = ({ month }) =>
  registered(month, 'r.overdue_days > 0', '-r.overdue_days');

export const exceptionRows: RowSql = ({ month }) =>
  selectRows({
    system: 'e.system_id',
    kind: 'exception',
    key: 'e.exception_id',
    text: 'e.standard',
    at: day('e.ends_on'),
    amount: "date_diff('day', e.ends_on, m.last_day)",
    file: 'e._file',
    line: 'e._line',
    rank: "-date_diff('day', e.ends_on, m.last_day)",
    from: `FROM staging.exceptions e JOIN mart.months m ON m.month = ${month} AND e.ends_on < m.last_day AND coalesce(e.approved_on <= m.last_day, true)`,
  });
