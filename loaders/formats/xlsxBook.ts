/** The workbook around its sheets: where the parts are, which sheets there are, shared texts, number formats. */
import { KadoError, problem } from '../../src/errors.js';
import { notWorkbook } from './xlsxContent.js';
import { builtInKind, type NumberKind, numberKind } from './xlsxFormat.js';
import { XmlFault, type XmlHandler, XmlScanner } from './xlsxXml.js';
import { type Part, readPart, type XlsxLimits, type Zip } from './xlsxZip.js';

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Part;
}

export interface Book {
  readonly zip: Zip;
  /** Worksheets in the order of their tabs; charts and macro sheets are none. */
  readonly sheets: readonly Sheet[];
  /** By the number that a cell gives as its style. */
  readonly kinds: readonly NumberKind[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
}

/** Scans a part from its beginning until `enough`. Throws KadoError workbook_part_broken. */
export async function scanPart(
  zip: Zip,
  part: Part,
  handler: XmlHandler,
  enough: () => boolean = () => false,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of readPart(zip, part)) {
      // XML is UTF-8, or UTF-16 with a mark (the format allows no other). A byte that can't be decoded is a fault.
      const wide = chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8';
      decoder ??= new TextDecoder(wide, { fatal: true });
      scanner.push(decoder.decode(chunk, { stream: true }));
      if (enough()) return;
    }
    scanner.push(decoder?.decode() ?? '');
    scanner.end();
  } catch (error) {
    const undecodable = (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (!(error instanceof XmlFault) && !undecodable) throw error;
    throw new KadoError(problem('workbook_part_broken', { part: part.name }, { file: zip.shown }));
  }
}

/** Reads all but the sheets. External links, macros, pictures and connections are never opened. Throws KadoError. */
export async function openBook(zip: Zip, limits: XlsxLimits): Promise<Book> {
  const root = await readRelations(zip, '');
  const main =
    [...root.values()].find((r) => r.type === 'officeDocument')?.part ?? find(zip, 'xl/workbook.xml');
  if (!main || !/\.xml$/i.test(main.name)) throw notWorkbook(zip);
  const relations = await readRelations(zip, main.name);
  const ofType = (type: string): Part | undefined => {
    const relation = [...relations.values()].find((r) => r.type === type);
    return relation && present(zip, relation);
  };
  let isBook = false;
  let date1904 = false;
  const sheets: Sheet[] = [];
  await scanPart(zip, main, {
    open(name, attributes) {
      if (name === 'workbook') isBook = true;
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relation = relations.get(id);
      if (!relation) throw new XmlFault();
      if (relation.type !== 'worksheet') return;
      // Two sheets in one part are no workbook, and would be read once for each of a million names.
      const part = present(zip, relation);
      if (sheets.some((sheet) => sheet.part === part)) throw new XmlFault();
      const { name: shown = '', state = 'visible' } = attributes;
      sheets.push({ name: shown, hidden: state !== 'visible', part });
    },
  });
  if (!isBook || sheets.length === 0) throw notWorkbook(zip);
  const [styles, shared] = [ofType('styles'), ofType('sharedStrings')];
  return {
    zip,
    sheets,
    date1904,
    kinds: styles ? await readKinds(zip, styles) : [],
    strings: shared ? await readStrings(zip, shared, limits) : [],
  };
}

const find = (zip: Zip, name: string): Part | undefined => zip.parts.get(name.toLowerCase());
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

interface Relation {
  /** The last word of the type's address, which differs between the two editions of the format. */
  readonly type: string;
  readonly target: string;
  readonly part: Part | undefined;
}

/** Without its formats a workbook's dates would be numbers: what is pointed at must be there. */
function present({ shown }: Zip, { part, target }: Relation): Part {
  if (part) return part;
  throw new KadoError(problem('workbook_part_broken', { part: target }, { file: shown }));
}

/** What a part (or, by '', the package) points at, by id. Targets outside of the file are left out. */
async function readRelations(zip: Zip, owner: string): Promise<Map<string, Relation>> {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  const part = find(zip, `${folder}_rels/${owner.slice(folder.length)}.rels`);
  if (!part) return relations;
  await scanPart(zip, part, {
    open(name, { Id = '', Target = '', TargetMode, Type = '' }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.replaceAll('\\', '/');
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.set(Id, { type, target, part: find(zip, resolve(folder, target)) });
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** For each style of a cell, what its number format makes of a number. */
async function readKinds(zip: Zip, part: Part): Promise<NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let within = false;
  await scanPart(zip, part, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'cellXfs') within = true;
      else if (name === 'numFmt') own.set(Number(numFmtId), numberKind(formatCode));
      else if (name === 'xf' && within) {
        const id = Number(numFmtId ?? 0);
        kinds.push(own.get(id) ?? builtInKind(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return kinds;
}

/** Shared texts by number. */
async function readStrings(zip: Zip, part: Part, limits: XlsxLimits): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  const text = new TextItem();
  await scanPart(zip, part, {
    open(name) {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    text: (piece) => text.text(piece),
    close(name) {
      if (name !== 'si') return text.close(name);
      const found = text.end();
      strings.push(found);
      characters += found.length;
      const [size, limit] =
        strings.length > limits.cells ? [strings.length, limits.cells] : [characters, limits.characters];
      if (size <= limit) return;
      const params = { part: part.name, found: size, limit };
      throw new KadoError(problem('workbook_unpacks_too_large', params, { file: zip.shown }));
    },
  });
  return strings;
}

/** The text of `<si>` or `<is>`: all runs of it, without the phonetic guide (furigana, `<rPh>`). */
export class TextItem {
  #found = '';
  #taking = false;
  #phonetic = false;

  begin(): void {
    this.#found = '';
    this.#taking = false;
    this.#phonetic = false;
  }
  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    else if (name === 't') this.#taking = !this.#phonetic;
  }
  text(piece: string): void {
    if (this.#taking) this.#found += piece;
  }
  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    else if (name === 't') this.#taking = false;
  }
  end(): string {
    return unescapeText(this.#found);
  }
}

/** Characters that XML can't hold stand as `_x000D_` (ECMA-376 part 1, 22.4.2.4). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
