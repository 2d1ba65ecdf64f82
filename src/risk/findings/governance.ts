/** What waits, has ended or is missing: suppliers, decisions, acceptances, the register, reports. */
import { type FindingKind, factOf, reported, systemFact, systemOf } from './fact.js';

/** `n` of `of_n` systems of the highest importance stand behind it; `value`: their share. */
export const concentrations: FindingKind = {
  id: 'concentration',
  sql: () => `
    ${factOf({ kind: `'supplier'`, id: 'w.supplier', weight: 'w.worst', n: 'w.top_systems', value: 'w.share', of: 'w.all_top', rank: 'w.share' })}
    FROM mart.supplier_weights w JOIN ${reported} ON m.month = w.month WHERE w.concentrated`,
};

/**
 * Matters sent upward, and decisions as recorded, that are overdue; one that answers the other stands once. `of`: what was sent upward is
 * decided and not carried out, that many days past the decision's day; NULL where a tier that it was sent to hasn't decided.
 */
export const decisionOverdue: FindingKind = {
  id: 'decision_overdue',
  sql: () => `
    WITH sent AS (
      SELECT e.month, e.system_id, max(e.age_days) AS days, CASE WHEN bool_and(e.decided_on IS NOT NULL) THEN max(date_diff('day', e.due_on, m.last_day)) END AS undone, min(e.decision_id) AS decision_id, max(e.level) AS level
      FROM mart.escalations e JOIN ${reported} ON m.month = e.month WHERE e.state = 'overdue' GROUP BY ALL)
    ${systemFact('e', { n: '1', value: 'e.days', key: 'e.decision_id', of: 'e.undone', rank: 'e.days' })} FROM sent e ${systemOf('e')}
    UNION ALL
    ${factOf({ kind: 'd.scope_kind', id: 'd.scope_id', system: `CASE WHEN d.scope_kind = 'system' THEN d.scope_id END`, weight: 's.counted', n: '1', value: 'd.days_over', text: 'd.subject', key: 'd.decision_id', rank: 'd.days_over' })}
    FROM mart.decision_states d JOIN ${reported} ON m.month = d.month
    LEFT JOIN mart.risk_systems s ON s.month = d.month AND d.scope_kind = 'system' AND s.system_id = d.scope_id
    WHERE d.state = 'overdue' AND NOT EXISTS (SELECT 1 FROM sent e WHERE e.decision_id = d.decision_id)`,
};

/** Its end has passed, and none that is valid of the same subject has taken its place: one accepted risk must not hide another. */
export const acceptanceEnded: FindingKind = {
  id: 'acceptance_ended',
  sql: () => `
    ${factOf({ kind: 'a.scope_kind', id: 'a.scope_id', system: `CASE WHEN a.scope_kind = 'system' THEN a.scope_id END`, weight: 's.counted', n: '1', value: 'a.days_over', text: 'a.subject', key: 'a.acceptance_id', rank: 'a.days_over' })}
    FROM mart.acceptance_states a JOIN ${reported} ON m.month = a.month
    LEFT JOIN mart.risk_systems s ON s.month = a.month AND a.scope_kind = 'system' AND s.system_id = a.scope_id
    WHERE a.state = 'expired' AND NOT EXISTS (SELECT 1 FROM mart.acceptance_states v WHERE v.month = a.month AND v.scope_kind = a.scope_kind AND v.scope_id = a.scope_id AND v.subject = a.subject AND v.state = 'valid')`,
};

/** `n`: the registered level, `value`: the measured one, `text`: which way they disagree. */
export const registerDisagrees: FindingKind = {
  id: 'register_disagrees',
  sql: () => `
    ${systemFact('f', { n: 'f.registered', value: 'f.measured', text: 'f.finding', key: 'f.risk_id', rank: 'f.measured' })}
    FROM mart.register_findings f JOIN ${reported} ON m.month = f.month ${systemOf('f')} WHERE f.finding <> 'registered_high'`,
};

/** `text`: what is wrong with what the supplier (`key`) delivers. */
export const externalFindings: FindingKind = {
  id: 'external_findings',
  sql: () => `
    ${systemFact('x', { n: '1', text: 'x.finding', key: 'x.supplier', rank: '1' })}
    FROM mart.external_services x JOIN ${reported} ON m.month = x.month ${systemOf('x')} WHERE x.finding <> 'kept'`,
};

/** `text`: the month that it was to report. */
export const reportsMissing: FindingKind = {
  id: 'reports_missing',
  sql: () => `
    ${factOf({ kind: 'x.scope_kind', id: 'x.scope_id', system: `CASE WHEN x.scope_kind = 'system' THEN x.scope_id END`, weight: 's.counted', n: '1', text: 'x.reported', key: 'x.reported', rank: '1' })}
    FROM mart.submission_states x JOIN ${reported} ON m.month = x.month
    LEFT JOIN mart.risk_systems s ON s.month = x.month AND x.scope_kind = 'system' AND s.system_id = x.scope_id WHERE x.state = 'missing'`,
};
