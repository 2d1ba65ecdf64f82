/** The tools' own words and codes for the state of a record, as their makers deliver them. A company's own are mapped by it. */

/** ServiceNow's incident states, by label and by code. A code without a label, like -100, says nothing: missing. */
export const serviceNowStates = {
  New: 'open',
  'In Progress': 'in_progress',
  Active: 'in_progress',
  'On Hold': 'on_hold',
  'Awaiting User Info': 'on_hold',
  'Awaiting Problem': 'on_hold',
  'Awaiting Vendor': 'on_hold',
  'Awaiting Evidence': 'on_hold',
  Resolved: 'restored',
  Closed: 'closed',
  Canceled: 'canceled',
  Cancelled: 'canceled',
  '1': 'open',
  '2': 'in_progress',
  '3': 'on_hold',
  '6': 'restored',
  '7': 'closed',
  '8': 'canceled',
  '-100': '',
};

/** Jira's default workflows: the classic one, and those of new projects. */
export const jiraStates = {
  Open: 'open',
  Reopened: 'open',
  Backlog: 'open',
  'To Do': 'open',
  'In Progress': 'in_progress',
  Resolved: 'restored',
  Done: 'closed',
  Closed: 'closed',
};

/** Jira Service Management's templates have these besides. */
export const jsmStates = {
  ...jiraStates,
  'In progress': 'in_progress',
  'Work in progress': 'in_progress',
  'Waiting for support': 'in_progress',
  Escalated: 'in_progress',
  Pending: 'on_hold',
  'Waiting for customer': 'on_hold',
  Completed: 'closed',
  Canceled: 'canceled',
  Cancelled: 'canceled',
};

/** Redmine's default statuses, as its Japanese translation names them. */
export const redmineStatesJa = {
  新規: 'open',
  進行中: 'in_progress',
  フィードバック: 'on_hold',
  解決: 'restored',
  終了: 'closed',
  却下: 'canceled',
};

export const redmineStatesEn = {
  New: 'open',
  'In Progress': 'in_progress',
  Feedback: 'on_hold',
  Resolved: 'restored',
  Closed: 'closed',
  Rejected: 'canceled',
};

/** Zabbix's problem states, in English and in its Japanese translation. A problem that is being closed isn't over yet. */
export const zabbixStates = {
  PROBLEM: 'open',
  CLOSING: 'open',
  RESOLVED: 'restored',
  障害: 'open',
  解決済: 'restored',
};

export const pagerDutyStates = {
  triggered: 'open',
  acknowledged: 'in_progress',
  resolved: 'restored',
};
