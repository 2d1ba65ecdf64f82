/**
 * YAML nodes → plain values in which every scalar is its source text, so that an id 007, a code 1 and a date keep
 * their spelling. The schema turns text into numbers and booleans where it wants these.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import { KadoError, type Problem, problem } from '../errors.js';
import { limits } from './document.js';
import { type Environment, substitute } from './environment.js';
import { type Parsed, type Path, placeOfNode, showPath, sourceText } from './place.js';

export type Tree = string | null | Tree[] | { [key: string]: Tree };

/**
 * Throws a KadoError where aliases cannot be followed: what they stand for is then unknown.
 * Without `env`, `${NAME}` is text like any other.
 */
export function readTree(parsed: Parsed, env: Environment | undefined): { tree: Tree; problems: Problem[] } {
  const problems: Problem[] = [];
  // Kept here because the library looks an alias up by walking the document: slow where aliases are many.
  const anchors = new Map<string, unknown>();
  let values = 0;

  /** `mark` is the node that messages point at: a mapping's key, a list's entry. */
  function read(node: unknown, path: Path, mark = node): Tree {
    if (++values > limits.limit || path.length > limits.depth) {
      throw new KadoError(problem('config_expansion', limits, placeOfNode(parsed, node)));
    }
    if (isAlias(node)) {
      if (anchors.has(node.source)) return read(anchors.get(node.source), path, mark);
      throw new KadoError(problem('config_alias', { alias: node.source }, placeOfNode(parsed, node)));
    }
    if (isNode(node) && node.anchor) anchors.set(node.anchor, node);
    if (isSeq(node)) return node.items.map((item, index) => read(item, [...path, index]));
    if (isMap(node)) return readMap(node.items, path);
    return readScalar(node, path, mark);
  }

  function readMap(pairs: readonly Pair[], path: Path): Tree {
    // No prototype: a key such as "constructor" in a user's map must not find JavaScript's own.
    const map: { [key: string]: Tree } = Object.create(null);
    const firstLines = new Map<string, number>();
    for (const { key: node, value } of pairs) {
      const key = sourceText(node);
      const place = placeOfNode(parsed, node);
      if (key === undefined || key === '__proto__') {
        problems.push(problem('config_key_form', {}, place));
        continue;
      }
      const first = firstLines.get(key);
      if (first !== undefined) {
        problems.push(problem('config_duplicate_key', { key: showPath([...path, key]), first }, place));
        continue;
      }
      firstLines.set(key, place.line ?? 1);
      map[key] = read(value, [...path, key], node);
    }
    return map;
  }

  function readScalar(node: unknown, path: Path, mark: unknown): Tree {
    const text = sourceText(node);
    if (text === undefined || (isScalar(node) && node.value === null)) return null;
    if (!env) return text;
    const result = substitute(text, env, showPath(path), placeOfNode(parsed, mark));
    problems.push(...result.problems);
    return result.text;
  }

  return { tree: read(parsed.document.contents, []), problems };
}
