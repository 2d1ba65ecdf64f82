/** The page of all systems: each stands there once, the gravest first, with its figures and why. */
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/pages/view.js';
import { findingProject } from '../risk/findingProject.js';
import { locales } from './claims.js';
import { type Made, makeReport } from './report.js';
import { plain, rowsOf, sectionOf } from './statements.js';

let made: Made;
beforeAll(async () => {
  made = await makeReport(findingProject(), '2026-10');
}, 240_000);

const pageOf = (locale: 'ja' | 'en'): string =>
  String(made.pages[locale].find((p) => p.route === routes.risk)!.content);

describe('the page of all systems', () => {
  it('says how many are at each level', () => {
    // s1 critical; s2 (its cause), s3 (harm, capacity, a report overdue) and s4 (a service that none may use) high; of s5 nothing bad is known.
    expect(plain(/<h1>(.*?)<\/h1>/s.exec(pageOf('ja'))![1]!)).toBe(
      '5システムの内訳は、極めて高1、高3、なし1です。',
    );
    expect(plain(/<h1>(.*?)<\/h1>/s.exec(pageOf('en'))![1]!)).toBe(
      'Of 5 systems: 1 critical, 3 high, 1 none.',
    );
  });

  it('has every system once, by level, importance and score, with its figures', () => {
    for (const locale of locales) {
      const page = pageOf(locale);
      const sections = ['l4', 'l3', 'l2', 'l1', 'l0', 'ln'].map((id) => sectionOf(page, id));
      const rows = sections.flatMap(rowsOf);
      expect(rows.map((r) => r.scope).sort()).toEqual(
        [...made.report.risk.levels.systems.keys()].map((id) => `system:${id}`).sort(),
      );
      const order = rows.map((r) => made.report.risk.levels.systems.get(r.scope!.slice('system:'.length))!);
      const rank = (s: (typeof order)[number]): number =>
        ((s.level ?? -1) * 10 + (s.importance ?? 0)) * 1000 + (s.score ?? 0);
      expect(order.map(rank)).toEqual(order.map(rank).sort((a, b) => b - a));
      for (const { markup, scope } of rows)
        for (const metric of ['risk_level', 'risk_score', 'risk_coverage'])
          expect(markup).toContain(`data-figure="2026-10/${metric}/${scope}"`);
    }
  });

  it('says why: the greatest drivers with their levels, and of how many nothing is known', () => {
    const [row] = rowsOf(sectionOf(pageOf('ja'), 'l4'));
    expect(plain(row!.cells.get('主な観点')!)).toMatch(/^未解決・遅れ（極めて高）、影響（高）、情報なし4$/);
    expect(plain(row!.cells.get('重要度')!)).toBe('最重要');
  });
});
