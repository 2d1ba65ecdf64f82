/** Which preset an export fits, by the columns that tell its tool; else which kind of the contract, by its columns' names. */
import { type Kind, kinds } from '../../src/config/model.js';
import { contracts } from '../../src/staging/contracts/index.js';
import type { FormatName } from '../formats/table.js';
import { presets } from '../presets/index.js';
import { formatsOf, type Preset } from '../presets/preset.js';
import { type ColumnMatch, matchColumns } from './columns.js';
import type { JoinedTime } from './joined.js';

export interface PresetFit {
  readonly preset: Preset;
  /** Of its signature: as found in the header, and as the tool's own first name where absent. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly fits: boolean;
}

/** A preset of which less is there isn't worth a word. */
const worthSaying = 0.5;

/** Presets by how well they fit, best first: all of a signature before parts, a longer signature before a shorter. */
export function fitPresets(header: readonly string[], format: FormatName): PresetFit[] {
  const held = new Set(header);
  const fits = presets
    .filter((preset) => formatsOf(preset).includes(format))
    .map((preset): PresetFit => {
      const found = preset.signature.map((names) => names.find((name) => held.has(name)));
      const present = found.filter((name) => name !== undefined);
      const absent = preset.signature.filter((_, i) => found[i] === undefined).map((names) => names[0]!);
      const beside = preset.bare === true && header.length > present.length;
      return { preset, present, absent, fits: absent.length === 0 && !beside };
    });
  return fits
    .filter((f) => f.fits || f.present.length / f.preset.signature.length > worthSaying)
    .sort((a, b) => Number(b.fits) - Number(a.fits) || b.present.length - a.present.length);
}

export interface KindFit {
  readonly kind: Kind;
  readonly match: ColumnMatch;
  /** Required columns that nothing in the header gives. */
  readonly lacking: readonly string[];
}

/** The kind whose columns the header names best: none required lacking before some, then by how many it names. */
export function fitKind(
  header: readonly string[],
  joined: ReadonlyMap<string, JoinedTime> = new Map(),
): KindFit {
  const fits = kinds.map((kind): KindFit => {
    const match = matchColumns(contracts[kind], undefined, header, joined);
    const lacking = contracts[kind].columns.filter(
      (c) => c.required && !match.from.has(c.name) && !match.joined.has(c.name),
    );
    return { kind, match, lacking: lacking.map((c) => c.name) };
  });
  const share = ({ kind, match }: KindFit): number => match.from.size / contracts[kind].columns.length;
  const named = (fit: KindFit): number => fit.match.from.size + fit.match.joined.size;
  const whole = (fit: KindFit): number => Number(fit.lacking.length === 0);
  fits.sort((a, b) => whole(b) - whole(a) || named(b) - named(a) || share(b) - share(a));
  const best = fits[0]!;
  // A header that names next to nothing says nothing: incidents are what one starts with.
  return best.lacking.length === 0 || named(best) > 1 ? best : fits.find((f) => f.kind === 'incidents')!;
}
