/** Everything under `sources`: which kinds of input there are, and how an export's files and columns are read. */
import { z } from 'zod';
import {
  anyText,
  date,
  delimiter,
  positiveNumber,
  rule,
  share,
  text,
  timeFormat,
  trueOrFalse,
  wholeNumber,
} from './fields.js';
import type { Kind } from './model.js';
import { isDate } from './timestamp.js';

/** Every kind of the contract ("Canonical inputs"), and what it holds. */
const about = {
  systems: 'The systems: required.',
  incidents: 'The incidents: required.',
  companies: 'The companies, unless they stand in this file.',
  units: 'The organisational units.',
  actions: "The actions on incidents' causes.",
  system_suppliers: "The systems' suppliers.",
  incident_systems: 'Which further systems an incident harmed, and from when to when.',
  capacity: 'Measured use of capacity.',
  capacity_limits: 'From when capacity is short.',
  service_levels: 'Service levels, agreed and reached.',
  observations: "Each month's judgement of each system by aspect.",
  changes: 'Changes to the systems and how they went.',
  reviews: "The operations side's reviews of development.",
  exceptions: 'Approved departures from standards.',
  investments: 'Spending on software.',
  targets: 'Caps and improvement rates.',
  kpi: 'The tree of indicators.',
  measures: 'Measures that are planned, running or done.',
  risks: 'The register of risks.',
  acceptances: 'Risks that were accepted, by whom and until when.',
  submissions: 'Which reports were due and came.',
  drills: 'Exercises and what they found.',
  decisions: 'What the bodies decided.',
  checklist_items: "The checklist's questions.",
  checklist_answers: 'The answers to them by system.',
  holidays: 'Holidays: days that service hours may leave out (docs/availability.md).',
  approvals: 'Who prepared, checked and approved which month.',
} as const satisfies Record<Kind, string>;

const column = z
  .strictObject({
    from: text().optional().describe("The export's column."),
    format: timeFormat()
      .optional()
      .describe(
        'How its times are written: one strptime format or a list, tried in order. Words for it: `iso`; `japanese`, the year-first ' +
          'and era forms written by hand (2026年4月1日, 令和8年4月1日, R8.4.1, 2026/4/1); `day_or_month_first`, whichever of both ' +
          'all values of the column in a file agree on, else the file is refused. Default: `iso` and `japanese`.',
      ),
    map: z
      .record(z.string(), anyText())
      .optional()
      .describe(
        'Export value → canonical value. A value not listed takes `default` where there is one, else stays.',
      ),
    default: anyText()
      .optional()
      .describe('The value where `map` has none; without `from` and `sql`, a constant for every row.'),
    units: z
      .record(z.string(), positiveNumber())
      .refine(unitsDiffer, rule('config_units_alike'))
      .optional()
      .describe(
        'Unit suffix → factor, for numbers of mixed units; "" is the factor of a number without one, ' +
          'e.g. { "": 1, g: 1000, t: 1000000 }. A suffix that is not listed makes the row a reject.',
      ),
    sql: text()
      .optional()
      .describe("One scalar SQL expression over the export's own columns, instead of `from`."),
  })
  .refine((value) => value.from === undefined || value.sql === undefined, rule('config_column_two_origins'))
  .refine(hasOrigin, rule('config_column_no_origin'))
  .meta({ id: 'column', description: 'How one canonical column is got from the export.' });

/** Width and case of a unit don't count when a value is read: two names that differ in nothing else would be one. */
function unitsDiffer(units: Record<string, number>): boolean {
  const names = Object.keys(units).map((name) => name.normalize('NFKC').trim().toLowerCase());
  return new Set(names).size === names.length;
}

/** A constant is `default` alone; `map` and `format` need something to work on. */
function hasOrigin(value: Record<string, unknown>): boolean {
  if (value.from !== undefined || value.sql !== undefined) return true;
  return value.default !== undefined && value.map === undefined && value.format === undefined;
}

const orderColumn = z
  .strictObject({
    column: text().describe("The export's column."),
    as: z
      .enum(['number', 'time', 'text'])
      .optional()
      .describe('How its values compare. Default: found over the whole file.'),
    format: timeFormat().optional().describe('How its times are written (strptime), with `as: time`.'),
  })
  .meta({ id: 'order', description: "A column that puts an event log's rows in order." });

const keepLast = z
  .strictObject({
    by: text().describe("The export's column that names the record: one row per value is kept."),
    order: z
      .array(z.union([text(), orderColumn]))
      .min(1)
      .describe('The columns that put its rows in order; the last row is kept, ties go to the later line.'),
  })
  .meta({ id: 'keep_last', description: 'For event logs with several rows per record.' });

