import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.js';

describe('nearest', () => {
  it.each([
    ['titel', ['locales', 'title'], 'title'], // neighbours swapped: one edit
    ['incidnts', ['systems', 'incidents'], 'incidents'],
    ['fiscalYearStart', ['fiscal_year_start'], 'fiscal_year_start'],
    ['ＮＵＭＢＥＲ', ['number'], 'number'],
    ['発生日', ['発生日時', '復旧日時'], '発生日時'],
    ['jp', ['ja', 'en'], 'ja'],
    ['title', ['titles', 'title'], 'title'],
    ['ab', ['ac', 'ad'], 'ac'],
  ])('%s → %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ['weather', ['title', 'locales']],
    ['x', ['y']],
    ['abc', ['xyz', 'axy']],
    ['発生日時', ['復旧時刻']],
    ['word', []],
    ['', ['a']],
  ])('%s has none among %s', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});
