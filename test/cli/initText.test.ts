/** Texts of an export must come back out of kado.yaml as they went in, wherever they stand, and do nothing else there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, scalar, shown } from '../../src/cli/initText.js';
import { readConfig } from '../../src/config/load.js';

const hostile = [
  '#',
  'a # b',
  'x: y',
  '- x',
  'null',
  '~',
  'true',
  '007',
  '1e3',
  '{a: b}',
  '[a]',
  'a, b',
  '*alias',
  '&anchor',
  '!tag',
  '%d',
  '"',
  "'",
  '\\',
  'a\nb',
  'a\r\nb: c',
  ' a ',
  '---',
  'a\u0085b\u2028c',
  '\u0000\u001b[31m',
  '?',
  '| x',
  '> x',
  '@x',
  '日本語：列',
  '\u00a0',
  'a\u3000',
  `${'long '.repeat(40)}\nand more`,
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', minLength: 1 }));
/** `${NAME}` is for the environment; NUL is nothing that a header can hold. */
const isAsked = (t: string): boolean => t !== '' && !t.includes('${');
/** A key of this name is refused with its line (src/config/tree.ts), since objects take it for something else. */
const isKey = (t: string): boolean => isAsked(t) && t !== '__proto__';

function columnOf(yaml: string) {
  const file = `sources:\n  systems: s.csv\n  incidents:\n    - path: i.csv\n${yaml}`;
  return readConfig(new TextEncoder().encode(file), 'kado.yaml', '/', {}).sources.incidents[0]!;
}

describe('a text of an export', () => {
  it('is the same column and the same values when the file is read', () => {
    fc.assert(
      fc.property(text.filter(isAsked), text.filter(isKey), (column, value) => {
        const source = columnOf(
          `      missing: [${quoted(value)}, ${quoted(column)}]\n      columns:\n        title: ${scalar(column)}\n` +
            `        state:\n          from: ${scalar(column)} # ${shown(value)}\n          map:\n            ${quoted(value)}: open # check\n` +
            `        # ${shown(column)}: ${shown(value)}\n`,
        );
        expect(source.missing).toEqual([value, column]);
        expect(source.columns.title).toEqual({ from: column });
        expect(source.columns.state!.from).toBe(column);
        expect({ ...source.columns.state!.map }).toEqual({ [value]: 'open' });
      }),
    );
  });

  it('is refused as a key where JavaScript would lose it', () => {
    const map = '      columns:\n        state: { from: s, map: { "__proto__": open } }\n';
    expect(() => columnOf(map)).toThrow(/kado\.yaml:6:34: This key is not plain text/);
  });

  it('stays on its line in a comment', () => {
    for (const t of hostile) expect(shown(t)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  });
});
