/** Every correction, with what the export says and who answers for the difference. All of its texts are data. */
import type { Correction } from '../../config/model.js';
import { formatPlace } from '../../errors.js';
import { type Html, html } from '../../html.js';
import type { ProvenanceWords } from '../../locale/provenance.js';
import type { Provenance } from '../provenance.js';
import type { View } from '../view.js';
import { section, table, textCell } from './section.js';

/** Nothing where the configuration names no file of corrections. */
export function correctionsSection(
  { data, format }: Pick<View, 'data' | 'format'>,
  w: ProvenanceWords,
  { corrected, receipts }: Pick<Provenance, 'corrected' | 'receipts'>,
): Html | false {
  const entries = data.config.corrections?.entries;
  if (entries === undefined) return false;
  const count = format.number(entries.length);
  const body =
    entries.length === 0
      ? html`<p>${w.noCorrections}</p>`
      : html`<p>${w.correctionsNote(count, format.number(corrected.length))}</p>
${correctionsTable(entries, w, { corrected, receipts }, format.missing)}`;
  return section('corrections', w.corrections, null, body);
}

function correctionsTable(
  entries: readonly Correction[],
  w: ProvenanceWords,
  { corrected, receipts }: Pick<Provenance, 'corrected' | 'receipts'>,
  missing: string,
): Html {
  const c = w.correction;
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const rows = new Map<number, string[]>();
  for (const { correction, file, line } of corrected)
    rows.set(correction, [...(rows.get(correction) ?? []), `${paths.get(file) ?? ''}:${line}`]);
  const labels = [c.place, c.kind, c.key, c.column, c.change, c.row, c.reason, c.by, c.on];
  return table(
    labels.map((label) => ({ label })),
    entries.map(
      (entry) =>
        html`<tr><th scope="row">${formatPlace({ ...entry.place, column: undefined })}</th>${textCell(c.kind, w.kinds[entry.kind] ?? entry.kind)}${textCell(c.key, keyText(entry, c.nothing))}${textCell(c.column, html`<code>${entry.column}</code>`)}${textCell(c.change, `${entry.from ?? c.nothing} → ${entry.to ?? c.nothing}`)}${textCell(c.row, (rows.get(entry.index) ?? []).join(' '))}${textCell(c.reason, entry.reason, true)}${textCell(c.by, entry.by)}${textCell(c.on, entry.on ?? missing)}</tr>`,
    ),
  );
}

/** Where the row is named by its file and line, the row's own column says it. */
function keyText({ key }: Correction, nothing: string): string {
  if (key === undefined) return '';
  if (typeof key === 'string') return key;
  return Object.entries(key)
    .map(([name, value]) => `${name} ${value ?? nothing}`)
    .join(' ');
}
