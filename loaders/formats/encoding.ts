/** Which encoding a file is read with, and why: the declared one held against the bytes, or one found from them. */
import type { EncodingName } from '../../src/config/model.js';
import { KadoError, type Problem, problem } from '../../src/errors.js';
import type { ExportFile } from './bytes.js';
import { type Survey, surveyBytes } from './survey.js';
import type { Encoding } from './text.js';

/** The reason for a choice, with the counts behind it: malformed sequences, or scores (see doublebyte.ts). */
export type EncodingWhy =
  | {
      readonly code: 'declared' | 'bom' | 'ascii' | 'strict-utf8' | 'zero-bytes' | 'own-format';
      readonly params: Readonly<Record<string, never>>;
    }
  | {
      readonly code: 'only-shift_jis';
      readonly params: { readonly utf8Errors: number; readonly eucJpErrors: number };
    }
  | {
      readonly code: 'only-euc-jp';
      readonly params: { readonly utf8Errors: number; readonly shiftJisErrors: number };
    }
  | { readonly code: 'scored'; readonly params: { readonly shiftJis: number; readonly eucJp: number } }
  | {
      readonly code: 'fewest-errors';
      readonly params: {
        readonly utf8Errors: number;
        readonly shiftJisErrors: number;
        readonly eucJpErrors: number;
      };
    };

export interface EncodingChoice {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly why: EncodingWhy;
  /** Malformed sequences under the chosen encoding. */
  readonly undecodable: number;
  readonly warnings: readonly Problem[];
}

/** Surveys the content; a second pass only for a file that looked like UTF-8 for a while and then did not. */
export async function surveyFile(
  file: ExportFile,
  declared: EncodingName | 'auto',
  hash: Parameters<ExportFile['read']>[0],
): Promise<Survey> {
  const counted = declared !== 'auto' && declared !== 'utf-8';
  const survey = await surveyBytes(file.read(hash), file.shown, counted);
  if (survey.doubleByteComplete || survey.utf8.errors === 0 || survey.bom) return survey;
  return surveyBytes(file.read(), file.shown, true);
}

/** Chooses. Throws KadoError encoding_contradicted where the declared encoding is plainly another one. */
export function chooseEncoding(
  survey: Survey,
  declared: EncodingName | 'auto',
  shown: string,
): EncodingChoice {
  const [encoding, why] = declared === 'auto' ? detect(survey) : accept(survey, declared, shown);
  const undecodable = errorsOf(survey, encoding);
  const warnings: Problem[] = [];
  if (undecodable > 0) {
    const other = declared === 'auto' || survey.bom ? undefined : cleanOther(survey, encoding);
    const warning = other
      ? problem('encoding_other_fits', { declared, count: undecodable, other }, { file: shown }, 'warning')
      : problem('encoding_not_clean', { encoding, count: undecodable }, { file: shown }, 'warning');
    warnings.push(warning);
  }
  return { encoding, bom: survey.bom !== undefined, why, undecodable, warnings };
}

function detect(survey: Survey): [Encoding, EncodingWhy] {
  const { bom, zeros, ascii, utf8, shiftJis, eucJp } = survey;
  if (bom) return [bom, { code: 'bom', params: {} }];
  if (zeros) return [zeros, { code: 'zero-bytes', params: {} }];
  if (ascii) return ['utf-8', { code: 'ascii', params: {} }];
  if (utf8.errors === 0) return ['utf-8', { code: 'strict-utf8', params: {} }];
  const counts = { utf8Errors: utf8.errors, shiftJisErrors: shiftJis.errors, eucJpErrors: eucJp.errors };
  if (shiftJis.errors === 0 && eucJp.errors === 0) {
    const params = { shiftJis: shiftJis.score, eucJp: eucJp.score };
    // A tie goes to CP932, which Japanese tools write by far more often.
    return [eucJp.score > shiftJis.score ? 'euc-jp' : 'shift_jis', { code: 'scored', params }];
  }
  if (shiftJis.errors === 0) return ['shift_jis', { code: 'only-shift_jis', params: counts }];
  if (eucJp.errors === 0) return ['euc-jp', { code: 'only-euc-jp', params: counts }];
  const order = (['utf-8', 'shift_jis', 'euc-jp'] as const).map(
    (name) => [errorsOf(survey, name), name] as const,
  );
  const [, best] = order.reduce((a, b) => (b[0] < a[0] ? b : a));
  return [best, { code: 'fewest-errors', params: counts }];
}

function accept(survey: Survey, declared: EncodingName, shown: string): [Encoding, EncodingWhy] {
  const found = contradiction(survey, declared);
  if (found) {
    const setting = found.startsWith('utf-16') ? 'utf-16' : found;
    throw new KadoError(problem('encoding_contradicted', { declared, found, setting }, { file: shown }));
  }
  const why: EncodingWhy = { code: 'declared', params: {} };
  // Without a mark or a pattern the Encoding Standard takes utf-16 for little-endian.
  if (declared === 'utf-16') return [(survey.bom ?? survey.zeros ?? 'utf-16le') as Encoding, why];
  return [declared, why];
}

/** Another encoding that the bytes prove: by a mark, by zero bytes, or by being UTF-8 where that can't be chance. */
function contradiction(survey: Survey, declared: EncodingName): Encoding | undefined {
  const { bom, zeros, utf8 } = survey;
  const marked = bom ?? zeros;
  if (marked && !marked.startsWith(declared)) return marked;
  if (declared === 'utf-16' && !marked) return cleanOther(survey, 'utf-16le');
  const doubleByte = declared === 'shift_jis' || declared === 'euc-jp';
  return doubleByte && utf8.errors === 0 && utf8.threeByte ? 'utf-8' : undefined;
}

function cleanOther(survey: Survey, encoding: Encoding): Encoding | undefined {
  const [found] = detect(survey);
  return found !== encoding && errorsOf(survey, found) === 0 ? found : undefined;
}

function errorsOf(survey: Survey, encoding: Encoding): number {
  if (encoding === 'utf-8') return survey.utf8.errors;
  if (encoding === 'shift_jis') return survey.shiftJis.errors;
  return encoding === 'euc-jp' ? survey.eucJp.errors : survey.utf16.errors;
}
