/** The published site needs nothing but itself: no other host, no script, nothing that its own policy would block. */
import { readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demo } from './kado.js';
import { attribute, filesOf, ofTag, pagesOf, type SitePage } from './tree.js';

let dist: string;
let files: readonly string[];
let pages: readonly SitePage[];
beforeAll(async () => {
  dist = await demo();
  files = filesOf(dist);
  pages = pagesOf(dist);
});

/** Attributes whose value a browser resolves as an address. */
const ADDRESSES =
  'href src srcset action formaction poster data cite background ping manifest xlink:href longdesc usemap'.split(
    ' ',
  );
/** Attributes that carry text for people, which may name a host. */
const TEXTS = ['title', 'alt', 'aria-label', 'data-label', 'content'];
const base = 'file:///site/';
/** `what: where` of everything that breaks a rule, over all pages. */
const broken = (find: (page: SitePage) => readonly string[]): string[] =>
  pages.flatMap((page) => find(page).map((what) => `${page.path}: ${what}`));

describe('the built site', () => {
  it('has pages of both languages and only kinds of files that these tests know', () => {
    expect(pages.length).toBeGreaterThan(300);
    expect(new Set(files.map((path) => path.split('/')[0]))).toEqual(
      new Set(['data', 'en', 'ja', 'manifest.json', 'report-en.pdf', 'report-ja.pdf']),
    );
    expect([...new Set(files.map((path) => extname(path)))].sort()).toEqual([
      '.css',
      '.csv',
      '.html',
      '.json',
      '.parquet',
      '.pdf',
    ]);
  });

  it('refers to no other host from any attribute', () => {
    expect(
      broken((page) =>
        page.elements.flatMap((element) =>
          element.attrs.flatMap(({ name, prefix, value }) => {
            const full = prefix ? `${prefix}:${name}` : name;
            if (ADDRESSES.includes(full)) {
              const url = new URL(value, base + page.path);
              return url.protocol === 'file:' && url.host === '' && url.href.startsWith(base)
                ? []
                : [`${full}=${value}`];
            }
            return /[a-z]:\/\/|^\s*[\\/]{2}|javascript:/i.test(value) && !TEXTS.includes(full)
              ? [`${full}=${value}`]
              : [];
          }),
        ),
      ),
    ).toEqual([]);
  });

  it('imports nothing in style sheets, and names no host in any other file', () => {
    const found: string[] = [];
    for (const path of files.filter((path) => ['.css', '.csv', '.json'].includes(extname(path)))) {
      const text = readFileSync(join(dist, path), 'utf8');
      const pattern = path.endsWith('.css') ? /@import|url\(|src\s*:|[a-z]:\/\//gi : /[a-z]{2,}:\/\//gi;
      found.push(...[...text.matchAll(pattern)].map((match) => `${path}: ${match[0]}`));
    }
    expect(found).toEqual([]);
  });

  it('holds no script, no handler, no inline style, no frame, no form and no base', () => {
    const forbidden = 'script style iframe frame object embed applet form base template noscript'.split(' ');
    expect(
      broken((page) => [
        ...ofTag(page, ...forbidden).map((element) => `<${element.tagName}>`),
        ...page.elements.flatMap((element) =>
          element.attrs
            .filter(({ name }) => /^on/i.test(name) || name === 'style' || name === 'srcdoc')
            .map(({ name }) => `<${element.tagName} ${name}>`),
        ),
      ]),
    ).toEqual([]);
  });

  it('sets a policy that allows its own style sheets and images, before anything it could govern', () => {
    expect(
      broken((page) => {
        const head = ofTag(page, 'meta', 'link', 'title', 'img');
        const at = head.findIndex((element) => attribute(element, 'http-equiv') !== undefined);
        const policy = head[at];
        if (!policy || attribute(policy, 'http-equiv') !== 'Content-Security-Policy') return ['no policy'];
        if (head.slice(0, at).some((element) => element.tagName !== 'meta')) return ['policy too late'];
        if (head.filter((element) => attribute(element, 'http-equiv')).length > 1) return ['two http-equiv'];
        const rules = new Map(
          (attribute(policy, 'content') ?? '').split(';').map((rule) => {
            const [name, ...sources] = rule.trim().split(/\s+/);
            return [name, sources.join(' ')] as const;
          }),
        );
        const expected = {
          'default-src': "'none'",
          'style-src': "'self'",
          'img-src': "'self' data:",
          'base-uri': "'none'",
          'form-action': "'none'",
        };
        return JSON.stringify(Object.fromEntries(rules)) === JSON.stringify(expected)
          ? []
          : [`policy ${attribute(policy, 'content')}`];
      }),
    ).toEqual([]);
  });

  it('has a style sheet of its own on every page', () => {
    expect(
      broken((page) => {
        const sheets = ofTag(page, 'link').filter((link) => attribute(link, 'rel') === 'stylesheet');
        const paths = sheets.map((link) => posix.join(posix.dirname(page.path), attribute(link, 'href')!));
        if (paths.length === 0) return ['no style sheet'];
        return paths.filter((path) => !files.includes(path) || !path.startsWith(page.path.slice(0, 3)));
      }),
    ).toEqual([]);
  });
});
