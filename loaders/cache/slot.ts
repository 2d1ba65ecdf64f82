/** The name under which a result is kept: everything that it depends on, except for the bytes of the exports. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Config, Source } from '../../src/config/model.js';
import { databaseVersion } from '../../src/duckdb/database.js';
import type { Place } from '../../src/errors.js';
import { contracts } from '../../src/staging/contracts/index.js';
import type { Plan } from '../corrections.js';
import { pathOf } from '../exports.js';
import { type FoundFile, findFiles } from '../paths.js';
import { findPreset } from '../presets/index.js';
import type { Load } from '../typedExport.js';
import { hashCode } from './code.js';

/** What is loaded, and so kept, as one: a source entry; of capacity all entries together. */
export interface Unit {
  readonly sources: readonly Source[];
  /** Where its rows stand: `staging.<table>`. */
  readonly table: string;
  /** Number within the run of its first file. */
  readonly firstFile: number;
  /** SQL instant, where it matters. */
  readonly asOf?: string | undefined;
}

export interface Slot {
  readonly name: string;
  /** Its exports, in the order of their numbers. */
  readonly files: readonly FoundFile[];
  /** The places in the configuration that its warnings may name. */
  readonly places: readonly Place[];
}

/** The beginning of the names of all slots of one configuration: several may share a folder. */
export const ownerOf = (config: Config): string => digest(basename(config.file)).slice(0, 8);

/** Throws KadoError where a path leads to no file. */
export async function nameSlot({ config, plan }: Load, unit: Unit, runtime: string): Promise<Slot> {
  const ofSources = [];
  const files: FoundFile[] = [];
  const places: Place[] = [];
  for (const source of unit.sources) {
    const found = await findFiles(config, source);
    const orders = source.keepLast?.order.map((_, i) =>
      config.placeOf(pathOf(source, 'keep_last', 'order', i)),
    );
    ofSources.push({
      // Where it stands in its list changes nothing of what it gives.
      definition: { ...source, index: undefined },
      contract: contracts[source.kind],
      preset: source.preset === undefined ? undefined : findPreset(source.preset),
      files: found.map((f) => f.shown),
      corrections: correctionsOf(plan, source, found),
      orders,
    });
    files.push(...found);
    places.push(...(orders ?? []));
  }
  const parts = {
    table: unit.table,
    sources: ofSources,
    asOf: unit.asOf,
    timezone: config.timezone,
    runtime,
    database: databaseVersion(),
    code: await hashCode(),
  };
  return { name: `${ownerOf(config)}-${digest(JSON.stringify(parts))}`, files, places };
}

/** With the numbers of the files that each may mean. */
const correctionsOf = ({ meant }: Plan, { kind }: Source, found: readonly FoundFile[]) =>
  meant.get(kind)?.map(({ correction, key, files }) => ({
    correction,
    key,
    files: files && found.map((f) => files.has(f.absolute)),
  }));

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
