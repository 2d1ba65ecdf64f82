import type { CompanyGradings, GradeCount, MissingCount } from '../marts/gradingSummary.js';
import type { Period } from '../marts/period.js';
import { noRule } from '../schemes/grading.js';

/** What `kado check` says of a company's scheme: one line for its incidents, one for its systems. */
export function gradingLines(c: CompanyGradings, { firstMonth, month }: Period): string[] {
  const which = c.scheme === undefined ? 'no scheme, grades as exported' : `scheme ${c.scheme}`;
  const graded = c.grades.filter(({ grade }) => grade !== null).map(gradeText);
  const without = c.grades.find(({ grade }) => grade === null)?.incidents ?? 0;
  const incidents = [
    `company ${c.company}: ${which}; incidents ${firstMonth} to ${month}: ${graded.join(', ') || 'none graded'}`,
    without > 0 && `${c.scheme === undefined ? 'without a grade' : "can't be graded"}: ${without}`,
    c.withoutClass > 0 && `graded, but without a class: ${c.withoutClass}`,
    ...c.missing.map(missingText),
  ];
  const systems = [
    `company ${c.company}: ${c.systems - c.withoutImportance} of ${c.systems} systems have an importance in ${month}`,
    ...c.missingOfSystems.map(missingText),
  ];
  const lines = c.scheme === undefined ? [incidents] : [incidents, systems];
  return lines.map((parts) => parts.filter(Boolean).join('; '));
}

const gradeText = ({ grade, names, incidents }: GradeCount): string => {
  const name = names.en ?? names.ja;
  return `${grade}${name === undefined || name === grade ? '' : ` (${name})`} ${incidents}`;
};

const missingText = ({ column, count }: MissingCount): string =>
  column === noRule ? `no rule holds: ${count}` : `${column} missing: ${count}`;
