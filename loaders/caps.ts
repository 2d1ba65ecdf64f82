/** A file that ends exactly where tools cut exports off is probably not whole: nothing in it says so, only its number of rows. */
import { type Problem, problem } from '../src/errors.js';
import type { Receipt } from '../src/staging/receipt.js';
import type { Preset } from './presets/preset.js';

/** Jira's and Zabbix's limit, ServiceNow's query builder's, PagerDuty's: usual enough to be met elsewhere too. */
export const usualCaps: readonly number[] = [1000, 10_000, 20_000];

/** The warning that a file may have been cut off, by its number of rows alone. */
export function checkCap(
  receipt: Pick<Receipt, 'path' | 'rows'>,
  preset: Preset | undefined,
): Problem | undefined {
  const { path, rows } = receipt;
  if (![...usualCaps, ...(preset?.caps ?? [])].includes(rows)) return undefined;
  return problem('rows_at_cap', { rows }, { file: path }, 'warning');
}
