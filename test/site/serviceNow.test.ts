/** The public ServiceNow log, as it is: known counts, on the command line and on the pages, digit for digit. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, kado, root, shared } from './kado.js';
import { shows } from './shown.js';
import { attribute, ofTag, pagesOf, readPage, textOf, under } from './tree.js';

const log = resolve(root, '..', 'shared', 'data', 'servicenow-incident-log');
const isHere = existsSync(join(log, 'incident_event_log.csv.gz'));
const reason = `${log} is not here: it is no part of the repository`;
const config = join(root, 'test', 'cases', 'servicenow', 'kado.yaml');

interface Figure {
  readonly figure_id: string;
  readonly value: number | null;
  readonly unit: string;
}
const months = { '2016-02': 207, '2016-03': 8995, '2016-04': 7934, '2016-05': 3633 };
const grades = { '1 - Critical': 220, '2 - High': 337, '3 - Moderate': 19_554, '4 - Low': 658 };

describe('the ServiceNow log', { timeout: 180_000 }, () => {
  let dist: string;
  let figures: ReadonlyMap<string, Figure>;
  beforeAll(async () => {
    if (!isHere) return;
    dist = await shared('servicenow', (out) => build(out, ['--config', config, '--month', '2016-05']));
    const { code, stdout } = await kado(['figures', '--config', config, '--out', dist, '--format', 'json']);
    expect(code).toBe(0);
    figures = new Map((JSON.parse(stdout) as Figure[]).map((figure) => [figure.figure_id, figure]));
  });
  const value = (id: string): number | null | undefined => figures.get(id)?.value;
  const overMonths = (tail: string): number =>
    Object.keys(months).reduce((sum, month) => sum + (value(`${month}/incidents/${tail}`) ?? Number.NaN), 0);

  it('is staged whole', (ctx) => {
    ctx.skip(!isHere, reason);
    const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
    const input = manifest.inputs.find((i: { kind: string }) => i.kind === 'incidents');
    expect(input.staged).toBe(20_769);
    expect(input.rows).toBe(
      input.staged + input.rejected + input.filtered + input.superseded + input.duplicate,
    );
  });

  it('counts the incidents of each month', (ctx) => {
    ctx.skip(!isHere, reason);
    for (const [month, n] of Object.entries(months))
      expect(value(`${month}/incidents/group:group`), month).toBe(n);
  });

  it('counts each grade over the four months', (ctx) => {
    ctx.skip(!isHere, reason);
    for (const [grade, n] of Object.entries(grades))
      expect(overMonths(`group:group/grade:${encodeURIComponent(grade)}`), grade).toBe(n);
  });

  it('keeps the seven without a category under the unmapped system', (ctx) => {
    ctx.skip(!isHere, reason);
    const found = [...figures.keys()]
      .map((id) => /^[^/]+\/incidents\/(system:unmapped[^/]*)$/.exec(id)?.[1])
      .filter((scope): scope is string => scope !== undefined);
    expect([...new Set(found)]).toEqual(['system:unmapped']);
    expect(overMonths('system:unmapped')).toBe(7);
  });

  it('shows on its pages what kado figures prints, digit for digit', (ctx) => {
    ctx.skip(!isHere, reason);
    let count = 0;
    const wrong = pagesOf(dist).flatMap((page) =>
      ofTag(page, 'data').flatMap((element) => {
        const id = attribute(element, 'data-figure');
        // Differences between two months are no figures of their own, and stand nowhere else.
        if (id === undefined && page.path.endsWith('moves.html')) return [];
        count++;
        const figure = figures.get(id!);
        return figure &&
          attribute(element, 'value') === String(figure.value) &&
          shows(textOf(element), figure.value!, figure.unit)
          ? []
          : [`${page.path}: ${attribute(element, 'data-figure')} ${figure?.value} ${textOf(element)}`];
      }),
    );
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });

  for (const locale of ['ja', 'en'])
    it(`shows all four months and the reported one's grades on the first page: ${locale}`, (ctx) => {
      ctx.skip(!isHere, reason);
      const page = readPage(dist, `${locale}/index.html`);
      const shown = new Map(
        ofTag(page, 'data').map((data) => [attribute(data, 'data-figure')!, textOf(data)]),
      );
      expect(shown.get('2016-05/incidents/group:group')).toBe('3,633');
      for (const grade of Object.keys(grades)) {
        const id = `2016-05/incidents/group:group/grade:${encodeURIComponent(grade)}`;
        expect(shown.get(id), id).toBe(value(id)?.toLocaleString('en-US'));
      }
      const trend = ofTag(page, 'section').find((s) => attribute(s, 'aria-labelledby') === 'trend')!;
      const whole = under(trend, 'tr').map((row) => under(row, 'td').map(textOf));
      for (const n of Object.values(months))
        expect(whole.filter((cells) => cells.includes(n.toLocaleString('en-US')))).toHaveLength(1);
    });
});
