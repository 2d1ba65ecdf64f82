/** What a file called .xlsx really is, told from its bytes, so that the message can say so. */
import { KadoError, type Problem, problem } from '../../src/errors.js';
import type { Zip } from './xlsxZip.js';

/** Enough to tell text from bytes, and to see the beginning of an HTML page behind its comments. */
const HEAD_BYTES = 1024;

const kinds: readonly (readonly [hex: string, found: string])[] = [
  ['25504446', 'PDF'],
  ['504b0708', 'split zip'],
  ['377abcaf', '7z'],
  ['52617221', 'RAR'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['50415231', 'Parquet'],
  ['7b5c727466', 'RTF'],
];
/** Compound files (OLE 2): old .xls, and every workbook encrypted by Excel. */
const OLE = 'd0cf11e0a1b11ae1';
const ZIP_BEGINS = ['504b0304', '504b0506'];

/** Throws KadoError workbook_is_{ole,html,text,other} where the file is no zip. */
export function checkContent(bytes: Buffer, shown: string): void {
  const head = bytes.subarray(0, HEAD_BYTES);
  const hex = head.subarray(0, 8).toString('hex');
  if (ZIP_BEGINS.some((begin) => hex.startsWith(begin))) return;
  throw new KadoError({ ...told(head, hex), place: { file: shown } });
}

function told(head: Buffer, hex: string): Problem {
  if (hex === OLE) return problem('workbook_is_ole', {});
  const found = kinds.find(([begin]) => hex.startsWith(begin))?.[1];
  if (found) return problem('workbook_is_other', { found });
  const wide = hex.startsWith('fffe') || hex.startsWith('feff');
  const text = head.toString(wide ? 'utf16le' : 'latin1');
  // Many systems give an HTML or XML table the name of a workbook, which Excel opens with a warning.
  if (/<(!doctype|html|table|head|body|meta|\?xml)\b/i.test(text)) return problem('workbook_is_html', {});
  const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
  if (wide || !controls.test(text)) return problem('workbook_is_text', {});
  return problem('workbook_is_other', { found: (hex.match(/../g) ?? []).join(' ') });
}

/** Parts by which other documents in zips are known. */
const others: readonly (readonly [part: RegExp, found: string])[] = [
  [/^xl\/workbook\.bin$/, '.xlsb'],
  [/^word\/document\.xml$/, '.docx'],
  [/^ppt\/presentation\.xml$/, '.pptx'],
  [/^index\/document\.iwa$|^index\.zip$/, 'Numbers'],
  [/^meta-inf\/manifest\.xml$/, 'OpenDocument (.ods)'],
];

/** The problem of a zip in which no workbook stands. */
export function notWorkbook({ parts, shown }: Zip): KadoError {
  const names = [...parts.keys()];
  const other = others.find(([part]) => names.some((name) => part.test(name)))?.[1];
  const place = { file: shown };
  if (other) return new KadoError(problem('workbook_is_other', { found: other }, place));
  const found = [...parts.values()]
    .slice(0, 5)
    .map((part) => part.name)
    .join(', ');
  return new KadoError(problem('workbook_missing', { parts: parts.size, found: found || '–' }, place));
}
