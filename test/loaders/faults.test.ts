/** What a reject says was expected: in words of someone who looks at a value, whatever the configuration calls them. */
import { expect, it } from 'vitest';
import { describeFault } from '../../loaders/faults.js';
import { formatKeywords } from '../../src/config/fields.js';
import { contracts } from '../../src/staging/contracts/index.js';

const expected = (kind: 'incidents' | 'observations', name: string, format?: readonly string[]) => {
  const column = contracts[kind].columns.find((c) => c.name === name)!;
  const mapping = { columns: new Map([[name, { from: name, format }]]), needed: [], missing: [] };
  return describeFault(column, 'unreadable', mapping).params.expected;
};

it.each([
  [['day_or_month_first'], 'D/M/YYYY | M/D/YYYY'],
  [['japanese'], '令和8年4月1日 / 2026/4/1'],
  [['iso', 'japanese', '%d.%m.%Y'], 'ISO 8601, 令和8年4月1日 / 2026/4/1, %d.%m.%Y'],
])('a time of %j is expected as %s', (format, words) => {
  expect(expected('incidents', 'occurred_at', format)).toBe(words);
});

it('a month is expected as months are written', () => {
  expect(expected('observations', 'month', ['iso', 'japanese'])).toBe('YYYY-MM, 令和8年4月 / 2026/4');
});

it('no keyword of the configuration is shown', () => {
  for (const keyword of formatKeywords)
    for (const shown of [
      expected('incidents', 'occurred_at', [keyword]),
      expected('observations', 'month', [keyword]),
    ])
      expect(shown).not.toBe(keyword);
});
