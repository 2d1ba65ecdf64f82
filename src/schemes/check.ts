/** A scheme's expressions, held to the allow-list, their columns and their types; what each depends on, through its scores. */
import { nearest } from '../config/nearest.js';
import type { Path } from '../config/place.js';
import type { Database } from '../duckdb/database.js';
import { checkTyped, type ExpressionFault, type Result, type TypedColumn } from '../duckdb/expression.js';
import { KadoError, type Problem, problem } from '../errors.js';
import { gradingColumns, growsWithTime, profileColumns } from './columns.js';
import type { ResolvedScheme } from './resolve.js';

/** The columns behind an expression, through the scores that it names; `needed`: those without which it has no value. */
export interface Uses {
  readonly columns: readonly string[];
  readonly needed: readonly string[];
}

export interface CheckedScheme extends ResolvedScheme {
  readonly importance: Uses;
  readonly grades: readonly Uses[];
  /** By grade and rule; none where the class is fixed. */
  readonly classes: readonly (readonly Uses[])[];
  /** All columns that grading and counting read. */
  readonly columns: readonly string[];
  /** Whether a grade, a class or the factor may be another at a later month's end. */
  readonly changes: boolean;
}

const words: Readonly<Record<Result, string>> = { boolean: 'BOOLEAN', number: 'a number' };

/** Throws a KadoError with all that is wrong, each at its line. */
export async function checkScheme(db: Database, resolved: ResolvedScheme): Promise<CheckedScheme> {
  const { scheme, keyOf, placeOf } = resolved;
  const problems: Problem[] = [];
  const scores = new Map<string, Uses & TypedColumn>();
  const later = new Set(scheme.severity.scores.map(({ id }) => id.toLowerCase()));
  let inSeverity = false;

  async function check(
    sql: string,
    path: Path,
    columns: readonly TypedColumn[],
    result?: Result,
  ): Promise<Uses & { readonly type: string }> {
    const known = [...columns, ...scores.values()];
    const checked = await checkTyped(db, sql, known, result);
    if (!('columns' in checked)) {
      problems.push(
        expressionProblem(checked, keyOf(path), known, inSeverity ? later : new Set(), result, placeOf(path)),
      );
      return { columns: [], needed: [], type: 'VARCHAR' };
    }
    const through = (names: readonly string[], part: keyof Uses): string[] => [
      ...new Set(names.flatMap((name) => scores.get(name)?.[part] ?? [name])),
    ];
    return {
      columns: through(checked.columns, 'columns'),
      needed: through(checked.needed, 'needed'),
      type: checked.type,
    };
  }

  // Outside of severity there are no scores.
  const importance = await check(scheme.importance.level, ['importance', 'level'], profileColumns, 'number');
  const counts = await check(scheme.counts, ['counts'], gradingColumns, 'boolean');
  const factor = await check(scheme.impactFactor, ['impact_factor'], gradingColumns, 'number');
  const terminal = await check(scheme.terminal, ['terminal'], gradingColumns, 'boolean');
  const before = problems.length;
  inSeverity = true;
  for (const [i, { id, is }] of scheme.severity.scores.entries()) {
    const uses = await check(is, ['severity', 'scores', i, 'is'], gradingColumns);
    // What stands on a faulty score would only echo it.
    if (problems.length > before) throw new KadoError(problems);
    scores.set(id, { ...uses, name: id });
    later.delete(id.toLowerCase());
  }
  const grades: Uses[] = [];
  const classes: Uses[][] = [];
  for (const [i, grade] of scheme.severity.grades.entries()) {
    grades.push(await check(grade.when, ['severity', 'grades', i, 'when'], gradingColumns, 'boolean'));
    const rules: Uses[] = [];
    if (typeof grade.class !== 'string')
      for (const [j, { when }] of grade.class.entries())
        rules.push(
          await check(when, ['severity', 'grades', i, 'class', j, 'when'], gradingColumns, 'boolean'),
        );
    classes.push(rules);
  }
  if (problems.length > 0) throw new KadoError(problems);
  const graded = [...grades, ...classes.flat(), factor].flatMap((uses) => uses.columns);
  // A score that no rule names is computed too.
  const scored = [...scores.values()].flatMap((uses) => uses.columns);
  return {
    ...resolved,
    importance,
    grades,
    classes,
    columns: [...new Set([...graded, ...scored, ...counts.columns, ...terminal.columns])],
    changes: graded.some(growsWithTime),
  };
}

function expressionProblem(
  fault: ExpressionFault,
  key: string,
  known: readonly TypedColumn[],
  later: ReadonlySet<string>,
  result: Result | undefined,
  place: Problem['place'],
): Problem {
  switch (fault.kind) {
    case 'syntax':
      return problem('expression_syntax', { key, detail: fault.detail }, place);
    case 'not_allowed':
      return problem('expression_not_allowed', { key, detail: fault.detail }, place);
    case 'type':
      return problem('expression_type', { key, actual: fault.detail, expected: words[result!] }, place);
    case 'unknown_value': {
      const { name, values = [] } = fault.column;
      const params = { key, column: name, value: fault.detail, allowed: values.join(', ') };
      return problem('scheme_value_unknown', params, place);
    }
    case 'unknown_column': {
      const column = fault.detail;
      if (later.has(column.toLowerCase()))
        return problem('scheme_score_later', { key, score: column }, place);
      const names = known.map(({ name }) => name);
      const near = nearest(column, names) ?? names.slice(0, 12).join(', ');
      return problem('scheme_column_unknown', { key, column, near }, place);
    }
  }
}
