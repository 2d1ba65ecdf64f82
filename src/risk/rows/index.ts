/** By input of a driver (src/config/risk.ts): which rows of which export made it. The contents page. */
import { limitRows, signRows, warnRows } from './capacity.js';
import {
  actionRows,
  capRows,
  gravestRows,
  harmRows,
  openRows,
  recurringRows,
  regulatorRows,
  signalRows,
  stopRows,
} from './incidents.js';
import type { RowSql } from './row.js';
import {
  attitudeRows,
  badRows,
  breachRows,
  causingRows,
  contractRows,
  drillRows,
  exceptionRows,
  failedRows,
  observationRows,
  profileRows,
  reviewRows,
  riskRows,
  switchoverRows,
  treatmentRows,
} from './work.js';

export type { RowContext, RowKind, RowSql, WhyRow } from './row.js';
export { rowKinds, titledKinds } from './row.js';

/** Inputs of one driver that share a list (the open incidents have a class and an age) share its SQL. */
const rowSql: Readonly<Record<string, RowSql>> = {
  cap_chance: capRows,
  incidents_worse: signalRows,
  recurring_cause: recurringRows,
  gravest_class: gravestRows,
  impact_minutes: harmRows,
  stop_share: stopRows,
  open_class: openRows,
  open_days: openRows,
  actions_overdue: actionRows,
  overdue_days: actionRows,
  regulator_overdue: regulatorRows,
  days_to_limit: limitRows,
  over_warn_days: warnRows,
  capacity_signs: signRows,
  sla_breaches: breachRows,
  failed_changes: failedRows,
  changes_causing_incidents: causingRows,
  last_review: reviewRows,
  attitude: attitudeRows,
  contract_days: contractRows,
  worst_status: observationRows,
  bad_aspects: badRows,
  profile_age_days: profileRows,
  drill_days: drillRows,
  switchover_days: switchoverRows,
  risk_score: riskRows,
  treatment_days: treatmentRows,
  lapsed_exceptions: exceptionRows,
};

/** SQL of the rows that made an input. */
export function rowsOf(input: string): RowSql {
  const sql = rowSql[input];
  if (sql === undefined) throw new Error(`no rows are declared for the input ${input}`);
  return sql;
}
