/** The tree of indicators: KGI above, KPI below (IPA/SEC 2012, company C). */
import { quoteText } from '../duckdb/quote.js';
import type { Mart } from './mart.js';
import { keyOf, readScopeNames } from './scopeNames.js';

interface Node {
  readonly file: number;
  readonly line: number;
  readonly entry: number;
  readonly year: number;
  readonly node: string;
  readonly parent: string | null;
  readonly scope: string;
}

export const kpiNodes: Mart = {
  name: 'kpi_nodes',
  grain: {
    ja: '1行は指標の木の1節点の1年度・1四半期（四半期がなければ年度の累計）',
    en: 'one row per node of the tree of indicators, fiscal year and quarter (none: the year to date)',
  },
  // A row without a year stands in every year that has no row of its own for the node and quarter.
  sql: () => `
    SELECT k._file, k._line, k.node_id, k.parent_id, y.fiscal_year, k.fiscal_quarter, k.scope, k.metric, k.target::DOUBLE AS target, k.level, k.note,
      NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::INTEGER AS depth, NULL::VARCHAR AS circle
    FROM staging.kpi k JOIN (SELECT DISTINCT fiscal_year FROM mart.months) y ON k.fiscal_year IS NULL OR k.fiscal_year = y.fiscal_year
    QUALIFY row_number() OVER (PARTITION BY k.node_id, y.fiscal_year, k.fiscal_quarter ORDER BY k.fiscal_year IS NULL, k._file DESC, k._line DESC) = 1
    UNION ALL
    SELECT _file, _line, node_id, parent_id, fiscal_year, fiscal_quarter, scope, metric, target::DOUBLE, level, note, NULL, NULL, NULL, NULL
    FROM staging.kpi WHERE fiscal_year NOT IN (SELECT fiscal_year FROM mart.months)`,
  async compute(db, { config }) {
    const nodes = await db.rows<Node>(
      `SELECT n._file AS file, n._line AS line, k._entry AS entry, n.fiscal_year AS year, n.node_id AS node, n.parent_id AS parent, n.scope
       FROM mart.kpi_nodes n JOIN staging.kpi k ON k._file = n._file AND k._line = n._line ORDER BY file, line, year`,
    );
    if (nodes.length === 0) return;
    const names = await readScopeNames(db);
    const circles = new Map<string, string>();
    const parents = new Map<number, Map<string, string[]>>();
    for (const year of new Set(nodes.map((n) => n.year))) {
      const tree = new Map<string, string[]>();
      for (const n of nodes.filter((n) => n.year === year))
        tree.set(n.node, [...(tree.get(n.node) ?? []), ...(n.parent === null ? [] : [n.parent])]);
      parents.set(year, tree);
      for (const circle of findCircles(tree)) {
        // Told once, at the first row of the circle that names its next node.
        const [from, to] = circle as [string, string];
        const row = nodes.find((n) => n.year === year && n.node === from && n.parent === to)!;
        circles.set(keyOf(row.file, row.line, year), circle.join(' → '));
      }
    }
    const text = (value: string | undefined): string => (value === undefined ? 'NULL' : quoteText(value));
    const values = nodes.map((n) => {
      const scope = names.find(n.scope, config.sources.kpi[n.entry]?.company);
      const depth = depthOf(n.node, parents.get(n.year)!);
      return `(${n.file}, ${n.line}, ${n.year}, ${text(scope?.kind)}, ${text(scope?.id)}, ${depth}, ${text(circles.get(keyOf(n.file, n.line, n.year)))})`;
    });
    await db.run(
      `UPDATE mart.kpi_nodes n SET scope_kind = v.kind, scope_id = v.id, depth = v.depth, circle = v.circle
       FROM (VALUES ${values.join(', ')}) v("file", "line", year, kind, id, depth, circle)
       WHERE n._file = v."file" AND n._line = v."line" AND n.fiscal_year = v.year`,
    );
  },
  checks: ['SELECT 1 FROM mart.kpi_nodes GROUP BY node_id, fiscal_year, fiscal_quarter HAVING count(*) > 1'],
};

/** Each circle once, `[a, b, c, a]`, beginning with the node that stands first in the tree. */
export function findCircles(parents: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node);
    if (start >= 0) circles.push([...path.slice(start), node]);
    if (start >= 0 || done.has(node)) return;
    for (const parent of new Set(parents.get(node))) walk(parent, [...path, node]);
    done.add(node);
  };
  for (const node of parents.keys()) walk(node, []);
  return circles;
}

/** Steps up to a node without a parent; a circle is left where it would close. */
function depthOf(node: string, parents: ReadonlyMap<string, readonly string[]>): number {
  const seen = new Set<string>();
  let at = node;
  for (;;) {
    const parent = parents.get(at)?.[0];
    if (parent === undefined || seen.has(parent) || !parents.has(parent)) return seen.size;
    seen.add(parent);
    at = parent;
  }
}
