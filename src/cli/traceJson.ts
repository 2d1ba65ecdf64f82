/** A trace for machines: the same tree, with the sentences beside the values. */
import { nameIn } from '../locale/index.js';
import { metricOf } from '../metrics/registry.js';
import {
  clauseOf,
  type Speech,
  sentenceOf,
  sentenceOfScope,
  thresholdText,
} from '../pages/parts/whySentences.js';
import type { Traced } from '../publish/traceFigure.js';
import type { WhyRow } from '../risk/rows/index.js';
import { rowKey } from '../risk/whyRows.js';

export function traceJson({ trace, names, paths }: Traced, speech: Speech): unknown {
  const { locale } = speech;
  const { figure, scope, systems, rows, query, steps } = trace;
  const metric = metricOf(figure.metric);
  const nameOf = (id: string): string => nameIn(names.get(id) ?? {}, locale, id);
  const placed = ({ systemId: _, file, ...row }: WhyRow): unknown => ({
    ...row,
    file: file === null ? null : (paths.get(file) ?? null),
  });
  return {
    figure,
    metric: {
      id: metric.id,
      name: metric.name[locale],
      definition: metric.definition[locale],
      formula: metric.formula,
      source: metric.source,
    },
    scope: scope === null ? null : { ...scope, sentence: sentenceOfScope(speech, scope, nameOf) },
    systems: systems.map((s) => ({
      ...s,
      name: nameOf(s.systemId),
      sentence: sentenceOf(speech, s),
      drivers: s.drivers.map((d) => ({
        ...d,
        inputs: d.inputs.map((i) => ({
          ...i,
          clause: i.state === '' ? clauseOf(speech, d.driver, i) : null,
          threshold: thresholdText(speech, d.driver, i) || null,
          rows: i.state === '' ? (rows.get(rowKey(s.systemId, i.input))?.rows ?? []).map(placed) : [],
        })),
      })),
    })),
    sql: { query, steps: steps.map(({ mart, sql }) => ({ mart: `mart.${mart}`, sql })) },
  };
}
