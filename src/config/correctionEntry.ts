/** A file of corrections in one declaration: validation, JSON Schema and docs come from here. */
import { z } from 'zod';
import { anyText, date, rule, text, wholeNumber } from './fields.js';
import { kinds } from './model.js';

/** Beyond any export's lines, within a 32-bit number. */
const lastLine = 2_000_000_000;

const valueOrMissing = () => anyText().nullable();

const correction = z
  .strictObject({
    kind: z.enum(kinds).describe('The kind of input that the row belongs to.'),
    key: z
      .union([text(), z.record(z.string(), valueOrMissing())])
      .optional()
      .describe(
        'Which row: the text of its key column, or a mapping from key columns to texts. A key column that may be empty and is ' +
          'not named must be empty in the row.',
      ),
    file: text()
      .optional()
      .describe(
        "Only rows of these files: a path or glob, relative to kado.yaml's folder. Required with `line`.",
      ),
    line: wholeNumber(1, lastLine)
      .optional()
      .describe('In place of `key`: the line of the row in `file`, as messages name it.'),
    column: text().describe('The canonical column. One that is part of the key needs `file` and `line`.'),
    from: valueOrMissing().describe(
      'What the export must still say, after its mapping; the empty text or null: nothing.',
    ),
    to: valueOrMissing().describe(
      'What is right, written as `from` would be; the empty text or null: nothing.',
    ),
    reason: text().describe('Why, and what it rests on; stands in the report.'),
    by: text().describe('Who says so; stands in the report.'),
    on: date().optional().describe('Since when, YYYY-MM-DD; stands in the report.'),
  })
  .refine(
    ({ key, file, line }) => (key === undefined) === (line !== undefined && file !== undefined),
    rule('correction_row_unnamed'),
  )
  .refine(({ from, to }) => (from ?? '') !== (to ?? ''), rule('correction_changes_nothing'))
  .meta({ id: 'correction', description: 'One value of one row.' });

export const correctionsSchema = z.array(correction);

export type WrittenCorrection = z.output<typeof correction>;
