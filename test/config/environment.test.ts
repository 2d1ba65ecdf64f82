import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/errors.js';
import { problemsOf, read, smallest, told } from './reading.js';

const yaml = smallest.replace('incidents.csv', () => '{ path: "${DIR}/i-${YEAR}.csv", company: "${C}" }');

describe('${NAME} in values', () => {
  it('is replaced, several times in a text, in any text, and in numbers', () => {
    const env = { DIR: 'C:\\exports', YEAR: '2026', C: '007', RATE: '0.5' };
    const config = read(`${yaml}max_reject_rate: \${RATE}\n`, env);
    const [incidents] = config.sources.incidents;
    expect(incidents).toMatchObject({ paths: ['C:/exports/i-2026.csv'], company: '007', maxRejectRate: 0.5 });
  });
  it('leaves the hash that of the file as written', () => {
    const one = read(yaml, { DIR: 'a', YEAR: '1', C: 'x' });
    expect(one.hash).toBe(read(yaml, { DIR: 'b', YEAR: '2', C: 'y' }).hash);
  });
  it('is not searched again in what was put in', () => {
    const [incidents] = read(yaml, { DIR: '${YEAR}', YEAR: '$&', C: 'x' }).sources.incidents;
    expect(incidents?.paths).toEqual(['${YEAR}/i-$&.csv']);
  });
  it('must be set, and is told once', () => {
    expect(told(`max_reject_rate: \${RATE}\n${yaml}`, { DIR: 'd', C: undefined })).toEqual([
      'config_env_missing 1:1',
      'config_env_missing 4:16',
      'config_env_missing 4:46',
    ]);
    expect(told(`title: \${toString}\n${smallest}`)).toEqual(['config_env_missing 1:1']);
  });
  it('must be a name', () => {
    expect(told(`title: a \${MY-DIR} \${} \${1A}\n${smallest}`)).toEqual(
      Array(3).fill('config_env_name 1:1'),
    );
  });
  it('stays out of messages', () => {
    const problems = problemsOf(`currency: \${SECRET}\ncompanies: [{ id: a, name: A }]\n${yaml}`, {
      SECRET: 'hunter2',
      C: 'hunter2',
      DIR: '',
      YEAR: '',
    });
    expect(problems.map(({ code }) => code)).toEqual(['config_currency', 'config_company_unknown']);
    expect(problems.map((p) => formatProblem(p, 'en')).join()).not.toContain('hunter2');
  });
});