const covers = z
  .strictObject({
    from: date().describe('First day that the export holds, YYYY-MM-DD.'),
    to: date().describe('Last day that the export holds, YYYY-MM-DD.'),
  })
  .refine(
    (value) => !isDate(value.from) || !isDate(value.to) || value.from <= value.to,
    rule('config_covers_order'),
  )
  .meta({ id: 'covers', description: 'Both days included; days in the configured time zone.' });

const source = z
  .strictObject({
    path: z
      .union([text(), z.array(text()).min(1)])
      .describe(
        "A path or glob, or a list of them, relative to this file's folder. Backslashes count as slashes. " +
          'By its ending: .csv .tsv .txt .json .ndjson .jsonl, each also as .gz; .xlsx; .parquet.',
      ),
    preset: text()
      .optional()
      .describe('Column names, date formats and codes of a known product, e.g. servicenow.'),
    encoding: z
      .enum(['auto', 'utf-8', 'utf-16', 'shift_jis', 'euc-jp'])
      .default('auto')
      .describe('The text encoding; shift_jis means CP932. auto detects it and says what it chose.'),
    delimiter: delimiter()
      .optional()
      .describe('The one character between fields, "\\t" for a tab. Default: found in the header line.'),
    header_line: wholeNumber(1, 1_000_000)
      .optional()
      .describe(
        'The line (in a sheet: the row) of the column names. Default: the first that is not blank, or, where lines stand ' +
          'above the table, the first of the first fifty that holds the most of the column names asked for.',
      ),
    sheet: text()
      .optional()
      .describe(
        'The sheet of a workbook, by its name or its number from 1. Default: the one that holds the columns asked for.',
      ),
    records: text()
      .optional()
      .describe(
        'Where the list of records stands in a JSON file, as a path of keys: data.result. Default: the file itself if it is a list, ' +
          'else its only list.',
      ),
    name_from: z
      .enum(['file'])
      .optional()
      .describe(
        "file: the file's name without its endings is given as a column called file, for exports of one series per file.",
      ),
    decimal: z
      .enum(['.', ','])
      .optional()
      .describe(
        'What parts whole and decimal in numbers. Default: a point; numbers that could be read both ways are then refused, not guessed.',
      ),
    missing: z
      .array(anyText())
      .default([])
      .describe('Values that mean "missing", besides the empty field, e.g. ["?", "N/A"].'),
    covers: covers
      .optional()
      .describe(
        'What the export holds. A month not wholly covered is incomplete. Default: from the first occurred_at ' +
          '(from the start of its month, if it falls in the first three days) to as_of where that is set, else to ' +
          'the last occurred_at (to the end of its month, if it falls in the last three days).',
      ),
    company: text().optional().describe('The company of rows that name neither system, unit nor company.'),
    allow_empty: trueOrFalse()
      .prefault(false)
      .describe('true: a file with a header and no row is a legitimate nothing.'),
    max_reject_rate: share()
      .optional()
      .describe(
        "Share of a file's rows, 0–1, that may be rejected; rows that are totals (合計, Total) or notes (※, 注) are left out of both. " +
          'Default: the max_reject_rate at the top of the file.',
      ),
    columns: z
      .record(z.string(), z.union([text(), z.null(), column]))
      .default({})
      .describe(
        "Canonical column → the export's column, or a mapping as below, or null to leave the column out. " +
          'A canonical column that is not named is read as the preset says, else from an export column of the same name.',
      ),
    keep_last: keepLast.optional().describe('For event logs: one row per record, the last one.'),
    where: text()
      .optional()
      .describe(
        "SQL over the export's own columns, applied after keep_last: rows for which it is not true are left out.",
      ),
  })
  .meta({ id: 'source', description: 'One export and how it is read.' });

const sourceList = z
  .union([text(), source, z.array(z.union([text(), source])).min(1)])
  .meta({ id: 'source_list', description: 'One export or a list; a text is a path.' });

/** One entry per kind; several exports as a list; a bare text is a path. */
export const sources = z
  .strictObject({
    systems: sourceList.describe(about.systems),
    incidents: sourceList.describe(about.incidents),
    ...optionalSources(),
  })
  .meta({ id: 'sources' });

type OptionalKind = Exclude<Kind, 'systems' | 'incidents'>;

function optionalSources() {
  const field = (kind: Kind) => {
    return sourceList.optional().describe(about[kind]);
  };
  const { systems: _, incidents: __, ...others } = about;
  const fields = (Object.keys(others) as OptionalKind[]).map((kind) => [kind, field(kind)]);
  return Object.fromEntries(fields) as { [K in OptionalKind]: ReturnType<typeof field> };
}

export type SourceList = z.output<typeof sourceList>;
export type SourceEntry = z.output<typeof source>;
export type ColumnEntry = SourceEntry['columns'][string];
