/** A trace as lines: the figure and why, then systems, drivers, inputs and rows, each further in; the SQL at the end. */
import { formatPlace, showValue } from '../errors.js';
import { formatsOf, nameIn } from '../locale/index.js';
import { levelKeys } from '../locale/risk.js';
import { riskWords } from '../locale/riskOf.js';
import { whyWords } from '../locale/whyOf.js';
import { metricOf } from '../metrics/registry.js';
import {
  clauseOf,
  type Speech,
  sentenceOf,
  sentenceOfScope,
  thresholdText,
} from '../pages/parts/whySentences.js';
import type { Traced } from '../publish/traceFigure.js';
import { rowsOf, titledKinds, type WhyRow } from '../risk/rows/index.js';
import type { DriverWhy, SystemWhy } from '../risk/why.js';
import { rowKey } from '../risk/whyRows.js';

/** Text of an export on a terminal: what could steer it is made visible. */
const textLimit = 400;
const safe = (text: string): string => showValue(text, textLimit);
/** The same at full length: names from exports and configuration stand in SQL too. */
const shown = (sql: string): string => showValue(sql, Number.POSITIVE_INFINITY);

export function traceText(traced: Traced, speech: Speech): string[] {
  const { trace } = traced;
  const { figure, scope, systems } = trace;
  const w = whyWords(speech.locale);
  const metric = metricOf(figure.metric);
  const why =
    scope === null ? [] : [safe(sentenceOfScope(speech, scope, (id) => nameOf(traced, speech, id)))];
  const decides = scope !== null && scope.level !== null && figure.metric === 'risk_level';
  const head =
    scope === null
      ? []
      : ['', `${decides ? w.trace.decides : w.trace.counts} (${systems.length}/${scope.systems}):`];
  return [
    `${figure.figure_id} = ${valueText(traced, speech)}`,
    ...why,
    '',
    `${metric.name[speech.locale]}`,
    `${w.trace.definition}: ${metric.definition[speech.locale]}`,
    `${w.trace.formula}: ${metric.formula}`,
    `${w.trace.source}: ${metric.source}`,
    ...head,
    ...systems.flatMap((s) => ['', ...systemLines(traced, speech, s)]),
    '',
    `${w.trace.sql}:`,
    `  ${shown(trace.query)}`,
    ...trace.steps.flatMap((step) => [
      '',
      `  -- mart.${step.mart}: ${step.grain[speech.locale]}`,
      ...step.sql.split('\n').map((line) => `  ${shown(line)}`),
    ]),
  ];
}

function valueText({ trace: { figure } }: Traced, { locale }: Speech): string {
  const { levels } = riskWords(locale);
  if (figure.value === null)
    return figure.status === 'not_applicable' ? levels.not_applicable : levels.no_data;
  const exact = String(figure.value);
  return figure.metric === 'risk_level' ? `${exact} (${levels[levelKeys[figure.value]!]})` : exact;
}

const nameOf = ({ names }: Traced, { locale }: Speech, id: string): string =>
  nameIn(names.get(id) ?? {}, locale, id);

function systemLines(traced: Traced, speech: Speech, why: SystemWhy): string[] {
  const { columns, importance } = riskWords(speech.locale);
  const f = formatsOf(speech.locale);
  const name = nameOf(traced, speech, why.systemId);
  const facts = [
    why.importance === null
      ? `${importance.unknown} → ${why.counted}`
      : `${columns.importance} ${why.importance}`,
    `${columns.score} ${f.number(why.score, 1)}`,
    ...(why.coverage === null ? [] : [`${columns.coverage} ${f.percent(why.coverage, 0)}`]),
  ];
  return [
    `${safe(why.systemId)}${name === why.systemId ? '' : ` ${safe(name)}`} · ${facts.join(' · ')}`,
    `  ${safe(sentenceOf(speech, why))}`,
    ...why.drivers.flatMap((d) => driverLines(traced, speech, why.systemId, d)),
  ];
}

function driverLines(traced: Traced, speech: Speech, systemId: string, driver: DriverWhy): string[] {
  const w = whyWords(speech.locale);
  const { levels, drivers } = riskWords(speech.locale);
  const f = formatsOf(speech.locale);
  const level =
    driver.level === null
      ? levels[driver.state === 'not_applicable' ? 'not_applicable' : 'no_data']
      : levels[levelKeys[driver.level]!];
  const head = `  ${drivers[driver.driver] ?? driver.driver}: ${level} · ${w.columns.weight} ${driver.weight} · ${w.columns.contribution} ${f.number(driver.contribution, 3)}`;
  const listed = new Set<unknown>();
  const lines = driver.inputs.flatMap((input) => {
    if (input.state !== '')
      return [`    ${w.methods.inputs[input.input] ?? input.input}: ${levels[input.state]}`];
    const threshold = thresholdText(speech, driver.driver, input);
    const own = `    ${safe(clauseOf(speech, driver.driver, input))} · ${levels[levelKeys[input.level ?? 0]!]}${threshold === '' ? '' : ` (${threshold})`}`;
    const sql = rowsOf(input.input);
    const rows = listed.has(sql) ? [] : (traced.trace.rows.get(rowKey(systemId, input.input))?.rows ?? []);
    listed.add(sql);
    return [own, ...rows.map((row) => `      ${rowLine(traced, speech, input.input, row)}`)];
  });
  return [head, ...lines];
}

function rowLine({ paths }: Traced, { locale }: Speech, input: string, row: WhyRow): string {
  const w = whyWords(locale);
  const fact = { input, ...row };
  const path = row.file === null ? undefined : paths.get(row.file);
  const place = path === undefined ? w.noSource : formatPlace({ file: path, line: row.line ?? undefined });
  return [w.rowName(fact), titledKinds.has(row.kind) ? (row.text ?? '') : '', w.row(fact), place]
    .filter(Boolean)
    .map(safe)
    .join(' · ');
}
