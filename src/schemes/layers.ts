/** A scheme as written, over what it extends: which layer says what. */
import type { Config, WrittenScheme } from '../config/model.js';
import { type Path, showPath } from '../config/place.js';
import type { SchemeFile } from '../config/schemeFile.js';
import { KadoError, type Place, problem } from '../errors.js';

export interface Layer {
  readonly written: WrittenScheme;
  placeOf(path: Path): Place;
  /** The key as its own file has it. */
  keyOf(path: Path): string;
}

/** `extends: preset`: the preset of the scheme's own id. */
const ownPreset = 'preset';

export interface Shelf {
  readonly config: Config;
  readonly presets: ReadonlyMap<string, SchemeFile>;
}

/** Every id that a company may name. */
export const knownIds = ({ config, presets }: Shelf): string[] =>
  [...new Set([...presets.keys(), ...Object.keys(config.schemes)])].sort();

/** From the scheme itself down to what stands on nothing else. The id is known. Throws where `extends` leads nowhere, or in a circle. */
export function layersOf(id: string, shelf: Shelf): Layer[] {
  const layers: Layer[] = [];
  const passed: string[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const written: WrittenScheme | undefined = shelf.config.schemes[next];
    if (written === undefined) return [...layers, presetLayer(shelf.presets.get(next)!)];
    const layer = configuredLayer(next, written, shelf.config);
    const [key, place] = [layer.keyOf(['extends']), layer.placeOf(['extends'])];
    passed.push(next);
    layers.push(layer);
    const base: string | undefined = written.extends;
    const preset = base === ownPreset ? next : base;
    // A scheme of a preset's id that extends this id means the preset, as does the word itself.
    if (preset !== undefined && (base === ownPreset || base === next)) {
      const file = shelf.presets.get(preset);
      if (!file)
        throw new KadoError(
          problem(
            'scheme_extends_unknown',
            { key, value: preset, allowed: [...shelf.presets.keys()].join(', ') || '—' },
            place,
          ),
        );
      return [...layers, presetLayer(file)];
    }
    if (base !== undefined && passed.includes(base))
      throw new KadoError(
        problem('scheme_extends_cycle', { key, cycle: [...passed, base].join(' → ') }, place),
      );
    if (base !== undefined && !knownIds(shelf).includes(base))
      throw new KadoError(
        problem('scheme_extends_unknown', { key, value: base, allowed: knownIds(shelf).join(', ') }, place),
      );
    next = base;
  }
  return layers;
}

const presetLayer = ({ written, placeOf }: SchemeFile): Layer => ({ written, placeOf, keyOf: showPath });

function configuredLayer(id: string, written: WrittenScheme, config: Config): Layer {
  const path = (rest: Path): Path => ['schemes', id, ...rest];
  return {
    written: markOwn(written),
    placeOf: (rest) => config.placeOf(path(rest)),
    keyOf: (rest) => showPath(path(rest)),
  };
}

/**
 * What a company replaces is its own rule, unless it says whose it is: it must not go on under the survey's name, nor with the words that
 * told of the rule before it.
 */
function markOwn(written: WrittenScheme): WrittenScheme {
  const { importance, severity, targets } = written;
  const own = { origin: 'company' as const };
  const anew = { ...own, note: '' };
  return {
    ...written,
    ...(importance && {
      importance: importance.level === undefined ? importance : { ...anew, ...importance },
    }),
    ...(severity && {
      severity:
        severity.grades === undefined && severity.scores === undefined ? severity : { ...anew, ...severity },
    }),
    ...(targets?.rules && { targets: { ...targets, rules: targets.rules.map((r) => ({ ...own, ...r })) } }),
  };
}

/** The layer that gives the value at a path: the first that has it, or a list in its stead. */
export function giver(layers: readonly Layer[], path: Path): Layer {
  const gives = ({ written }: Layer): boolean => {
    let value: unknown = written;
    for (const step of path) {
      if (Array.isArray(value)) return true;
      value =
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
      if (value === undefined) return false;
    }
    return true;
  };
  return layers.find(gives) ?? layers[0]!;
}

type Tree = { readonly [key: string]: unknown };
const isMapping = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `over` laid on `under`: mappings key by key, all else whole. */
function lay(over: Tree, under: Tree): Tree {
  const merged: { [key: string]: unknown } = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = under[key];
    merged[key] = isMapping(value) && isMapping(below) ? lay(value, below) : value;
  }
  return merged;
}

export const mergeLayers = (layers: readonly Layer[]): WrittenScheme =>
  layers.reduceRight<Tree>((under, { written }) => lay(written, under), {}) as WrittenScheme;
