/** A CSV read twice, with DuckDB's reader allowed and without: what is told must be the same. */
import { mkdtempSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openTable, type TableOptions } from '../../loaders/formats/index.js';
import { lineColumn } from '../../loaders/formats/table.js';
import { loadRaw } from '../../loaders/raw.js';
import { openDatabase } from '../../src/duckdb/database.js';
import { quoteName } from '../../src/duckdb/quote.js';
import { silentContext } from '../../src/run.js';
import { folder, write } from './exportFile.js';

/** All that is told of a file, its rows as [line, …fields] by both readers, and whether DuckDB's was trusted with it. */
export async function readBoth(
  content: Uint8Array | string,
  options: Partial<TableOptions> = {},
  name = 'b.csv',
) {
  const path = write(name, content);
  const results = [];
  for (const readable of [[realpathSync(path)], []]) {
    const scratch = mkdtempSync(join(folder, 'db-'));
    const db = await openDatabase(scratch, { readable });
    try {
      const table = await openTable(path, name, { encoding: 'auto', ...options });
      const { from, broken, count } = await loadRaw(db, table, 'raw', table.header, silentContext);
      const columns = [lineColumn, ...table.header].map(quoteName).join(', ');
      const rows = await db.rows<Record<string, unknown>>(
        `SELECT ${columns} FROM ${from ?? 'raw'} ORDER BY 1`,
      );
      results.push({
        quick: from !== undefined,
        header: table.header,
        headerLine: table.headerLine,
        warnings: table.warnings.map((w) => `${w.code} ${w.place?.line}: ${w.params.above}`),
        rows: rows.map((row) =>
          Object.values(row).map((value) => (typeof value === 'bigint' ? Number(value) : value)),
        ),
        broken: broken.map((b) => `${b.line} ${b.problem.code}`),
        count,
      });
    } finally {
      db.close();
    }
  }
  const [straight, careful] = results as [(typeof results)[0], (typeof results)[0]];
  expect({ ...straight, quick: false }).toEqual({ ...careful, quick: false });
  expect(careful.count).toBe(careful.rows.length + careful.broken.length);
  return straight;
}
