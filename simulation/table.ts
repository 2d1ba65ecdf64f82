/** The simulation's results as a table of Markdown. */
import { rules } from '../src/stats/controlChart/rules.js';
import { modelOf } from './models.js';
import type { Result } from './run.js';

const begins = '<!-- simulation -->\n';
const ends = '<!-- /simulation -->';

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}`;

/** Shares of all series, those that could not be judged among them. */
export function resultTable(results: readonly Result[], head = true): string {
  const titles = ['headline', 'process', 'month', 'judged', 'not common', 'of these worse', ...rules];
  const rows = results.map((r) => {
    const { headline, what } = modelOf(r.model);
    const shares = [r.judged, r.signals, r.up, ...rules.map((rule) => r.byRule[rule] ?? 0)];
    return [`\`${headline}\``, what, r.month, ...shares.map((n) => percent(n, r.series))];
  });
  const lines = head ? [titles, titles.map(() => '---'), ...rows] : rows;
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function fillTable(text: string, results: readonly Result[]): string {
  const [before, rest] = text.split(begins);
  return `${before}${begins}${resultTable(results)}\n${ends}${rest?.split(ends)[1]}`;
}
