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
    pairs AS MATERIALIZED (
      SELECT n.month, n.system_id, n.driver, n.level - b.level AS d_level, (n.level + b.level) / 2 AS level,
        n.factor - b.factor AS d_factor, (n.factor + b.factor) / 2 AS factor, n.share - b.share AS d_share, (n.share + b.share) / 2 AS share,
        (n.factor * n.share + b.factor * b.share) / 2 AS weight,
        CASE WHEN 'not_applicable' IN (n.state, b.state) THEN 'applicability' WHEN n.state = b.state THEN 'level' ELSE 'coverage' END AS by_state
      FROM shares n JOIN (SELECT p.month AS next, s.* FROM shares s JOIN ${monthPairs} p ON p.before = s.month) b
        ON b.next = n.month AND b.system_id = n.system_id AND b.position = n.position
      WHERE n.level <> b.level OR n.factor <> b.factor OR n.share <> b.share),
    parts AS (
      SELECT month, system_id, by_state AS part, driver, weight * d_level + CASE WHEN by_state = 'applicability' THEN level * factor * d_share ELSE 0 END AS value FROM pairs
      UNION ALL SELECT month, system_id, 'applicability', driver, level * factor * d_share FROM pairs WHERE by_state <> 'applicability'
      UNION ALL SELECT month, system_id, 'importance', driver, level * share * d_factor FROM pairs)
    SELECT month, system_id, part, driver, ${pointsOf(config, '1')} * value AS value FROM parts WHERE value <> 0`;
