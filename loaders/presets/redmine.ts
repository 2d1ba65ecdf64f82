import type { Preset } from './preset.js';
import { redmineStatesEn, redmineStatesJa } from './states.js';

/** Date and time are settings of the installation; by default the translation's own. The 24-hour forms are its other choices. */
const timesJa = ['%Y/%m/%d %H:%M', '%Y-%m-%d %H:%M'];
const timesEn = ['%m/%d/%Y %I:%M %p', '%Y-%m-%d %H:%M', '%Y/%m/%d %H:%M'];

/** Redmine's own limit of an export, unless the installation raised it. */
const exportLimit = 500;

const how = {
  en: `Open the list of issues with all columns, and export it as CSV; by default the export ends after ${exportLimit} issues. Which column names the system is the company's own: map system_id`,
  ja: `チケットの一覧を全項目で CSV に書き出します。初期設定では ${exportLimit} 件で切れます。システムを表す列は会社ごとに違うので system_id を対応させます`,
};

/** The list of issues from a Redmine in Japanese; CP932 as it comes, or UTF-8 with a byte order mark. */
export const redmineJa: Preset = {
  name: 'redmine-ja',
  kind: 'incidents',
  about: { en: 'Redmine in Japanese, list of issues as CSV', ja: 'Redmine（日本語）のチケット一覧（CSV）' },
  how,
  signature: [['#'], ['プロジェクト'], ['ステータス'], ['題名'], ['作成日']],
  missing: [],
  columns: {
    incident_id: { from: ['#'] },
    occurred_at: { from: ['作成日'], format: timesJa },
    closed_at: { from: ['終了日'], format: timesJa },
    state: { from: ['ステータス'], map: redmineStatesJa },
    title: { from: ['題名'] },
    severity: { from: ['優先度'] },
    found_by: { from: ['作成者'] },
  },
  order: [{ column: '更新日', as: 'time', format: timesJa }],
  caps: [exportLimit],
  sorts: ['トラッカー'],
};

export const redmineEn: Preset = {
  name: 'redmine-en',
  kind: 'incidents',
  about: { en: 'Redmine in English, list of issues as CSV', ja: 'Redmine（英語）のチケット一覧（CSV）' },
  how,
  signature: [['#'], ['Project'], ['Status'], ['Subject'], ['Created']],
  missing: [],
  columns: {
    incident_id: { from: ['#'] },
    occurred_at: { from: ['Created'], format: timesEn },
    closed_at: { from: ['Closed'], format: timesEn },
    state: { from: ['Status'], map: redmineStatesEn },
    title: { from: ['Subject'] },
    severity: { from: ['Priority'] },
    found_by: { from: ['Author'] },
  },
  order: [{ column: 'Updated', as: 'time', format: timesEn }],
  caps: [exportLimit],
  sorts: ['Tracker'],
};
