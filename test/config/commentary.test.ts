/** Commentary as written: what is taken, and what ends the run with its line. */
import { describe, expect, it } from 'vitest';
import { parseCommentary } from '../../src/config/commentary.js';

const read = (text: string) => parseCommentary(text, 'c/2026-10.en.md', '2026-10');
const faults = (text: string) => read(text).problems.map((p) => `${p.code} ${p.place?.line}`);

describe('a commentary', () => {
  it('has sections by scope, each with its words, name and day', () => {
    const text =
      '\n## group\n\nOne.\nTwo.\n\n-- Sato Hanako, 2026-11-06\n\n## unit:a-fx\r\n- x\r\n\r\n--  鈴木、2026-10-01\r\n';
    expect(read(text)).toEqual({
      comments: [
        { scope: 'group', line: 2, text: 'One.\nTwo.', by: 'Sato Hanako', on: '2026-11-06' },
        { scope: 'unit:a-fx', line: 9, text: '- x', by: '鈴木', on: '2026-10-01' },
      ],
      problems: [],
    });
    expect(read('')).toEqual({ comments: [], problems: [] });
  });

  it.each([
    ['text before', 'Hello\n\n## group\nx\n\n-- A, 2026-11-06', ['commentary_outside 1']],
    [
      'another level',
      '## group\nx\n\n### More\n\n-- A, 2026-11-06',
      ['commentary_unsigned 1', 'commentary_heading 4'],
    ],
    ['the first level', '# group\nx\n\n-- A, 2026-11-06', ['commentary_heading 1']],
    [
      'a heading in a list',
      '## group\n- ## unit:x\n\n-- A, 2026-11-06',
      ['commentary_unsigned 1', 'commentary_heading 2'],
    ],
    ['no such kind', '## flow:pay\nx\n\n-- A, 2026-11-06', ['commentary_heading 1']],
    [
      'twice',
      '## group\nx\n\n-- A, 2026-11-06\n## group\ny\n\n-- A, 2026-11-06',
      ['commentary_scope_twice 5'],
    ],
    ['unsigned', '## group\nx', ['commentary_unsigned 1']],
    ['a name alone', '## group\nx\n\n-- A', ['commentary_unsigned 1']],
    ['a day alone', '## group\nx\n\n-- 2026-11-06', ['commentary_unsigned 1']],
    ['no such day', '## group\nx\n\n-- A, 2026-11-31', ['commentary_day 4']],
    ['before its month', '## group\nx\n\n-- A, 2026-09-30', ['commentary_day 4']],
    ['nothing said', '## group\n\n-- A, 2026-11-06', ['commentary_empty 1']],
    ['nothing at all', '## group\n', ['commentary_unsigned 1']],
  ])('is refused for %s', (_, text, expected) => {
    expect(faults(text).sort()).toEqual([...expected].sort());
  });
});
