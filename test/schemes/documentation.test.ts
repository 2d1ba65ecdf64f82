/** The example of docs/configuration.md grades. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkSchemes } from '../../src/schemes/settle.js';
import { read } from '../config/reading.js';
import { scratchDatabase } from '../duckdb/scratch.js';

const db = await scratchDatabase();

it('shows a scheme whose expressions are sound', async () => {
  const docs = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const [, , , yaml] = [...docs.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text);
  expect(yaml).toContain('schemes:');
  await checkSchemes(db, read(yaml!));
});
