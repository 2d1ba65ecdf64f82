/** A project → every page of its report in both languages, and the marts that they may say something from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assurance, Variation } from '../../src/locale/judgements.js';
import type { Locale } from '../../src/locale/language.js';
import { buildMarts } from '../../src/marts/index.js';
import type { Figure } from '../../src/metrics/figure.js';
import { createFigures } from '../../src/metrics/figures.js';
import { createSignals } from '../../src/metrics/signals.js';
import { readCommentary } from '../../src/pages/commentary.js';
import { allPages } from '../../src/pages/index.js';
import type { PageContent } from '../../src/pages/page.js';
import { readProvenance } from '../../src/pages/provenance.js';
import { readCauses, readRegister, readRegisterMonths } from '../../src/pages/registers.js';
import { type ReportData, readReport } from '../../src/pages/report.js';
import { viewIn } from '../../src/pages/view.js';
import { figuresQuery, writeFigures } from '../../src/publish/figuresFile.js';
import { judgeRisk } from '../../src/risk/index.js';
import { settleSchemes } from '../../src/schemes/settle.js';
import { type Files, withStaged } from '../loaders/project.js';

export interface SignalRow {
  readonly metric: string;
  readonly assurance: Assurance | null;
  /** `system:m0`. */
  readonly scope: string;
  readonly chart: string;
  readonly variation: Variation | null;
  readonly rule: 'outside' | 'trend' | 'two_of_three' | 'shift' | null;
  readonly reason: string | null;
  readonly trial: boolean;
  readonly widened: boolean;
}

export interface Made {
  readonly report: ReportData;
  readonly pages: Readonly<Record<Locale, readonly PageContent[]>>;
  readonly signals: readonly SignalRow[];
  readonly evidence: readonly {
    readonly name: string;
    readonly scope: string;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly until: string;
    readonly overlapping: number;
  }[];
  /** Companies and units, as far as they were compared with their baselines. */
  readonly trends: readonly {
    readonly kind: 'company' | 'unit';
    readonly id: string;
    readonly company: string;
    readonly worse: boolean;
    readonly from: string;
    readonly n: number;
    readonly expected: number;
    readonly baselineFrom: string;
    readonly baselineTo: string;
  }[];
  /** In the configured order. */
  readonly rates: readonly { readonly id: string; readonly outside: 'above' | 'below' | null }[];
  readonly figures: ReadonlyMap<string, Figure>;
}

export const makeReport = (files: Files, month: string): Promise<Made> =>
  withStaged(files, async ({ db, config, loaded, rejects }) => {
    if (rejects.length > 0) throw new Error(`a row was rejected: ${JSON.stringify(rejects[0])}`);
    const schemes = await settleSchemes(db, config);
    const period = await buildMarts(db, config, { month }, schemes);
    await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
    await createSignals(db, config);
    const scratch = mkdtempSync(join(tmpdir(), 'kado-honesty-'));
    await writeFigures(db, scratch);
    rmSync(scratch, { recursive: true });
    const report = await readReport(
      db,
      config,
      period,
      loaded.mapped,
      schemes,
      await readCommentary(db, config, period.month),
    );
    const provenance = await readProvenance(db, {
      receipts: loaded.receipts,
      warnings: loaded.warnings,
      buildId: 'x',
    });
    const lists = {
      causes: await readCauses(db, period),
      // Of the register a month is enough: its pages say nothing but records.
      registerMonths: (await readRegisterMonths(db)).slice(0, 1),
      register: (m: string) => readRegister(db, config, period, m),
    };
    const pagesIn = async (locale: Locale): Promise<PageContent[]> => {
      const pages: PageContent[] = [];
      for await (const page of allPages(viewIn(report, locale), provenance, lists)) pages.push(page);
      return pages;
    };
    const figures = await db.rows<Figure>(figuresQuery);
    return {
      report,
      pages: { ja: await pagesIn('ja'), en: await pagesIn('en') },
      signals: await db.rows(
        `SELECT metric, scope_kind || ':' || scope_id AS scope, chart, variation, assurance, rule, reason, trial, widened FROM mart.signals WHERE month = $month ORDER BY ALL`,
        { month },
      ),
      evidence: await db.rows(
        `SELECT m.name, e.scope_kind || ':' || e.scope_id AS scope, e.lower, e.upper, e.after_to AS until, len(e.overlapping)::INTEGER AS overlapping
         FROM mart.measure_evidence e JOIN staging.measures m USING (measure_id) WHERE e.months IS NOT NULL ORDER BY m._line`,
      ),
      trends: await db.rows(
        `SELECT scope_kind AS kind, scope_id AS id, company_id AS company, worse, from_month AS "from", n, expected, baseline_from AS "baselineFrom", baseline_to AS "baselineTo"
         FROM mart.risk_trends WHERE reason IS NULL ORDER BY scope_kind, scope_id`,
      ),
      rates: await db.rows(
        `SELECT company_id AS id, outside FROM mart.company_rates WHERE month = $month ORDER BY position`,
        { month },
      ),
      figures: new Map(figures.map((f) => [f.figure_id, f])),
    };
  });
