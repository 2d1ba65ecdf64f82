import type { RiskBounds } from '../config/model.js';

/** SQL: the greatest level 0–4 whose bound the value reaches; NULL where there is no value. Of rising bounds only. */
export function levelFrom(value: string, bounds: RiskBounds): string {
  const reached = [4, 3, 2, 1].flatMap((level) => {
    const bound = bounds[level - 1];
    return bound === null || bound === undefined ? [] : [`WHEN ${value} >= ${bound} THEN ${level}`];
  });
  return `CASE WHEN ${value} IS NULL THEN NULL ${reached.join(' ')} ELSE 0 END::INTEGER`;
}
