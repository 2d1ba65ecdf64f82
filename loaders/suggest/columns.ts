/** Which of an export's columns gives which of the contract's: the preset's word, then equal names, then known synonyms. */
import { nearest } from '../../src/config/nearest.js';
import { type Contract, columnNames } from '../../src/staging/contract.js';
import { applyPreset, isIdentity } from '../presets/apply.js';
import type { Preset } from '../presets/preset.js';
import type { JoinedTime } from './joined.js';
import { synonyms } from './synonyms.js';

export interface ColumnMatch {
  /** Canonical → the export's column. */
  readonly from: ReadonlyMap<string, string>;
  /** Canonical → the export's columns that name a record together, by the preset. */
  readonly identity: ReadonlyMap<string, readonly string[]>;
  /** Canonical → its day and its time of day, in two columns. */
  readonly joined: ReadonlyMap<string, JoinedTime>;
  /** Canonical names that the preset resolves by itself. */
  readonly byPreset: ReadonlySet<string>;
  /** Canonical → columns that could be it, or that could be it as well. */
  readonly perhaps: ReadonlyMap<string, readonly string[]>;
  /** The export's columns that are neither mapped nor proposed. */
  readonly unused: readonly string[];
}

/** Names that differ in width, case, spaces, `_`, `-` or `・` are one name. */
const simplify = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_・-]+/g, '');

/** More candidates than this are no help. */
const proposedAtMost = 3;

export function matchColumns(
  contract: Contract,
  preset: Preset | undefined,
  header: readonly string[],
  joined: ReadonlyMap<string, JoinedTime> = new Map(),
  graded: ReadonlyMap<string, string> = new Map(),
): ColumnMatch {
  const present = new Set(preset?.nameFrom ? [...header, preset.nameFrom] : header);
  const canonical = columnNames(contract);
  const from = new Map<string, string>();
  const identity = new Map<string, readonly string[]>();
  const used = new Set<string>();
  const byPreset = new Set<string>();
  const halves = new Map<string, JoinedTime>();
  const take = (name: string, column: string): void => {
    from.set(name, column);
    used.add(column);
  };
  for (const name of canonical) {
    const applied = applyPreset(preset, name, present);
    if (!applied) continue;
    if (isIdentity(preset?.columns[name])) identity.set(name, applied.needed);
    else take(name, applied.needed[0]!);
    byPreset.add(name);
    for (const column of applied.needed) used.add(column);
  }
  const open = (name: string): boolean => !from.has(name) && !identity.has(name) && !halves.has(name);
  const plain = new Map(header.map((column) => [column, simplify(column)]));
  const isFree = (column: string): boolean => !used.has(column);
  for (const name of canonical) if (open(name) && present.has(name) && isFree(name)) take(name, name);
  for (const [name, half] of joined) {
    if (!canonical.includes(name) || !open(name) || !isFree(half.day) || !isFree(half.clock)) continue;
    halves.set(name, half);
    used.add(half.day).add(half.clock);
  }
  for (const [name, column] of graded)
    if (canonical.includes(name) && open(name) && isFree(column)) take(name, column);
  const find = (words: readonly string[]): string | undefined =>
    words.map(simplify).flatMap((s) => header.filter((c) => isFree(c) && plain.get(c) === s))[0];
  for (const name of canonical) {
    if (!open(name)) continue;
    // In the order of the synonyms: the plainer name stands first among them.
    const found = find([name, ...(synonyms[name]?.is ?? [])]);
    if (found !== undefined) take(name, found);
  }
  for (const name of canonical) {
    const late = synonyms[name]?.late?.[contract.kind];
    const found = late && open(name) ? find(late) : undefined;
    if (found !== undefined) take(name, found);
  }
  const perhaps = new Map<string, readonly string[]>();
  for (const name of canonical) {
    if (identity.has(name) || halves.has(name)) continue;
    const found = header
      .filter(isFree)
      .map((column) => ({ column, rank: likeness(name, column, open(name)) }))
      .filter(({ rank }) => rank !== undefined)
      .sort((x, y) => x.rank! - y.rank!);
    if (found.length > 0)
      perhaps.set(
        name,
        found.slice(0, proposedAtMost).map(({ column }) => column),
      );
  }
  const proposed = new Set([...perhaps.values()].flat());
  return {
    from,
    identity,
    joined: halves,
    byPreset,
    perhaps,
    unused: header.filter((c) => isFree(c) && !proposed.has(c)),
  };
}

/** The name itself, what stands before its parentheses, and what stands in them: `発生日時（JST）`, `Custom field (Severity)`. */
function partsOf(column: string): string[] {
  const [, before = '', inside = ''] = /^([^(]*)\((.*)\)\s*$/.exec(column.normalize('NFKC')) ?? [];
  return [column, before, inside].map(simplify).filter((part) => part !== '');
}

/** Two Japanese characters are a word already, and stand inside longer ones (障害発生日時); Latin words aren't cut up. */
const isJapaneseWord = (word: string): boolean => word.length > 1 && /[^\u0000-\u007f]/.test(word);

/** How near a column is to a canonical one, the smallest nearest: by the order of the synonyms, then by parts of words. */
function likeness(name: string, column: string, far: boolean): number | undefined {
  const { is = [], perhaps = [] } = synonyms[name] ?? {};
  const words = [name, ...is, ...perhaps].map(simplify);
  const parts = partsOf(column);
  const whole = words.findIndex((word) => parts.includes(word));
  if (whole >= 0) return whole;
  if (!far) return undefined;
  const sure = [name, ...is].map(simplify);
  const inside = sure.findIndex((word) => isJapaneseWord(word) && parts[0]!.includes(word));
  if (inside >= 0) return words.length + inside;
  return nearest(column, [name]) === undefined ? undefined : words.length * 2;
}
