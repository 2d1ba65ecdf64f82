/** What was read, file by file: the account that must close (contract.md, "Every row is accounted for"). */

import type { Kind } from '../config/model.js';

export interface Receipt {
  readonly kind: Kind;
  /** Number of the file within the run, in the order of the configuration; staging rows carry it as `_file`. */
  readonly file: number;
  /** Position of the source entry within its kind. */
  readonly entry: number;
  readonly company: string | undefined;
  /** As named by the configuration, relative to its folder, forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  /** Why this encoding was chosen: a code that the data page has words for, and its numbers. */
  readonly why: { readonly code: string; readonly params: Readonly<Record<string, string | number>> };
  readonly delimiter: string;
  /** The sheet that was read, of a workbook. */
  readonly sheet?: string | undefined;
  /** Rows in = staged + rejected + filtered + superseded + duplicate. */
  rows: number;
  staged: number;
  rejected: number;
  filtered: number;
  superseded: number;
  duplicate: number;
}

/** True when every row of the file stands in exactly one column of its account. */
export const closes = (r: Receipt): boolean =>
  r.rows === r.staged + r.rejected + r.filtered + r.superseded + r.duplicate;
