/** docs/presets.md: what each preset knows, from the presets themselves, with lines that presets.test.ts has tried. */
import { usualCaps } from '../../loaders/caps.js';
import { presets } from '../../loaders/presets/index.js';
import { formatsOf, type Preset } from '../../loaders/presets/preset.js';
import { cases } from './cases.js';

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const codes = (texts: readonly string[], between = ', '): string => texts.map(code).join(between);
const number = (n: number): string => n.toLocaleString('en-US');

/** A keyword that is no strptime format. */
const keywords: Readonly<Record<string, string>> = {
  day_or_month_first:
    'numbers only, day or month first: told by the whole column, or asked for (`day_or_month_first`)',
};

function columnRow(preset: Preset, name: string): string {
  const known = preset.columns[name]!;
  if ('parts' in known)
    return `| ${code(name)} | ${known.parts.map((names) => codes(names, ' or ')).join(' and ')}, together | |`;
  const forms = (known.format ?? []).map((f) => keywords[f] ?? code(f));
  const notes = [
    forms.length > 0 ? forms.join(', ') : '',
    known.timezone ? `times without a zone are ${known.timezone}, whatever the \`format\`` : '',
    known.map ? 'see below' : '',
  ].filter(Boolean);
  return `| ${code(name)} | ${codes(known.from)} | ${notes.join('; ')} |`;
}

function mapText(preset: Preset): string {
  const parts = Object.entries(preset.columns).flatMap(([name, known]) => {
    if ('parts' in known || !known.map) return [];
    const byMeaning = new Map<string, string[]>();
    for (const [from, to] of Object.entries(known.map))
      byMeaning.set(to, [...(byMeaning.get(to) ?? []), from]);
    const lines = [...byMeaning].map(([to, from]) => `${codes(from)} → ${to === '' ? 'missing' : code(to)}`);
    return [`${code(name)}: ${lines.join(' · ')}.`];
  });
  return parts.length > 0 ? `\n${parts.join('\n\n')}\n` : '';
}

function snippet(preset: Preset): string {
  const own = cases.filter((c) => c.preset === preset.name);
  const lines = own.find((c) => c.told)?.told ?? own.filter((c) => c.source).at(-1)?.source ?? [];
  const ending = preset.formats ? 'json' : 'csv';
  const path = preset.nameFrom ? `exports/${preset.name}/*.${ending}` : `exports/${preset.name}.${ending}`;
  const source = [`- path: ${path}`, ...[`preset: ${preset.name}`, ...lines].map((line) => `  ${line}`)];
  return `\n\`\`\`yaml\nsources:\n  ${preset.kind}:\n${source.map((line) => `    ${line}\n`).join('')}\`\`\`\n`;
}

const whereExample = (column: string): string =>
  `'"${column}" = ''${/^[\u0000-\u007f]+$/.test(column) ? 'Bug' : '障害'}'''`;

function section(preset: Preset): string {
  const facts = [
    `kind: ${code(preset.kind)}`,
    `files: ${formatsOf(preset).join(', ')}`,
    preset.missing.length > 0 ? `missing: ${codes(preset.missing)}` : '',
    preset.sorts ? `which rows are incidents: ${codes(preset.sorts)}` : '',
    preset.order.length > 0 ? `\`keep_last\` by: ${codes(preset.order.map((o) => o.column))}` : '',
    preset.caps.length > 0 ? `ends at: ${preset.caps.map(number).join(', ')} rows` : '',
    `told by: ${preset.signature.map((names) => codes(names, ' or ')).join(', ')}${preset.bare ? ' and nothing else' : ''}`,
  ].filter(Boolean);
  const [sorts] = preset.sorts ?? [];
  const decide = sorts
    ? `${code(sorts)} says what kind of record a row is, and every row is counted as an incident unless \`where\` picks those that are: \`where: ${whereExample(sorts)}\`, with the company's own word.\n\n${code(sorts)} は行の種類を示します。\`where\` で障害だけを選ばない限り、すべての行を障害として数えます。例の値は会社の言葉に置き換えてください。\n\n`
    : '';
  const rows = Object.keys(preset.columns).map((name) => columnRow(preset, name));
  return [
    `## ${preset.name}\n\n**${preset.about.en}** · ${preset.about.ja}\n\n${preset.how.en}.\n\n${preset.how.ja}。\n\n`,
    `${facts.join(' · ')}\n\n${decide}`,
    `| column | from, the first that is there | how it reads |\n| --- | --- | --- |\n${rows.join('\n')}\n`,
    mapText(preset),
    snippet(preset),
  ].join('');
}

export const presetsDoc = (generated: string): string =>
  [
    `# Presets\n\n${generated}\nWhat Kado knows of the exports of common tools: \`preset: NAME\` in a source of \`kado.yaml\`. A column that the configuration maps itself is taken from there; the preset's formats and codes stay, unless these are given too. Grades are the tool's own words: a company maps them to \`critical\`, \`heavy\` and \`other\`. A value of \`state\` that is neither Kado's nor in the preset makes its row a reject until it is mapped.\n\n\`kado init DIR --from FILE…\` says which preset an export fits, and writes a mapping to correct.\n\nA file with exactly ${usualCaps.map(number).join(', ')} rows, or as many as its tool is known to end at, is warned of: it was probably cut off.\n\nよく使われるツールの書き出しについて Kado が知っていることです。\`kado.yaml\` の source に \`preset: 名前\` と書きます。設定に書いた対応付けが優先し、形式とコードは別に書かない限り preset のものが残ります。重大度はツールの言葉のままなので、会社ごとに \`critical\`・\`heavy\`・\`other\` へ対応させます。Kado の値でも preset の値でもない \`state\` の値は、対応付けるまでその行が却下されます。\n\n\`kado init DIR --from FILE…\` は、書き出しがどの preset に合うかを示し、直して使える対応付けを書きます。\n\n行数がちょうど ${usualCaps.map(number).join('・')}、またはツールの上限と同じファイルは、途中で切れた疑いがあるとして警告します。\n`,
    ...presets.map(section),
  ].join('\n');
