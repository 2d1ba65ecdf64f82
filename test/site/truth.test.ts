/** The published figures against what the demo's generator knows of what it wrote. */
import { beforeAll, describe, expect, it } from 'vitest';
import { truth } from '../demo/exports.js';
import { byId, numberOf, type Row, readFigures } from './figuresFile.js';
import { demo } from './kado.js';

let figures: ReadonlyMap<string, Row>;
beforeAll(async () => {
  figures = byId(readFigures(await demo()));
});

const scopes = Object.keys(truth.incidents_by_month);
const scopeOf = (id: string): string => (id === 'group' ? 'group:group' : `company:${id}`);
const month = '2026-10';
/** Actions whose incident no export has: overdue in the group, but of no company (data/README.md). */
const stray = truth.dirty.filter(({ what }) => what === 'action of an incident that does not exist').length;
const sum = (grades: Readonly<Record<string, number>> | undefined): number =>
  Object.values(grades ?? {}).reduce((a, b) => a + b, 0);

describe('against truth.json', () => {
  it.each(scopes)('incidents of every month: %s', (scope) => {
    const expected = truth.incidents_by_month[scope]!;
    const published = Object.keys(expected).map((m) => [
      m,
      numberOf(figures, `${m}/incidents/${scopeOf(scope)}`),
    ]);
    expect(Object.fromEntries(published)).toEqual(expected);
    expect(published).toHaveLength(31);
  });

  it('all incidents', () => {
    const all = [...figures.values()].filter((f) => f.metric === 'incidents' && f.breakdown === '');
    for (const tier of ['group', 'company', 'unit', 'system'])
      expect(
        sum(
          Object.fromEntries(
            all.filter((f) => f.scope_kind === tier).map((f) => [f.figure_id, Number(f.value)]),
          ),
        ),
      ).toBe(truth.incidents);
  });

  it.each(scopes)('incidents by class and fiscal year: %s', (scope) => {
    for (const [year, grades] of Object.entries(truth.incidents_by_fiscal_year[scope]!)) {
      const last = year === '2026' ? month : `${Number(year) + 1}-03`;
      for (const [grade, n] of Object.entries(grades)) {
        const id = `${last}/incidents_fytd/${scopeOf(scope)}/class:${grade}`;
        // A class that a company never had has no row; the truth says 0.
        expect(figures.has(id) ? numberOf(figures, id) : 0, id).toBe(n);
      }
    }
  });

  it.each(scopes)('open incidents at the end of October: %s', (scope) => {
    expect(numberOf(figures, `${month}/open_incidents/${scopeOf(scope)}`)).toBe(
      truth.open_incidents[scope] ?? 0,
    );
  });

  it.each(scopes)('overdue actions at the end of October: %s', (scope) => {
    expect(numberOf(figures, `${month}/actions_overdue/${scopeOf(scope)}`)).toBe(
      sum(truth.actions_overdue[scope]) + (scope === 'group' ? stray : 0),
    );
  });

  it('the stray actions stand under the unmapped system', () => {
    expect(stray).toBe(2);
    expect(numberOf(figures, `${month}/actions_overdue/system:unmapped`)).toBe(stray);
  });
});
