/** docs/availability.md's table of service hours says what is so. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readServiceHours } from '../../src/staging/typing/serviceHours.js';

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
function shown(text: string): string {
  const read = readServiceHours(text);
  if (!read) return 'not understood';
  const rules = read.rules.map(
    (r) =>
      `${r.days.join('')}${{ served: 'H', excluded: '-H', unsaid: '' }[r.holidays]} ${clock(r.from)}-${clock(r.to)}`,
  );
  return [rules.join('; '), ...read.calendars.map((c) => `@${c}`)].join(' ');
}

const doc = readFileSync(new URL('../../docs/availability.md', import.meta.url), 'utf8');
const rows = doc
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [written, served] = line.split('|').slice(1, 3) as [string, string];
    return [...written.matchAll(/`([^`]+)`/g)].map(
      ([, text]) => [text!, served.replaceAll('`', '').trim()] as const,
    );
  });

describe('service hours', () => {
  it('of the documentation are many', () => {
    expect(rows.length).toBeGreaterThan(60);
  });
  it.each(rows)('%s: %s', (text, served) => {
    expect(shown(text)).toBe(served);
  });
  it.each([
    '',
    ' ',
    ';',
    '\u0000',
    'weekdays 08:00-20:00;;@',
    `weekdays ${'0'.repeat(5000)}`,
    '('.repeat(5000),
  ])('of nothing, or nonsense, are not understood: %j', (text) => {
    expect(readServiceHours(text)).toBeUndefined();
  });
  it('of a long text are refused in no time', () => {
    const start = performance.now();
    for (const text of [
      `mon${' ,mon'.repeat(20_000)}`,
      `mon ${'08:00-09:00,'.repeat(20_000)}x`,
      `${' '.repeat(50_000)}x`,
      ` @${'a'.repeat(50_000)};`,
      `${' @a'.repeat(20_000)};x`,
    ])
      expect(readServiceHours(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
