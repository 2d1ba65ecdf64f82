import { describe, expect, it } from 'vitest';
import { paperStyle } from '../../src/publish/paperStyle.js';
import type { Chrome } from '../../src/publish/pour.js';

const chrome: Chrome = {
  title: '月次"}\n*/ body { display: none }',
  confidentiality: '関係者限り',
  month: '2026-10',
  asOf: '2026-11-05T09:00:00',
  buildId: '0123456789ab',
  locales: ['ja'],
  nav: [],
};

describe('the foot of printed pages', () => {
  const { path, content } = paperStyle('ja', chrome);
  /** What a browser reads out of the string: escapes as CSS has them (a number, then one blank). */
  const said = /content: "([^"]*)";/
    .exec(content)![1]!
    .replace(/\\([0-9a-f]+) /g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

  it('names report, label, month, as-of and build', () => {
    expect(said).toBe(
      `${chrome.title} · 関係者限り · 2026年10月分 · 基準時点 2026-11-05 09:00 · ビルド 0123456789ab`,
    );
  });

  it('holds nothing of a title that could end the string', () => {
    expect(content.split('\n').filter((line) => line.includes('content:'))).toHaveLength(1);
    expect(content).not.toMatch(/body \{|\*\//);
    expect(content.match(/"/g)).toHaveLength(2);
  });

  it('has a name of its own for what it says', () => {
    expect(paperStyle('ja', { ...chrome, edition: 'r1' }).path).not.toBe(path);
    expect(paperStyle('ja', chrome).path).toBe(path);
  });
});
