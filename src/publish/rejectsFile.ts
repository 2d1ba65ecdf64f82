/** `data/rejects.csv`: every row that could not be used, with the reason and the way to mend it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Locale } from '../config/model.js';
import { hintOf, messageOf } from '../errors.js';
import type { Provenance } from '../pages/provenance.js';
import { rejectProblem } from '../pages/rejectProblem.js';
import { formulaLike } from './formula.js';

/** The reasons are written in the report's first language. Values that a spreadsheet would run get an apostrophe in front. */
export async function writeRejects(
  folder: string,
  { rejects, receipts }: Provenance,
  locale: Locale,
): Promise<void> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const rows = rejects.map((reject) => {
    const file = paths.get(reject.file) ?? '';
    const problem = rejectProblem(reject, file);
    return [
      reject.kind,
      file,
      String(reject.line),
      reject.column,
      reject.value,
      messageOf(problem, locale),
      hintOf(problem, locale),
    ];
  });
  const fields = ['kind', 'file', 'line', 'column', 'value', 'reason', 'hint'];
  const csv = Papa.unparse({ fields, data: rows }, { newline: '\n', escapeFormulae: formulaLike });
  await writeFile(join(folder, 'rejects.csv'), `${csv}\n`);
}
