/** The whole of `kado build`: exports → staging → marts → figures → site, in memory until the output is whole. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Loaded, listExports, loadExports, openCache } from '../../loaders/index.js';
import type { Config, Locale } from '../config/model.js';
import { type Database, openDatabase } from '../duckdb/database.js';
import { KadoError, type Problem, problem } from '../errors.js';
import { buildMarts } from '../marts/index.js';
import { findAsOf, type Period, type PeriodChoice } from '../marts/period.js';
import { createFigures } from '../metrics/figures.js';
import { findPlanFaults } from '../metrics/planFaults.js';
import { createSignals } from '../metrics/signals.js';
import { type Commentary, readCommentary } from '../pages/commentary.js';
import { readProvenance } from '../pages/provenance.js';
import { readReport } from '../pages/report.js';
import { judgeRisk } from '../risk/index.js';
import type { RunContext } from '../run.js';
import { checkSchemes, type Schemes, settleSchemes } from '../schemes/settle.js';
import type { Receipt } from '../staging/receipt.js';
import { writeFigures } from './figuresFile.js';
import { assertReplaceable } from './folder.js';
import { hashedSchemes } from './hashedSchemes.js';
import { manifestText } from './manifest.js';
import { writePages } from './pages.js';
import { writePdfs } from './pdf/report.js';
import { writeRejects } from './rejectsFile.js';
import { loadShells } from './shells.js';
import { checkReferences, writeSite } from './site.js';

export interface BuildRequest extends PeriodChoice {
  readonly config: Config;
  /** Absolute. */
  readonly out: string;
  readonly locales: readonly Locale[];
  readonly version: string;
  /** Where `lib/shells` is. */
  readonly packageRoot: string;
  /** Versions of Node's tables, by which what was read is kept for the next build (openCache); without them nothing is kept. */
  readonly runtime?: string | undefined;
}

export interface BuildResult {
  readonly period: Period;
  readonly receipts: readonly Receipt[];
  readonly warnings: readonly Problem[];
  readonly rejected: number;
  readonly pages: number;
  readonly buildId: string;
}

/** Runs `use` with a database in a folder of its own, which is removed afterwards whatever happens; `readable` as openDatabase has it. */
export async function withDatabase<T>(
  readable: readonly string[],
  use: (db: Database) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kado-')).catch((error: NodeJS.ErrnoException) => {
    throw new KadoError(
      problem('temp_unwritable', { folder: tmpdir(), reason: error.code ?? error.message }),
    );
  });
  // An interruption ends the process without coming back here, and the exports' rows must not stay behind.
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    const db = await openDatabase(folder, { readable });
    try {
      return await use(db);
    } finally {
      db.close();
    }
  } finally {
    process.removeListener('exit', clear);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds and publishes into `out`. Throws a KadoError with nothing published when the data or the configuration can't carry a report. */
export const buildReport = async (request: BuildRequest, ctx: RunContext): Promise<BuildResult> =>
  withDatabase(await listExports(request.config), async (db) => {
    const { config } = request;
    // Asked again before the swap; here, so that nobody waits for the exports to learn it.
    await assertReplaceable(request.out, config.folder);
    await checkSchemes(db, config);
    const { runtime } = request;
    const cache = runtime === undefined ? undefined : openCache(config, { runtime, writes: true });
    const { loaded, schemes, period, warnings } = await computeFigures(db, config, request, ctx, cache);
    const shells = await loadShells(request.packageRoot);
    const commentary = await readCommentary(db, config, period.month);
    const buildId = identifyBuild(config, loaded.receipts, request.version, schemes, commentary);
    let pages = 0;
    let provenance: Awaited<ReturnType<typeof readProvenance>> | undefined;
    await writeSite(
      request.out,
      async (folder) => {
        const data = join(folder, 'data');
        await mkdir(data);
        await writeFigures(db, data);
        const report = await readReport(db, config, period, loaded.mapped, schemes, commentary);
        provenance = await readProvenance(db, {
          receipts: loaded.receipts,
          warnings,
          buildId,
        });
        await writeRejects(data, provenance, request.locales[0]!);
        pages = await writePages(db, folder, { report, provenance, shells, locales: request.locales }, ctx);
        ctx.progress.stage('PDF');
        await writePdfs(folder, { report, provenance, locales: request.locales });
        await writeFile(
          join(folder, 'manifest.json'),
          manifestText({
            config,
            period,
            receipts: loaded.receipts,
            version: request.version,
            buildId,
            locales: request.locales,
            shells: shells.hash,
            schemes,
            commentary,
          }),
        );
        const foreign = await checkReferences(folder);
        if (foreign.length > 0) throw new KadoError(foreign);
      },
      config.folder,
    );
    ctx.progress.end();
    return {
      period,
      receipts: loaded.receipts,
      warnings,
      rejected: provenance?.rejects.length ?? 0,
      pages,
      buildId,
    };
  });

export interface Computed {
  readonly loaded: Loaded;
  readonly schemes: Schemes;
  readonly period: Period;
  readonly warnings: readonly Problem[];
}

/** Exports → staging → marts → figures and signals, in the database; throws where the data can't carry a report. */
export async function computeFigures(
  db: Database,
  config: Config,
  choice: PeriodChoice,
  ctx: RunContext,
  cache?: ReturnType<typeof openCache>,
): Promise<Computed> {
  const loaded = await loadExports(db, config, ctx, () => findAsOf(db, config, choice), cache);
  if (loaded.overLimit.length > 0) {
    // What is said of such a file as a whole is mostly the cause: the wrong encoding, for one.
    const files = new Set(loaded.overLimit.map((p) => p.place?.file));
    const causes = loaded.warnings.filter((w) => files.has(w.place?.file) && w.place?.line === undefined);
    throw new KadoError([...causes, ...loaded.overLimit]);
  }
  ctx.progress.stage('figures');
  const paths = new Map(loaded.receipts.map((r) => [r.file, r.path]));
  const schemes = await settleSchemes(db, config, (file) => paths.get(file));
  const period = await buildMarts(db, config, choice, schemes);
  await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
  const warnings = [...loaded.warnings, ...(await holdPlans(db, loaded.receipts))];
  await createSignals(db, config);
  return { loaded, schemes, period, warnings };
}

/** Targets and indicators that can't be judged end the build; what is merely odd about them is told. */
async function holdPlans(db: Database, receipts: readonly Receipt[]): Promise<Problem[]> {
  const faults = await findPlanFaults(db, receipts);
  const errors = faults.filter((p) => p.level === 'error');
  if (errors.length > 0) throw new KadoError(errors);
  return faults;
}

/** First 12 hex digits of the sha-256 over inputs, configuration, schemes and version (contract.md, "Outputs"). */
export function identifyBuild(
  config: Config,
  receipts: readonly Receipt[],
  version: string,
  schemes: Schemes = new Map(),
  commentary: Commentary = [],
): string {
  const inputs = receipts.map((r) => [r.kind, r.path, r.sha256]);
  return createHash('sha256')
    .update(
      JSON.stringify({
        inputs,
        configuration: config.hash,
        // Absent where there are none: such a build keeps its id.
        corrections: config.corrections?.sha256,
        commentary: commentary.length === 0 ? undefined : commentary.map((c) => [c.path, c.sha256]),
        schemes: hashedSchemes(schemes),
        version,
      }),
    )
    .digest('hex')
    .slice(0, 12);
}
