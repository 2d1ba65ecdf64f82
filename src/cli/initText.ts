/** Texts of an export on their way into kado.yaml: they are data, and must stay so. */
import { isDynamicPattern } from 'tinyglobby';
import { stringify } from 'yaml';
import { showValue } from '../errors.js';

/** A text of the export as a YAML scalar on one line, quoted by the library where it must be; only the library's own line end is cut off, no blank of the text's. */
export const scalar = (text: string): string =>
  stringify(text, {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  }).replace(/\n$/, '');
/** Inside `[…]` and `{…}` and as a key, where more characters have a meaning. */
export const quoted = (text: string): string =>
  stringify(text, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  }).replace(/\n$/, '');
/** In a comment: on one line, nothing that a terminal or an editor would act on. */
export const shown = (text: string): string => showValue(text);

/** Names in one line of comment; the rest are counted. */
const namedAtMost = 40;
export const list = (names: readonly string[]): string =>
  names.slice(0, namedAtMost).map(shown).join(', ') +
  (names.length > namedAtMost ? ` … and ${names.length - namedAtMost} more` : '');

/** `${…}` in a value is an environment variable for whoever reads the file: such a name can only be told, not written. */
export const isWritable = (text: string): boolean => !text.includes('${');

/** A path that means this one file: where it would be read as a glob, its signs stand in classes (backslashes count as slashes). */
export function literalPath(path: string): string {
  const plain = path.startsWith('!') ? `./${path}` : path;
  return isDynamicPattern(plain) ? plain.replace(/[*?[{}()+@|]/g, (sign) => `[${sign}]`) : plain;
}
