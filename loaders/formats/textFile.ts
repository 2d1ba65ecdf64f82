/** A text file of any format: its hash and encoding from a first reading, its text in pieces from each further one. */
import { createHash } from 'node:crypto';
import { KadoError, problem } from '../../src/errors.js';
import { cutBlocks } from './blocks.js';
import type { ExportFile } from './bytes.js';
import { chooseEncoding, type EncodingChoice, surveyFile } from './encoding.js';
import { describeMojibake } from './mojibakeWatch.js';
import type { Survey } from './survey.js';
import type { FormatName, Receipt, TableOptions } from './table.js';
import { decodeText, type TextPiece } from './text.js';

export interface TextFile {
  readonly shown: string;
  readonly choice: EncodingChoice;
  readonly survey: Survey;
  readonly receipt: Receipt;
  /** The text without its byte order mark; read anew each time. */
  pieces(): AsyncGenerator<TextPiece>;
}

/** Reads the file once through. Throws KadoError: file_empty, encoding_contradicted, and whatever reading throws. */
export async function openText(
  file: ExportFile,
  options: TableOptions,
  format: FormatName,
): Promise<TextFile> {
  const { shown, bytes, compressed } = file;
  const hash = createHash('sha256');
  const survey = await surveyFile(file, options.encoding, hash);
  if (survey.plain === 0) {
    throw new KadoError(problem('file_empty', { bytes, plain: 0 }, { file: shown }));
  }
  const choice = chooseEncoding(survey, options.encoding, shown);
  const { encoding, bom, why } = choice;
  const wide = encoding.startsWith('utf-16');
  const pieces = () =>
    decodeText(
      cutBlocks(file.read(), () => wide, shown),
      encoding,
    );
  const garbled = survey.mojibake.sees(encoding) && (await describeMojibake(pieces(), shown));
  return {
    shown,
    survey,
    choice: garbled ? { ...choice, warnings: [...choice.warnings, garbled] } : choice,
    receipt: { format, sha256: hash.digest('hex'), bytes, encoding, bom, why, delimiter: '', compressed },
    pieces,
  };
}
