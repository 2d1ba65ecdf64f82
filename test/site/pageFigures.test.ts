/** Every number that a page tags as a figure is that figure, digit for digit, in both languages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { byId, numberOf, type Row, readFigures } from './figuresFile.js';
import { demo } from './kado.js';
import { shows } from './shown.js';
import { attribute, type Element, hasClass, ofTag, pagesOf, type SitePage, textOf, under } from './tree.js';

let figures: ReadonlyMap<string, Row>;
let pages: readonly SitePage[];
beforeAll(async () => {
  const dist = await demo();
  figures = byId(readFigures(dist));
  pages = pagesOf(dist);
});

const tagged = (page: SitePage): Element[] =>
  page.elements.filter((element) => attribute(element, 'data-figure') !== undefined);
const missingWords: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  ja: { no_data: /^情報なし$/, not_applicable: /^対象外$/ },
  // A level's word stands in a box, as a sentence would begin.
  en: { no_data: /^[Nn]o data$/, not_applicable: /^(?:n\/a|Not applicable)$/ },
};

describe('the figures on the pages', () => {
  it('are published, with the same value, and shown as that value', () => {
    let count = 0;
    const wrong = pages.flatMap((page) =>
      tagged(page).flatMap((element) => {
        count++;
        const id = attribute(element, 'data-figure')!;
        const text = textOf(element);
        const figure = figures.get(id);
        if (figure === undefined) return [`${page.path}: ${id} is not published`];
        if (figure.value === '')
          return element.tagName === 'span' &&
            // Hatched is what is unknown, and nothing else.
            hasClass(element, 'missing') === (figure.status === 'no_data') &&
            missingWords[page.path.slice(0, 2)]![figure.status!]!.test(text)
            ? []
            : [`${page.path}: ${id} ${figure.status} shown as ${text}`];
        return element.tagName === 'data' &&
          Number(attribute(element, 'value')) === Number(figure.value) &&
          attribute(element, 'value') !== '' &&
          shows(text, Number(figure.value), figure.unit!)
          ? []
          : [`${page.path}: ${id} is ${figure.value}, tagged ${attribute(element, 'value')}, shown ${text}`];
      }),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(5000);
  });

  it('are the same in Japanese and in English, page by page and in the same order', () => {
    const ids = (path: string) => {
      const page = pages.find((p) => p.path === path);
      return page && tagged(page).map((element) => attribute(element, 'data-figure'));
    };
    for (const page of pages.filter((p) => p.path.startsWith('ja/')))
      expect(ids(`en/${page.path.slice(3)}`), page.path).toEqual(ids(page.path));
    expect(pages.filter((p) => p.path.startsWith('ja/')).length * 2).toBe(pages.length);
  });

  it('cover every company, unit and system of the reported month', () => {
    const shown = new Set(
      pages.flatMap((page) => tagged(page).map((element) => attribute(element, 'data-figure')!)),
    );
    const expected = [...figures.keys()].filter((id) =>
      /^2026-10\/(incidents|incidents_fytd|open_incidents)\/(group|company|unit|system):[^/]+$/.test(id),
    );
    expect(expected.length).toBeGreaterThan(400);
    expect(expected.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('are what the drawn lines beside them say', () => {
    let count = 0;
    const wrong = pages.flatMap((page) =>
      ofTag(page, 'tr').flatMap((row) => {
        const spark = under(row, 'figure').find((figure) => hasClass(figure, 'spark'));
        const id = under(row, 'data')
          .flatMap((d) => attribute(d, 'data-figure') ?? [])
          .find((i) => i.includes('/incidents/'));
        if (!spark || !id) return [];
        count++;
        const line = textOf(under(spark, 'title')[0]!).split(': ').at(-1)!.split(' ');
        const months = lastMonths(id.slice(0, 7), line.length);
        // Before a scope existed there is a dash; the line begins where it begins.
        const expected = months
          .map((month) => figures.get(month + id.slice(7))?.value)
          .map((v) => (v === undefined || v === '' ? '–' : String(Number(v))));
        return line.join(' ') === expected.join(' ') && line.length === 24
          ? []
          : [`${page.path}: ${id}: ${line.join(' ')} for ${expected.join(' ')}`];
      }),
    );
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });

  it('are what the charts of months hold in their tables', () => {
    let count = 0;
    const wrong = pages.flatMap((page) => {
      const [, kind, file] = /^\w\w\/(?:(company|unit|system)\/)?(.+)\.html$/.exec(page.path)!;
      const scope =
        kind === undefined
          ? file === 'index'
            ? 'group:group'
            : undefined
          : file === 'index'
            ? undefined
            : scopeOnPage(page, kind);
      const section = ofTag(page, 'section').find((s) => attribute(s, 'aria-labelledby') === 'trend');
      if (scope === undefined || section === undefined) return [];
      const rows = under(under(section, 'tbody')[0]!, 'tr');
      // The whole stands last, after its parts where the bars are split.
      const shown = rows.map((row) =>
        under(row, 'td')
          .filter((td) => hasClass(td, 'num'))
          .at(-1),
      );
      const months = lastMonths('2026-10', rows.length);
      count++;
      return shown.flatMap((cell, i) => {
        const value = numberOf(figures, `${months[i]}/incidents/${scope}`);
        const text = cell && textOf(cell);
        return text === value.toLocaleString('en-US') || (Number.isNaN(value) && !/\d/.test(text ?? '1'))
          ? []
          : [`${page.path}: ${months[i]} ${text} for ${value}`];
      });
    });
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });
});

/** The scope that a company's, unit's or system's page is about: that of its first figure. */
const scopeOnPage = (page: SitePage, kind: string): string | undefined =>
  tagged(page)
    .map((element) => attribute(element, 'data-figure')!.split('/')[2]!)
    .find((scope) => scope.startsWith(`${kind}:`));

/** `count` months up to `last`, oldest first. */
function lastMonths(last: string, count: number): string[] {
  const index = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
  return Array.from({ length: count }, (_, i) => index - count + 1 + i).map(
    (n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  );
}
