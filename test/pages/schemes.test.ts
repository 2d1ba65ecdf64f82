/** A scheme's page: who uses it, what it makes of the year's incidents, what is lacking, and whose each rule is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { schemeWords } from '../../src/locale/schemesOf.js';
import { wordsOf } from '../../src/locale/wordsOf.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { createSignals } from '../../src/metrics/signals.js';
import { type ReportData, readReport } from '../../src/pages/report.js';
import { schemePage, schemesPage } from '../../src/pages/scheme.js';
import { viewIn } from '../../src/pages/view.js';
import { writeFigures } from '../../src/publish/figuresFile.js';
import { judgeRisk } from '../../src/risk/index.js';
import { gradingColumns } from '../../src/schemes/columns.js';
import { settleSchemes } from '../../src/schemes/settle.js';
import { type Files, withStaged } from '../loaders/project.js';

/**
 * Two companies under finance-b, a third under a scheme that replaces B's grades, a fourth without one. x, in May: 1 A critical (1 customer ×
 * 100 million), 1 A whose size nobody knows, 1 B, 1 with customers unknown. y: 1 B in April. z: 1 A (heavy by its own rule).
 */
const files: Files = {
  'kado.yaml': `as_of: 2026-06-05T09:00:00+09:00
companies:
  - { id: x, name: X, scheme: finance-b }
  - { id: y, name: Y, scheme: finance-b }
  - { id: z, name: Z, scheme: own }
  - { id: n, name: N }
schemes:
  own:
    extends: finance-b
    counts: "true"
    severity:
      grades:
        - { id: A, name: Ours, when: customers_affected, class: heavy }
        - { id: B, name: The rest, when: "true", class: other }
sources:
  units: u.csv
  systems: s.csv
  incidents: [{ path: i.csv, covers: { from: 2026-04-01, to: 2026-05-31 } }]
`,
  'u.csv': 'unit_id,company_id,name_ja\nux,x,UX\nuy,y,UY\nuz,z,UZ\nun,n,UN\n',
  's.csv':
    'system_id,unit_id,name_ja,usual_amount,availability_need\nsx,ux,SX,100000000,4\ntx,ux,TX,,\nsy,uy,SY,1,2\nsz,uz,SZ,1,1\nsn,un,SN,1,1\n',
  'i.csv': `incident_id,system_id,occurred_at,restored_at,state,customers_affected,affected_users,severity
1,sx,2026-05-10T09:00:00+09:00,2026-05-10T10:00:00+09:00,closed,true,1,critical
2,tx,2026-05-11T09:00:00+09:00,2026-05-11T10:00:00+09:00,closed,true,1,critical
3,sx,2026-05-12T09:00:00+09:00,2026-05-12T10:00:00+09:00,closed,false,0,other
4,sx,2026-05-13T09:00:00+09:00,2026-05-13T10:00:00+09:00,closed,,0,other
5,sy,2026-04-10T09:00:00+09:00,2026-04-10T10:00:00+09:00,closed,false,0,other
6,sz,2026-04-10T09:00:00+09:00,2026-04-10T10:00:00+09:00,closed,true,9,other
7,sn,2026-04-10T09:00:00+09:00,2026-04-10T10:00:00+09:00,closed,true,9,critical
8,sx,2026-04-10T09:00:00+09:00,2026-04-10T10:00:00+09:00,canceled,,,other
`,
};

const reportOf = () =>
  withStaged(files, async ({ db, config, loaded }) => {
    const schemes = await settleSchemes(db, config);
    const period = await buildMarts(db, config, { month: '2026-05' }, schemes);
    await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
    await createSignals(db, config);
    const scratch = mkdtempSync(join(tmpdir(), 'kado-pages-'));
    await writeFigures(db, scratch);
    rmSync(scratch, { recursive: true });
    return readReport(db, config, period, loaded.mapped, schemes);
  });

/** Each row of a section's tables, cells as text. */
const rowsOf = (page: string, section: string): string[][] => {
  const [, body] = new RegExp(`<section aria-labelledby="${section}">(.*?)</section>`, 's').exec(page)!;
  return [...body!.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
      cell!
        .replace(/<[^>]+>/g, '')
        .replaceAll('&#39;', "'")
        .trim(),
    ),
  );
};

let report: ReportData;
beforeAll(async () => {
  report = await reportOf();
}, 60_000);

describe('the pages of schemes', () => {
  it('tell how the year falls into grades, by company, and what is lacking', () => {
    expect(report.schemes.map((u) => [u.scheme.id, u.companies])).toEqual([
      ['finance-b', ['x', 'y']],
      ['own', ['z']],
    ]);
    const [use] = report.schemes;
    const page = String(schemePage(viewIn(report, 'en'), use!).content);
    expect(rowsOf(page, 'graded')).toEqual([
      ['Rank A', '2', '0'],
      ['Rank B other', '1', '1'],
      ["Can't be graded", '1', '0'],
      ['Total', '4', '1'],
      // 4 lacks the one, 2 the other (its grade is told, its class isn't).
      ['customers affected or not', '1', '0'],
      ['Usual amount', '1', '0'],
    ]);
    expect(page).toContain('1 of 5 incidents');
    expect(page).toContain('class can&#39;t be told: 1');
    // tx has no availability_need.
    expect(rowsOf(page, 'importance').map(([level, n]) => [level, n])).toEqual([
      ['4 (highest)', '1'],
      ['3', '0'],
      ['2', '1'],
      ['1', '0'],
      ["Can't be told: items missing", '1'],
    ]);
  });

  it("say whose each rule is: the survey's, Kado's default, the company's own", () => {
    const page = (i: number) => String(schemePage(viewIn(report, 'en'), report.schemes[i]!).content);
    expect(
      rowsOf(page(0), 'severity')
        .slice(0, 2)
        .map((row) => row.at(-1)),
    ).toEqual(['the survey', 'the survey']);
    expect(
      rowsOf(page(1), 'severity')
        .slice(0, 2)
        .map((row) => row.at(-1)),
    ).toEqual(["the company's own", "the company's own"]);
    // What told of the preset's grades doesn't stand over the company's.
    expect(page(0)).toContain('The two ranks');
    expect(page(1)).not.toContain('The two ranks');
    const counting = (text: string) => /aria-labelledby="counting">.*?<dd>(.*?)<\/dd>/s.exec(text)![1]!;
    expect(counting(page(0))).toContain('default, not from the survey');
    expect(counting(page(1))).toContain('the company&#39;s own');
  });

  it('list the schemes that companies use, and no other', () => {
    const list = String(schemesPage(viewIn(report, 'ja')).content);
    expect([...list.matchAll(/href="(scheme|[^"]*\/scheme)\/([^"]+)"/g)].map((m) => m[2])).toEqual([
      'finance-b.html',
      'own.html',
    ]);
  });
});

describe('the words of schemes', () => {
  it('name every column that a rule may lack, in both languages', () => {
    for (const locale of ['ja', 'en'] as const) {
      const named = { ...schemeWords(locale).incidentFields, ...wordsOf(locale).profile };
      // Names of systems are never lacking, or needed by a rule of severity.
      const without = gradingColumns.map(({ name }) => name).filter((name) => named[name] === undefined);
      expect(without).toEqual(['name_ja', 'name_en']);
    }
    expect(Object.keys(schemeWords('ja').incidentFields)).toEqual(
      Object.keys(schemeWords('en').incidentFields),
    );
  });
});
