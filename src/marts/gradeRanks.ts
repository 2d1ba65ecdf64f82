/** The order of each scheme's grades, and what they are called. */
import { quoteText } from '../duckdb/quote.js';
import { asExported, knownGrades } from '../schemes/scheme.js';
import type { Mart } from './mart.js';

/** `rank` 0 is the gravest. Of the grades of exports as found, only those that Kado knows have an order, and their names are labels. */
export const gradeRanks: Mart = {
  name: 'grade_ranks',
  grain: { ja: '1行は1つの体系の1つの等級', en: 'one row per scheme and grade' },
  sql: ({ schemes }) => {
    const text = (value: string | undefined): string => (value === undefined ? 'NULL' : quoteText(value));
    const rows = [
      ...knownGrades.map((grade, rank) => [quoteText(asExported.id), quoteText(grade), rank, 'NULL', 'NULL']),
      ...[...schemes.values()].flatMap(({ scheme }) =>
        scheme.severity.grades.map(({ id, name }, rank) => [
          quoteText(scheme.id),
          quoteText(id),
          rank,
          text(name.ja ?? name.en),
          text(name.en ?? name.ja),
        ]),
      ),
    ];
    return `SELECT scheme, grade, rank::INTEGER AS rank, name_ja::VARCHAR AS name_ja, name_en::VARCHAR AS name_en
      FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) v(scheme, grade, rank, name_ja, name_en)`;
  },
  checks: ['SELECT scheme, grade FROM mart.grade_ranks GROUP BY ALL HAVING count(*) > 1'],
};
