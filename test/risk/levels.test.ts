/** Drivers and levels of a system, by hand. */
import { describe, expect, it } from 'vitest';
import { configOf, type Placed, withRolledUp } from './tables.js';

const month = '2026-01';
const system = (inputs: Placed['inputs'], importance: number | null = 3, name = 's1'): Placed => ({
  month,
  system: name,
  importance,
  inputs,
});

interface Level {
  readonly level: number | null;
  readonly floored: boolean;
  readonly score: number | null;
  readonly coverage: number | null;
}

const levelOf = (placed: Placed, risk: object = {}): Promise<Level> =>
  withRolledUp(configOf(risk), [placed], async ({ db }) => {
    const [row] = await db.rows<Level>(`SELECT level, floored, score, coverage FROM mart.risk_levels`);
    return row!;
  });

const driverOf = (placed: Placed, driver: string, risk: object = {}) =>
  withRolledUp(configOf(risk), [placed], async ({ db }) => {
    const [row] = await db.rows<Record<string, unknown>>(
      `SELECT state, level, input, value, weight, contribution FROM mart.risk_drivers WHERE driver = $driver`,
      { driver },
    );
    return row;
  });

describe('a driver', () => {
  it('is at the greatest level of its inputs, and the first of those at it decides', async () => {
    // Of open: open_class 1, open_days 3, overdue_days 3 (listed after it); values are 10 × level here.
    const inputs = { 'open.open_class': 1, 'open.overdue_days': 3, 'open.open_days': 3 };
    // It alone applies: 100 × 1.5 ÷ 2 × 3 ÷ 4 = 56.25.
    expect(await driverOf(system(inputs), 'open')).toEqual({
      state: '',
      level: 3,
      input: 'open_days',
      value: 30,
      weight: 1,
      contribution: 56.25,
    });
  });

  it('is at the level of what has data, whatever else is missing', async () => {
    const inputs = { 'open.open_days': null, 'open.actions_overdue': 1 };
    expect(await driverOf(system(inputs), 'open')).toMatchObject({
      state: '',
      level: 1,
      input: 'actions_overdue',
    });
  });

  it('has a level of 0 as data, not as a want of it', async () => {
    expect(await driverOf(system({ 'open.open_days': 0 }), 'open')).toMatchObject({
      state: '',
      level: 0,
      contribution: 0,
    });
  });

  it('has no data where one input applies and none has any; it contributes 0', async () => {
    expect(await driverOf(system({ 'open.open_days': null }), 'open')).toEqual({
      state: 'no_data',
      level: null,
      input: null,
      value: null,
      weight: 1,
      contribution: 0,
    });
  });

  it('is not applicable where no input applies; it contributes nothing', async () => {
    expect(await driverOf(system({ 'harm.impact_minutes': 1 }), 'open')).toMatchObject({
      state: 'not_applicable',
      level: null,
      contribution: null,
    });
  });

  it('is left out where the report does without it', async () => {
    const risk = { drivers: { open: { used: false } } };
    const inputs = { 'open.open_class': 4, 'harm.impact_minutes': 1 };
    expect(await driverOf(system(inputs), 'open', risk)).toBeUndefined();
    // Harm alone: 100 × 1.5 ÷ 2 × 1 ÷ 4 = 18.75.
    expect(await levelOf(system(inputs), risk)).toEqual({
      level: 1,
      floored: false,
      score: 18.75,
      coverage: 1,
    });
  });
});

