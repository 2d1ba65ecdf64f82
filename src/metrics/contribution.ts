/** Which rows make a figure. */
import { acrossCompanies } from '../marts/members.js';
import type { Pooled, Ratio } from './metric.js';

/** What says which rows contribute. */
export type Contributing = Pick<Pooled, 'mart' | 'where' | 'ofIncidents' | 'shared'> &
  Pick<Partial<Ratio>, 'scoped'>;

/**
 * The rows that contribute to a metric's figures, by month and scope: what `kado trace` will list. Alias `r`, with `scope_kind`
 * and `scope_id`: by the systems of the scope; by what an incident's record itself names, for themes and suppliers. `from`: other rows than the mart's, placed in the same way.
 */
export function contributingRows(measure: Contributing, from = `mart.${measure.mart}`): string {
  const { where, ofIncidents, shared, scoped } = measure;
  const condition = where ? ` WHERE ${where}` : '';
  if (scoped) return `${from} r${condition}`;
  const own = shared ? `(SELECT * FROM ${from} WHERE NOT shared)` : from;
  const bySystem = `SELECT r.*, k.scope_kind, k.scope_id FROM ${own} r JOIN mart.members k ON k.month = r.month AND k.system_id = r.system_id`;
  const placed = `(SELECT r.*, s.company_id FROM ${own} r JOIN mart.system_months s ON s.month = r.month AND s.system_id = r.system_id)`;
  const byRecord = `
    UNION ALL ${acrossCompanies('theme', 'theme', placed, () => '* EXCLUDE (company_id)')}
    UNION ALL SELECT r.*, 'supplier', r.supplier FROM ${own} r JOIN mart.months m ON m.month = r.month WHERE r.supplier IS NOT NULL`;
  const onceEach = shared ? ` UNION ALL BY NAME SELECT * FROM mart.${shared}` : '';
  return `(${bySystem}${ofIncidents ? byRecord : ''}${onceEach}) r${condition}`;
}
