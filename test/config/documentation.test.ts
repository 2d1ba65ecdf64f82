/** What is published about kado.yaml and files of corrections agrees with their schemas. UPDATE=1 writes it anew (never in CI). */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { branches, configJsonSchema, correctionsJsonSchema } from '../../src/config/jsonSchema.js';
import { readConfig } from '../../src/config/load.js';
import { configReference, correctionReference } from '../../src/config/reference.js';
import { scalarFunctions } from '../../src/duckdb/functions.js';
import { read, smallest } from './reading.js';

const schemaFile = new URL('../../kado.schema.json', import.meta.url);
const docsFile = new URL('../../docs/configuration.md', import.meta.url);
const update = process.env.UPDATE === '1' && !process.env.CI;

const schema = configJsonSchema();
const mappings = [schema, ...Object.values(schema.definitions ?? {})];

describe('kado.schema.json', () => {
  it('is the schema', () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (update) writeFileSync(schemaFile, text);
    expect(readFileSync(schemaFile, 'utf8')).toBe(text);
  });
  it('describes every key', () => {
    const bare = mappings.flatMap(({ properties = {} }) =>
      Object.entries(properties).filter(([, p]) => !p.description),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });
  it('lets editors accept unquoted numbers where texts are read as written', () => {
    const company = branches(schema, schema.definitions?.source?.properties?.company);
    expect(company[0]?.type).toEqual(['string', 'number', 'boolean']);
  });
  it('states the defaults', () => {
    const defaults = Object.entries(schema.properties ?? {}).map(([key, { default: value }]) => [key, value]);
    expect(Object.fromEntries(defaults)).toMatchObject({
      fiscal_year_start: 4,
      max_reject_rate: 0.05,
      currency: 'JPY',
    });
  });
});

describe('docs/configuration.md', () => {
  it('has the tables of the schema', () => {
    const [before, rest] = readFileSync(docsFile, 'utf8').split('<!-- keys -->\n');
    const after = rest?.split('<!-- /keys -->')[1];
    const text = `${before}<!-- keys -->\n${configReference()}<!-- /keys -->${after}`;
    if (update) writeFileSync(docsFile, text);
    expect(readFileSync(docsFile, 'utf8')).toBe(text);
  });
  it('says in words what a number may be', () => {
    const docs = readFileSync(docsFile, 'utf8');
    expect(docs).toContain('| `units` | mapping to number above 0 |');
    expect(docs).not.toMatch(/undefined|\de-\d/);
  });
  it('names every key', () => {
    const docs = readFileSync(docsFile, 'utf8');
    const keys = mappings.flatMap(({ properties = {} }) => Object.keys(properties));
    expect(keys.filter((key) => !docs.includes(`\`${key}\``))).toEqual([]);
  });
  it('lists every function that an expression may call', () => {
    const [, section = ''] =
      /## Functions\n.*?has them:(.*?)\n## /s.exec(readFileSync(docsFile, 'utf8')) ?? [];
    const listed = [...section.matchAll(/`([a-z][a-z0-9_]*)`/g)].map(([, name]) => name);
    // Of LIKE … ESCAPE, the parser makes functions of its own.
    const words = [...scalarFunctions].filter((name) => /^[a-z]/.test(name) && !name.endsWith('_escape'));
    expect(listed.sort()).toEqual(words.sort());
  });
  it('shows examples that are valid and links that lead somewhere', () => {
    const docs = readFileSync(docsFile, 'utf8');
    const examples = [...docs.matchAll(/```yaml\n(.*?)```/gs)]
      .map(([, yaml]) => yaml ?? '')
      .filter((yaml) => parse(yaml));
    expect(examples).toHaveLength(3);
    for (const yaml of examples)
      expect(read(yaml, { EXPORTS: '/x' }).sources.incidents.length).toBeGreaterThan(0);
    const headings = [...docs.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
      text!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const [, target] of docs.matchAll(/\]\(#(.*?)\)/g)) expect(headings).toContain(target);
  });
});

describe('corrections.schema.json', () => {
  const file = new URL('../../corrections.schema.json', import.meta.url);
  const own = correctionsJsonSchema();
  it('is the schema', () => {
    const text = `${JSON.stringify(own, null, 2)}\n`;
    if (update) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
  it('describes every key', () => {
    const properties = Object.entries(own.definitions?.correction?.properties ?? {});
    expect(properties.length).toBeGreaterThan(9);
    expect(properties.filter(([, p]) => !p.description)).toEqual([]);
  });
});

describe('docs/corrections.md', () => {
  const file = new URL('../../docs/corrections.md', import.meta.url);
  it('has the table of the schema', () => {
    const [before, rest] = readFileSync(file, 'utf8').split('<!-- keys -->\n');
    const after = rest?.split('<!-- /keys -->')[1];
    const text = `${before}<!-- keys -->\n${correctionReference()}<!-- /keys -->${after}`;
    if (update) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
  it('shows an example that is valid', () => {
    const [, example] = /```yaml\n(.*?)```/s.exec(readFileSync(file, 'utf8')) ?? [];
    const bytes = (text: string) => new TextEncoder().encode(text);
    const config = readConfig(bytes(`${smallest}corrections: x\n`), 'kado.yaml', '/project', {}, () =>
      bytes(example ?? ''),
    );
    expect(config.corrections?.entries).toHaveLength(3);
  });
});
