/** Golden drawings: a chart's SVG, one element a line. A changed one leaves its twin (`.actual.svg`) beside it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Html } from '../../src/html.js';

/** `UPDATE_GOLDENS=1` writes goldens; never in CI, where a golden that is absent fails. */
const update = process.env.UPDATE_GOLDENS === '1' && !process.env.CI;

export function expectGolden(name: string, figure: Html): void {
  const path = new URL(`golden/${name}.svg`, import.meta.url);
  const twin = new URL(`golden/${name}.actual.svg`, import.meta.url);
  const svg = /<svg class="plot"[\s\S]*?<\/svg>/.exec(figure.markup)![0];
  const text = `${svg.replace(/>(?=<)/g, '>\n')}\n`;
  if (update) writeFileSync(path, text);
  const golden = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (golden === text) rmSync(twin, { force: true });
  else writeFileSync(twin, text);
  expect(text).toBe(golden);
}
