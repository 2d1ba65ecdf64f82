import { describe, expect, test } from 'vitest';
import { isNote } from '../../loaders/formats/notes.js';

describe('a note', () => {
  test.each([
    '※ 4月分は速報値',
    '　※1 再掲',
    '注',
    '注 速報値',
    '注1）速報値',
    '注：速報値',
    '注）速報値',
    '（注）速報値',
    '（注 速報値',
    '*注 速報値',
    '＊注）速報値',
    '注記：速報値',
    '注①　速報値',
    'Note: preliminary',
    'NOTES: preliminary',
    'Ｎｏｔｅ １： preliminary',
  ])('begins with its mark: %s', (text) => {
    expect(isNote(['', text, ' ', '　'])).toBe(true);
    expect(isNote([text, 'I1'])).toBe(false);
  });
  test.each(['注文管理', '（注文）', '注記事項', 'notebook: 12', 'Note', '再掲※', 'I-※', '', '*'])(
    'does not with %s',
    (text) => expect(isNote([text, ''])).toBe(false),
  );
});
