/** The contents page of the presets. */
import { jira, jsm } from './jira.js';
import { kintone } from './kintone.js';
import { cloudwatch, prometheus } from './metrics.js';
import { pagerduty } from './pagerduty.js';
import type { Preset } from './preset.js';
import { redmineEn, redmineJa } from './redmine.js';
import { serviceNowApi } from './serviceNowApi.js';
import { servicenow } from './servicenow.js';
import { zabbix } from './zabbix.js';

export const presets: readonly Preset[] = [
  servicenow,
  serviceNowApi,
  jira,
  jsm,
  redmineJa,
  redmineEn,
  zabbix,
  pagerduty,
  prometheus,
  cloudwatch,
  kintone,
];

export const findPreset = (name: string): Preset | undefined =>
  presets.find((preset) => preset.name === name);
