/** From values and findings to levels, by the configured thresholds. */

import type { RiskBounds } from '../config/model.js';
import { fallingInputs } from '../config/risk.js';
import { quoteText } from '../duckdb/quote.js';
import type { Mart, MartContext } from '../marts/mart.js';
import { numberOf } from '../marts/rows.js';

/** Bounds of levels 1–4 and levels of findings, as rows; a driver may have one kind alone. */
function thresholds({ config }: MartContext): { bounds: string[]; findings: string[] } {
  const [bounds, findings]: [string[], string[]] = [[], []];
  for (const [driver, { inputs }] of Object.entries(config.risk.drivers))
    for (const [input, rule] of Object.entries(inputs)) {
      const key = `${quoteText(driver)}, ${quoteText(input)}`;
      if (isBounds(rule))
        bounds.push(`(${key}, ${fallingInputs.has(input)}, ${rule.map(numberOf).join(', ')})`);
      else
        for (const [finding, level] of Object.entries(rule))
          findings.push(`(${key}, ${quoteText(finding)}, ${level})`);
    }
  return { bounds, findings };
}

const isBounds = (rule: RiskBounds | Readonly<Record<string, number>>): rule is RiskBounds =>
  Array.isArray(rule);

/** The highest level whose bound is reached; a bound of NULL never is, and a value of NULL reaches none. */
const reached = (compare: string): string =>
  `CASE ${[4, 3, 2, 1].map((level) => `WHEN i.value ${compare} b.from_${level} THEN ${level}`).join(' ')} ELSE 0 END`;

/** `level`: 0–4 where there is data, else NULL. A finding that the configuration gives no level is 0. */
export const riskJudged: Mart = {
  name: 'risk_judged',
  grain: {
    ja: '1行は1か月の1システムの1つの入力と、その水準',
    en: 'one row per month, system and input: its level by the configured thresholds',
  },
  sql: (context) => {
    const { bounds, findings } = thresholds(context);
    return `
      SELECT i.month, i.system_id, i.driver, i.input, i.value, i.category, i.state,
        (CASE WHEN i.state <> '' THEN NULL WHEN i.category IS NOT NULL THEN coalesce(f.level, 0)
          WHEN b.falling THEN ${reached('<=')} ELSE ${reached('>=')} END)::INTEGER AS level
      FROM mart.risk_inputs i
      LEFT JOIN (VALUES ${bounds.join(', ')}) b(driver, input, falling, from_1, from_2, from_3, from_4) ON b.driver = i.driver AND b.input = i.input
      LEFT JOIN (VALUES ${findings.join(', ')}) f(driver, input, finding, level) ON f.driver = i.driver AND f.input = i.input AND f.finding = i.category`;
  },
  checks: [
    // Thresholds can only be missing (then a level is 0) or there twice: as many rows as inputs are one of each.
    'SELECT 1 WHERE (SELECT count(*) FROM mart.risk_judged) <> (SELECT count(*) FROM mart.risk_inputs)',
    `SELECT 1 FROM mart.risk_judged WHERE (level IS NULL) <> (state <> '') OR level NOT BETWEEN 0 AND 4`,
  ],
};
