/** docs/inputs.md, docs/presets.md, docs/metrics.md, docs/errors.md and docs/commands.md are written from the code. UPDATE=1 writes them anew (never in CI). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../src/cli/commandLine.js';
import type { Entry } from '../src/errors/entry.js';
import { catalogue } from '../src/errors.js';
import { marts } from '../src/marts/index.js';
import type { Measure, Metric } from '../src/metrics/metric.js';
import { metrics } from '../src/metrics/registry.js';
import { riskMarts } from '../src/risk/index.js';
import type { ColumnType } from '../src/staging/contract.js';
import { contracts } from '../src/staging/contracts/index.js';
import { formatsDoc } from './formats/formatsDoc.js';
import { presetsDoc } from './presets/presetsDoc.js';
import { readPresetSchemes } from './schemes/presetSchemes.js';
import { schemesDoc } from './schemes/schemesDoc.js';

const update = process.env.UPDATE === '1' && !process.env.CI;
const generated = (by: string): string =>
  `<!-- Written from ${by} by \`UPDATE=1 npx vitest run test/documentation.test.ts\`; don't edit. -->\n`;
/** Safe within a table's cell and outside of code: no bar, no tag. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');

const directions = {
  lower_is_better: 'lower is better',
  higher_is_better: 'higher is better',
  neither: 'neither way is better',
} as const;

const chartWords = { count: 'of counts', value: 'of individual values' } as const;

function madeFrom(measure: Measure): string {
  const where = 'where' in measure && measure.where ? ` where \`${measure.where}\`` : '';
  switch (measure.kind) {
    case 'pooled':
      return `\`mart.${measure.mart}\`, \`${measure.value}\`${where}${measure.whenNone === null ? '; not applicable without a row' : ''}`;
    case 'ratio':
      return `\`mart.${measure.mart}\`, \`${measure.numerator}\` ÷ \`${measure.denominator}\`${where}; not applicable without a row`;
    case 'worked_out':
      return `\`mart.${measure.mart}\`${where}`;
    default:
      return `running sum of \`${measure.of}\` within the fiscal year`;
  }
}

function metricSection(m: Metric): string {
  const from = madeFrom(m.measure);
  const needs = m.needs
    ? m.needs
        .split('&')
        .map((any) => any.replace(/[^|]+/g, '`$&`').replaceAll('|', ' or '))
        .join(', and ')
    : 'nothing optional';
  const breakdowns = m.breakdowns.map((b) => `\`${b}\``).join(', ') || 'none';
  return [
    `## ${m.id}\n\n**${m.name.en}** · ${m.name.ja}\n\n${cell(m.definition.en)}\n\n${cell(m.definition.ja)}\n\n`,
    table(
      ['', ''],
      [
        ['unit', `${m.unit}; ${directions[m.direction]}`],
        ['one value per', m.grain.en],
        ['formula', cell(m.formula)],
        ['computed from', cell(from)],
        ['breakdowns', breakdowns],
        ['needs', needs],
        ...(m.headline ? [['control chart', chartWords[m.headline.chart]]] : []),
        ['source', cell(m.source)],
      ],
    ),
  ].join('');
}

const metricsDoc = (): string =>
  [
    `# Metrics\n\n${generated('src/metrics/registry.ts and src/marts')}\nEvery figure in the report and in \`figures.csv\` is one of these. Above a system, the contributing rows are pooled.\n`,
    ...metrics.map(metricSection),
    '## Marts\n\nThe tables that figures are computed from, in the order in which they are built.\n\n' +
      table(
        ['mart', 'grain'],
        [...marts, ...riskMarts].map((m) => [`\`mart.${m.name}\``, m.grain.en]),
      ),
  ].join('\n');

const typeWords = (type: ColumnType): string => {
  switch (type.is) {
    case 'oneOf':
      return type.values.map((v) => `\`${v}\``).join(' / ');
    case 'integer':
      return `integer${type.min === undefined ? '' : `, ${type.min}–${type.max ?? '…'}`}`;
    case 'number':
      return `number${type.min === undefined ? '' : `, at least ${type.min}`}`;
    case 'minutes':
      return `length of time in minutes${type.min === undefined ? '' : `, at least ${type.min}`} (also 1:30, 90分, 1時間30分, PT1H30M)`;
    case 'time':
      return 'time: ISO 8601, 2026/4/1 9:05, 令和8年4月1日 …, or the `format` of its mapping';
    case 'date':
      return 'day: ISO 8601, 2026/4/1, 令和8年4月1日 …, or the `format` of its mapping';
    case 'month':
      return 'month: 2026-04, 2026/4, 2026年4月 …, or the `format` of its mapping';
    case 'boolean':
      return '`true` / `false` (also 1/0, yes/no, ○/×, はい/いいえ, 有/無, 済/未)';
    default:
      return type.is;
  }
};

const inputsDoc = (): string =>
  [
    `# Inputs\n\n${generated('src/staging/contracts and test/formats/formatsDoc.ts')}\n${formatsDoc}\nThe columns that Kado knows, by kind of input. An export with exactly these headers needs no mapping; every other maps its own columns to these (\`columns\` in \`kado.yaml\`). What reads as what stands in [values.md](values.md). **Bold** columns are required; of the kinds, only systems and incidents are.\n\nKado が知る列です。見出しがこの通りの書き出しは対応付けが要りません。それ以外は \`kado.yaml\` の \`columns\` で対応させます。値の読み方は [values.md](values.md) にあります。**太字**は必須です。種類として必須なのは systems と incidents だけです。\n`,
    ...Object.values(contracts).map((contract) =>
      [
        `## ${contract.kind}\n\n${contract.grain.en}. ${contract.grain.ja}。 Key: ${contract.key.map((k) => `\`${k}\``).join(', ')}.\n\n`,
        table(
          ['column', 'type or values'],
          contract.columns.map((c) => [
            c.required ? `**\`${c.name}\`**` : `\`${c.name}\``,
            typeWords(c.type),
          ]),
        ),
      ].join(''),
    ),
  ].join('\n');

const exits = {
  1: 'the data or a snapshot has problems',
  2: 'wrong use or configuration',
  3: 'the environment lacks something',
};
const entries = Object.entries(catalogue as Record<string, Entry>);
const errorsDoc = (): string =>
  [
    `# Messages\n\n${generated('src/errors')}\nEach has a code (\`code\` in the log of \`--json\`), a message and a hint. \`{…}\` stands for what was found. A message that ends the run decides the exit code; as a warning it doesn't.\n`,
    ...([1, 2, 3] as const).map(
      (exit) =>
        `## Exit code ${exit}: ${exits[exit]}\n\n` +
        table(
          ['code', 'message', 'hint'],
          entries
            .filter(([, e]) => e.exit === exit)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([code, { en, ja }]) => [
              `\`${code}\``,
              `${cell(en[0])}<br>${cell(ja[0])}`,
              `${cell(en[1])}<br>${cell(ja[1])}`,
            ]),
        ),
    ),
  ].join('\n');

const commands = commandLine(() => async () => {}).commands;
const usage = (c: Command): string =>
  [
    'kado',
    c.name(),
    ...c.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`)),
  ].join(' ');
const optionsOf = (c: Command): string[][] => c.options.map((o) => [`\`${o.flags}\``, cell(o.description)]);
/** Options that most commands share are listed once. */
const shared = optionsOf(commands[0]!);
const isShared = ([flags]: readonly string[]): boolean => shared.some(([known]) => known === flags);

