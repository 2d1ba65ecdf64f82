/** A mart: a table that figures are made from, with its grain in a sentence and checks that must hold. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import type { Schemes } from '../schemes/settle.js';
import type { Period } from './period.js';

export interface MartContext {
  readonly config: Config;
  readonly period: Period;
  /** Those that the companies use, by id. */
  readonly schemes: Schemes;
}

export interface Mart {
  readonly name: string;
  /** One sentence: what one row is. */
  readonly grain: { readonly ja: string; readonly en: string };
  /** The SELECT that makes it, over staging and earlier marts; for one made by `compute`, that of its empty table. */
  sql(context: MartContext): string;
  /** Fills the table from code, where SQL can't: statistics, calendars. */
  compute?(db: Database, context: MartContext): Promise<void>;
  /** Queries that must return no row; a row is a fault of ours, not of the data. */
  readonly checks: readonly string[];
}

/** Builds a mart and holds it to its checks. */
export async function buildMart(db: Database, mart: Mart, context: MartContext): Promise<void> {
  await db.run(`CREATE TABLE mart.${mart.name} AS ${mart.sql(context)}`);
  await mart.compute?.(db, context);
  for (const check of mart.checks) {
    const broken = await db.rows(`SELECT 1 AS one FROM (${check}) LIMIT 1`);
    if (broken.length > 0) throw new Error(`mart ${mart.name} breaks its check: ${check}`);
  }
}
