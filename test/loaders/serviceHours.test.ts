/** Service hours that are not understood are said, with their place: such a system has no availability. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/errors.js';
import { incidentProject, withStaged } from './project.js';

const systems = (...hours: string[]): string =>
  `system_id,unit_id,name_ja,service_hours\n${hours.map((h, i) => `s${i + 1},u1,名,${h}\n`).join('')}`;
const warn = (hours: string, holidays?: string): Promise<string[]> => {
  const files = incidentProject([], 'incident_id,system_id,occurred_at\nI1,s1,2026-05-01T00:00\n', {
    's.csv': systems(...hours.split('|')),
    ...(holidays && { 'h.csv': `date,calendar\n${holidays}` }),
  });
  const yaml = `${files['kado.yaml']}${holidays ? '  holidays: h.csv\n' : ''}`;
  return withStaged({ ...files, 'kado.yaml': yaml }, async ({ loaded }) =>
    loaded.warnings.map((w) => formatProblem(w, 'en')),
  );
};

describe('a warning', () => {
  it('names each text of a file that is not understood once, at its first line', async () => {
    expect(await warn('24x7|いつでも||weekdays|いつでも|平日 8時〜20時')).toEqual([
      's.csv:3:service_hours: service_hours "いつでも" is not understood; rows: 2 (such a system has no availability; write it in a form such as 24x7 | weekdays 08:00-20:00 | mon-sat 07:00-22:30 | 平日 08:00-20:00)',
      's.csv:5:service_hours: service_hours "weekdays" is not understood; rows: 1 (such a system has no availability; write it in a form such as 24x7 | weekdays 08:00-20:00 | mon-sat 07:00-22:30 | 平日 08:00-20:00)',
    ]);
  });
  it('names a calendar that no holiday belongs to, where there are holidays', async () => {
    expect(await warn('weekdays 08:00-20:00 @US @JP', '2026-05-04,JP\n2026-05-05,\n')).toEqual([
      's.csv:2:service_hours: service_hours "weekdays 08:00-20:00 @US @JP" names the calendar "US", which holidays (h.csv) has not; rows: 1 (it counts as one without holidays, and the availability has a coverage of 0; use a name that stands under calendar)',
    ]);
    expect(await warn('weekdays 08:00-20:00 @US')).toEqual([]);
  });
});
