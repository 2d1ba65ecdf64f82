/** The rows behind a month's inputs, for all systems or some, one query per input. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteList, quoteText } from '../duckdb/quote.js';
import { type RowContext, rowsOf, type WhyRow } from './rows/index.js';

export interface RowList {
  /** The gravest first. */
  readonly rows: readonly WhyRow[];
  /** How many there are, shown or not. */
  readonly total: number;
}

export interface RowChoice {
  readonly month: string;
  /** Of the period: nothing later exists. */
  readonly asOf: string;
  /** All, unless given. */
  readonly systems?: readonly string[];
  /** Per system and input; all, unless given. */
  readonly limit?: number;
}

/** Every input of the drivers in use. */
export const inputsInUse = ({ risk }: Pick<Config, 'risk'>): string[] =>
  Object.values(risk.drivers)
    .filter((d) => d.used)
    .flatMap((d) => Object.keys(d.inputs));

/** By `system id\ninput`; a system and input without rows has no entry. */
export async function readRowLists(
  db: Database,
  config: Config,
  { month, asOf, systems, limit }: RowChoice,
): Promise<Map<string, RowList>> {
  const context: RowContext = {
    month: quoteText(month),
    zone: quoteText(config.timezone),
    asOf: `TIMESTAMPTZ ${quoteText(asOf)}`,
    attitudes: (config.risk.drivers.suppliers?.inputs.attitude ?? {}) as Readonly<Record<string, number>>,
  };
  const only = systems === undefined ? '' : ` WHERE system_id IN ${quoteList(systems)}`;
  const cut = limit === undefined ? '' : ` WHERE nth <= ${limit}`;
  const found = new Map<string, { rows: WhyRow[]; total: number }>();
  // Two inputs of one SQL are asked once.
  const asked = new Map<string, (WhyRow & { total: number })[]>();
  for (const input of inputsInUse(config)) {
    const sql = rowsOf(input)(context);
    const rows =
      asked.get(sql) ??
      (await db.rows<WhyRow & { total: number }>(
        `SELECT system_id AS "systemId", kind, key, text, "at", amount, bound, category, month, file, line, total FROM (
           SELECT *, row_number() OVER (PARTITION BY system_id ORDER BY rank, "at", file, line, kind, key) AS nth, count(*) OVER (PARTITION BY system_id) AS total
           FROM (${sql})${only})${cut} ORDER BY system_id, nth`,
      ));
    asked.set(sql, rows);
    for (const { total, ...row } of rows) {
      const key = rowKey(row.systemId, input);
      const list = found.get(key);
      if (list) list.rows.push(row);
      else found.set(key, { rows: [row], total });
    }
  }
  return found;
}

export const rowKey = (systemId: string, input: string): string => `${systemId}\n${input}`;
