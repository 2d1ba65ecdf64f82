/** The items of an incident's record as facts under their headings; what is absent is told once, for the whole page. */
import { type Content, type Html, html, join } from '../../html.js';
import { reportTimes, type sheetColumns, sheetTimes } from '../../locale/incidentColumns.js';
import type { IncidentWords } from '../../locale/incidents.js';
import { incidentWords } from '../../locale/incidentsOf.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { IncidentSheet } from '../incidents.js';
import { linkFrom, routes, type View } from '../view.js';
import { section, table } from './section.js';

type Column = (typeof sheetColumns)[number];
type SectionName = keyof IncidentWords['sections'];

/** Long texts stand one under the other, the rest beside each other. */
const texts: ReadonlySet<Column> = new Set([
  ...(['symptom', 'root_cause', 'injection_cause', 'escape_cause', 'course', 'trigger'] as const),
  ...(['provisional_fix', 'provisional_result'] as const),
]);

/** Empty where the record gives none of the columns: they are told under "not on record". */
export function factsSection(
  view: View,
  route: string,
  sheet: IncidentSheet,
  name: SectionName,
  columns: readonly Column[],
): Html | false {
  const w = incidentWords(view.locale);
  const given = columns.filter((column) => sheet.given[column] !== undefined);
  if (given.length === 0) return false;
  const facts = (list: readonly Column[]): readonly Html[] =>
    list.map(
      (column) =>
        html`<div><dt>${w.columns[column]}</dt><dd>${valueIn(view, route, sheet, column)}</dd></div>`,
    );
  const long = given.filter((column) => texts.has(column));
  const short = given.filter((column) => !texts.has(column));
  return section(
    name,
    w.sections[name],
    null,
    html`${long.length > 0 && html`<dl class="facts">${facts(long)}</dl>`}${short.length > 0 && html`<dl class="profile">${facts(short)}</dl>`}`,
  );
}

const counts: ReadonlySet<string> = new Set(['affected_users', 'business_volume']);

/** Enumerations in words, amounts with separators, texts as they stand. */
function valueIn(view: View, route: string, sheet: IncidentSheet, column: Column): Content {
  const { words, format, data } = view;
  const w = incidentWords(view.locale);
  const value = sheet.given[column]!;
  const amount = (): string => format.number(Number(value), Number.isInteger(Number(value)) ? 0 : 2);
  if (column === 'impact_minutes') return format.duration(Number(value));
  if (column === 'affected_amount') return w.inCurrency(amount(), data.config.currency);
  if (counts.has(column)) return amount();
  if (column === 'product_class') return words.productClasses[value] ?? value;
  if (column === 'process_class') return words.processClasses[value] ?? value;
  if (column === 'theme') return judgementWords(view.locale).themes[value] ?? value;
  if (column === 'supplier' && data.across.some((s) => s.kind === 'supplier' && s.id === value))
    return html`<a href="${linkFrom(route, routes.supplier(value))}">${value}</a>`;
  if (booleans.has(column)) return value === 'true' ? words.yes : words.no;
  return w.values[column]?.[value] ?? value;
}

const booleans: ReadonlySet<Column> = new Set([
  ...(['known', 'customers_affected', 'operations_affected', 'manual_workaround'] as const),
  ...(['regulator_required', 'media_reported'] as const),
]);

/** The moments with the time between them. */
export function timesSection(view: View, sheet: IncidentSheet): Html {
  const w = incidentWords(view.locale);
  const given = sheetTimes.flatMap((column) => {
    const moment = sheet.times[column];
    return moment ? [{ column, ...moment }] : [];
  });
  return section(
    'times',
    w.sections.times,
    sheet.state && (view.words.states[sheet.state] ?? sheet.state),
    table(
      [
        { label: w.event },
        { label: w.at, numeric: true },
        { label: w.sinceFormer, numeric: true },
        { label: w.sinceOccurred, numeric: true },
      ],
      given.map(({ column, local, minutes }, i) => {
        const former = given[i - 1];
        const cell = (label: string, text: string): Html =>
          html`<td class="num" data-label="${label}">${text}</td>`;
        return html`<tr><th scope="row">${w.times[column]}</th>${cell(w.at, local)}${cell(w.sinceFormer, former ? view.format.duration(minutes - former.minutes) : '–')}${cell(w.sinceOccurred, former ? view.format.duration(minutes) : '–')}</tr>`;
      }),
    ),
  );
}

/** One compact list of what the record leaves empty, and of what no export has at all. */
export function absentSection(view: View, sheet: IncidentSheet): Html {
  const w = incidentWords(view.locale);
  const labels: Readonly<Record<string, string>> = { ...w.times, ...w.columns };
  const absent = [...sheetTimes, ...(Object.keys(w.columns) as Column[]), ...reportTimes].filter((column) =>
    column in w.times
      ? sheet.times[column as keyof typeof w.times] === undefined
      : sheet.given[column] === undefined,
  );
  const mapped = (column: string): boolean => view.data.sheets.mapped.has(`incidents.${column}`);
  const rows = [
    [w.notGiven, absent.filter(mapped)],
    [w.notSupplied, absent.filter((column) => !mapped(column))],
  ] as const;
  return section(
    'absent',
    w.sections.absent,
    null,
    absent.length === 0
      ? html`<p>${w.allGiven}</p>`
      : html`<dl class="facts">${rows.map(
          ([label, columns]) =>
            columns.length > 0 &&
            html`<div><dt>${label}</dt><dd class="missing">${join(
              columns.map((column) => labels[column]!),
              w.between,
            )}</dd></div>`,
        )}</dl>`,
  );
}
