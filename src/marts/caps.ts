/** Yearly caps on incidents: given, worked out from the year before, set by a scheme's own rule, or summed (methods.md, "Counts against caps"). */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { type Cap, type CapLine, sumCaps } from './capSums.js';
import { type CompanyScheme, readCompanySchemes } from './companySchemes.js';
import type { Mart } from './mart.js';
import { type Priors, readPriors } from './priors.js';
import { keyOf, readScopeNames } from './scopeNames.js';
import { cappedMetric } from './targets.js';

/** Staged decimals have six places: in millionths the sums are whole numbers, and a half is a half. */
const millionths = 1_000_000;

interface Ingredients {
  readonly rate: number;
  readonly effect: number;
  readonly factor: number;
}

/**
 * prior × (1 − improvement_rate) − measures_effect + special_factor, floored at 0, rounded half away from zero; ingredients in
 * millionths. What a row leaves empty is 0: an effect counts where the target's row says so, measures.expected_effect doesn't add to it.
 */
export function workOutCap(prior: number, { rate, effect, factor }: Ingredients): number {
  const exact = prior * (millionths - rate) - effect + factor;
  return Math.floor((Math.max(0, exact) + millionths / 2) / millionths);
}

export const caps: Mart = {
  name: 'caps',
  grain: {
    ja: '1行は1範囲・1年度・1内訳（全体・等級・区分）の上限件数と、その出どころ',
    en: 'one row per scope, fiscal year and breakdown that has a cap, or a target whose cap can not be worked out; with its ingredients',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::INTEGER AS fiscal_year, NULL::VARCHAR AS breakdown, NULL::DOUBLE AS cap,
      NULL::VARCHAR AS origin, NULL::BIGINT AS prior_actual, NULL::DECIMAL(24,6) AS improvement_rate, NULL::DECIMAL(24,6) AS measures_effect,
      NULL::DECIMAL(24,6) AS special_factor, NULL::VARCHAR AS reason, NULL::INTEGER AS parts, NULL::INTEGER AS parts_of,
      NULL::INTEGER AS _file, NULL::BIGINT AS _line, NULL::VARCHAR AS note WHERE false`,
  async compute(db, { schemes: settled }) {
    // Who has part in a cap: itself, or, of a sum above companies, those of them that have a cap.
    await db.run(
      'CREATE TABLE mart.cap_parts (scope_kind VARCHAR, scope_id VARCHAR, fiscal_year INTEGER, breakdown VARCHAR, part_kind VARCHAR, part_id VARCHAR)',
    );
    const names = await readScopeNames(db);
    const schemes = await readCompanySchemes(db, settled);
    const priors = await readPriors(db);
    const written = await readWritten(db, priors);
    const ruled = await readRuled(db, schemes, priors, written);
    await write(db, sumCaps([...written, ...ruled], { names, schemes, priors }));
  },
  checks: [
    'SELECT 1 FROM mart.caps GROUP BY scope_kind, scope_id, fiscal_year, breakdown HAVING count(*) > 1',
    `SELECT 1 FROM mart.caps WHERE (cap IS NULL) <> (reason <> '') OR cap < 0 OR parts > parts_of`,
    // Given caps may be fractions, and so may their sums.
    `SELECT 1 FROM mart.caps WHERE origin IN ('computed', 'rule') AND cap <> floor(cap)`,
    'SELECT 1 FROM mart.caps ANTI JOIN mart.cap_parts USING (scope_kind, scope_id, fiscal_year, breakdown) WHERE cap IS NOT NULL',
  ],
};

/** Caps that rows of targets set, of years that the report has data of. */
async function readWritten(db: Database, priors: Priors): Promise<Cap[]> {
  const rows = await db.rows<CapLine & { given: number | null }>(
    `SELECT t.scope_kind AS kind, t.scope_id AS id, t.fiscal_year AS year, t.breakdown, t.cap::DOUBLE AS given,
       CAST(coalesce(t.improvement_rate, 0) * ${millionths} AS BIGINT) AS rate, CAST(coalesce(t.measures_effect, 0) * ${millionths} AS BIGINT) AS effect,
       CAST(coalesce(t.special_factor, 0) * ${millionths} AS BIGINT) AS factor, t._file AS file, t._line AS line, t.note
     FROM mart.targets t WHERE t.fault IS NULL AND t.metric = '${cappedMetric}' AND t.fiscal_year IN (SELECT fiscal_year FROM mart.months)
     ORDER BY t._file, t._line`,
  );
  return rows.map(({ given, ...row }) => {
    const prior = priors.actual(row, row.year, row.breakdown);
    const cap = given ?? (prior === undefined ? undefined : workOutCap(prior, row));
    return { ...row, prior, cap, origin: given === null ? 'computed' : 'given', parts: undefined };
  });
}

/** What the schemes themselves set, for each company that uses them, where no row says otherwise. */
async function readRuled(
  db: Database,
  schemes: ReadonlyMap<string, CompanyScheme>,
  priors: Priors,
  written: readonly Cap[],
): Promise<Cap[]> {
  const years = await db.rows<{ year: number }>(
    'SELECT DISTINCT fiscal_year AS year FROM mart.months ORDER BY 1',
  );
  const taken = new Set(written.map((c) => keyOf(c.kind, c.id, c.year, c.breakdown)));
  return [...schemes].flatMap(([id, { rules }]) =>
    rules.flatMap((rule) =>
      years.flatMap(({ year }): Cap[] => {
        const breakdown = `grade:${rule.grade}`;
        if (taken.has(keyOf('company', id, year, breakdown))) return [];
        const scope = { kind: 'company', id };
        const prior = priors.actual(scope, year, breakdown);
        const less = rule.lessThanLastYear;
        const cap =
          less === undefined ? rule.cap : prior === undefined ? undefined : Math.max(0, prior - less);
        return [{ ...scope, year, breakdown, prior, cap, origin: 'rule', parts: undefined }];
      }),
    ),
  );
}

async function write(db: Database, list: readonly Cap[]): Promise<void> {
  if (list.length === 0) return;
  const text = (value: string | undefined | null): string =>
    value === undefined || value === null ? 'NULL' : quoteText(value);
  const decimal = (value: number | undefined): string =>
    value === undefined ? 'NULL' : `CAST(${value} AS DECIMAL(24,0)) / ${millionths}`;
  const key = (c: Cap): string =>
    `${quoteText(c.kind)}, ${quoteText(c.id)}, ${c.year}, ${quoteText(c.breakdown)}`;
  const rows = list.map((c) => {
    const ingredients =
      c.origin === 'computed' ? [c.rate, c.effect, c.factor] : [undefined, undefined, undefined];
    const reason = c.cap === undefined ? 'no_prior_year' : '';
    return `(${key(c)}, ${c.cap ?? 'NULL'}, ${quoteText(c.origin)}, ${c.prior ?? 'NULL'}, ${ingredients.map(decimal).join(', ')}, ${quoteText(reason)},
      ${c.parts?.length ?? 1}, ${c.partsOf ?? 1}, ${c.file ?? 'NULL'}, ${c.line ?? 'NULL'}, ${text(c.note)})`;
  });
  const parts = list.flatMap((c) =>
    (c.parts ?? [c]).map((p) => `(${key(c)}, ${quoteText(p.kind)}, ${quoteText(p.id)})`),
  );
  await db.run(`INSERT INTO mart.caps VALUES ${rows.join(', ')}`);
  await db.run(`INSERT INTO mart.cap_parts VALUES ${parts.join(', ')}`);
}
