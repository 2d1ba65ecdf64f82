/** Which indicators were worse than agreed, worked by hand. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../cases/figures.js';
import { april, project } from './plainProject.js';

const rows = [
  'system_id,month,indicator,target,actual,direction',
  's1,2025-12,uptime,99.9,1,higher', // before the first month
  's1,2026-01,uptime,99.9,99.9,higher', // on the target: kept
  's1,2026-01,response,2,2.0000001,lower', // worse
  's1,2026-02,uptime,99.9,99.8999999,higher', // worse
  's1,2026-02,response,2,1.9,lower',
  's1,2026-03,uptime,,99,higher', // no target
  's1,2026-03,response,2,,lower', // no actual value
  's1,2026-03,calls,5,9,', // no direction
  's2,2026-02,calls,5,5,', // on the target, whichever the direction
  's4,2026-02,uptime,99,98,higher',
  's9,2026-02,uptime,99,98,higher', // unknown system
  's2,2026-04,uptime,99,98,higher',
  's2,2026-05,uptime,99,98,higher', // after the reported month
  '',
].join('\n');

describe('breaches of service levels', async () => {
  const f = await figuresOf(project({ 'service_levels.csv': rows }), april);
  it.each<[scope: string, (number | null)[]]>([
    ['system:s1', [1, 1, null, null]],
    ['system:s2', [null, 0, null, 1]],
    ['system:s3', [null, null, null, null]],
    ['unit:u1', [1, 1, null, 1]], // s1 s2 | s1 s2 | s2 | s2
    ['unit:u2', [null, 1, null, null]], // – | s4 | s1 s4 | s1
    ['group:group', [1, 2, null, 1]],
  ])('of %s', (scope, expected) => {
    expect(f.series('sla_breaches', scope)).toEqual(expected);
  });
  it('are not known where an indicator lacks something or a system stopped reporting', () => {
    const of = (id: string) => {
      const { status, coverage, source_rows } = f.of(id.replace('/', '/sla_breaches/'));
      return [status, coverage, source_rows];
    };
    expect(of('2026-03/system:s1')).toEqual(['no_data', 0, 0]);
    expect(of('2026-04/system:s1')).toEqual(['no_data', 0, 0]); // silent since March
    expect(of('2026-01/system:s2')).toEqual(['not_applicable', 1, 0]); // had not begun
    expect(of('2026-03/system:s2')).toEqual(['no_data', 0, 0]);
    expect(of('2026-03/system:s3')).toEqual(['not_applicable', 1, 0]);
    expect(of('2026-04/system:s4')).toEqual(['not_applicable', 1, 0]); // no longer valid
    // April: s2's indicator, and s1's silence.
    expect(of('2026-04/group:group')).toEqual(['', 1 / 2, 1]);
  });
  it('are no zero where the input is absent', async () => {
    const absent = await figuresOf(project(), april);
    expect(absent.of('2026-04/sla_breaches/group:group')).toMatchObject({ value: null, status: 'no_data' });
  });
});
