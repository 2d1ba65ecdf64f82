/** A scheme that stands in a YAML file of its own: a preset. */
import { KadoError, type Place, problem } from '../errors.js';
import { explain } from './complaints.js';
import { parseFile } from './document.js';
import { schemeJsonSchema } from './jsonSchema.js';
import { locate, type Path } from './place.js';
import { scheme, type WrittenScheme } from './scheme.js';
import { readTree } from './tree.js';

export interface SchemeFile {
  readonly written: WrittenScheme;
  placeOf(path: Path): Place;
}

/** Throws a KadoError with every problem at its line. `${NAME}` is text here: presets know no environment. */
export function readScheme(bytes: Uint8Array, file: string): SchemeFile {
  const parsed = parseFile(bytes, file);
  if (parsed.document.contents === null)
    throw new KadoError(problem('config_blank', { file }, { file, line: 1, column: 1 }));
  const { tree, problems } = readTree(parsed, undefined);
  const result = scheme.safeParse(tree);
  const found = [...problems, ...explain(result.error?.issues ?? [], parsed, schemeJsonSchema)];
  if (!result.success || found.length > 0) throw new KadoError(found);
  return { written: result.data, placeOf: (path) => locate(parsed, path).at };
}
