/**
 * What a whole column of one file says of values that read in more than one way: dates that begin with their day or their
 * month, and commas that group thousands or part decimals. Clean files are asked one question, in one pass.
 */
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import type { ColumnType } from '../src/staging/contract.js';
import { dayOrMonthFirst, isoDates, undeclaredFormats } from '../src/staging/typing/rules.js';
import { readTime } from '../src/staging/typing.js';
import { type DateEvidence, looksDayOrMonthFirst, type Order, weighDates } from './dateOrder.js';
import { judgeDecimals, needsWeighing, weighDecimals } from './decimalSign.js';

/** One column as it will be read: a canonical one, or one that orders an event log. */
export interface WeighedColumn {
  /** Key of the answer, e.g. `occurred_at` or `o_0`. */
  readonly name: string;
  /** The export's own name, for messages. */
  readonly own: string;
  /** Where in the source its format is declared, for hints: `columns.occurred_at`. */
  readonly key: string;
  readonly type: ColumnType['is'];
  /** SQL over the table's columns: the text as it will be typed, NULL where it is missing. */
  readonly text: string;
  readonly format?: readonly string[] | undefined;
}

export interface WeighedFile {
  /** One file's raw rows: SQL for FROM. */
  readonly table: string;
  /** Its column of line numbers. */
  readonly line: string;
  /** As messages name it. */
  readonly path: string;
  /** '' where the format has none. */
  readonly delimiter: string;
  /** As declared; then no column of numbers is weighed. */
  readonly decimal: '.' | ',' | undefined;
  readonly timezone: string;
  /** The format has dates of its own: they come as ISO 8601 whatever is declared for texts. */
  readonly typedDates: boolean;
  readonly columns: readonly WeighedColumn[];
}

export interface Evidence {
  /** Formats to read a column of this file with, where they differ from the declared ones. */
  readonly formats: ReadonlyMap<string, readonly string[]>;
  readonly warnings: readonly Problem[];
  /** The file can't be used until these are answered in the configuration. */
  readonly problems: readonly Problem[];
}

const dated: ReadonlySet<string> = new Set(['time', 'date']);
const counted: ReadonlySet<string> = new Set(['integer', 'number', 'real', 'minutes']);

/** Weighs the columns of one file. Throws nothing: the caller collects the problems of its files. */
export async function weighEvidence(db: Database, file: WeighedFile): Promise<Evidence> {
  const formats = new Map<string, readonly string[]>();
  const warnings: Problem[] = [];
  const problems: Problem[] = [];
  const told = new Set<string>();
  const tell = (list: Problem[], p: Problem): void => {
    // A column that stands in the mapping and in keep_last is one finding.
    const key = `${p.code} ${p.place?.column}`;
    if (!told.has(key)) list.push(p);
    told.add(key);
  };
  for (const column of file.columns)
    if (file.typedDates && dated.has(column.type) && column.format && !column.format.includes(isoDates))
      formats.set(column.name, [isoDates, ...column.format]);

  for (const column of await findDoubtful(db, file)) {
    if (counted.has(column.type)) {
      const fault = judgeDecimals(
        await weighDecimals(db, file.table, quoteName(file.line), column.text),
        file.delimiter,
      );
      if (fault?.kind === 'mixed') {
        const { one, other } = fault;
        const params = {
          column: column.own,
          ...one,
          other: other.value,
          other_line: other.line,
          key: 'decimal',
        };
        tell(problems, problem('decimal_sign_mixed', params, place(file, column, one.line)));
      } else if (fault) {
        const { value, line } = fault.first;
        const [comma, point] = value.includes(',')
          ? [value.replace(',', '.'), value.replace(',', '')]
          : [value.replace('.', ''), value];
        const params = { column: column.own, count: fault.count, value, comma, point, key: 'decimal' };
        tell(problems, problem('decimal_sign_ambiguous', params, place(file, column, line)));
      }
      continue;
    }
    const declared = formats.get(column.name) ?? column.format;
    const others = (declared ?? undeclaredFormats).filter((f) => f !== dayOrMonthFirst);
    const evidence = await weighDates(
      db,
      {
        table: file.table,
        line: quoteName(file.line),
        text: column.text,
        readsAnyway: declared
          ? `${readTime(column.text, { timezone: file.timezone, format: others })} IS NOT NULL`
          : 'false',
      },
      // Whoever writes the keyword says that the year is behind.
      declared ? ['day', 'month'] : ['day', 'month', 'year'],
    );
    if (!evidence) continue;
    const choose = (chosen: readonly string[]): readonly string[] => {
      if (declared) return declared.flatMap((f) => (f === dayOrMonthFirst ? chosen : f));
      return evidence.others ? [...undeclaredFormats, ...chosen] : chosen;
    };
    const judged = judgeDates(file, column, evidence, choose);
    if ('formats' in judged) {
      formats.set(column.name, declared ? choose(judged.formats) : [...undeclaredFormats, ...judged.formats]);
      tell(warnings, judged.warning);
    } else tell(problems, judged);
  }
  return { formats, warnings, problems };
}

