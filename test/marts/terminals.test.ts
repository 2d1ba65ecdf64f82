/** How long terminals took to recover, worked by hand. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../cases/figures.js';
import type { Files } from '../loaders/project.js';
import { april, project } from './plainProject.js';

const incidents = (columns: string, ...rows: string[]): Files => ({
  'i.csv': `incident_id,occurred_at,system_id,restored_at,${columns}\n${rows.join('\n')}\n`,
});
const withIncidents = (files: Files): Files => ({ ...project(), ...files });

describe('the time to recover a terminal', () => {
  it('is the median of the incidents at one, in the month of restoration', async () => {
    const f = await figuresOf(
      withIncidents(
        incidents(
          'place,state',
          'A,2026-01-05T00:00:00Z,s1,2026-01-05T00:10:00Z,本店 窓口端末,closed',
          'B,2026-01-06T00:00:00Z,s1,2026-01-06T00:30:00Z,Branch TERMINAL 3,closed',
          'C,2026-01-07T00:00:00Z,s2,2026-01-07T10:00:00Z,データセンター,closed',
          'D,2026-01-08T00:00:00Z,s2,2026-01-08T10:00:00Z,,closed',
          'E,2026-01-31T23:50:00Z,s2,2026-02-01T00:00:00Z,端末,closed', // restored in February
          'F,2026-02-05T00:00:00Z,s2,2026-02-05T09:00:00Z,端末,canceled',
          'G,2026-03-05T00:00:00Z,,2026-03-05T01:00:00Z,端末,closed', // no system: the group's
          'H,2026-04-20T00:00:00Z,s1,2026-04-20T12:00:01Z,端末,closed', // restored after as-of
        ),
      ),
      april,
    );
    expect(f.series('terminal_recovery_minutes', 'group:group')).toEqual([20, 10, 60, null]);
    expect(f.series('terminal_recovery_minutes', 'unit:u1')).toEqual([20, 10, null, null]);
    expect(f.series('terminal_recovery_minutes', 'company:unmapped')).toEqual([null, null, 60, null]);
    expect(f.of('2026-01/terminal_recovery_minutes/group:group').source_rows).toBe(2);
    expect(f.of('2026-01/terminal_recovery_minutes/system:s2').status).toBe('not_applicable');
  });
  it.each(['state', 'place'])(
    'has no data without the place or the restoration (with %s only)',
    async (column) => {
      const rows =
        column === 'place' ? 'incident_id,occurred_at,system_id,place\nA,2026-01-05,s1,端末\n' : undefined;
      const files = rows ? { 'i.csv': rows } : incidents('state', 'A,2026-01-05,s1,2026-01-06,closed');
      const f = await figuresOf(withIncidents(files), april);
      expect(f.of('2026-01/terminal_recovery_minutes/group:group').status).toBe('no_data');
    },
  );
});
