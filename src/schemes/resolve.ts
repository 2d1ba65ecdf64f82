/** Layers → one whole scheme, in the form that the marts use; what is missing or named twice is said at its line. */

import type { WrittenScheme } from '../config/model.js';
import { nearest } from '../config/nearest.js';
import type { Path } from '../config/place.js';
import { bothNames } from '../config/resolve.js';
import { type Code, KadoError, type Place, type Problem, problem } from '../errors.js';
import { gradingColumns, recordFields } from './columns.js';
import { giver, type Layer, layersOf, mergeLayers, type Shelf } from './layers.js';
import { groupClasses, type Scheme, type Survey } from './model.js';

export interface ResolvedScheme {
  readonly scheme: Scheme;
  placeOf(path: Path): Place;
  /** The key as its own file has it, for messages. */
  keyOf(path: Path): string;
}

/** What a scheme can't do without. */
const necessary: readonly Path[] = [
  ['name'],
  ['value'],
  ['counts'],
  ['importance', 'level'],
  ['severity', 'grades'],
  ['impact_factor'],
  ['terminal'],
  ...groupClasses.map((c) => ['required_fields', c]),
];

/** Throws a KadoError that lists everything wrong with the scheme's form. */
export function resolveScheme(id: string, shelf: Shelf): ResolvedScheme {
  const layers = layersOf(id, shelf);
  const written = mergeLayers(layers);
  const found = [
    ...findMissing(written, layers),
    ...findTwice(written, layers),
    ...findStray(written, layers),
  ];
  if (found.length > 0) throw new KadoError(found);
  return {
    scheme: schemeOf(id, written),
    placeOf: (path) => giver(layers, path).placeOf(path),
    keyOf: (path) => giver(layers, path).keyOf(path),
  };
}

const valueAt = (written: WrittenScheme, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], written);

const findMissing = (written: WrittenScheme, layers: readonly Layer[]): Problem[] =>
  necessary.flatMap((path) => {
    if (valueAt(written, path) !== undefined) return [];
    const [top] = layers as [Layer];
    return [problem('config_missing_key', { key: top.keyOf(path) }, top.placeOf(path))];
  });

function findTwice({ severity }: WrittenScheme, layers: readonly Layer[]): Problem[] {
  const found: Problem[] = [];
  const columns = gradingColumns.map(({ name }) => name);
  for (const [list, taken] of [
    ['scores', new Set(columns)],
    ['grades', new Set<string>()],
  ] as const)
    for (const [i, { id }] of (severity?.[list] ?? []).entries()) {
      // Scores are names in SQL, where case doesn't count.
      const name = list === 'scores' ? id.toLowerCase() : id;
      if (taken.has(name))
        found.push(say(layers, 'scheme_twice', ['severity', list, i, 'id'], { value: id }));
      taken.add(name);
    }
  return found;
}

function findStray(
  { severity, targets, required_fields: fields }: WrittenScheme,
  layers: readonly Layer[],
): Problem[] {
  const ids = (severity?.grades ?? []).map((g) => g.id);
  const rules = (targets?.rules ?? []).flatMap(({ grade }, i) =>
    ids.includes(grade)
      ? []
      : [
          say(layers, 'scheme_rule_grade', ['targets', 'rules', i, 'grade'], {
            value: grade,
            allowed: ids.join(', '),
          }),
        ],
  );
  const stray = groupClasses.flatMap((c) => {
    const list = fields?.[c];
    if (list === undefined || list === 'all') return [];
    return list.flatMap((value, i) =>
      recordFields.includes(value)
        ? []
        : [
            say(layers, 'scheme_field_unknown', ['required_fields', c, i], {
              value,
              near: nearest(value, recordFields) ?? recordFields.slice(0, 12).join(', '),
            }),
          ],
    );
  });
  return [...rules, ...stray];
}

function say(layers: readonly Layer[], code: Code, path: Path, params: Problem['params']): Problem {
  const layer = giver(layers, path);
  return { code, level: 'error', params: { key: layer.keyOf(path), ...params }, place: layer.placeOf(path) };
}

/** Once nothing is missing. */
function schemeOf(id: string, written: WrittenScheme): Scheme {
  const { importance, severity, targets, required_fields: fields } = written;
  return {
    id,
    name: bothNames(written.name),
    value: bothNames(written.value),
    counts: written.counts!,
    importance: {
      level: importance!.level!,
      origin: importance!.origin ?? 'company',
      drivesTargets: importance!.drives_targets ?? null,
      note: bothNames(importance!.note),
    },
    severity: {
      scores: (severity!.scores ?? []).map((s) => ({ ...s, name: bothNames(s.name) })),
      grades: severity!.grades!.map(({ note, ...g }) => ({
        ...g,
        name: bothNames(g.name),
        note: note === undefined ? undefined : bothNames(note),
      })),
      origin: severity!.origin ?? 'company',
      note: bothNames(severity!.note),
    },
    impactFactor: written.impact_factor!,
    terminal: written.terminal!,
    targets: {
      note: bothNames(targets?.note),
      rules: (targets?.rules ?? []).map((r) => ({
        grade: r.grade,
        cap: r.cap,
        lessThanLastYear: r.less_than_last_year,
        origin: r.origin ?? 'company',
      })),
    },
    survey: surveyOf(written.survey),
    requiredFields: { critical: fields!.critical!, heavy: fields!.heavy!, other: fields!.other! },
  };
}

function surveyOf(survey: WrittenScheme['survey']): Survey | undefined {
  if (!survey) return undefined;
  return {
    importance: bothNames(survey.importance),
    drivesTargets: bothNames(survey.drives_targets),
    severity: bothNames(survey.severity),
    setBy: bothNames(survey.set_by),
    target: bothNames(survey.target),
    attained: bothNames(survey.attained),
    reported: bothNames(survey.reported),
  };
}
