/** A built site as data: its files, and its pages parsed by parse5, which shares no code with Kado. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

export interface SitePage {
  /** From the output folder: `ja/system/a-fx.html`. */
  readonly path: string;
  readonly source: string;
  /** In document order. */
  readonly elements: readonly Element[];
  readonly errors: readonly string[];
}

export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readPage(folder: string, path: string): SitePage {
  const source = readFileSync(join(folder, path), 'utf8');
  const errors: string[] = [];
  const document = parse(source, { onParseError: (error) => errors.push(error.code) });
  return { path, source, elements: [...elementsUnder(document)], errors };
}

export const pagesOf = (folder: string): SitePage[] =>
  filesOf(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => readPage(folder, path));

export function* elementsUnder(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child;
    yield* elementsUnder(child);
  }
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** An element's text, as `textContent` has it. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Every text node and attribute value of a page, with where it stands. */
export function* stringsOf(page: SitePage): Generator<{ readonly where: string; readonly text: string }> {
  for (const element of page.elements) {
    for (const attr of element.attrs) yield { where: `${element.tagName}@${attr.name}`, text: attr.value };
    for (const child of element.childNodes)
      if ('value' in child) yield { where: element.tagName, text: child.value };
  }
}

export const ofTag = (page: SitePage, ...names: readonly string[]): Element[] =>
  page.elements.filter((element) => names.includes(element.tagName));

/** The elements under one of the given tags, the nearest way down. */
export const under = (element: Element, ...names: readonly string[]): Element[] =>
  [...elementsUnder(element)].filter((found) => names.includes(found.tagName));

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);
