import type { Mart } from '../marts/mart.js';
import { monthPairs } from './moves.js';
import { nothing } from './rules.js';
import { systemParts } from './systemParts.js';

/** In the order in which pages list them. */
export const moveCauses = [
  'level',
  'coverage',
  'applicability',
  'importance',
  'share',
  'new',
  'gone',
] as const;
export type MoveCause = (typeof moveCauses)[number];

/**
 * A scope's score is M = Σ u·S over its systems, u the share of the importance factors. A system of both months has the parts of its own
 * score times its mean share ū, and Δu·(S̄ − M̄) for the share that it takes of the whole (`share`); one that is new u·(S − M̄), one that
 * is gone −u·(S − M̄), M̄ being the mean of the two months: so that a system as risky as the rest changes nothing by coming or going.
 * They add up to ΔM exactly, since the shares of each month add up to 1. A score without data counts 0, as it does in the mean.
 * A scope that has systems in one of the two months only has no difference.
 */
export const riskMoveParts: Mart = {
  name: 'risk_move_parts',
  grain: {
    ja: '1行は1か月の1つの範囲の得点の増減の、1システム・1要因の分',
    en: 'one row per month, scope, system and cause: its part of the change of the score since the month before',
  },
  sql: ({ config }) => `
    WITH own AS (${systemParts(config)}),
    shares AS MATERIALIZED (
      SELECT k.month, k.scope_kind, k.scope_id, k.system_id, coalesce(l.score, 0) AS score, l.factor / s.factors AS share
      FROM mart.risk_members k JOIN mart.risk_levels l ON l.month = k.month AND l.system_id = k.system_id
      JOIN mart.risk_scopes s ON s.month = k.month AND s.scope_kind = k.scope_kind AND s.scope_id = k.scope_id),
    -- Both months of each scope that has systems in both.
    pairs AS (
      SELECT p.month, p.before, n.scope_kind, n.scope_id, (coalesce(n.score, 0) + coalesce(b.score, 0)) / 2 AS mean
      FROM ${monthPairs} p JOIN mart.risk_scopes n ON n.month = p.month
      JOIN mart.risk_scopes b ON b.month = p.before AND b.scope_kind = n.scope_kind AND b.scope_id = n.scope_id),
    ends AS (SELECT p.month, p.mean, s.* EXCLUDE (month) FROM pairs p JOIN shares s ON s.month = p.month AND s.scope_kind = p.scope_kind AND s.scope_id = p.scope_id),
    starts AS (SELECT p.month, p.mean, s.* EXCLUDE (month) FROM pairs p JOIN shares s ON s.month = p.before AND s.scope_kind = p.scope_kind AND s.scope_id = p.scope_id),
    both_ends AS MATERIALIZED (
      SELECT coalesce(n.month, b.month) AS month, coalesce(n.scope_kind, b.scope_kind) AS scope_kind, coalesce(n.scope_id, b.scope_id) AS scope_id, coalesce(n.system_id, b.system_id) AS system_id,
        coalesce(n.mean, b.mean) AS mean, n.share AS share_now, b.share AS share_before, n.score AS score_now, b.score AS score_before
      FROM ends n FULL JOIN starts b ON b.month = n.month AND b.scope_kind = n.scope_kind AND b.scope_id = n.scope_id AND b.system_id = n.system_id)
    SELECT b.month, b.scope_kind, b.scope_id, b.system_id, o.part, o.driver, (b.share_now + b.share_before) / 2 * o.value AS value
    FROM both_ends b JOIN own o ON o.month = b.month AND o.system_id = b.system_id WHERE b.share_now IS NOT NULL AND b.share_before IS NOT NULL
    UNION ALL
    SELECT month, scope_kind, scope_id, system_id,
      CASE WHEN share_before IS NULL THEN 'new' WHEN share_now IS NULL THEN 'gone' ELSE 'share' END, NULL,
      CASE WHEN share_before IS NULL THEN share_now * (score_now - mean) WHEN share_now IS NULL THEN -share_before * (score_before - mean)
        ELSE (share_now - share_before) * ((score_now + score_before) / 2 - mean) END
    FROM both_ends WHERE share_now IS DISTINCT FROM share_before
    `,
  checks: [
    `SELECT p.month, n.scope_kind, n.scope_id FROM ${monthPairs} p JOIN mart.risk_scopes n ON n.month = p.month
     JOIN mart.risk_scopes b ON b.month = p.before AND b.scope_kind = n.scope_kind AND b.scope_id = n.scope_id
     LEFT JOIN (SELECT month, scope_kind, scope_id, sum(value) AS value FROM mart.risk_move_parts GROUP BY ALL) m ON m.month = n.month AND m.scope_kind = n.scope_kind AND m.scope_id = n.scope_id
     WHERE NOT abs(coalesce(n.score, 0) - coalesce(b.score, 0) - coalesce(m.value, 0)) <= ${nothing}`,
  ],
};
