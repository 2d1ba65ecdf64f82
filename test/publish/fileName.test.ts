import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../src/fileName.js';

describe('fileNameOf', () => {
  it('keeps an id that is its own slug', () => {
    for (const id of ['a-fx', 'a', 'system-12', '2026']) expect(fileNameOf(id)).toBe(id);
  });

  it.each([
    ['Category 4', /^category-4-[0-9a-f]{8}$/],
    ['../../x', /^x-[0-9a-f]{8}$/],
    ['外為決済', /^[0-9a-f]{8}$/],
    ['', /^[0-9a-f]{8}$/],
    ['con', /^con-[0-9a-f]{8}$/],
    ['index', /^index-[0-9a-f]{8}$/],
    ['a'.repeat(500), /^a{60}-[0-9a-f]{8}$/],
    ['-a-', /^a-[0-9a-f]{8}$/],
  ])('makes %j safe', (id, pattern) => expect(fileNameOf(id)).toMatch(pattern));

  it('never lets two ids share a file, case apart too', () => {
    const names = [
      'A-FX',
      'a-fx',
      'a_fx',
      'a fx',
      'ａ-fx',
      'a-fx-',
      fileNameOf('A-FX'),
      fileNameOf('外為決済'),
    ];
    const all = [...names, '外為決済'].map((id) => fileNameOf(id).toLowerCase());
    expect(new Set(all).size).toBe(all.length);
  });

  it('is safe on every file system, for any id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (id) => {
        expect(fileNameOf(id)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,68})$/);
      }),
    );
  });
});
