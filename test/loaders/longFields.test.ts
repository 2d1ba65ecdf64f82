/** One field of many megabytes costs its own row, and neither the memory nor the run. */
import { expect, it } from 'vitest';
import { incidentProject, toldReject, withStaged } from './project.js';

it.each([
  ['quoted', '"'],
  ['bare', ''],
])('a %s field of 8 MB is a reject with its length', { timeout: 60_000 }, async (_, quote) => {
  const csv = `incident_id,occurred_at,title\nI1,2026-01-01,${quote}${'a'.repeat(8_000_000)}${quote}\nI2,2026-01-02,b\n`;
  await withStaged(incidentProject([], csv), async ({ db, loaded, rejects }) => {
    expect(rejects.map(toldReject)).toEqual(['2 value_too_long title']);
    expect(rejects[0]!.params).toMatchObject({ length: 8_000_000, limit: 2_097_152 });
    expect(loaded.receipts.at(-1)).toMatchObject({ rows: 2, staged: 1, rejected: 1 });
    expect(await db.rows('SELECT incident_id AS id FROM staging.incidents')).toEqual([{ id: 'I2' }]);
  });
});
