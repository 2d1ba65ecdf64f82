/** How a company's tool writes incidents and actions: where, in which encoding, under which headers and words. */
import { formatTime } from '../kernel/calendar.js';
import type { FileStyle } from '../kernel/sink.js';
import type { Action, Incident } from '../model.js';

export interface IncidentLayout {
  /** Path below the company's folder; may depend on the incident. */
  path(incident: Incident): string;
  readonly style: FileStyle;
  readonly header: readonly string[];
  /** One row, or several for an event log. */
  rows(incident: Incident): readonly (readonly string[])[];
}

export interface ActionLayout {
  readonly path: string;
  readonly style: FileStyle;
  readonly header: readonly string[];
  row(action: Action): readonly string[];
}

export interface Layout {
  readonly incidents: IncidentLayout;
  readonly actions: ActionLayout;
}

/** A header and what stands under it. */
export type Columns<T> = readonly (readonly [header: string, take: (item: T) => string])[];

export const headerOf = <T>(columns: Columns<T>): string[] => columns.map(([header]) => header);
export const rowOf = <T>(columns: Columns<T>, item: T): string[] => columns.map(([, take]) => take(item));

/** A canonical text column as it is, or in the tool's own words. */
export const field =
  (name: string, words?: Readonly<Record<string, string>>) =>
  (incident: Incident): string => {
    const value = incident.fields[name] ?? '';
    return words && value !== '' ? inWords(words, value) : value;
  };

export const inWords = (words: Readonly<Record<string, string>>, value: string): string => {
  const word = words[value];
  if (word === undefined) throw new Error(`no word for ${value}`);
  return word;
};

export type MomentName = 'occurred' | 'detected' | 'registered' | 'restored' | 'closed';
export const moment =
  (name: MomentName, format: string) =>
  (incident: Incident): string =>
    name === 'occurred' && incident.occurredText !== undefined
      ? incident.occurredText
      : formatTime(incident[name], format);

export const further =
  (name: string, format: string) =>
  (incident: Incident): string =>
    formatTime(incident.times[name], format);

/** Actions under the contract's own headers, or under others in the same order. */
export function actionColumns(
  format: string,
  headers?: readonly string[],
  kinds?: Readonly<Record<string, string>>,
): Columns<Action> {
  const day = (time: number | undefined): string => formatTime(time, format);
  const columns: Columns<Action> = [
    ['action_id', (a) => a.id],
    ['incident_id', (a) => a.incident],
    ['kind', (a) => (kinds ? inWords(kinds, a.kind) : a.kind)],
    ['content', (a) => a.content],
    ['owner', (a) => a.owner],
    ['planned_on', (a) => day(a.planned)],
    ['due_on', (a) => day(a.due)],
    ['approved_on', (a) => day(a.approved)],
    ['done_on', (a) => day(a.done)],
    ['verified_on', (a) => day(a.verified)],
    ['rollout_system_id', (a) => a.rolloutSystem],
  ];
  return headers ? columns.map(([, take], i) => [headers[i]!, take] as const) : columns;
}

export const actionLayout = (
  style: FileStyle,
  columns: Columns<Action>,
  path = 'actions.csv',
): ActionLayout => ({
  path,
  style,
  header: headerOf(columns),
  row: (action) => rowOf(columns, action),
});

/** One row per incident, every incident in one file unless `path` says otherwise. */
export const plainLayout = (
  path: string | ((i: Incident) => string),
  style: FileStyle,
  columns: Columns<Incident>,
): IncidentLayout => ({
  path: typeof path === 'string' ? () => path : path,
  style,
  header: headerOf(columns),
  rows: (incident) => [rowOf(columns, incident)],
});
