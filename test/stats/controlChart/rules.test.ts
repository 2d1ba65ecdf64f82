/** Each rule by hand: empty, one point short, met, and what it must not mistake. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judgement, judgePoints, type Limits, stepsOf } from '../../../src/stats/controlChart/rules.js';

/** Centre 0, limits ±3, near from ±2. */
const limits: Limits = { centre: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };
const judge = (values: readonly number[]): Judgement[] =>
  judgePoints(
    values,
    values.map(() => limits),
  );
/** What a report on the last month says, as `rule+` (high or rising) or `rule-`. */
const last = (values: readonly number[]): string => {
  const fired = judge(values).at(-1)?.fired;
  return fired ? `${fired.rule}${fired.side > 0 ? '+' : '-'}` : 'common';
};
const parts = (values: readonly number[]): string =>
  judge(values)
    .map(({ part }) => (part ? part.rule[0]! : '.'))
    .join('');

describe('a point outside', () => {
  it('lies beyond a limit, not on it', () => {
    expect(judge([])).toEqual([]);
    expect([last([3]), last([3.01]), last([-3]), last([-3.01])]).toEqual([
      'common',
      'outside+',
      'common',
      'outside-',
    ]);
  });
  it('of an earlier month is not news', () => expect(last([4, 0.5])).toBe('common'));
});

describe('a trend', () => {
  it('has seven points', () => {
    expect(last([-0.3, -0.2, -0.1, 0.1, 0.2, 0.3])).toBe('common');
    expect(last([-0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4])).toBe('trend+');
    expect(last([0.4, 0.3, 0.2, 0.1, -0.1, -0.2, -0.3])).toBe('trend-');
  });
  it('ends with a tie or a turn, and begins anew', () => {
    expect(last([-0.3, -0.2, -0.1, -0.1, 0.2, 0.3, 0.4])).toBe('common');
    expect(last([-0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.2])).toBe('common');
    // Down to 0.5, then six steps up.
    expect(last([0.6, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1])).toBe('trend+');
  });
  it('has its own direction, whatever side it lies on', () => {
    // Falling all the way above the centre: better where lower is better, though every point is high.
    expect(last([1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1])).toBe('trend-');
  });
  it('marks all its points', () =>
    expect(parts([0.5, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4])).toBe('.ttttttt'));
});

describe('two of three', () => {
  it('are near one limit, the newest among them', () => {
    expect(last([2.1])).toBe('common');
    expect(last([2.1, 2.1])).toBe('common'); // a window has three
    expect(last([2.1, 0.1, 2.1])).toBe('two_of_three+');
    expect(last([0.1, 2.1, 2.1])).toBe('two_of_three+');
    expect(last([2.1, 2.1, 0.1])).toBe('common'); // the newest is ordinary again
    expect(last([-2.1, -0.1, -2.1])).toBe('two_of_three-');
  });
  it('are not two near different limits, nor with a third on the other side', () => {
    expect(last([-2.1, 0.1, 2.1])).toBe('common');
    expect(last([2.1, -0.1, 2.1])).toBe('common');
  });
  it('count a point beyond the limit as near it, and one on the line not', () => {
    expect(last([3.5, 0.1, 2.1])).toBe('two_of_three+');
    expect(last([2, 0.1, 2.1])).toBe('common');
  });
  it('marks those that are near only', () => expect(parts([0.1, 2.1, 0.1, 2.1, 0.1])).toBe('.t.t.'));
});

describe('a shift', () => {
  const high = [0.5, 0.1, 0.4, 0.2, 0.6, 0.3];
  it('has seven points', () => {
    expect(last(high)).toBe('common');
    expect(last([...high, 0.1])).toBe('shift+');
    expect(last([...high, 0.1].map((v) => -v))).toBe('shift-');
    expect(last([...high, 0.1, 0.2])).toBe('shift+');
  });
  it('ends on the line', () => {
    expect(last([0.5, 0.1, 0.4, 0, 0.2, 0.6, 0.3, 0.1])).toBe('common');
    expect(last([...high, 0])).toBe('common');
  });
  it('marks all its points, and none before', () =>
    expect(parts([-0.5, ...high, 0.1, -0.1])).toBe('.sssssss.'));
});

describe('the order of the rules', () => {
  it('is outside, trend, two of three, shift', () => {
    expect(last([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 3.1])).toBe('outside+');
    expect(last([0.1, 0.2, 0.3, 0.4, 0.5, 2.1, 2.2])).toBe('trend+');
    expect(last([0.4, 0.2, 0.3, 0.1, 0.5, 2.2, 2.1])).toBe('two_of_three+');
  });
});

describe('any series', () => {
  const values = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 40 });
  it('upside down has the same findings, upside down', () =>
    fc.assert(
      fc.property(values, (list) => {
        const [up, down] = [judge(list), judge(list.map((v) => -v))];
        for (const key of ['fired', 'part'] as const)
          expect(down.map((j) => j[key] && { ...j[key], side: -j[key]!.side })).toEqual(
            up.map((j) => j[key]),
          );
      }),
    ));
  it('is judged without what comes later, and what fires is part of it', () =>
    fc.assert(
      fc.property(values, (list) => {
        const all = judge(list);
        for (const i of list.keys()) expect(judge(list.slice(0, i + 1)).at(-1)!.fired).toEqual(all[i]!.fired);
        // Looking back, a point may turn out part of something graver, never of nothing.
        expect(all.filter((j) => j.fired && !j.part)).toEqual([]);
      }),
    ));
  it('has steps between equals of 0', () => expect(stepsOf([2, 2, 3, 1])).toEqual([0, 0, 1, -1]));
});
