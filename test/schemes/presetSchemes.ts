/** The presets as whole schemes, without a project. */
import type { Config } from '../../src/config/model.js';
import type { Scheme } from '../../src/schemes/model.js';
import { listPresets, readPreset } from '../../src/schemes/presets.js';
import { resolveScheme } from '../../src/schemes/resolve.js';

export async function readPresetSchemes(): Promise<Scheme[]> {
  const ids = await listPresets();
  const presets = new Map(await Promise.all(ids.map(async (id) => [id, await readPreset(id)] as const)));
  // Presets stand on nothing that a configuration writes.
  return ids.map((id) => resolveScheme(id, { config: { schemes: {} } as Config, presets }).scheme);
}
