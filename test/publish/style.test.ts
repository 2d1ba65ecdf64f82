/** The style sheet's promises: contrast in both modes, nothing from elsewhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foreignReferences } from '../../src/publish/foreign.js';

const css = readFileSync('reports/style.css', 'utf8');
const variables = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
const split = css.indexOf('prefers-color-scheme: dark');
const light = variables(css.slice(0, split));
const dark = { ...light, ...variables(css.slice(split)) };

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const levels = ['none', 'low', 'watch', 'high', 'critical'];
const texts = [
  ...['ink', 'soft', 'quiet', 'link', 'good', 'bad', 'unsure'].map((ink) => [ink, 'paper']),
  ...levels.map((level) => [`on-level-${level}`, `level-${level}`]),
  ['on-bad', 'bad'],
  ['quiet', 'ghost'],
  ['quiet', 'hatch'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, colours) => {
  it.each(texts)('%s on %s reaches 4.5 : 1', (ink, ground) => {
    expect(contrast(colours[ink!]!, colours[ground!]!)).toBeGreaterThanOrEqual(4.5);
  });
});

it('levels fall in lightness on paper, so that print without colour keeps the order', () => {
  const falling = levels.map((level) => luminance(light[`level-${level}`]!));
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
});

it('names no other host and no font of the web', () => {
  expect(foreignReferences(css, 'css')).toEqual([]);
  expect(css).not.toMatch(/@font-face|@import/);
});
