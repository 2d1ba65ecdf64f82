/**
 * Rules across keys that lie far apart. They read the tree as it stands, not the validated result, so that they
 * speak up in the same run as the problems of form.
 */
import { type Problem, problem } from '../errors.js';
import { locate, type Parsed, type Path, showPath, sourceText } from './place.js';
import type { Tree } from './tree.js';

export function checkAcross(tree: Tree, parsed: Parsed): Problem[] {
  const ids = companyIds(tree);
  return [...checkTwice(ids, parsed), ...checkNamed(tree, ids, parsed)];
}

interface CompanyId {
  readonly id: string;
  readonly path: Path;
}

function companyIds(tree: Tree): CompanyId[] {
  return entriesOf(get(tree, 'companies')).flatMap(({ entry, index }) => {
    const id = get(entry, 'id');
    return typeof id === 'string' ? [{ id, path: ['companies', index, 'id'] }] : [];
  });
}

function checkTwice(ids: readonly CompanyId[], parsed: Parsed): Problem[] {
  const first = new Map<string, number>();
  return ids.flatMap(({ id, path }) => {
    const { at, value } = locate(parsed, path);
    const line = first.get(id);
    if (line === undefined) first.set(id, at.line ?? 1);
    const params = { key: showPath(path), value: sourceText(value) ?? id, first: line ?? 1 };
    return line === undefined ? [] : [problem('config_company_twice', params, at)];
  });
}

/** Where companies come from a CSV too, only its reader can tell which ids there are. */
function checkNamed(tree: Tree, ids: readonly CompanyId[], parsed: Parsed): Problem[] {
  const sources = get(tree, 'sources');
  if (!ids.length || get(sources, 'companies') !== undefined || !isMapping(sources)) return [];
  const known = new Set(ids.map(({ id }) => id));
  return Object.entries(sources).flatMap(([kind, list]) =>
    entriesOf(list).flatMap(({ entry, index }) => {
      const company = get(entry, 'company');
      if (typeof company !== 'string' || known.has(company)) return [];
      const path = ['sources', kind, ...(Array.isArray(list) ? [index] : []), 'company'];
      const { at, value } = locate(parsed, path);
      // As written: what an environment variable holds is not for the log.
      const params = {
        key: showPath(path),
        value: sourceText(value) ?? company,
        allowed: [...known].join(', '),
      };
      return [problem('config_company_unknown', params, at)];
    }),
  );
}

const isMapping = (tree: Tree | undefined): tree is { [key: string]: Tree } =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);

const get = (tree: Tree | undefined, key: string): Tree | undefined =>
  isMapping(tree) ? tree[key] : undefined;

/** A list's entries; one entry written without its list counts as its first. */
const entriesOf = (tree: Tree | undefined): { entry: Tree; index: number }[] =>
  tree === undefined ? [] : [tree].flat().map((entry, index) => ({ entry, index }));
