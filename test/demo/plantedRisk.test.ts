/**
 * What is planted in the demo is what its first page names, and what is ordinary variation it doesn't: for the demo's seed, and for five others
 * on which nothing was tuned. data/README.md lists both.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../data/generate/demo.js';
import { SUPPLIER } from '../../data/generate/planted.js';
import { listExports, loadExports } from '../../loaders/index.js';
import { readConfig } from '../../src/config/load.js';
import { openDatabase } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { createSignals } from '../../src/metrics/signals.js';
import { group } from '../../src/pages/book.js';
import { findingsOf, findingsSection } from '../../src/pages/parts/findings.js';
import { readReport } from '../../src/pages/report.js';
import { routes, type View, viewIn } from '../../src/pages/view.js';
import { writeFigures } from '../../src/publish/figuresFile.js';
import { judgeRisk } from '../../src/risk/index.js';
import { silentContext } from '../../src/run.js';
import { settleSchemes } from '../../src/schemes/settle.js';
import { plain } from '../pages/statements.js';
import { root } from './exports.js';

const scratch = mkdtempSync(join(tmpdir(), 'kado-first-page-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** '' is the committed demo. */
async function viewsOf(seed: string): Promise<readonly View[]> {
  const folder = seed === '' ? root : mkdtempSync(join(scratch, 'seed-'));
  if (seed !== '') {
    writeDemo({ out: join(folder, 'data'), seed, systems: 1, incidents: 1 });
    copyFileSync(join(root, 'kado.yaml'), join(folder, 'kado.yaml'));
  }
  const config = readConfig(readFileSync(join(folder, 'kado.yaml')), 'kado.yaml', folder, {});
  const db = await openDatabase(mkdtempSync(join(scratch, 'db-')), { readable: await listExports(config) });
  try {
    const { mapped } = await loadExports(db, config, silentContext);
    const schemes = await settleSchemes(db, config);
    const period = await buildMarts(db, config, {}, schemes);
    await createFigures(db, mapped, () => judgeRisk(db, config, period));
    await createSignals(db, config);
    await writeFigures(db, mkdtempSync(join(scratch, 'figures-')));
    const report = await readReport(db, config, period, mapped, schemes);
    return (['ja', 'en'] as const).map((locale) => viewIn(report, locale));
  } finally {
    db.close();
  }
}

/** kind → what it is about. */
function subjectsOf(view: View): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const f of findingsOf(view, group)) found[f.kind] = [...(found[f.kind] ?? []), f.scopeId];
  return found;
}

describe.each(['', '12', '13', '14', '15', '16'])(
  'the first page of the demo, seed %s',
  { timeout: 240_000 },
  (seed) => {
    it('names what is planted and no ordinary variation', async () => {
      const views = await viewsOf(seed);
      const subjects = subjectsOf(views[0]!);
      expect(subjects.company_worse).toEqual(['d']);
      expect(subjects.recurring_cause).toEqual(['b-loan-screening']);
      expect(subjects.open_critical).toEqual(['a-foreign-exchange-settlement']);
      expect(subjects.concentration).toEqual([SUPPLIER.name]);
      expect(subjects.profiles_stale).toEqual(['f-production']);
      expect([...(subjects.drills_lapsed ?? [])].sort()).toEqual(['b-servicing', 'g-corporate']);
      expect(subjects.capacity_limit).toEqual(['c-online-trading']);
      expect([...(subjects.reports_missing ?? [])].sort()).toEqual(['f-engineering', '水無月ロジスティクス']);
      for (const view of views) {
        const markup = String(findingsSection(view, routes.executive, group));
        const line = (kind: string): string =>
          plain(new RegExp(`<div data-kind="${kind}">.*?</div>`, 's').exec(markup)?.[0] ?? '');
        expect(line('company_worse')).toContain(view.companyName('d'));
        expect(line('recurring_cause')).toContain(view.systemName('b-loan-screening'));
        for (const kind of ['open_critical', 'top_critical'])
          expect(line(kind)).toContain(view.systemName('a-foreign-exchange-settlement'));
        expect(line('concentration')).toContain(SUPPLIER.name);
        expect(line('profiles_stale')).toContain(view.unitName('f-production'));
        for (const unit of ['b-servicing', 'g-corporate'])
          expect(line('drills_lapsed')).toContain(view.unitName(unit));
        // Ordinary: one late report, a supplier behind much that matters little, a contract that ends in two months.
        for (const name of ['日向駅務機器', '葉月事務サービス', view.systemName('c-trade-confirmations')])
          expect(plain(markup)).not.toContain(name);
      }
    });
  },
);
