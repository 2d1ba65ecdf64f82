/** Rows keep the order of their file, whichever thread reads them: lines are told from it, and of two rows the later one counts. */
import { describe, expect, it } from 'vitest';
import { incidentProject, withStaged } from './project.js';

/** Several of the buffers that DuckDB's reader shares out between threads. */
const rows = 400_000;
const csv = [
  'incident_id,occurred_at,system_id,priority,title',
  ...Array.from({ length: rows }, (_, i) => `I${i},2026-01-01,s1,p${i % 9},${'a title '.repeat(6)}${i}`),
  '',
].join('\n');

const manyTexts = `('p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11')`;

describe('a file that several threads read', () => {
  it.each([
    ['as it stands', []],
    ['with a long list in where', [`where: "priority IN ${manyTexts}"`]],
    ['with a long list in an expression', [`columns: { place: { sql: "priority IN ${manyTexts}" } }`]],
  ])('gives each row its own line: %s', { timeout: 60_000 }, async (_, source) => {
    await withStaged(incidentProject(source, csv), async ({ db, loaded }) => {
      expect(loaded.receipts.at(-1)!.staged).toBe(rows);
      const [found] = await db.rows<{ n: number }>(
        'SELECT count(*) AS n FROM staging.incidents WHERE _line <> substr(incident_id, 2)::BIGINT + 2',
      );
      expect(found!.n).toBe(0);
    });
  });
});
