/** How levels are made, as configured: so that a reader can work out every one by hand. */
import type { RiskDriverRule } from '../../config/model.js';
import { fallingInputs } from '../../config/risk.js';
import { type Html, html } from '../../html.js';
import { levelKeys } from '../../locale/risk.js';
import { riskWords } from '../../locale/riskOf.js';
import { whyWords } from '../../locale/whyOf.js';
import { isBounds } from '../../risk/why.js';
import type { View } from '../view.js';
import { section, table, textCell } from './section.js';

export function riskMethods(view: View): Html {
  const w = whyWords(view.locale).methods;
  const { risk } = view.data.config;
  const { drivers, importance, levels } = riskWords(view.locale);
  const escalation = risk.escalation.map((r) => ({ ...r, level: levels[levelKeys[r.level]!] }));
  const rows = Object.entries(risk.drivers).flatMap(([driver, rule]) => {
    const inputs = Object.entries(rule.inputs);
    const name = drivers[driver] ?? driver;
    return inputs.map(
      ([input, levels], i) =>
        html`<tr><th scope="row">${i === 0 ? name : html`<span class="quiet">${name}</span>`}${i === 0 && !rule.used && html` <small>${w.unused}</small>`}</th>${textCell(w.columns.input, w.inputs[input] ?? input, true)}${textCell(w.columns.levels, levelsOf(view, input, levels), true)}<td class="num" data-label="${w.columns.weight}">${i === 0 && plain(rule.weight)}</td>${textCell(w.columns.required, i === 0 ? (rule.required ? view.words.yes : view.words.no) : '')}</tr>`,
    );
  });
  const { share } = risk.rollUp;
  return section(
    'risk',
    w.section,
    w.note,
    html`<p>${w.lead}</p>
${table(
  [
    { label: whyWords(view.locale).columns.driver },
    { label: w.columns.input },
    { label: w.columns.levels },
    { label: w.columns.weight, numeric: true },
    { label: w.columns.required },
  ],
  rows,
)}
<p>${w.score}</p>
<p>${w.factors(
      risk.importanceFactors.map(plain),
      ([1, 2, 3, 4] as const).map((i) => importance[i]),
      risk.unknownImportance,
    )}</p>
<p>${w.rollUp(risk.rollUp.less, share === null ? null : view.format.percent(share, Number.isInteger(share * 100) ? 0 : 1))}</p>
<p>${w.escalation(escalation, plain(risk.decisionDays))}</p>`,
  );
}

/** As the configuration writes it. */
const plain = (value: number): string => String(value);

/** From which value on each level is reached, or which findings are at it; what is never reached is left out. */
function levelsOf(view: View, input: string, rule: RiskDriverRule['inputs'][string]): string {
  const words = whyWords(view.locale);
  const { levels } = riskWords(view.locale);
  if (isBounds(rule)) {
    const kind = fallingInputs.has(input) ? 'down_to' : 'from';
    const texts = rule.flatMap((bound, i) =>
      bound === null ? [] : [words.threshold({ input, kind, level: i + 1, bound })],
    );
    return texts.join(' · ') || words.methods.never;
  }
  return Object.entries(rule)
    .map(([finding, level]) => `${words.methods.findings[finding] ?? finding}: ${levels[levelKeys[level]!]}`)
    .join(' · ');
}
