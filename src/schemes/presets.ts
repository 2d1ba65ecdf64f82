/** The presets: YAML files beside this one, read at run time. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readScheme, type SchemeFile } from '../config/schemeFile.js';

const folder = new URL('./presets/', import.meta.url);
const ending = '.yaml';

/** The ids of all presets, sorted. */
export async function listPresets(): Promise<string[]> {
  const names = await readdir(fileURLToPath(folder));
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** `id` is one of listPresets: never a path of a stranger's. */
export async function readPreset(id: string): Promise<SchemeFile> {
  const name = `${id}${ending}`;
  return readScheme(await readFile(new URL(encodeURIComponent(name), folder)), `presets/${name}`);
}
