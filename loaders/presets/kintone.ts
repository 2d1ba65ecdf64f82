import type { Preset, PresetColumn } from './preset.js';

/** Year first, with or without seconds: the forms that need no guess. */
const times = [
  '%Y-%m-%d %H:%M:%S',
  '%Y-%m-%d %H:%M',
  '%Y/%m/%d %H:%M:%S',
  '%Y/%m/%d %H:%M',
  '%Y-%m-%dT%H:%M:%SZ',
  '%Y-%m-%d',
  '%Y/%m/%d',
];
/** Labels are the app's own, so only a column called as the contract calls it is known by its name. */
const timeCalled = (name: string): PresetColumn => ({ from: [name], format: times });

/** An app's records. It knows the forms; which column is which, only the company does. */
export const kintone: Preset = {
  name: 'kintone',
  kind: 'incidents',
  about: {
    en: 'kintone, records of an app as CSV (Shift_JIS, UTF-8, or UTF-8 with a byte order mark)',
    ja: 'kintone アプリのレコード（CSV。Shift_JIS、UTF-8、BOM 付き UTF-8）',
  },
  how: {
    en: "Export the records to a file, with the field names. The labels are the app's own: map each column, or call the fields as Kado calls them",
    ja: 'レコードを項目名付きでファイルに書き出します。項目名はアプリごとに違うので、columns に対応を書くか、項目名を Kado の列名に合わせます',
  },
  signature: [['レコード番号'], ['作成日時'], ['更新日時']],
  missing: [],
  columns: {
    occurred_at: timeCalled('occurred_at'),
    detected_at: timeCalled('detected_at'),
    called_out_at: timeCalled('called_out_at'),
    restored_at: timeCalled('restored_at'),
    closed_at: timeCalled('closed_at'),
    regulator_first_at: timeCalled('regulator_first_at'),
    regulator_final_at: timeCalled('regulator_final_at'),
    disclosed_at: timeCalled('disclosed_at'),
  },
  order: [{ column: '更新日時', as: 'time', format: times }],
  caps: [],
};
