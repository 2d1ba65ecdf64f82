/** The columns that records of keys and values give, in the order of their first appearance, and one record's values in them. */
import { KadoError, problem } from '../../src/errors.js';
import type { Wanted } from './header.js';

/** With every reference in three forms ServiceNow's incident has some 270; thousands come of ids that were made keys. */
export const mostColumns = 2000;
/** Longest path of keys: over any real one, far under what would fill messages and memory. */
export const longestPath = 1000;

/** A half of a character that stands alone: JSON can write it with an escape, UTF-8 can't. */
export const unpaired = /\p{Surrogate}/u;

/** Keys lead from one node to the next, so that no path has to be joined for each value. */
export class PathNode {
  readonly path: string;
  readonly usable: boolean;
  column = -1;
  readonly #below = new Map<string, PathNode>();

  constructor(path: string) {
    this.path = path;
    // Control characters are no part of names (see loaders/raw.ts).
    this.usable = path.length <= longestPath && !unpaired.test(path) && !/[\u0000-\u001f\u007f]/.test(path);
  }

  below(key: string, prefix: string): PathNode {
    let node = this.#below.get(key);
    if (!node) {
      node = new PathNode(prefix + key);
      this.#below.set(key, node);
    }
    return node;
  }
}

export class Columns {
  readonly root = new PathNode('');
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();
  /** Columns that held something at least once. */
  readonly #held: boolean[] = [];
  /** In which record each column was last filled. */
  readonly #filledIn: number[] = [];
  #record = 0;
  #fields: string[] = [];
  readonly #shown: string;

  constructor(shown: string) {
    this.#shown = shown;
  }

  /** Fields for the next record, all of them missing yet. */
  begin(): string[] {
    this.#record++;
    this.#fields = new Array<string>(this.names.length).fill('');
    return this.#fields;
  }

  /** Gives the record's value of a path; false where it has one already. Throws KadoError json_too_many_columns. */
  put(node: PathNode, value: string): boolean {
    if (node.column < 0) node.column = this.column(node.path);
    const { column } = node;
    if (this.#filledIn[column] === this.#record) return false;
    this.#filledIn[column] = this.#record;
    if (value !== '') this.#held[column] = true;
    this.#fields[column] = value;
    return true;
  }

  /** Number of a column, which is added if it is new. */
  column(path: string): number {
    const known = this.#places.get(path);
    if (known !== undefined) return known;
    const place = this.names.length;
    if (place === mostColumns) {
      const params = { limit: mostColumns, path };
      throw new KadoError(problem('json_too_many_columns', params, { file: this.#shown }));
    }
    this.#places.set(path, place);
    this.names.push(path);
    this.#held.push(false);
    this.#filledIn.push(0);
    return place;
  }

  /**
   * Adds the wanted columns below keys that hold nothing in the whole file: where every `cmdb_ci` is null or empty,
   * `cmdb_ci.value` is missing from each record, not from the export.
   */
  addEmpty(wanted: Wanted | undefined): void {
    for (const name of wanted?.names ?? []) {
      if (this.#places.has(name)) continue;
      for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
        const above = this.#places.get(name.slice(0, dot));
        if (above === undefined || this.#held[above]) continue;
        this.column(name);
        break;
      }
    }
  }
}
