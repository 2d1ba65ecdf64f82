/** Grades that the report has words and an order for, gravest first; grades as found follow in the order of their text. */
export const knownGrades = ['critical', 'heavy', 'other'] as const;
