/** Texts from the exports are text, on every page where they stand: the same characters, and no element of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTILE, hostileDemo, hostileProject, MARK, without } from './hostile.js';
import { filesOf, ofTag, pagesOf, stringsOf } from './tree.js';

describe.each([
  { name: 'the demo, in the month of its hostile title', make: hostileDemo, least: 4 },
  { name: 'a project where every text is hostile', make: hostileProject, least: 20 },
])('$name', { timeout: 120_000 }, ({ make, least }) => {
  it('shows the text as exactly its characters', async () => {
    const pages = pagesOf(await make());
    const found = pages.flatMap((page) =>
      [...stringsOf(page)].filter(({ text }) => text.includes(MARK)).map((string) => ({ page, ...string })),
    );
    expect(
      found
        .filter(({ text }) => without(text).includes('alert') || without(text).includes('img'))
        .map(({ page, where, text }) => `${page.path}: ${where}: ${text}`),
    ).toEqual([]);
    expect(new Set(found.map(({ page }) => page.path)).size).toBeGreaterThanOrEqual(least);
    for (const locale of ['ja', 'en'])
      expect(
        found.some(({ page, text }) => page.path.startsWith(`${locale}/register/`) && text === HOSTILE),
      ).toBe(true);
  });

  it('makes no script, image, handler or address of it', async () => {
    const pages = pagesOf(await make());
    const wrong = pages.flatMap((page) => [
      ...ofTag(page, 'script', 'img').map((element) => `${page.path}: <${element.tagName}>`),
      ...page.elements.flatMap(({ tagName, attrs }) =>
        attrs
          .filter(
            ({ name, value }) =>
              /^on/.test(name) ||
              (/^(href|src|id|class|data-figure)$/.test(name) && /[<>${}]|javascript:/.test(value)),
          )
          .map(({ name, value }) => `${page.path}: <${tagName} ${name}=${value}>`),
      ),
      ...page.errors,
    ]);
    expect(wrong).toEqual([]);
  });

  it('leaves nothing for a template engine or a parser of another kind in the source', async () => {
    const wrong = pagesOf(await make()).filter(({ source }) => /\$\{|\{\{|<\/script|<img/.test(source));
    expect(wrong.map((page) => page.path)).toEqual([]);
  });
});

it('no name of a file comes from the text itself', async () => {
  const names = filesOf(await hostileProject());
  expect(names.filter((name) => !/^[\w./-]+$/.test(name) || name.includes('..'))).toEqual([]);
});

describe('where the hostile text is everywhere', { timeout: 120_000 }, () => {
  it.each([
    ['index.html', 'h2, table and masthead', ['td', 'a', 'b', 'span', 'title']],
    ['data.html', 'the file, the rejected value and the warnings', ['th', 'td', 'li']],
    ['register/2026-09.html', 'id, title, system and grade', ['span', 'td', 'a']],
  ])('%s holds it in %s', async (route, _, tags) => {
    const out = await hostileProject();
    for (const locale of ['ja', 'en']) {
      const page = pagesOf(out).find(({ path }) => path === `${locale}/${route}`)!;
      const where = [...stringsOf(page)]
        .filter(({ text }) => text.includes(MARK))
        .map((string) => string.where);
      for (const tag of tags) expect(where, `${locale}/${route} ${tag}`).toContain(tag);
    }
  });

  it('stays exact in the data files, but for the apostrophe that keeps a spreadsheet from running it', async () => {
    const out = await hostileProject();
    const rejects = readFileSync(join(out, 'data', 'rejects.csv'), 'utf8');
    expect(rejects).toContain(`,${HOSTILE},`);
    expect(rejects.split('\n')).toHaveLength(3);
    const figures = readFileSync(join(out, 'data', 'figures.csv'), 'utf8');
    expect(figures).toContain(`,system,s ${HOSTILE},`);
    expect(figures).toContain(`grade:${HOSTILE}`);
  });
});
