/** Workbooks for tests: written by SheetJS where that can write it, else by hand, part by part. */
import { crc32, deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';

/** Sheets of plain values → .xlsx as SheetJS writes it. */
export function sheetJsBook(sheets: Readonly<Record<string, XLSX.WorkSheet | unknown[][]>>): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(
      book,
      Array.isArray(sheet) ? XLSX.utils.aoa_to_sheet(sheet, { cellDates: false }) : sheet,
      name,
    );
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
}

/** What an entry's headers say, where that is to differ from what it holds. */
export interface Lie {
  readonly size?: number;
  readonly packed?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly offset?: number;
}

export function packZip(
  parts: readonly (readonly [name: string, content: string | Uint8Array, lie?: Lie | undefined])[],
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content, lie = {}] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(lie.flags ?? 0, 2);
    common.writeUInt16LE(lie.method ?? 8, 4);
    common.writeUInt32LE(lie.crc ?? crc32(plain), 10);
    common.writeUInt32LE(lie.packed ?? packed.length, 14);
    common.writeUInt32LE(lie.size ?? plain.length, 18);
    common.writeUInt16LE(label.length, 22);
    locals.push(Buffer.from('PK\x03\x04'), common, label, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(lie.offset ?? offset, 10);
    centrals.push(Buffer.from('PK\x01\x02\x14\0'), common, tail, label);
    offset += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface HandSheet {
  readonly name: string;
  readonly state?: string;
  /** The inside of `<sheetData>`. */
  readonly data: string;
  readonly merges?: readonly string[];
}
export interface HandBook {
  /** The insides of `<si>`. */
  readonly strings?: readonly string[];
  /** Number formats, for styles 1, 2 …; style 0 is General. A number names a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The parts of a workbook, to be changed and packed. */
export function handParts(sheets: readonly HandSheet[], book: HandBook = {}): Map<string, string> {
  const formats = book.formats ?? [];
  const xfs = formats.map((f, i) => `<xf numFmtId="${typeof f === 'number' ? f : 164 + i}"/>`).join('');
  const own = formats
    .map((f, i) =>
      typeof f === 'number' ? '' : `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(f)}"/>`,
    )
    .join('');
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const parts = new Map([
    ['[Content_Types].xml', `${head}<Types/>`],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${pack}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>` +
        sheets
          .map(
            (s, i) =>
              `<sheet name="${escapeXml(s.name)}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="s${i}"/>`,
          )
          .join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${pack}">` +
        sheets.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`)).join('') +
        relation('t', 'styles', 'styles.xml') +
        relation('u', 'sharedStrings', '/xl/sharedStrings.xml') +
        '</Relationships>',
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><numFmts>${own}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
        `<cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `${head}<sst xmlns="${main}">${(book.strings ?? []).map((s) => (s === '' ? '<si/>' : `<si>${s}</si>`)).join('')}</sst>`,
    ],
  ]);
  for (const [i, sheet] of sheets.entries()) {
    const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    parts.set(
      `xl/worksheets/sheet${i}.xml`,
      `${head}<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${sheet.data}</sheetData>` +
        `${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`,
    );
  }
  return parts;
}

export const handBook = (sheets: readonly HandSheet[], book?: HandBook): Buffer =>
  packZip([...handParts(sheets, book)]);

/** A cell with its text in it; numbers as numbers; undefined leaves the cell out. */
export const rowXml = (line: number, ...cells: (string | number | undefined)[]): string =>
  `<row r="${line}">${cells
    .map((cell, i) => {
      const ref = `${String.fromCharCode(65 + i)}${line}`;
      if (cell === undefined) return '';
      if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
      return cell.startsWith('<')
        ? cell.replace('<c', `<c r="${ref}"`)
        : `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
    })
    .join('')}</row>`;

/** One sheet, `S`, of rows from line 1. */
export const oneSheet = (rows: readonly (string | number | undefined)[][], book?: HandBook): Buffer =>
  handBook([{ name: 'S', data: rows.map((cells, i) => rowXml(i + 1, ...cells)).join('') }], book);