describe('a system', () => {
  it('is at its worst driver; its score is the weighted mean times its factor', async () => {
    // Weights 2, 1, 1 of levels 4, 1 and no data: 100 × (1.2 ÷ 2) × (2×4 + 1×1 + 0) ÷ (4 × 4) = 33.75; known 3 of 4.
    const risk = { drivers: { harm: { weight: 2 } } };
    const inputs = { 'harm.impact_minutes': 4, 'changes.failed_changes': 1, 'capacity.days_to_limit': null };
    const { score, ...rest } = await levelOf(system(inputs, 2), risk);
    expect(rest).toEqual({ level: 4, floored: false, coverage: 0.75 });
    expect(score).toBeCloseTo(33.75, 12);
  });

  it('of the highest importance with every driver at 4 has 100', async () => {
    expect(await levelOf(system({ 'harm.impact_minutes': 4, 'open.open_class': 4 }, 4))).toMatchObject({
      level: 4,
      score: 100,
    });
  });

  it('has no level and no score where nothing is known', async () => {
    expect(await levelOf(system({ 'harm.impact_minutes': null, 'open.open_class': null }))).toEqual({
      level: null,
      floored: false,
      score: null,
      coverage: 0,
    });
  });

  it('is at least at watch too where an incident’s gravity can’t be told, whatever else of that driver is known', async () => {
    const known = { 'harm.impact_minutes': 0, 'profile.profile_age_days': 0, 'drills.drill_days': 0 };
    const untold = { ...known, 'open.open_class': null, 'open.actions_overdue': 0 };
    const told = { ...known, 'open.open_class': 0, 'open.actions_overdue': 0 };
    expect(await levelOf(system(untold, 4))).toMatchObject({ level: 2, floored: true, coverage: 1 });
    expect(await levelOf(system(told, 4))).toMatchObject({ level: 0, floored: false });
    expect(await levelOf(system(untold, 3))).toMatchObject({ level: 0, floored: false });
    // Another input of it that isn't known is no such want.
    const other = { ...told, 'open.open_days': null };
    expect(await levelOf(system(other, 4))).toMatchObject({ level: 0, floored: false });
  });

  it('of importance 4 is at least at watch without data in a required driver; of 3 it is not', async () => {
    const inputs = { 'harm.impact_minutes': null, 'open.open_days': 1 };
    expect(await levelOf(system(inputs, 4))).toMatchObject({ level: 2, floored: true });
    expect(await levelOf(system(inputs, 3))).toMatchObject({ level: 1, floored: false });
  });

  it('is lifted even where nothing at all is known of it, and is never pressed down', async () => {
    expect(await levelOf(system({ 'harm.impact_minutes': null }, 4))).toEqual({
      level: 2,
      floored: true,
      score: null,
      coverage: 0,
    });
    const high = { 'harm.impact_minutes': null, 'open.open_days': 3 };
    expect(await levelOf(system(high, 4))).toMatchObject({ level: 3, floored: false });
    const watch = { 'harm.impact_minutes': null, 'open.open_days': 2 };
    expect(await levelOf(system(watch, 4))).toMatchObject({ level: 2, floored: false });
  });

  it('is not lifted for a driver that is not required, not used or not applicable', async () => {
    expect(await levelOf(system({ 'capacity.days_to_limit': null, 'open.open_days': 1 }, 4))).toMatchObject({
      level: 1,
      floored: false,
    });
    const inputs = { 'harm.impact_minutes': null, 'open.open_days': 1 };
    for (const harm of [{ required: false }, { used: false }])
      expect(await levelOf(system(inputs, 4), { drivers: { harm } })).toMatchObject({
        level: 1,
        floored: false,
      });
  });

  it('whose importance is not known counts as of importance 4, unless configured', async () => {
    const inputs = { 'harm.impact_minutes': null, 'open.open_days': 1 };
    // 100 × 2 ÷ 2 × 1 ÷ (4 × 2) = 12.5; as of importance 2: 12.5 × 1.2 ÷ 2 = 7.5.
    expect(await levelOf(system(inputs, null))).toEqual({
      level: 2,
      floored: true,
      score: 12.5,
      coverage: 0.5,
    });
    const { level, score } = await levelOf(system(inputs, null), { unknown_importance: 2 });
    expect(level).toBe(1);
    expect(score).toBeCloseTo(7.5, 12);
  });

  it('takes a level from a driver of weight 0, but no points', async () => {
    const risk = { drivers: { open: { weight: 0 } } };
    const inputs = { 'open.open_class': 4, 'harm.impact_minutes': 0 };
    expect(await levelOf(system(inputs), risk)).toEqual({ level: 4, floored: false, score: 0, coverage: 1 });
    // Nothing that applies has a weight: there is a level, but neither score nor coverage.
    expect(await levelOf(system({ 'open.open_class': 4 }), risk)).toEqual({
      level: 4,
      floored: false,
      score: null,
      coverage: null,
    });
  });
});
