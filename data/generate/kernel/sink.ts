/** A file written row by row: quoting, encoding, compression, and the line on which each row begins. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Encoding, encode, preamble } from './encoding.js';
import { Gzip } from './gzip.js';

export interface FileStyle {
  readonly encoding: Encoding;
  readonly delimiter: ',' | ';' | '\t';
  readonly newline: '\n' | '\r\n';
  readonly gzip?: boolean;
}

const BLOCK = 1 << 16;

export class Sink {
  /** Rows written, the header not counted. */
  rows = -1;
  private line = 1;
  private waiting = '';
  private readonly file: number;
  private readonly gzip: Gzip | undefined;

  constructor(
    path: string,
    private readonly style: FileStyle,
    header: readonly string[],
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'w');
    this.gzip = style.gzip ? new Gzip() : undefined;
    this.writeBytes(preamble(style.encoding));
    this.write(header);
  }

  /** Writes one row and returns its first line, counted as an editor counts. `raw`: no quotes, whatever is inside. */
  write(cells: readonly string[], raw = false): number {
    const at = this.line;
    const text =
      cells.map((cell) => (raw ? cell : this.quote(cell))).join(this.style.delimiter) + this.style.newline;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.line += 1;
    this.waiting += text;
    this.rows += 1;
    if (this.waiting.length >= BLOCK) this.flush();
    return at;
  }

  close(): void {
    this.flush();
    if (this.gzip) writeSync(this.file, this.gzip.end());
    closeSync(this.file);
  }

  private flush(): void {
    if (this.waiting) this.writeBytes(encode(this.waiting, this.style.encoding));
    this.waiting = '';
  }

  private writeBytes(bytes: Buffer): void {
    if (bytes.length > 0) writeSync(this.file, this.gzip ? this.gzip.block(bytes) : bytes);
  }

  private quote(cell: string): string {
    const special = cell.includes(this.style.delimiter) || /["\r\n]/.test(cell);
    return special ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
}
