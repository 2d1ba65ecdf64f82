/** Companies whose rates are equal: how often chance alone names anybody, and that the sentence names who is outside and nobody else. */
import { expect, test } from 'vitest';
import { randomOf } from '../../data/generate/kernel/random.js';
import { judgementWords } from '../../src/locale/judgementsOf.js';
import type { RateRow } from '../../src/pages/judgements.js';
import { ratesFinding } from '../../src/pages/parts/rates.js';
import type { View } from '../../src/pages/view.js';
import { makeFunnel } from '../../src/stats/funnel.js';

const locales = ['ja', 'en'] as const;
const ids = Array.from('abcdefg');
const nameOf = (id: string): string => `<${id}>`;

/** Seven companies of one rate; investments a tenth to ten times each other's, 3 to 100 incidents on average. */
function drawGroup(seed: number) {
  const random = randomOf(`equal rates ${seed}`);
  const rate = 3 + 97 * random.next();
  const units = ids.map(() => {
    const exposure = 10 ** (random.next() - 0.5);
    return { count: random.poisson(rate * exposure), exposure };
  });
  return makeFunnel(units).points;
}

function findingOf(points: ReturnType<typeof drawGroup>, locale: 'ja' | 'en'): string {
  const rates = points.map(
    ({ alarm, outside }, i) =>
      ({ companyId: ids[i], low: alarm.lower, high: alarm.upper, outside }) as unknown as RateRow,
  );
  const view = { locale, data: { judged: { rates } }, companyName: nameOf };
  return ratesFinding(view as unknown as View);
}

/** R: qbinom(.999, c(60, 3000), 1 - .998^7) → 5 63 */
const most = { 60: 5, 3000: 63 } as const;

test('of groups with equal rates hardly any has a company that is named, and nobody inside is', async ({
  annotate,
}) => {
  let named = 0;
  const shares: string[] = [];
  for (let seed = 1; seed <= 3000; seed++) {
    const points = drawGroup(seed);
    const outside = ids.filter((_, i) => points[i]!.outside !== null);
    if (outside.length > 0) named++;
    for (const locale of locales) {
      const w = judgementWords(locale);
      const finding = findingOf(points, locale);
      expect(ids.filter((id) => finding.includes(nameOf(id)))).toEqual(outside);
      expect(finding.includes(outside.length > 0 ? w.noDifference : w.noDifferenceAtAll)).toBe(true);
      if (outside.length === 0) expect(finding).toBe(w.noDifferenceAtAll);
    }
    if (seed in most) {
      expect(named).toBeLessThanOrEqual(most[seed as keyof typeof most]);
      shares.push(
        `anybody named in ${named} of ${seed} groups, ${((100 * named) / seed).toFixed(2)} %; 7 × 0.2 % would be 1.39 %`,
      );
    }
  }
  // Limits are whole counts, and each company is part of the rate that it is held to: less often than the level, but not never.
  expect(named).toBeGreaterThan(0);
  for (const line of shares) console.log(line);
  await annotate(shares.join('\n'));
});

test('who is outside is named on the right side, in the given order', () => {
  const points = makeFunnel([40, 100, 12, 2, 100, 40, 40].map((count) => ({ count, exposure: 1 }))).points;
  expect(points.map((p) => p.outside)).toEqual([null, 'above', 'below', 'below', 'above', null, null]);
  for (const locale of locales) {
    const w = judgementWords(locale);
    const sentences = [w.outside(['<b>', '<e>'], true), w.outside(['<c>', '<d>'], false), w.noDifference];
    expect(findingOf(points, locale)).toBe(sentences.join(locale === 'ja' ? '' : ' '));
  }
  // Above is more incidents, below fewer, in both languages.
  expect(judgementWords('en').outside(['x'], true)).toContain('more incidents for the investment');
  expect(judgementWords('en').outside(['x'], false)).toContain('fewer incidents for the investment');
  expect(judgementWords('ja').outside(['x'], true)).toContain('投資当たりの障害が全体より多い');
  expect(judgementWords('ja').outside(['x'], false)).toContain('投資当たりの障害が全体より少ない');
});