function commandSection(c: Command): string {
  const own = optionsOf(c).filter((o) => !isShared(o));
  const missing = shared.filter(([flags]) => !optionsOf(c).some(([known]) => known === flags));
  return [
    `## \`${usage(c)}\`\n\n${cell(c.description())}.\n`,
    own.length ? `\n${table(['option', 'does'], own)}` : '',
    missing.length ? `\nOf the shared options, not ${missing.map(([flags]) => flags).join(', ')}.\n` : '',
  ].join('');
}

const commandsDoc = (): string =>
  [
    `# Commands\n\n${generated('src/cli/commandLine.ts')}\nExit codes: 0 done · 1 ${exits[1]} · 2 ${exits[2]} · 3 ${exits[3]} · 130 interrupted. Results go to stdout, diagnostics to stderr.\n`,
    `## Shared options\n\n${table(['option', 'does'], shared)}`,
    ...commands.map(commandSection),
  ].join('\n');

const docs: readonly (readonly [name: string, text: string])[] = [
  ['metrics', metricsDoc()],
  ['errors', errorsDoc()],
  ['commands', commandsDoc()],
  ['inputs', inputsDoc()],
  ['presets', presetsDoc(generated('loaders/presets'))],
  ['schemes', schemesDoc(generated('src/schemes/presets'), await readPresetSchemes())],
];
describe('the documentation', () => {
  it.each(docs)('docs/%s.md is what the code says', (name, text) => {
    const file = new URL(`../docs/${name}.md`, import.meta.url);
    if (update) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });
  it.each(['README.md', 'README.ja.md'])('%s leads only to files that the package has', (readme) => {
    const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    const packed = (target: string): boolean =>
      files.some((f) => f === target || (f.includes('*') && f === target.replace(/[^/]*(?=\.\w+$)/, '*')));
    const targets = [...read(readme).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
    expect(targets.length).toBeGreaterThan(10);
    const dead = targets.filter((t) => !packed(t) || !existsSync(new URL(`../${t}`, import.meta.url)));
    expect(dead).toEqual([]);
  });
  it('has every metric, mart, code and command', () => {
    const [metric, error, command] = docs.map(([, text]) => text);
    expect(metrics.filter((m) => !metric!.includes(`\n## ${m.id}\n`))).toEqual([]);
    expect(marts.filter((m) => !metric!.includes(`| \`mart.${m.name}\` |`))).toEqual([]);
    expect(entries.filter(([code]) => !error!.includes(`| \`${code}\` |`))).toEqual([]);
    expect(commands.filter((c) => !command!.includes(`\n## \`kado ${c.name()}`))).toEqual([]);
  });
});
