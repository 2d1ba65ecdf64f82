/** The form of a file of corrections: every mistake with its line, and what the configuration carries of a sound one. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/load.js';
import type { Config, Corrections } from '../../src/config/model.js';
import { formatPlace, KadoError } from '../../src/errors.js';
import { smallest } from './reading.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const config = (fix: string | Uint8Array, path = 'fix.yaml', env: Record<string, string> = {}): Config =>
  readConfig(bytesOf(`${smallest}corrections: ${path}\n`), 'kado.yaml', '/project', env, () =>
    typeof fix === 'string' ? bytesOf(fix) : fix,
  );
const read = (fix: string): Corrections => config(fix).corrections!;

/** `code line:column` of each problem. */
function told(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof KadoError)) throw error;
    expect(error.exitCode).toBe(2);
    return error.problems.map((p) => `${p.code} ${p.place ? formatPlace(p.place) : ''}`);
  }
  throw new Error('the corrections were accepted');
}

const sound = 'kind: incidents, key: I1, column: severity, from: a, to: b, reason: r, by: x';
const without = (name: string): string =>
  `- { ${sound
    .split(', ')
    .filter((part) => !part.startsWith(`${name}:`))
    .join(', ')} }\n`;
const withKey = (more: string): string => `- { ${sound}, ${more} }\n`;

describe('a mistake of form', () => {
  it.each<[what: string, fix: string, ...expected: string[]]>([
    ['a mapping in place of the list', 'kind: incidents\n', 'config_type fix.yaml:1:1'],
    ['a text in place of an entry', '- I1\n', 'config_type fix.yaml:1:3'],
    ['bad indentation', '- kind: incidents\n key: I1\n', 'config_yaml fix.yaml:2:1'],
    ['two documents', '[]\n---\n[]\n', 'config_documents fix.yaml:2:1'],
    ['a tag', '- !x {}\n', 'config_tag fix.yaml:1:3'],
    ['unfolding aliases', '- &a [*a]\n', 'config_expansion fix.yaml:1:7'],
    ['too deep', '['.repeat(100_000), 'config_expansion fix.yaml:1:101'],
    ['a key twice', withKey('column: title'), 'config_duplicate_key fix.yaml:1:83'],
    ['a key misspelt', withKey('reasn: x'), 'config_unknown_key_near fix.yaml:1:83'],
    ['a key unknown', withKey('weather: x'), 'config_unknown_key fix.yaml:1:83'],
    ['a kind misspelt', `- { ${sound.replace('incidents', 'incidnts')} }\n`, 'config_value fix.yaml:1:5'],
    ['no kind', without('kind'), 'config_missing_key fix.yaml:1:3'],
    ['no column', without('column'), 'config_missing_key fix.yaml:1:3'],
    ['no from', without('from'), 'config_missing_key fix.yaml:1:3'],
    ['no to', without('to'), 'config_missing_key fix.yaml:1:3'],
    ['no reason', without('reason'), 'config_missing_key fix.yaml:1:3'],
    ['an empty reason', `- { ${sound.replace(' r,', " '',")} }\n`, 'config_empty fix.yaml:1:65'],
    ['nobody', without('by'), 'config_missing_key fix.yaml:1:3'],
    ['a list of values', `- { ${sound.replace('to: b', 'to: [b]')} }\n`, 'config_type fix.yaml:1:58'],
    ['a day that does not exist', withKey('on: 2026-02-30'), 'config_date fix.yaml:1:83'],
    ['no row', without('key'), 'correction_row_unnamed fix.yaml:1:3'],
    [
      'a line without a file',
      without('key').replace(' }', ', line: 3 }'),
      'correction_row_unnamed fix.yaml:1:3',
    ],
    [
      'a file without a line',
      without('key').replace(' }', ', file: a }'),
      'correction_row_unnamed fix.yaml:1:3',
    ],
    ['both key and line', withKey('file: a, line: 3'), 'correction_row_unnamed fix.yaml:1:3'],
    ['line 0', without('key').replace(' }', ', file: a, line: 0 }'), 'config_range fix.yaml:1:83'],
    ['line by name', without('key').replace(' }', ', file: a, line: x }'), 'config_type fix.yaml:1:83'],
    ['a list as key', `- { ${sound.replace('I1', '[I1]')} }\n`, 'config_type fix.yaml:1:22'],
    [
      'nothing changed',
      `- { ${sound.replace('to: b', 'to: a')} }\n`,
      'correction_changes_nothing fix.yaml:1:3',
    ],
    [
      'nothing to nothing',
      `- { ${sound.replace('from: a, to: b', "from: '', to: ~")} }\n`,
      'correction_changes_nothing fix.yaml:1:3',
    ],
    [
      'two of them, both told',
      `${withKey('reasn: x')}\n${without('by')}`,
      'config_unknown_key_near fix.yaml:1:83',
      'config_missing_key fix.yaml:3:3',
    ],
  ])('%s', (_, fix, ...expected) => {
    expect(told(() => config(fix))).toEqual(expected);
  });

  it('of the file itself', () => {
    const latin = new Uint8Array([0x23, 0xe9]);
    expect(told(() => config(latin))).toEqual(['config_encoding fix.yaml']);
    expect(told(() => config(new Uint8Array(1_048_577)))).toEqual(['corrections_too_large fix.yaml']);
  });
});

