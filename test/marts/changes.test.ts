/** How changes went, worked by hand. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../cases/figures.js';
import { april, project } from './plainProject.js';

const changes = [
  'change_id,system_id,at,kind,result',
  'c1,s1,2026-01-31T23:59:59Z,release,failed',
  'c2,s1,2026-02-01T00:00:00Z,release,succeeded',
  'c3,s2,2026-02-10,patch,rolled_back',
  'c4,s4,2026-02-28T23:59:59Z,patch,caused_incident',
  'c5,s1,2026-03-01,patch,', // no result: neither part
  'c6,s1,2026-03-02,patch,succeeded',
  'c7,s2,2026-03-02,patch,',
  'c8,s9,2026-03-02,patch,failed', // unknown system: told as a warning, belongs nowhere
  'c9,s2,2026-04-20T12:00:00Z,patch,succeeded', // as-of itself
  'c10,s2,2026-04-20T12:00:01Z,patch,failed', // after as-of
  '',
].join('\n');

describe('the change failure rate', async () => {
  const f = await figuresOf(project({ 'changes.csv': changes }), april);
  it.each<[scope: string, (number | null)[]]>([
    ['system:s1', [1, 0, 0, null]],
    ['system:s2', [null, 1, null, 0]],
    ['system:s3', [null, null, null, null]],
    ['unit:u1', [1, 1 / 2, null, 0]], // s1 s2; from March s2 alone
    ['unit:u2', [null, 1, 0, null]], // s4; s1 from March
    ['company:a', [1, 1 / 2, null, 0]],
    ['group:group', [1, 2 / 3, 0, 0]],
    ['flow:pay', [1, 0, 0, null]],
  ])('of %s', (scope, expected) => {
    expect(f.series('change_failure_rate', scope)).toEqual(expected);
  });
  it('tells nothing from no change, and what is not known from no failure', () => {
    expect(f.of('2026-03/change_failure_rate/system:s3')).toMatchObject({
      status: 'not_applicable',
      coverage: 1,
    });
    expect(f.of('2026-03/change_failure_rate/system:s2')).toMatchObject({
      status: 'no_data',
      coverage: 0,
      source_rows: 1,
    });
    // March: c5, c6, c7, of which one result is known; all three are the whole (methods.md: "÷ all").
    expect(f.of('2026-03/change_failure_rate/group:group')).toMatchObject({
      coverage: 1 / 3,
      source_rows: 3,
    });
  });
  it('has the exact interval', () => {
    // R: binom.test(2, 3)$conf.int → 0.09429932 0.99159624
    const { lower, upper } = f.of('2026-02/change_failure_rate/group:group');
    expect(lower).toBeCloseTo(0.09429932, 8);
    expect(upper).toBeCloseTo(0.99159624, 8);
  });
  it('is not 0 where no result is given at all', async () => {
    const none = await figuresOf(
      project({ 'changes.csv': 'change_id,system_id,at\nc1,s1,2026-01-05\n' }),
      april,
    );
    expect(none.of('2026-01/change_failure_rate/group:group')).toMatchObject({
      value: null,
      status: 'no_data',
    });
    const absent = await figuresOf(project(), april);
    expect(absent.of('2026-01/change_failure_rate/group:group')).toMatchObject({
      value: null,
      status: 'no_data',
    });
  });
  it('stands under no theme and no supplier', () => {
    expect(
      f.list.some((x) => x.metric === 'change_failure_rate' && /theme|supplier/.test(x.scope_kind)),
    ).toBe(false);
  });
});
