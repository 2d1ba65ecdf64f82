/** Each page is whole in itself: language, headings, ids, links, labels, names of drawings. */
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demo } from './kado.js';
import { attribute, filesOf, hasClass, ofTag, pagesOf, type SitePage, textOf, under } from './tree.js';

let files: ReadonlySet<string>;
let pages: readonly SitePage[];
let ids: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  const dist = await demo();
  files = new Set(filesOf(dist));
  pages = pagesOf(dist);
  ids = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]));
});

const idsOf = (page: SitePage): string[] =>
  page.elements.flatMap((element) => attribute(element, 'id') ?? []);
const broken = (find: (page: SitePage) => readonly string[]): string[] =>
  pages.flatMap((page) => find(page).map((what) => `${page.path}: ${what}`));

/** The targets of a page's links: path from the output folder, and fragment. */
const targetsOf = (page: SitePage) =>
  ofTag(page, 'a').flatMap((link) => {
    const href = attribute(link, 'href');
    if (href === undefined) return [];
    const [way, fragment] = href.split('#') as [string, string?];
    const path = way === '' ? page.path : posix.join(posix.dirname(page.path), decodeURIComponent(way));
    return [{ href, path, fragment: fragment === undefined ? undefined : decodeURIComponent(fragment) }];
  });

describe('every page', () => {
  it('is HTML without a parse error', () => {
    expect(broken((page) => page.errors)).toEqual([]);
  });

  it('says its language, has one h1, a title, and a main part', () => {
    expect(
      broken((page) => {
        const [root] = ofTag(page, 'html');
        const headings = ofTag(page, 'h1');
        return [
          attribute(root!, 'lang') === page.path.slice(0, 2) ? '' : `lang ${attribute(root!, 'lang')}`,
          headings.length === 1 && textOf(headings[0]!).trim() !== '' ? '' : `${headings.length} h1`,
          ofTag(page, 'title')
            .filter((t) => t.parentNode && 'tagName' in t.parentNode && t.parentNode.tagName === 'head')
            .every((t) => textOf(t).trim())
            ? ''
            : 'no title',
          ofTag(page, 'main').length === 1 ? '' : 'no main',
        ].filter(Boolean);
      }),
    ).toEqual([]);
  });

  it('never skips a level of headings', () => {
    expect(
      broken((page) => {
        const levels = ofTag(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((h) => Number(h.tagName[1]));
        return levels.flatMap((level, i) =>
          level > (levels[i - 1] ?? 0) + 1 ? [`h${level} after h${levels[i - 1]}`] : [],
        );
      }),
    ).toEqual([]);
  });

  it('has unique ids, and refers to its own', () => {
    expect(
      broken((page) => {
        const all = idsOf(page);
        const twice = all.filter((id, i) => all.indexOf(id) !== i || id === '' || /\s/.test(id));
        const lost = page.elements.flatMap((element) =>
          ['aria-labelledby', 'aria-describedby', 'for', 'headers']
            .flatMap((name) => (attribute(element, name) ?? '').split(' ').filter(Boolean))
            .filter((id) => !all.includes(id)),
        );
        return [...twice.map((id) => `twice ${id}`), ...lost.map((id) => `no ${id}`)];
      }),
    ).toEqual([]);
  });

  it('links only to what is there, by ways that also work from a folder', () => {
    expect(
      broken((page) =>
        targetsOf(page).flatMap(({ href, path, fragment }) => {
          if (href.startsWith('/')) return [`absolute ${href}`];
          if (!files.has(path)) return [`no file ${href}`];
          return fragment && !ids.get(path)?.has(fragment) ? [`no fragment ${href}`] : [];
        }),
      ),
    ).toEqual([]);
  });

  it('can be reached from the first page of its language', () => {
    const ways = new Map(pages.map((page) => [page.path, targetsOf(page).map(({ path }) => path)]));
    for (const locale of ['ja', 'en']) {
      const seen = new Set<string>();
      const next = [`${locale}/index.html`];
      while (next.length > 0) {
        const path = next.pop()!;
        if (seen.has(path) || !path.startsWith(`${locale}/`)) continue;
        seen.add(path);
        next.push(...(ways.get(path) ?? []));
      }
      const own = pages.map((page) => page.path).filter((path) => path.startsWith(`${locale}/`));
      expect(own.filter((path) => !seen.has(path))).toEqual([]);
    }
  });

  it('leads to the same page in the other language', () => {
    expect(
      broken((page) => {
        const other = page.path.startsWith('ja/') ? 'en' : 'ja';
        const link = ofTag(page, 'a').find((a) => attribute(a, 'hreflang') === other);
        const target = link && posix.join(posix.dirname(page.path), attribute(link, 'href')!);
        return target === other + page.path.slice(2) ? [] : [`${other}: ${target}`];
      }),
    ).toEqual([]);
  });

  it('labels each cell with its column, so that it can be read when stacked', () => {
    expect(
      broken((page) =>
        ofTag(page, 'table').flatMap((table) => {
          if (!hasClass(table, 'figures')) return [];
          const heads = under(under(table, 'thead')[0]!, 'th');
          if (!heads.every((th) => attribute(th, 'scope') === 'col')) return ['a heading without scope'];
          const labels = heads.map((th) => textOf(th));
          return under(under(table, 'tbody')[0]!, 'tr').flatMap((row) => {
            const cells = under(row, 'th', 'td');
            if (cells.length !== labels.length)
              return [`${cells.length} cells under ${labels.length} headings`];
            return cells.flatMap((cell, i) => {
              if (cell.tagName === 'th')
                return attribute(cell, 'scope') === 'row' ? [] : ['th without scope'];
              return attribute(cell, 'data-label') === labels[i]
                ? []
                : [`${attribute(cell, 'data-label')} under ${labels[i]}`];
            });
          });
        }),
      ),
    ).toEqual([]);
  });

  it('names every drawing', () => {
    expect(
      broken((page) => [
        ...ofTag(page, 'img').flatMap((img) => (attribute(img, 'alt') ? [] : ['img without alt'])),
        ...ofTag(page, 'svg').flatMap((svg) => {
          if (attribute(svg, 'aria-hidden') === 'true') return [];
          const title = svg.childNodes.find((node) => 'tagName' in node && node.tagName === 'title');
          return attribute(svg, 'role') === 'img' && title && textOf(title).trim()
            ? []
            : ['svg without name'];
        }),
      ]),
    ).toEqual([]);
  });
});
