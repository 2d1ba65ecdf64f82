/** A scheme over its preset: what is merged, what is replaced whole, whose rule it is and at whose line it stands. */
import { describe, expect, it } from 'vitest';
import { readScheme } from '../../src/config/schemeFile.js';
import { KadoError } from '../../src/errors.js';
import { resolveScheme } from '../../src/schemes/resolve.js';
import { read, smallest } from '../config/reading.js';
import { smallScheme } from './project.js';

/** As a file of its own: a preset, whose parts say that they are Kado's. */
const preset = smallScheme
  .replaceAll('\n    ', '\n')
  .trimStart()
  .replace('importance: {', 'importance: { origin: kado,')
  .replace('severity:\n', 'severity:\n  origin: survey\n');
const presets = new Map([['small', readScheme(new TextEncoder().encode(preset), 'presets/small.yaml')]]);
const resolved = (id: string, schemes = '') => {
  const config = read(smallest + (schemes && `schemes:\n${schemes}`));
  return resolveScheme(id, { config, presets });
};

describe('a preset alone', () => {
  it('is read whole', () => {
    const { scheme, placeOf } = resolved('small');
    expect(scheme).toMatchObject({
      id: 'small',
      importance: { origin: 'kado', drivesTargets: null, note: {} },
      severity: {
        origin: 'survey',
        scores: [{ id: 'size', name: { ja: '規模', en: '規模' } }, { id: 'large' }],
      },
      targets: { note: {}, rules: [] },
      requiredFields: { critical: 'all', other: ['title', 'symptom'] },
    });
    expect(scheme.severity.grades.map((g) => g.class)).toEqual([
      'critical',
      [
        { class: 'heavy', when: 'affected_amount > 0' },
        { class: 'other', when: 'true' },
      ],
      'other',
    ]);
    expect(placeOf(['severity', 'grades', 1, 'when'])).toEqual({
      file: 'presets/small.yaml',
      line: 14,
      column: 7,
    });
  });
});

describe('a company', () => {
  const schemes = `  small:
    extends: preset
    severity:
      scores: [{ id: size, name: N, is: "1" }, { id: large, name: N, is: "true" }]
    importance: { note: ours }
    required_fields: { other: [title] }
  mine:
    extends: small
    name: { en: Mine }
    importance: { level: "1", drives_targets: true }
    targets: { rules: [{ grade: L3, cap: 0 }] }
`;
  it('replaces lists whole and merges mappings key by key', () => {
    const { scheme } = resolved('small', schemes);
    expect(scheme.severity.scores.map((s) => s.is)).toEqual(['1', 'true']);
    expect(scheme.severity.grades).toHaveLength(3);
    expect(scheme.requiredFields).toEqual({ critical: 'all', heavy: 'all', other: ['title'] });
  });
  it('answers for what it replaces, and for nothing else', () => {
    const { scheme } = resolved('small', schemes);
    expect([scheme.severity.origin, scheme.importance.origin]).toEqual(['company', 'kado']);
    expect(scheme.importance.note).toEqual({ ja: 'ours', en: 'ours' });
  });
  it('may extend its own extension', () => {
    const { scheme } = resolved('mine', schemes);
    expect(scheme.name).toEqual({ ja: '小さな体系', en: 'Mine' });
    expect(scheme.importance).toMatchObject({ level: '1', origin: 'company', drivesTargets: true });
    expect(scheme.targets.rules).toEqual([
      { grade: 'L3', cap: 0, lessThanLastYear: undefined, origin: 'company' },
    ]);
    expect(scheme.severity.scores[0]!.is).toBe('1');
  });
  it('finds each part where it was written', () => {
    const { placeOf, keyOf } = resolved('mine', schemes);
    const told = (...path: (string | number)[]) => {
      const { file, line } = placeOf(path);
      return `${file}:${line} ${keyOf(path)}`;
    };
    expect(told('importance', 'level')).toBe('kado.yaml:14 schemes.mine.importance.level');
    expect(told('severity', 'scores', 1, 'is')).toBe('kado.yaml:8 schemes.small.severity.scores[1].is');
    expect(told('severity', 'grades', 0, 'when')).toBe('presets/small.yaml:11 severity.grades[0].when');
    // Beyond its own list's end too: lists are replaced whole.
    expect(told('severity', 'scores', 2, 'is')).toBe('kado.yaml:8 schemes.small.severity.scores[2].is');
    expect(told('counts')).toBe('presets/small.yaml:3 counts');
  });
  it('may replace a preset by a whole scheme of the same id', () => {
    expect(() => resolved('small', '  small: { name: Half }\n')).toThrow(KadoError);
  });
});
