/** Where a key stands in kado.yaml: from a path such as ['sources', 'incidents', 0, 'where'] to line and column. */
import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Place } from '../errors.js';

export type Path = readonly (string | number)[];

/** A parsed file: the nodes keep their offsets, the counter turns these into lines. */
export interface Parsed {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** The node at a path; where it is absent, `found` is false and `at` is the nearest parent's place. */
export interface Located {
  readonly found: boolean;
  readonly value: Node | undefined;
  readonly at: Place;
}

/** A mapping's value is placed at its key, a list's entry at itself: what the reader's eye looks for. */
export function locate(parsed: Parsed, path: Path): Located {
  let value = follow(parsed, parsed.document.contents);
  let at = placeOfNode(parsed, parsed.document.contents);
  for (const step of path) {
    if (typeof step === 'number' && !isSeq(value)) {
      if (step === 0) continue; // one source may be written without its list
      return { found: false, value: undefined, at };
    }
    const next = child(value, step);
    if (!next) return { found: false, value: undefined, at };
    at = placeOfNode(parsed, next.mark);
    value = follow(parsed, next.value);
  }
  return { found: true, value, at };
}

/** The text of a key or scalar as it stands in the file: 007 and 2026-10-31 stay what they are. */
export function sourceText(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

export function placeOfNode(parsed: Parsed, node: unknown): Place {
  const offset = (node as Node | null)?.range?.[0] ?? 0;
  const { line, col } = parsed.lines.linePos(offset);
  return { file: parsed.file, line: Math.max(1, line), column: Math.max(1, col) };
}

/** The path as a reader would write it: sources.incidents[0].map["1 - Critical"]. */
export function showPath(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[\p{L}\p{N}_-]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

function child(
  parent: Node | undefined,
  step: string | number,
): { mark: unknown; value: unknown } | undefined {
  if (isSeq(parent) && typeof step === 'number') {
    const item = parent.items[step];
    return item === undefined ? undefined : { mark: item, value: item };
  }
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => sourceText(item.key) === step);
  return pair && { mark: pair.key, value: pair.value };
}

function follow(parsed: Parsed, node: unknown): Node | undefined {
  const target = isAlias(node) ? node.resolve(parsed.document) : node;
  return (target ?? undefined) as Node | undefined;
}
