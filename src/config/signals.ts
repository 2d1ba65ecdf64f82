/** `signals` in kado.yaml: when a control chart's limits are drawn anew, and why. */
import { z } from 'zod';
import { month, rule, text, textRule } from './fields.js';

const scopePattern = /^(group|company|unit|system|layer|flow|theme|supplier):./s;

const rebase = z
  .strictObject({
    scope: textRule((value) => scopePattern.test(value), 'config_scope').describe(
      'Whose chart: `group:group`, `company:a`, `unit:a-fx`, `system:S1` …, as figures.csv names scopes.',
    ),
    metric: text().describe('Of which metric, by its id (docs/metrics.md says which have a control chart).'),
    from: month().describe('The first month of the new baseline, YYYY-MM.'),
    reason: text().describe('What changed the process for good, and who decided; stands in the report.'),
  })
  .meta({ id: 'rebase', description: 'One new start of one chart.' });

const keyOf = ({ scope, metric, from }: z.output<typeof rebase>): string =>
  JSON.stringify([scope, metric, from]);

export const signals = z
  .strictObject({
    rebase: z
      .array(rebase)
      .refine((list) => new Set(list.map(keyOf)).size === list.length, rule('config_rebase_twice'))
      .default([])
      .describe('Charts whose limits are drawn anew from a month on.'),
  })
  .meta({ id: 'signals', description: 'Control charts (docs/signals.md).' });
