/** Why a system stands where it does: its drivers, what decided each, and which threshold was met. Language-free. */
import type { RiskBounds, RiskDriverRule, RiskRules } from '../config/model.js';
import { fallingInputs } from '../config/risk.js';
import type { Database } from '../duckdb/database.js';
import { quoteList } from '../duckdb/quote.js';

export type InputState = '' | 'no_data' | 'not_applicable';

export interface InputWhy {
  readonly input: string;
  readonly value: number | null;
  readonly category: string | null;
  readonly state: InputState;
  /** null where the state says why. */
  readonly level: number | null;
}

export interface DriverWhy {
  readonly driver: string;
  readonly state: InputState;
  readonly level: number | null;
  /** The input that decides; null without data. */
  readonly input: string | null;
  readonly weight: number;
  /** In points of the score. */
  readonly contribution: number;
  /** In the configuration's order. */
  readonly inputs: readonly InputWhy[];
}

export interface SystemWhy {
  readonly systemId: string;
  readonly importance: number | null;
  /** As which it counts. */
  readonly counted: number;
  readonly factor: number;
  readonly level: number | null;
  /** Lifted for want of data in a required driver. */
  readonly floored: boolean;
  /** null: no driver with a weight has data. */
  readonly score: number | null;
  readonly coverage: number | null;
  /** In the methods' order. */
  readonly drivers: readonly DriverWhy[];
}

/** Which bound decided: the one that a level stands on, or, at level 0, the first that is not reached. */
export interface Threshold {
  readonly kind: 'from' | 'down_to' | 'finding';
  readonly level: number;
  /** Of findings 0. */
  readonly bound: number;
}

/** The threshold of an input at `level`; undefined where the configuration sets none there. */
export function thresholdOf(
  rules: RiskRules,
  driver: string,
  input: string,
  level: number,
): Threshold | undefined {
  const rule = rules.drivers[driver]?.inputs[input];
  if (rule === undefined) return undefined;
  if (!isBounds(rule)) return { kind: 'finding', level, bound: 0 };
  const kind = fallingInputs.has(input) ? 'down_to' : 'from';
  const at = level > 0 ? level : rule.findIndex((b) => b !== null) + 1;
  const bound = at > 0 ? rule[at - 1] : null;
  return bound === null || bound === undefined ? undefined : { kind, level: at, bound };
}

export const isBounds = (rule: RiskDriverRule['inputs'][string]): rule is RiskBounds => Array.isArray(rule);

/** The inputs of a driver that share its level: what else would have decided alike. */
export const decidingInputs = ({ level, inputs }: DriverWhy): readonly InputWhy[] =>
  level === null ? [] : inputs.filter((i) => i.level === level);

type SystemRow = Omit<SystemWhy, 'drivers'>;
type DriverRow = Omit<DriverWhy, 'inputs'> & { readonly systemId: string };
type InputRow = InputWhy & { readonly systemId: string; readonly driver: string };

/** Every system of the month, or those named, in the order of their ids. */
export async function readSystemWhys(
  db: Database,
  rules: RiskRules,
  month: string,
  systems?: readonly string[],
): Promise<Map<string, SystemWhy>> {
  const only = systems === undefined ? '' : ` AND r.system_id IN ${quoteList(systems)}`;
  const where = `WHERE r.month = $month${only}`;
  const id = 'r.system_id AS "systemId"';
  const order = Object.entries(rules.drivers).flatMap(([driver, { inputs }]) =>
    Object.keys(inputs).map((input) => `${driver} ${input}`),
  );
  const place = new Map(order.map((key, i) => [key, i]));
  const levels = await db.rows<SystemRow>(
    `SELECT ${id}, r.importance, r.counted, r.factor, r.level, coalesce(r.floored, false) AS floored, r.score, r.coverage
     FROM mart.risk_levels r ${where} ORDER BY r.system_id`,
    { month },
  );
  const drivers = await db.rows<DriverRow>(
    `SELECT ${id}, r.driver, r.state, r.level, r.input, r.weight, coalesce(r.contribution, 0) AS contribution
     FROM mart.risk_drivers r ${where} ORDER BY r.system_id, r.position, r.driver`,
    { month },
  );
  const inputs = await db.rows<InputRow>(
    `SELECT ${id}, r.driver, r.input, r.value, r.category, r.state, r.level FROM mart.risk_judged r ${where} ORDER BY r.system_id, r.driver, r.input`,
    { month },
  );
  const inputsOf = gather(inputs, (i) => `${i.systemId}\n${i.driver}`);
  const driversOf = gather(drivers, (d) => d.systemId);
  const byPlace = (a: InputRow, b: InputRow): number =>
    (place.get(`${a.driver} ${a.input}`) ?? order.length) -
    (place.get(`${b.driver} ${b.input}`) ?? order.length);
  return new Map(
    levels.map((row) => [
      row.systemId,
      {
        ...row,
        drivers: (driversOf.get(row.systemId) ?? []).map((d) => ({
          ...d,
          inputs: (inputsOf.get(`${row.systemId}\n${d.driver}`) ?? []).sort(byPlace),
        })),
      },
    ]),
  );
}

export function gather<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = found.get(key);
    if (list) list.push(row);
    else found.set(key, [row]);
  }
  return found;
}