/** SQL conditions, cheap for clean values: a value of the column may read in more than one way. */
export function askDoubts(
  columns: readonly WeighedColumn[],
  { decimal, delimiter }: Pick<WeighedFile, 'decimal' | 'delimiter'>,
): { readonly column: WeighedColumn; readonly condition: string }[] {
  return columns.flatMap((column) => {
    if (counted.has(column.type))
      return decimal === undefined ? { column, condition: needsWeighing(column.text, delimiter) } : [];
    const undecided = !column.format?.length || column.format.includes(dayOrMonthFirst);
    return dated.has(column.type) && undecided
      ? { column, condition: looksDayOrMonthFirst(column.text) }
      : [];
  });
}

/** The columns of which at least one value reads in more than one way: one aggregate over the file. */
async function findDoubtful(db: Database, file: WeighedFile): Promise<WeighedColumn[]> {
  const asked = askDoubts(file.columns, file);
  if (asked.length === 0) return [];
  const [found] = await db.rows<Record<string, boolean | null>>(
    `SELECT ${asked.map(({ condition }, i) => `bool_or(${condition}) AS c${i}`).join(', ')} FROM ${file.table}`,
  );
  return asked.flatMap(({ column }, i) => (found?.[`c${i}`] ? column : []));
}

function judgeDates(
  file: WeighedFile,
  column: WeighedColumn,
  e: DateEvidence,
  choose: (formats: readonly string[]) => readonly string[],
): Problem | { readonly formats: readonly string[]; readonly warning: Problem } {
  const line = (order: Order): string => showFormats(choose(e.formatsIn(order)));
  const [only, another] = e.fitting;
  const common = { column: column.own, key: column.key };
  if (!only) {
    const one = e.against.month!;
    const other = e.against.day!;
    const params = { ...common, ...one, other: other.value, other_line: other.line };
    const choices = `${line('day')} | ${line('month')}`;
    return problem('date_order_mixed', { ...params, choices }, place(file, column, one.line));
  }
  if (another) {
    const choices = e.fitting.map(({ order }) => line(order)).join(' | ');
    const params = { ...common, count: e.count, value: e.first.value, choices };
    return problem('date_order_ambiguous', params, place(file, column, e.first.line));
  }
  const { value, line: first } = e.firstDeciding!;
  const params = {
    ...common,
    count: e.count,
    deciding: e.deciding,
    value,
    format: only.formats.join(', '),
    choices: line(only.order),
  };
  return {
    formats: only.formats,
    warning: problem('date_order_taken', params, place(file, column, first), 'warning'),
  };
}

/** As it stands in kado.yaml. */
function showFormats(formats: readonly string[]): string {
  const shown = formats.map((f) => (f.includes('%') ? `"${f}"` : f));
  return `format: ${shown.length === 1 ? shown[0] : `[${shown.join(', ')}]`}`;
}

const place = (file: WeighedFile, column: WeighedColumn, line: number) => ({
  file: file.path,
  line,
  column: column.own,
});
