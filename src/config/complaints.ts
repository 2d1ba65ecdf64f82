/** What zod found wrong, said in the catalogue's words: subject first, the value as written, what was expected. */
import { isMap, isSeq } from 'yaml';
import type { z } from 'zod';
import { type Code, type Problem, showValue } from '../errors.js';
import { type JsonSchema, keysAt } from './jsonSchema.js';
import { nearest } from './nearest.js';
import { locate, type Parsed, type Path, showPath, sourceText } from './place.js';

type Issue = z.core.$ZodIssue;

/** `keys` gives the JSON Schema that the file is held to: what keys there are, when one is misspelt. */
export function explain(issues: readonly Issue[], parsed: Parsed, keys: () => JsonSchema): Problem[] {
  return explainAll(issues, { parsed, keys }, []);
}

interface Read {
  readonly parsed: Parsed;
  readonly keys: () => JsonSchema;
}

/** A rule over a whole mapping is not asked where a key is misspelt: its complaint would be an echo. */
function explainAll(issues: readonly Issue[], read: Read, parents: Path): Problem[] {
  const misspelt = new Set(issues.filter(isUnknownKey).map(({ path }) => path.join('\0')));
  return issues
    .filter((issue) => issue.code !== 'custom' || !misspelt.has(issue.path.join('\0')))
    .flatMap((issue) => explainOne(issue, read, parents));
}

const isUnknownKey = (issue: Issue): boolean => issue.code === 'unrecognized_keys';

function explainOne(issue: Issue, read: Read, parents: Path): Problem[] {
  const { parsed } = read;
  const path = [...parents, ...(issue.path as Path)];
  const { found, value, at } = locate(parsed, path);
  const key = path.length ? showPath(path) : parsed.file;
  const written = showValue(sourceText(value) ?? '');
  // A file that is no configuration at all may be anybody's: nothing of it is shown.
  const actual = path.length > 0 || sourceText(value) === undefined ? form(value) : 'text';
  const say = (code: Code, params: Problem['params'] = {}): Problem[] => [
    { code, level: 'error', params: { key, ...params }, place: at },
  ];

  if (!found) return say('config_missing_key');
  if (isEmpty(value)) return say('config_empty');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => explainKey(name, path, read));
    case 'invalid_union':
      return explainUnion(issue, read, path) ?? say('config_type', { actual, expected: forms(issue) });
    case 'invalid_type':
      return say('config_type', { actual, expected: forms(issue) });
    case 'invalid_value':
      if (sourceText(value) === undefined)
        return say('config_type', { actual: form(value), expected: 'text' });
      return say('config_value', { value: written, expected: issue.values.map(String).join(', ') });
    case 'too_small':
      // The only lower bound of texts and lists in the schema is one: nothing in it.
      if (issue.origin === 'string' || issue.origin === 'array') return say('config_empty');
      return say('config_range', {
        value: written,
        expected: `${issue.inclusive ? '≥' : '>'} ${issue.minimum}`,
      });
    case 'too_big':
      return say('config_range', { value: written, expected: `≤ ${issue.maximum}` });
    case 'custom':
      return say(issue.params?.code as Code, { value: written, ...pair(parsed, path) });
    default:
      return say('config_type', { actual, expected: issue.message });
  }
}

function explainKey(name: string, path: Path, { parsed, keys }: Read): Problem {
  const allowed = keysAt(keys(), path);
  const meant = nearest(name, allowed);
  const key = showPath([...path, name]);
  const place = locate(parsed, [...path, name]).at;
  return meant === undefined
    ? { code: 'config_unknown_key', level: 'error', params: { key, allowed: allowed.join(', ') }, place }
    : { code: 'config_unknown_key_near', level: 'error', params: { key, nearest: meant }, place };
}

/** Of a union's branches, the one whose form (text, list, mapping) the author chose is the one to explain. */
function explainUnion(
  issue: Issue & { code: 'invalid_union' },
  read: Read,
  path: Path,
): Problem[] | undefined {
  const chosen = issue.errors.filter((branch) => !branch.some((inner) => isWrongForm(inner)));
  return chosen[0] && explainAll(chosen[0], read, path);
}

const isWrongForm = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((branch) => branch.some(isWrongForm))));

const formNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole number',
  boolean: 'true | false',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
};

/** YAML's own words for forms, the same in both languages. */
function forms(issue: Issue): string {
  if (issue.code === 'invalid_union') {
    return [...new Set(issue.errors.flatMap((branch) => branch.filter(isWrongForm).map(forms)))].join(' | ');
  }
  return issue.code === 'invalid_type' ? (formNames[issue.expected] ?? issue.expected) : '';
}

function form(node: unknown): string {
  if (isMap(node)) return 'mapping';
  return isSeq(node) ? 'list' : `"${showValue(sourceText(node) ?? '')}"`;
}

const isEmpty = (node: unknown): boolean =>
  node === undefined || (node as { value?: unknown }).value === null || sourceText(node) === '';

/** `from` and `to` of a mapping that has them, or a list's entries: what rules over several values speak of. */
function pair(parsed: Parsed, path: Path): Record<string, string> {
  const { value } = locate(parsed, path);
  if (isSeq(value)) return { value: value.items.map((item) => sourceText(item) ?? '').join(', ') };
  const read = (name: string) => sourceText(locate(parsed, [...path, name]).value) ?? '';
  return isMap(value) ? { from: read('from'), to: read('to') } : {};
}
