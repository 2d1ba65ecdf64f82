/** A record's nested values as one row: dotted paths, lists joined or numbered. Nothing is renamed, rounded or trimmed. */
import type { Code } from '../../src/errors.js';
import { type Columns, type PathNode, unpaired } from './columns.js';

/** Items of a list of objects that get columns, `path.0.key` … `path.9.key`; a list of more is warned of. */
export const mostItems = 10;
/** What parts the plain values of a list (docs: "lists separated by ;"). */
const listSeparator = ';';

/** Numbers are texts already, with the digits of the file. */
export type Value = string | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Fault {
  readonly code: Extract<Code, 'record_path_twice' | 'record_surrogate' | 'record_key_unusable' | 'row_nul'>;
  readonly path: string;
}

export class Flattener {
  readonly columns: Columns;
  /** Lists that have more items than get columns, and the most of them. */
  readonly cut = new Map<string, number>();
  #fault: Fault | undefined;
  #escapes = true;

  constructor(columns: Columns) {
    this.columns = columns;
  }

  /** Fills the fields of the record that `columns` has begun. `escapes`: texts may hold what only `\u` can write. */
  fill(value: Value, node: PathNode, escapes: boolean): Fault | undefined {
    this.#fault = undefined;
    this.#escapes = escapes;
    this.#spread(value, node);
    return this.#fault;
  }

  /** As deep as the value nests, which the caller has bounded. */
  #spread(value: Value, node: PathNode): void {
    if (value === null) this.#put(node, '');
    else if (typeof value === 'string') this.#put(node, value);
    else if (typeof value !== 'object') this.#put(node, String(value));
    else if (isList(value)) this.#spreadList(value, node);
    else this.#spreadObject(value, node);
  }

  #spreadObject(value: { readonly [key: string]: Value }, node: PathNode): void {
    const keys = Object.keys(value);
    if (keys.length === 0) this.#put(node, '');
    const prefix = prefixOf(node, this.columns.root);
    for (const key of keys) this.#spread(value[key] as Value, node.below(key, prefix));
  }

  #spreadList(items: readonly Value[], node: PathNode): void {
    if (items.every((item) => item === null || typeof item !== 'object')) {
      this.#put(node, items.filter((item) => item !== null).join(listSeparator));
      return;
    }
    if (items.length > mostItems) {
      this.cut.set(node.path, Math.max(items.length, this.cut.get(node.path) ?? 0));
    }
    const prefix = prefixOf(node, this.columns.root);
    for (let i = 0; i < Math.min(items.length, mostItems); i++) {
      this.#spread(items[i] as Value, node.below(String(i), prefix));
    }
  }

  #put(node: PathNode, value: string): void {
    if (this.#fault) return;
    const code = this.#faultOf(node, value);
    if (code) this.#fault = { code, path: node.path };
  }

  #faultOf(node: PathNode, value: string): Fault['code'] | undefined {
    if (!node.usable) return 'record_key_unusable';
    if (this.#escapes && value.includes('\0')) return 'row_nul';
    if (this.#escapes && unpaired.test(value)) return 'record_surrogate';
    return this.columns.put(node, value) ? undefined : 'record_path_twice';
  }
}

const isList = (value: readonly Value[] | { readonly [key: string]: Value }): value is readonly Value[] =>
  Array.isArray(value);

const prefixOf = (node: PathNode, root: PathNode): string => (node === root ? '' : `${node.path}.`);
