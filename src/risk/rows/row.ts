/** A row of an export that made an input of a driver: the seam between levels and `kado trace`. */

export const rowKinds = [
  'cap',
  'incident',
  'action',
  'capacity',
  'sign',
  'service_level',
  'change',
  'review',
  'supplier',
  'observation',
  'profile',
  'drill',
  'risk',
  'exception',
] as const;
/** Of these the text is the row's title; of others it is part of the details, or a unit. */
export const titledKinds: ReadonlySet<string> = new Set<(typeof rowKinds)[number]>([
  'cap',
  'incident',
  'action',
  'review',
  'observation',
  'drill',
  'risk',
  'exception',
]);
export type RowKind = (typeof rowKinds)[number];

/** Language-free: what `at`, `amount`, `bound` and `category` are is said by the kind and the input (src/locale/why.ts). */
export interface WhyRow {
  readonly systemId: string;
  readonly kind: RowKind;
  /** The row's own id; of a series its metric and component. */
  readonly key: string;
  /** As the export writes it. */
  readonly text: string | null;
  /** A local day, or day and time. */
  readonly at: string | null;
  readonly amount: number | null;
  /** What the amount is held against. */
  readonly bound: number | null;
  readonly category: string | null;
  /** Of incidents: under which month of the register they stand. */
  readonly month: string | null;
  /** Number of the file within the run (Receipt.file); null: no row of an export says so. */
  readonly file: number | null;
  /** null: of samples, which are rolled up by day, and of absent rows. */
  readonly line: number | null;
}

/** SQL literals of the month, the configured zone and as-of, and the levels of findings on external services. */
export interface RowContext {
  readonly month: string;
  readonly zone: string;
  readonly asOf: string;
  readonly attitudes: Readonly<Record<string, number>>;
}

/** SQL of a SELECT with the columns of WhyRow (`system_id`) and `rank`, by which the gravest stand first. */
export type RowSql = (context: RowContext) => string;

interface Columns {
  readonly system: string;
  readonly kind: RowKind;
  readonly key: string;
  readonly from: string;
  readonly text?: string;
  readonly at?: string;
  readonly amount?: string;
  readonly bound?: string;
  readonly category?: string;
  readonly month?: string;
  readonly file?: string;
  readonly line?: string;
  /** Ascending. */
  readonly rank?: string;
}

/** Every column has its type even where it has no value, so that the parts of an input can be put under each other. */
export const selectRows = (c: Columns): string => `
    SELECT ${c.system} AS system_id, '${c.kind}' AS kind, ${c.key} AS key, CAST(${c.text ?? 'NULL'} AS VARCHAR) AS text, CAST(${c.at ?? 'NULL'} AS VARCHAR) AS "at",
      CAST(${c.amount ?? 'NULL'} AS DOUBLE) AS amount, CAST(${c.bound ?? 'NULL'} AS DOUBLE) AS bound, CAST(${c.category ?? 'NULL'} AS VARCHAR) AS category,
      CAST(${c.month ?? 'NULL'} AS VARCHAR) AS month, CAST(${c.file ?? 'NULL'} AS INTEGER) AS file, CAST(${c.line ?? 'NULL'} AS BIGINT) AS line, CAST(${c.rank ?? '0'} AS DOUBLE) AS rank
    ${c.from}`;

/** Local day and time of an instant. */
export const localTime = (column: string, { zone }: RowContext): string =>
  `strftime(${column} AT TIME ZONE ${zone}, '%Y-%m-%d %H:%M')`;

export const day = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;

/** Of group classes, the gravest first; those without one last. */
export const classRank = (column: string): string =>
  `CASE ${column} WHEN 'critical' THEN 0 WHEN 'heavy' THEN 1 WHEN 'other' THEN 2 ELSE 3 END`;
