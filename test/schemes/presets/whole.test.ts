/** Each preset is whole: the survey's seven companies, every text in both languages, targets as schemes.md has them. */
import { expect, it } from 'vitest';
import { readPresetSchemes } from '../presetSchemes.js';

const presets = await readPresetSchemes();

it('there are the seven of the survey', () => {
  expect(presets.map(({ id }) => id)).toEqual([
    'finance-a',
    'finance-b',
    'finance-c',
    'manufacturing-f',
    'manufacturing-g',
    'transport-d',
    'transport-e',
  ]);
});

/** Every mapping with a text in one language, with its path. */
function textsOf(value: unknown, path = ''): [path: string, names: Record<string, unknown>][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ja' in value || 'en' in value) return [[path, value as Record<string, unknown>]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

it.each(presets)('$id has every text in both languages, and what the survey tells', (scheme) => {
  const texts = textsOf(scheme);
  expect(texts.length).toBeGreaterThan(15);
  const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
  for (const [path, { ja, en }] of texts) {
    expect(ja, path).toEqual(expect.stringMatching(japanese));
    expect(en, path).toEqual(expect.stringMatching(/[A-Za-z]/));
    expect(en, path).not.toMatch(japanese);
  }
  expect(scheme.survey).toBeDefined();
  expect(scheme.severity.grades.every(({ note }) => note !== undefined)).toBe(true);
  // Nothing is the company's own in a preset: whose it is, is said.
  const origins = [scheme.importance, scheme.severity, ...scheme.targets.rules].map(({ origin }) => origin);
  expect(origins).not.toContain('company');
});

it('whether importance drives targets is as the survey has it: A and D yes, F and G no, of the others it says nothing', () => {
  expect(Object.fromEntries(presets.map(({ id, importance }) => [id, importance.drivesTargets]))).toEqual({
    'finance-a': true,
    'finance-b': null,
    'finance-c': null,
    'manufacturing-f': false,
    'manufacturing-g': false,
    'transport-d': true,
    'transport-e': null,
  });
});

it("caps of the schemes' own: D critical 0 and heavy below last year, E level 3 not above last year's", () => {
  const rules = presets.flatMap(({ id, targets }) =>
    targets.rules.map((r) => [id, r.grade, r.cap ?? null, r.lessThanLastYear ?? null]),
  );
  expect(rules).toEqual([
    ['transport-d', 'critical', 0, null],
    ['transport-d', 'heavy', null, 1],
    ['transport-e', '3', null, 0],
  ]);
});

it('critical and heavy records must hold all of Figure 2-5, the others the least', () => {
  for (const { requiredFields } of presets)
    expect(requiredFields).toEqual({
      critical: 'all',
      heavy: 'all',
      other: [
        'incident_id',
        'system_id',
        'occurred_at',
        'detected_at',
        'restored_at',
        'symptom',
        'product_class',
        'process_class',
        'provisional_fix',
      ],
    });
});
