import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './options.js';

/** Kado's own version, from its package.json. */
export const version = (
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version;

/** What reads exports besides Kado and DuckDB: Node, and its tables of characters, encodings and zones. */
export const runtime = (['node', 'icu', 'unicode', 'tz'] as const)
  .map((name) => `${name} ${process.versions[name] ?? 'none'}`)
  .join(', ');
