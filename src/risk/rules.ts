/** The configured rules of risk as SQL: drivers, inputs, importance factors, the score's scale. */
import type { Config, RiskDriverRule } from '../config/model.js';
import { quoteText } from '../duckdb/quote.js';

/** The drivers that the report goes by, in the methods' order. */
export const usedDrivers = (config: Config): readonly (readonly [id: string, rule: RiskDriverRule])[] =>
  Object.entries(config.risk.drivers).filter(([, rule]) => rule.used);

const valuesOf = (rows: readonly string[], none: string): string =>
  rows.length === 0 ? `SELECT * FROM (VALUES (${none})) LIMIT 0` : `VALUES ${rows.join(', ')}`;

/** `driver, position, weight`: one row per used driver. */
export const driverValues = (config: Config): string =>
  valuesOf(
    usedDrivers(config).map(
      ([id, { weight }], i) => `(${quoteText(id)}, ${i + 1}::INTEGER, ${doubleOf(weight)})`,
    ),
    'NULL::VARCHAR, NULL::INTEGER, NULL::DOUBLE',
  );

/** `driver, input, nth`: one row per input of a used driver, in the configuration's order. */
export const inputValues = (config: Config): string =>
  valuesOf(
    usedDrivers(config).flatMap(([id, { inputs }]) =>
      Object.keys(inputs).map((input, nth) => `(${quoteText(id)}, ${quoteText(input)}, ${nth}::INTEGER)`),
    ),
    'NULL::VARCHAR, NULL::VARCHAR, NULL::INTEGER',
  );

/**
 * Inputs without which a driver's other inputs say too little: an incident is there, and nobody can tell how grave it is. That overdue
 * actions are known, for one, must not make the system look quiet.
 */
export const gravityInputs: readonly string[] = ['gravest_class', 'open_class'];

/** A number of the configuration to its last digit. */
export const doubleOf = (value: number): string => `${value.toExponential()}::DOUBLE`;

/** Levels go from 0 to 4 (methods.md, "Risk level, tier by tier"). */
export const highestLevel = 4;
/** Scores go from 0 to 100 (the same). */
const fullScore = 100;

/** Points of a system whose only applicable driver is at level 1, by its factor: 100 × factor ÷ (4 × greatest factor). */
export const pointsOf = (config: Config, factor: string): string =>
  `(${fullScore} * (${factor}) / (${highestLevel} * ${doubleOf(Math.max(...config.risk.importanceFactors))}))`;

/**
 * Sums of doubles that don't depend on the order in which threads deliver them. Over drivers: each is one row at its position, so that a
 * maximum is the row itself, and the terms are added in the methods' order.
 */
export const sumOfDrivers = (config: Config, value: string, filter: string): string =>
  [
    '0',
    ...usedDrivers(config).map(
      (_, i) => `coalesce(max(${value}) FILTER (position = ${i + 1} AND ${filter}), 0)`,
    ),
  ].join(' + ');

/** Over systems: by their ids. `rows`: a list of structs in that order. */
export const sumOfSystems = (rows: string, field: string): string =>
  `list_sum(list_transform(${rows}, lambda r: r.${field}))`;

/** Two sums of the same parts taken in another order differ by no more (scores go to 100). */
export const nothing = '1e-9';
