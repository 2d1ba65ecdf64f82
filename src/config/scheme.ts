/** A classification scheme as YAML writes it: in kado.yaml under `schemes`, and in the presets. Whether it is whole is told after `extends`. */
import { z } from 'zod';
import { names, rule, text, textRule, trueOrFalse, wholeNumber } from './fields.js';

/** The largest cap that is no typing error. */
const largestCap = 1_000_000;
const classNames = ['critical', 'heavy', 'other'] as const;

const origin = () =>
  z
    .enum(['survey', 'kado', 'company'])
    .optional()
    .describe(
      "Whose rule it is: the survey's, Kado's default, or the company's own (as in kado.yaml, unless it says otherwise).",
    );

const score = z
  .strictObject({
    id: textRule((value) => /^[A-Za-z][A-Za-z0-9_]*$/.test(value), 'config_score_id').describe(
      'By this name the scores and rules after it refer to it: a letter, then letters, digits and _.',
    ),
    name: names().describe('What it is called in the report.'),
    is: text().describe('One scalar SQL expression over the columns and the scores before it.'),
  })
  .meta({ id: 'score', description: 'A named intermediate value.' });

const classRule = z
  .strictObject({
    class: z.enum(classNames).describe('The group class.'),
    when: text().describe('Boolean SQL expression; the first that holds decides.'),
  })
  .meta({ id: 'class_rule', description: "A rule of a grade's group class." });

const grade = z
  .strictObject({
    id: text().describe('The grade, as figures name it (`grade:<id>`).'),
    name: names().describe('What it is called in the report.'),
    when: text().describe(
      'Boolean SQL expression over the columns and scores. Grades are tried in their order; where one before it cannot be told, for want of a value, the incident has no grade.',
    ),
    class: z
      .union([z.array(classRule).min(1), z.enum(classNames)])
      .describe('Its group class, or rules for it.'),
    note: names().optional().describe('In words, what the rule asks for.'),
    origin: origin(),
  })
  .meta({ id: 'grade', description: 'One grade of severity.' });

const capRule = z
  .strictObject({
    grade: text().describe("A grade's id."),
    cap: wholeNumber(0, largestCap).optional().describe("The year's most, a fixed number."),
    less_than_last_year: wholeNumber(0, largestCap)
      .optional()
      .describe("The year's most is last year's actual less so many, never below 0."),
    origin: origin(),
  })
  .refine(
    (value) => (value.cap === undefined) !== (value.less_than_last_year === undefined),
    rule('config_cap_rule'),
  )
  .meta({
    id: 'cap_rule',
    description: 'A cap that the scheme itself sets; a row of `targets` takes its place.',
  });

const fields = () => z.union([z.array(text()), z.enum(['all'])]).optional();

const requiredFields = z
  .strictObject({
    critical: fields().describe('Columns of the incident record, or `all`.'),
    heavy: fields().describe('Columns of the incident record, or `all`.'),
    other: fields().describe('Columns of the incident record, or `all`.'),
  })
  .meta({ id: 'required_fields', description: 'What the record of an incident must hold, by group class.' });

const survey = z
  .strictObject({
    importance: names().describe('How it groups its systems.'),
    drives_targets: names().describe('Whether importance drives its targets.'),
    severity: names().describe('How it grades incidents.'),
    set_by: names().describe('Who sets its targets.'),
    target: names().describe('What its targets are.'),
    attained: names().describe('How it judges whether they are met.'),
    reported: names().describe('How it reports upward.'),
  })
  .meta({
    id: 'survey',
    description: 'What the survey tells of the company from which a preset is taken. Presets have it.',
  });

const importance = z
  .strictObject({
    level: text()
      .optional()
      .describe(
        "Integer 1–4, 4 highest: one scalar SQL expression over the columns of the system's profile.",
      ),
    origin: origin(),
    drives_targets: trueOrFalse()
      .nullable()
      .optional()
      .describe('Whether targets depend on it; null where the source does not say.'),
    note: names().optional().describe('What the report says of it.'),
  })
  .meta({ id: 'scheme_importance', description: 'The importance of a system.' });

const severity = z
  .strictObject({
    scores: z.array(score).optional().describe('Named intermediate values, each over the ones before it.'),
    grades: z.array(grade).min(1).optional().describe('The grades, gravest first.'),
    origin: origin(),
    note: names().optional().describe('What the report says of it.'),
  })
  .meta({ id: 'severity', description: 'The severity of an incident.' });

const targets = z
  .strictObject({
    note: names().optional().describe('For what this kind of company sets targets.'),
    rules: z.array(capRule).optional().describe('Caps that the scheme itself sets.'),
  })
  .meta({ id: 'scheme_targets', description: 'The targets that belong to a scheme.' });

export const scheme = z
  .strictObject({
    extends: text()
      .optional()
      .describe(
        'The scheme of which it takes what it does not write: `preset` for the preset of its own id, or another id. Mappings are merged key by key, lists replaced whole. Without it the scheme must be whole.',
      ),
    name: names().optional().describe('What the scheme is called.'),
    value: names().optional().describe('What the company protects.'),
    counts: text()
      .optional()
      .describe(
        'Whether a record is an incident: boolean SQL expression over its columns; where it cannot be told, it is.',
      ),
    importance: importance.optional().describe('How important a system is.'),
    severity: severity.optional().describe('How grave an incident is.'),
    impact_factor: text()
      .optional()
      .describe('By what an hour of harm is multiplied for the impact index: one scalar SQL expression.'),
    terminal: text().optional().describe('Whether an incident was at a terminal: boolean SQL expression.'),
    targets: targets.optional().describe('The targets that belong to it.'),
    required_fields: requiredFields.optional().describe('What the record of an incident must hold.'),
    survey: survey.optional().describe('What the survey tells of the company behind a preset.'),
  })
  .meta({
    id: 'scheme',
    description: 'One classification scheme. Its expressions are held to a list of functions.',
  });

export type WrittenScheme = z.output<typeof scheme>;
