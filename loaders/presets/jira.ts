import type { Preset } from './preset.js';
import { jiraStates, jsmStates } from './states.js';

/**
 * `11/May/24 03:26 PM` as the site's default has it; sites of other languages write only numbers (`6/21/2025 16:14`),
 * whose day and month are told apart by the whole column, or not at all (staging/typing.ts): then the company declares it.
 */
const times = ['%d/%b/%y %I:%M %p', 'day_or_month_first'];

const columns = {
  incident_id: { from: ['Issue key'] },
  occurred_at: { from: ['Created'], format: times },
  restored_at: { from: ['Resolved'], format: times },
  state: { from: ['Status'], map: jiraStates },
  title: { from: ['Summary'] },
  severity: { from: ['Priority'] },
  found_by: { from: ['Reporter'] },
};

/** The list of issues as the navigator exports it. */
export const jira: Preset = {
  name: 'jira',
  kind: 'incidents',
  about: { en: 'Jira, list of issues as CSV', ja: 'Jira の課題一覧（CSV）' },
  how: {
    en: "Export the issues of a search as CSV; a search of more than 1,000 issues is cut off there, so export by month. Which column names the system is the company's own: map system_id",
    ja: '検索した課題を CSV で書き出します。1,000 件を超えると切れるため、月ごとに分けます。システムを表す列は会社ごとに違うので system_id を対応させます',
  },
  signature: [['Issue key'], ['Issue id'], ['Summary'], ['Created']],
  missing: [],
  columns,
  order: [
    { column: 'Updated', as: 'time', format: times },
    { column: 'Issue id', as: 'number' },
  ],
  caps: [1000],
  sorts: ['Issue Type'],
};

/** The same file, with the fields of a service project. */
export const jsm: Preset = {
  ...jira,
  name: 'jsm',
  about: {
    en: 'Jira Service Management, list of issues as CSV',
    ja: 'Jira Service Management の課題一覧（CSV）',
  },
  signature: [...jira.signature, ['Custom field (Request Type)']],
  columns: {
    ...columns,
    state: { from: ['Status'], map: jsmStates },
    place: { from: ['Custom field (Location)'] },
  },
};
