/** `manifest.json`: what went in and what made this output; the mark by which the next run knows its own folder. */
import type { Config, Locale } from '../config/model.js';
import type { Period } from '../marts/period.js';
import type { Commentary } from '../pages/commentary.js';
import type { Schemes } from '../schemes/settle.js';
import type { Receipt } from '../staging/receipt.js';
import { hashedSchemes } from './hashedSchemes.js';

export interface ManifestParts {
  readonly config: Config;
  readonly period: Period;
  readonly receipts: readonly Receipt[];
  readonly version: string;
  readonly buildId: string;
  readonly locales: readonly Locale[];
  readonly shells: string;
  readonly schemes?: Schemes;
  readonly commentary?: Commentary;
}

/** Names no machine, no user, no absolute path and no time but the run's as-of: the same inputs give the same bytes. */
export function manifestText({
  config,
  period,
  receipts,
  version,
  buildId,
  locales,
  shells,
  schemes = new Map(),
  commentary = [],
}: ManifestParts): string {
  const covers = new Map(
    period.covers.map((c) => [c.entry, { from: c.shownFrom, to: c.shownTo, declared: c.declared }]),
  );
  const manifest = {
    kado: version,
    build_id: buildId,
    month: period.month,
    as_of: period.asOf,
    timezone: config.timezone,
    locales,
    configuration: { sha256: config.hash },
    ...(config.corrections && {
      corrections: {
        path: config.corrections.path,
        sha256: config.corrections.sha256,
        count: config.corrections.entries.length,
      },
    }),
    ...(commentary.length > 0 && {
      commentary: commentary.map((c) => ({ path: c.path, sha256: c.sha256, count: c.comments.length })),
    }),
    schemes: hashedSchemes(schemes),
    shells: { sha256: shells },
    inputs: receipts.map((r) => ({
      kind: r.kind,
      path: r.path,
      sha256: r.sha256,
      bytes: r.bytes,
      encoding: r.encoding,
      encoding_because: r.why.code,
      delimiter: r.delimiter,
      ...(r.sheet !== undefined && { sheet: r.sheet }),
      rows: r.rows,
      staged: r.staged,
      rejected: r.rejected,
      filtered: r.filtered,
      superseded: r.superseded,
      duplicate: r.duplicate,
      ...(r.kind === 'incidents' && covers.has(r.entry) ? { covers: covers.get(r.entry) } : {}),
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
