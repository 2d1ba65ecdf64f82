/** What a driver's inputs are made from: SQL over one row per month and system. */
import { quoteList, quoteText } from '../../duckdb/quote.js';
import type { MartContext } from '../../marts/mart.js';
import { asExported } from '../../schemes/scheme.js';

/** SQL expressions. Without `value` and `category` the state alone is told. */
export interface Input {
  /** A number, judged by bounds. */
  readonly value?: string;
  /** One of a fixed list of findings, judged by its level. */
  readonly category?: string;
  /** Empty where there is data, else `no_data` or `not_applicable`. */
  readonly state: string;
}

export interface DriverInputs {
  readonly driver: string;
  /** FROM and joins: exactly one row for each of `mart.risk_systems`, alias `s`. */
  from(context: MartContext): string;
  /** By name, as in the configuration. */
  inputs(context: MartContext): Readonly<Record<string, Input>>;
}

/** The system's own figure, as published. Every system of a month has one of every metric that is of systems. */
export const figureOf = (metric: string, alias: string): string => `
    LEFT JOIN mart.figures ${alias} ON ${alias}.metric = ${quoteText(metric)} AND ${alias}.scope_kind = 'system' AND ${alias}.breakdown = ''
      AND ${alias}.month = s.month AND ${alias}.scope_id = s.system_id`;

/** Rows of one month and system, joined to `s`. */
export const joined = (rows: string, alias: string): string =>
  `LEFT JOIN (${rows}) ${alias} ON ${alias}.month = s.month AND ${alias}.system_id = s.system_id`;

/** A kind without a source is not given; one with an empty export is. */
export const isGiven = ({ config }: MartContext, kind: keyof MartContext['config']['sources']): boolean =>
  config.sources[kind].length > 0;

/**
 * A stand-in is no system: only what stands under it can be judged (incidents, harm, what is open and overdue). Nothing is ever reported
 * of it, so that counting it as not reported would blame nobody.
 */
export const ofSystems = (state: string): string =>
  `CASE WHEN NOT s.known THEN 'not_applicable' ELSE ${state} END`;

/** The groups' classes, gravest first (methods.md, "Counting incidents"). */
const classes = ['critical', 'heavy', 'other'] as const;

/**
 * SQL: what an incident weighs, as pages weigh it (src/pages/weight.ts): its class; of a company without a scheme, the grade of its export
 * where that is one of these words. Otherwise a critical incident of such a company, named on the first page, would be at no level at all.
 */
export const weightOf = (row: string): string =>
  `CASE WHEN ${row}.class IS NOT NULL THEN ${row}.class WHEN ${row}.grade IN ${quoteList(classes)} AND coalesce(${row}.scheme = ${quoteText(asExported.id)}, true) THEN ${row}.grade END`;

/** SQL aggregate: the gravest class among rows, NULL where none has one. */
export const gravest = (column: string): string =>
  `CASE ${classes.map((name) => `WHEN bool_or((${column}) = '${name}') THEN '${name}'`).join(' ')} END`;

/** The finding where nothing was found; it is no finding of the configuration, so that its level is 0. */
export const nothing = `'none'`;
