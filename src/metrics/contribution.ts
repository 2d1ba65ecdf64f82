/** Which rows make a figure. */
import { acrossCompanies, scopeIdOf } from '../marts/members.js';
import type { Pooled, Ratio } from './metric.js';

/**
 * The rows that contribute to a metric's figures, by month and scope: what `kado trace` will list. Alias `r`, with `scope_kind`
 * and `scope_id`: by the systems of the scope; by what an incident's record itself names, for themes and suppliers.
 */
export function contributingRows(measure: Pooled | Ratio): string {
  const { mart, where, ofIncidents } = measure;
  const condition = where ? ` WHERE ${where}` : '';
  if ('scoped' in measure) return `mart.${mart} r${condition}`;
  const bySystem = `SELECT r.*, k.scope_kind, k.scope_id FROM mart.${mart} r JOIN mart.members k ON k.month = r.month AND k.system_id = r.system_id`;
  const placed = `(SELECT r.*, s.company_id FROM mart.${mart} r JOIN mart.system_months s ON s.month = r.month AND s.system_id = r.system_id)`;
  const byRecord = `
    UNION ALL ${acrossCompanies('theme', 'theme', placed, () => '* EXCLUDE (company_id)')}
    UNION ALL SELECT r.*, 'supplier', ${scopeIdOf('r.supplier')} FROM mart.${mart} r JOIN mart.months m ON m.month = r.month WHERE r.supplier IS NOT NULL`;
  return `(${bySystem}${ofIncidents ? byRecord : ''}) r${condition}`;
}
