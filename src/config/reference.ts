/** The tables of keys in docs/configuration.md and docs/corrections.md, from the schemas' own descriptions. */
import { configJsonSchema, correctionsJsonSchema, type JsonSchema } from './jsonSchema.js';

/** For headings. */
const driverNames = {
  caps: 'yearly caps',
  signal: 'signals in incidents',
  harm: 'harm',
  open: 'open and overdue',
  capacity: 'capacity',
  service_levels: 'service levels',
  changes: 'changes',
  suppliers: 'suppliers',
  observations: 'observations',
  profile: 'profile',
  drills: 'drills and switch-over tests',
  register: 'risk register',
} as const;

/** The mappings below the top level in reading order, and what each one is called in a heading. */
const sections: readonly (readonly [id: string, heading: string])[] = [
  ['sources', 'sources: the kinds of input'],
  ['source', 'source: one export'],
  ['covers', 'covers: what an export holds'],
  ['column', 'column: where its values come from'],
  ['keep_last', 'keep_last: event logs'],
  ['order', 'order: a column of keep_last.order'],
  ['company', 'company: one of companies'],
  ['scheme', 'scheme: one of schemes'],
  ['survey', 'survey: what a preset stands on'],
  ['scheme_importance', 'importance: of a system'],
  ['severity', 'severity: of an incident'],
  ['score', 'score: one of severity.scores'],
  ['grade', 'grade: one of severity.grades'],
  ['class_rule', "class_rule: one of a grade's class"],
  ['scheme_targets', 'targets: of a scheme'],
  ['cap_rule', 'cap_rule: one of targets.rules'],
  ['required_fields', 'required_fields: of a record'],
  ['risk', 'risk: rules of judging risk'],
  ['cap_status', 'cap_status: when a cap is at risk'],
  ['drivers', 'drivers: what levels are made from'],
  ...Object.entries(driverNames).map(([id, name]) => [`driver_${id}`, `drivers.${id}: ${name}`] as const),
  ['roll_up', 'roll_up: from systems upward'],
  ['escalation_rule', 'escalation_rule: one of escalation'],
  ['external', 'external: services from outside'],
  ['concentration', 'concentration: too much behind one supplier'],
  ['names', 'names: texts in both languages'],
  ['safe_operation', 'safe_operation: incidents per software investment'],
  ['signals', 'signals: control charts'],
  ['rebase', 'rebase: new limits for one chart'],
  ['limits', 'limits: when a profile is old and a drill due'],
  ['regulator', 'regulator: when reports to it are due'],
  ['edition', 'edition: one of editions'],
];

/** Markdown: a table per mapping with key, form, default and description. */
export function configReference(): string {
  const root = configJsonSchema();
  const mappings = Object.entries(root.definitions ?? {}).filter(([, node]) => node.properties);
  const untold = mappings.map(([id]) => id).filter((id) => !sections.some(([known]) => known === id));
  if (untold.length) throw new Error(`No section for ${untold.join(', ')}`);
  const parts = sections.map(([id, heading]) => section(heading, root.definitions?.[id] ?? {}));
  return [section('Top level', root), ...parts].join('\n');
}

/** Markdown: the one table of a correction's keys. */
export const correctionReference = (): string =>
  section('correction: one value of one row', correctionsJsonSchema().definitions?.correction ?? {});

function section(heading: string, node: JsonSchema): string {
  const intro =
    heading === 'Top level' ? [] : [node.description ?? ''].filter(Boolean).map((text) => `${text}\n`);
  const rows = Object.entries(node.properties ?? {}).map(([key, value]) => {
    const required = node.required?.includes(key)
      ? 'required'
      : value.default === undefined
        ? ''
        : code(value.default);
    return `| \`${key}\` | ${form(value)} | ${required} | ${cell(value.description ?? '')} |`;
  });
  const table = ['| key | form | default | what it says |', '|---|---|---|---|', ...rows, ''];
  return [`### ${heading}\n`, ...intro, ...table].join('\n');
}

function form(node: JsonSchema): string {
  const reference = node.$ref?.replace('#/definitions/', '');
  if (reference === 'source_list') return `[source](#${anchor('source')}), a path, or a list of these`;
  if (reference) return `[${reference}](#${anchor(reference)})`;
  const alternatives = node.anyOf ?? node.allOf; // a reference with a description stands in allOf
  if (alternatives) return alternatives.map(form).join(' or ');
  if (node.enum) return node.enum.map(code).join(' ');
  if (node.items) return `list of ${form(node.items)}`;
  if (Array.isArray(node.type)) return 'text';
  if (node.type === 'integer' || node.type === 'number') return `number ${range(node)}`;
  if (node.type === 'boolean') return '`true` `false`';
  if (node.type !== 'object') return code(null);
  const { additionalProperties: rest } = node;
  return typeof rest === 'object' && Object.keys(rest).length ? `mapping to ${form(rest)}` : 'mapping';
}

/** Bounds as the schema has them: from and to, or what the number is above. */
const range = ({ minimum, maximum, exclusiveMinimum }: JsonSchema): string =>
  exclusiveMinimum === undefined ? `${minimum}–${maximum}` : `above ${exclusiveMinimum}`;

/** GitHub's anchor of a heading: lower case, punctuation away, spaces to hyphens. */
function anchor(id: string): string {
  const heading = sections.find(([known]) => known === id)?.[1] ?? id;
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');
