/** docs/schemes.md, from the presets themselves and the words of their pages. */
import type { Names } from '../../src/config/model.js';
import { schemeWords } from '../../src/locale/schemesOf.js';
import { groupClasses, type Scheme } from '../../src/schemes/model.js';

const w = schemeWords('en');
const both = ({ ja, en }: Names): string => `${en}<br>${ja}`;
const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll('&lt;br>', '<br>')
    .replaceAll(/\s*\n\s*/g, ' ');
/** In a table's cell; a bar inside code is parted from the next cell by its backslash all the same. */
const code = (sql: string): string => `\`${sql.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')}\``;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');

function schemeSection(s: Scheme): string {
  const { severity, importance, targets, survey } = s;
  const grades = severity.grades.map((g) => [
    `\`${g.id}\``,
    cell(both(g.name)),
    cell(g.note ? both(g.note) : ''),
    code(g.when),
    typeof g.class === 'string' ? g.class : g.class.map((r) => `${r.class}: ${code(r.when)}`).join('<br>'),
    w.origins[g.origin ?? severity.origin],
  ]);
  const scores = severity.scores.map((x) => [`\`${x.id}\``, cell(both(x.name)), code(x.is)]);
  const rules = targets.rules.map(
    (r) => `- ${w.capRule(`\`${r.grade}\``, r.cap, r.lessThanLastYear)} (${w.origins[r.origin]})\n`,
  );
  const fields = groupClasses.map((c) => {
    const wanted = s.requiredFields[c];
    return [c, wanted === 'all' ? w.allFields : wanted.map((f) => `\`${f}\``).join(', ')];
  });
  const rows = Object.entries(w.surveyRows).map(([key, label]) => [
    label,
    cell(both(key === 'value' ? s.value : survey![key as keyof typeof survey])),
  ]);
  return [
    `## ${s.id}\n\n**${s.name.en}** · ${s.name.ja}\n`,
    `### ${w.severity}\n\n${severity.note.en}\n\n${severity.note.ja}\n\n${w.severityOrder[0]!.toUpperCase()}${w.severityOrder.slice(1)}.\n\n${table(['grade', 'name', 'rule', 'expression', 'group class', 'origin of the rule'], grades)}`,
    scores.length > 0
      ? `${w.scores}, ${w.scoresNote}:\n\n${table(['score', 'name', 'expression'], scores)}`
      : '',
    `### ${w.importance}\n\n${importance.note.en} (${w.origins[importance.origin]})\n\n${importance.note.ja}\n\n\`\`\`sql\n${importance.level}\n\`\`\`\n\n${w.drivesTargets}: ${w.drives[`${importance.drivesTargets}`]}.\n`,
    `### ${w.targets}\n\n${targets.note.en}\n\n${targets.note.ja}\n${rules.length > 0 ? `\n${rules.join('')}` : ''}`,
    `### ${w.fields}\n\n${table(['group class', 'fields'], fields)}`,
    `### ${w.counting}\n\n${table(
      ['', ''],
      [
        [w.counts, code(s.counts)],
        [w.impactFactor, code(s.impactFactor)],
        [w.terminal, code(s.terminal)],
      ],
    )}`,
    `### ${w.survey}\n\n${table(['', ''], rows)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

export const schemesDoc = (generated: string, schemes: readonly Scheme[]): string =>
  [
    `# Schemes\n\n${generated}\nHow a company grades systems and incidents and what it aims at. Seven presets follow the companies of a survey (IPA/SEC, 2012). The survey names each company's factors and seldom its cut points: what is marked "${w.origins.kado}" was laid down for Kado, and a company replaces what it likes (\`schemes\` in [configuration.md](configuration.md)). A company names its scheme by id.\n\nシステムと障害をどう評価し、何を目標とするかの定めです。七つの既定は、IPA/SEC の調査（2012年）の七社に沿います。調査は何で分けるかを伝えますが、線引きの数はほとんど伝えません。「${w.origins.kado}」（Kado の既定）とある数は Kado が定めたもので、会社は好きな所を置き換えられます。\n`,
    table(
      ['id', 'name', w.surveyRows.value.toLowerCase(), 'grades, gravest first'],
      schemes.map((s) => [
        `[\`${s.id}\`](#${s.id})`,
        cell(both(s.name)),
        cell(both(s.value)),
        s.severity.grades.map((g) => `\`${g.id}\``).join(' '),
      ]),
    ),
    "An expression is SQL over the columns of the incident record and of its system's profile (for importance: of the profile alone), and `impact_minutes`, `restore_minutes`, `systems_named` and `importance`, which Kado works out. It is three-valued: where a rule lacks what it needs and nothing else decides it, the incident can't be graded, and the report says for want of what.\n",
    ...schemes.map(schemeSection),
  ].join('\n');
