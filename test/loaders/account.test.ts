/** Whatever dirt an export holds: rows in = staged + rejected + filtered + superseded + duplicate, each row in exactly one place. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closes } from '../../src/staging/receipt.js';
import { incidentProject, withStaged } from './project.js';

/** Few ids and stamps, so that keys and orders collide often. */
const row = fc.record({
  id: fc.constantFrom('I1', 'I2', 'I3', 'I4', 'I5', '', '"I,6"', ' I1 ', 'x'.repeat(301)),
  at: fc.constantFrom(
    '2026-01-01',
    '2026-01-02T03:04',
    '2026-02-31',
    '',
    'soon',
    '3026-01-01',
    '2026-01-01T00:00+09:00',
  ),
  system: fc.constantFrom('s1', 's9', '', '"a\nb"'),
  stamp: fc.constantFrom('1', '2', '10', '10', ''),
  state: fc.constantFrom('open', 'Closed', 'canceled', 'unknown', ''),
  users: fc.constantFrom('0', '5', '-1', 'many', '', '1e3'),
  extra: fc.constantFrom('', '', '', '', ',surplus', 'missing', '"open'),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const line = ({ id, at, system, stamp, state, users, extra }: Row): string =>
  extra === 'missing' ? `${id},${at},${system}` : `${id},${at},${system},${stamp},${state},${users}${extra}`;
const csvOf = (rows: readonly Row[]): string =>
  `incident_id,occurred_at,system_id,stamp,state,affected_users\n${rows.map((r) => `${line(r)}\n`).join('')}`;

const source = fc.record({
  keepLast: fc.boolean(),
  where: fc.constantFrom('', `where: "state <> 'canceled'"`, 'where: "CAST(affected_users AS INTEGER) > 1"'),
});

it('every input row is found in exactly one place', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      source,
      async (rows, { keepLast, where }) => {
        const lines = [
          keepLast ? 'keep_last: { by: incident_id, order: [{ column: stamp, as: number }] }' : '',
          where,
        ];
        const files = incidentProject(
          ['delimiter: ","', 'encoding: utf-8', ...lines.filter(Boolean)],
          csvOf(rows),
        );
        await withStaged(files, async ({ db, loaded, rejects }) => {
          const receipt = loaded.receipts.at(-1)!;
          expect(closes(receipt)).toBe(true);
          const kept = await db.rows<{ id: string; line: number }>(
            'SELECT incident_id AS id, _line AS line FROM staging.incidents',
          );
          const dropped = loaded.warnings
            .filter((w) => w.code.startsWith('duplicate_'))
            .map((w) => w.place!.line!);
          const places = [...kept.map((k) => k.line), ...dropped, ...rejects.map((r) => r.line)];
          expect(new Set(places).size).toBe(places.length);
          expect(places.length + receipt.filtered + receipt.superseded).toBe(receipt.rows);
          expect(new Set(kept.map((k) => k.id)).size).toBe(kept.length);
          expect([kept.length, dropped.length, rejects.length]).toEqual([
            receipt.staged,
            receipt.duplicate,
            receipt.rejected,
          ]);
          // Without an unclosed quote, a record of the file is a row of the array.
          if (rows.every((r) => r.extra !== '"open')) expect(receipt.rows).toBe(rows.length);
          if (!keepLast) expect(receipt.superseded).toBe(0);
          if (where === '') expect(receipt.filtered).toBe(0);
        });
      },
    ),
    { numRuns: 40 },
  );
});
