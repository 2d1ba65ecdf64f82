/** What a system's own score differs by from the month before, driver by driver: SQL for the parts of moveParts.ts. */
import type { Config } from '../config/model.js';
import { monthPairs } from './moves.js';
import { pointsOf } from './rules.js';

/**
 * `month, system_id, part, driver, value`, for systems of both months; parts that are 0 left out. The score is S = Σ aₔ·lₔ with
 * aₔ = k·f·vₔ (f the importance factor, vₔ the driver's share of the applicable weight, 0 where it doesn't apply). A difference of a product
 * is exactly the midpoint of one times the difference of the other, and the other way round: Δ(a·l) = ā·Δl + l̄·Δa, and Δ(f·v) = f̄·Δv + v̄·Δf.
 * It favours neither month: either order gives the same parts.
 */
export const systemParts = (config: Config): string => `
    WITH shares AS (
      SELECT d.month, d.system_id, d.driver, d.position, d.state, coalesce(d.level, 0) AS level, l.factor,
        CASE WHEN d.state = 'not_applicable' THEN 0 ELSE coalesce(d.weight / nullif(l.applicable_weight, 0), 0) END AS share
      FROM mart.risk_drivers d JOIN mart.risk_levels l ON l.month = d.month AND l.system_id = d.system_id),
    pairs AS (
      SELECT p.month, n.system_id, n.driver, n.position, n.level - b.level AS d_level, (n.level + b.level) / 2 AS level,
        n.factor - b.factor AS d_factor, (n.factor + b.factor) / 2 AS factor, n.share - b.share AS d_share, (n.share + b.share) / 2 AS share,
        (n.factor * n.share + b.factor * b.share) / 2 AS weight,
        CASE WHEN 'not_applicable' IN (n.state, b.state) THEN 'applicability' WHEN n.state = b.state THEN 'level' ELSE 'coverage' END AS by_state
      FROM ${monthPairs} p
      JOIN shares n ON n.month = p.month
      JOIN shares b ON b.month = p.before AND b.system_id = n.system_id AND b.driver = n.driver
      WHERE n.level <> b.level OR n.factor <> b.factor OR n.share <> b.share)
    SELECT month, system_id, part, driver, position, ${pointsOf(config, '1')} * sum(value) AS value FROM (
      SELECT month, system_id, by_state AS part, driver, position, weight * d_level AS value FROM pairs WHERE d_level <> 0
      UNION ALL SELECT month, system_id, 'importance', driver, position, level * share * d_factor FROM pairs WHERE d_factor <> 0
      UNION ALL SELECT month, system_id, 'applicability', driver, position, level * factor * d_share FROM pairs WHERE d_share <> 0)
    WHERE value <> 0 GROUP BY month, system_id, part, driver, position`;