describe('on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kado-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (path: string): Config =>
    readConfig(bytesOf(`${smallest}corrections: ${path}\n`), 'kado.yaml', folder, {});
  it('must be a plain file of a bounded size', () => {
    writeFileSync(join(folder, 'large.yaml'), '#'.repeat(1_048_577));
    expect(told(() => at('gone.yaml'))).toEqual(['corrections_missing kado.yaml:4:1']);
    expect(told(() => at('.'))).toEqual(['corrections_unreadable kado.yaml:4:1']);
    expect(told(() => at('large.yaml'))).toEqual(['corrections_too_large large.yaml']);
  });
  it('starts at the folder of kado.yaml, with slashes of either kind', () => {
    writeFileSync(join(folder, 'fix.yaml'), `- { ${sound} }\n`);
    expect(at('.\\fix.yaml').corrections).toMatchObject({
      path: './fix.yaml',
      absolute: join(folder, 'fix.yaml'),
    });
    // Outputs name no place of this machine.
    expect(at(join(folder, 'fix.yaml')).corrections?.path).toBe('…/fix.yaml');
  });
});

describe('what the configuration carries', () => {
  it('is path, hash, and the entries with their places', () => {
    const fix = `# Quality\n- { ${sound}, on: 2026-10-09, file: x\\*.csv }\n- kind: service_levels\n  key: { system_id: 007, month: 2026-09, indicator: ~ }\n  column: actual\n  from: ''\n  to: 1.50\n  reason: r\n  by: x\n`;
    const corrections = read(fix);
    expect(corrections).toMatchObject({
      path: 'fix.yaml',
      sha256: createHash('sha256').update(fix).digest('hex'),
      entries: [
        {
          index: 0,
          place: { file: 'fix.yaml', line: 2, column: 3 },
          kind: 'incidents',
          key: 'I1',
          file: 'x/*.csv',
          from: 'a',
          to: 'b',
          on: '2026-10-09',
        },
        // As written: 007 and 1.50 stay what they are; nothing is null, however it is written.
        {
          index: 1,
          place: { line: 3 },
          key: { system_id: '007', month: '2026-09', indicator: null },
          from: null,
          to: '1.50',
        },
      ],
    });
    expect(corrections.placeOf([1, 'to'])).toEqual({ file: 'fix.yaml', line: 7, column: 3 });
  });

  it('takes nothing from the environment: a stranger’s corrections must not publish a secret', () => {
    const fix = `- { ${sound.replace('to: b', 'to: "${SECRET}"')} }\n`;
    expect(config(fix, 'fix.yaml', { SECRET: 'x' }).corrections?.entries[0]?.to).toBe('${SECRET}');
  });

  it('is nothing where none are named, and an empty list where none are left', () => {
    expect(readConfig(bytesOf(smallest), 'kado.yaml', '/project', {}).corrections).toBeUndefined();
    for (const none of ['', '# mended\n', '~\n', '[]\n']) expect(read(none).entries).toEqual([]);
  });
});
