/** Each preset's export, how little has to be written for it, and what must come out. */
import type { Code } from '../../src/errors.js';

export interface PresetCase {
  readonly preset: string;
  /** File under fixtures/. */
  readonly fixture: string;
  /** What the case waits for; the switch is `here`, below. */
  readonly needs?: 'json' | 'name_from' | 'day_or_month_first';
  /** Further lines of the source, as YAML. */
  readonly source?: readonly string[];
  /** The lines that the documentation shows, where one form of the export takes other lines than another. */
  readonly told?: readonly string[];
  /** Ids in systems.csv. */
  readonly systems: readonly string[];
  /** In the order of the lines: see `columns` in presets.test.ts. Times are UTC; the configuration's zone is Asia/Tokyo. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Rows in, and where they went besides staging. */
  readonly account: {
    readonly rows: number;
    readonly superseded?: number;
    readonly rejected?: number;
    readonly filtered?: number;
  };
  readonly encoding?: string;
  readonly warnings?: readonly Code[];
  /** `line code column`. */
  readonly rejects?: readonly string[];
  /** The same of what `init --from` writes by itself, where only a person knows better: the lines of `source` above. */
  readonly initRejects?: readonly string[];
}

/** What this build has of what the cases need: switch on what it has come to have. */
const here: Readonly<Record<NonNullable<PresetCase['needs']>, boolean>> = {
  json: true,
  name_from: true,
  day_or_month_first: true,
};
export const isHere = ({ needs }: PresetCase): boolean => needs === undefined || here[needs];

const keepLast = 'keep_last: { by: number, order: [sys_mod_count, sys_updated_at] }';

export const cases: readonly PresetCase[] = [
  {
    preset: 'servicenow',
    fixture: 'servicenow.csv',
    source: [keepLast],
    systems: ['core-switch', 'payroll'],
    rows: [
      [
        'INC0010001',
        '2026-04-13 00:05:00',
        '2026-04-13 02:40:00',
        'restored',
        '1 - Critical',
        null,
        'core-switch',
      ],
      ['INC0010002', '2026-04-02 14:50:00', '2026-04-02 16:05:00', 'closed', '3 - Moderate', null, 'payroll'],
      ['INC0010003', '2026-04-27 22:15:00', null, null, '4 - Low', null, null],
    ],
    account: { rows: 7, superseded: 4 },
    warnings: ['severity_unranked'],
  },
  {
    preset: 'servicenow-api',
    fixture: 'servicenow-api.json',
    needs: 'json',
    told: [
      '# With sysparm_display_value=false as with all, a system is the sys_id of its item: systems.csv holds these.',
      '# Only with all, it can be the name of the item instead:',
      '# columns: { system_id: cmdb_ci.display_value }',
    ],
    systems: ['c1000000000000000000000000000001'],
    rows: [
      [
        'INC0020001',
        '2026-04-01 00:15:00',
        '2026-04-01 01:45:30',
        'restored',
        '1',
        'Orders are not accepted — 受注停止',
        'c1000000000000000000000000000001',
      ],
      ['INC0020002', '2026-04-30 15:30:00', null, 'in_progress', '3', 'Batch is late', null],
    ],
    account: { rows: 2 },
    warnings: ['severity_unranked'],
  },
  {
    preset: 'servicenow-api',
    fixture: 'servicenow-api-display.json',
    needs: 'json',
    source: ['columns: { system_id: cmdb_ci.display_value }'],
    systems: ['Search'],
    rows: [
      [
        'INC0020003',
        '2026-04-02 03:00:00',
        '2026-04-02 04:00:00',
        'closed',
        '2 - High',
        'Slow search',
        'Search',
      ],
    ],
    account: { rows: 1 },
    warnings: ['severity_unranked'],
  },
  {
    preset: 'jira',
    fixture: 'jira.csv',
    source: ['columns: { system_id: Components }'],
    systems: ['portal', 'reports'],
    rows: [
      [
        'OPS-101',
        '2024-05-11 06:26:00',
        '2024-05-11 07:01:00',
        'closed',
        'Highest',
        'Login page answers 503',
        'portal',
      ],
      [
        'OPS-102',
        '2024-09-03 00:05:00',
        null,
        'in_progress',
        'Medium',
        'Report, "monthly", is empty',
        'reports',
      ],
      ['OPS-103', '2024-09-29 15:10:00', null, 'open', 'Low', 'Mail is delayed', null],
    ],
    account: { rows: 3 },
    warnings: ['column_repeated', 'severity_unranked'],
  },
  {
    // The 21st and the 30th tell that the month comes first, and nothing in the column speaks against it.
    preset: 'jira',
    fixture: 'jira-numeric.csv',
    needs: 'day_or_month_first',
    systems: ['s1'],
    rows: [
      ['OPS-201', '2025-06-21 07:14:00', '2025-06-21 09:00:00', 'closed', 'High', 'Disk is full', null],
      ['OPS-202', '2025-06-29 23:02:00', null, 'open', 'High', 'Disk is full again', null],
    ],
    account: { rows: 2 },
    warnings: ['date_order_taken', 'date_order_taken', 'severity_unranked'],
  },
  {
    // Surplus fields may be a comma without quotes as well as nothing: the row is not believed, and said.
    preset: 'jira',
    fixture: 'jira-wide.csv',
    systems: ['s1'],
    rows: [['OPS-301', '2024-05-11 06:26:00', null, 'open', 'High', 'Certificate expired', null]],
    account: { rows: 2, rejected: 1 },
    warnings: ['severity_unranked'],
    rejects: ['3 row_too_many_fields '],
  },
  {
    preset: 'jsm',
    fixture: 'jsm.csv',
    source: ['columns: { system_id: Components }', `where: "Status <> 'Canceled'"`],
    systems: ['terminals', 'reports'],
    rows: [
      [
        'SUP-7',
        '2026-09-03 00:05:00',
        '2026-09-03 03:40:00',
        'restored',
        'Highest',
        'Card terminals are offline',
        'terminals',
      ],
      ['SUP-8', '2026-09-30 14:59:00', null, 'on_hold', 'Medium', '帳票が印刷されない', 'reports'],
    ],
    account: { rows: 3, filtered: 1 },
    warnings: ['column_repeated', 'severity_unranked'],
  },
  {
    preset: 'redmine-ja',
    fixture: 'redmine-ja.csv',
    source: ['columns: { system_id: カテゴリ }'],
    systems: ['受注', '帳票'],
    rows: [
      ['812', '2026-04-01 00:05:00', null, 'closed', '今すぐ', '受注データが①件も届かない', '受注'],
      ['813', '2026-04-30 14:50:00', null, 'on_hold', '通常', '帳票の桁ずれ（㈱表記）', '帳票'],
      ['814', '2026-04-30 15:02:00', null, 'open', '低め', '夜間バッチ遅延, 再発', null],
    ],
    account: { rows: 3 },
    encoding: 'shift_jis',
    warnings: ['severity_unranked'],
  },
  {
    preset: 'redmine-en',
    fixture: 'redmine-en.csv',
    source: ['columns: { system_id: Category }', `where: "Status <> 'Rejected'"`],
    systems: ['Orders', 'Reports'],
    rows: [
      ['91', '2026-04-01 00:05:00', null, 'closed', 'Immediate', 'No orders arrive', 'Orders'],
      ['92', '2026-04-29 15:10:00', null, 'on_hold', 'Normal', 'Columns are shifted', 'Reports'],
    ],
    account: { rows: 3, filtered: 1 },
    warnings: ['severity_unranked'],
  },
  {
    preset: 'zabbix',
    fixture: 'zabbix.csv',
    systems: ['db01'],
    rows: [
      [
        '2026-04-01 09:05:17 db01 Unavailable by ICMP ping',
        '2026-04-01 00:05:17',
        '2026-04-01 00:45:00',
        'restored',
        'Disaster',
        'Unavailable by ICMP ping',
        'db01',
      ],
      [
        '2026-04-30 23:59:59 web01, web02 High CPU, over 90%',
        '2026-04-30 14:59:59',
        null,
        'open',
        'Warning',
        'High CPU, over 90%',
        'web01, web02',
      ],
      [
        '2026-05-01 00:00:10 db01 Unavailable by ICMP ping',
        '2026-04-30 15:00:10',
        null,
        'open',
        'Average',
        'Unavailable by ICMP ping',
        'db01',
      ],
    ],
    account: { rows: 3 },
    warnings: ['reference_incidents_system_id', 'severity_unranked'],
  },
  {
    preset: 'zabbix',
    fixture: 'zabbix-ja.csv',
    source: ['columns: { system_id: { from: ホスト, map: { db01: orders, web01: portal } } }'],
    systems: ['orders', 'portal'],
    rows: [
      [
        '2026/04/01 09:05:17 db01 Pingが応答しません',
        '2026-04-01 00:05:17',
        '2026-04-01 00:45:00',
        'restored',
        '重度の障害',
        'Pingが応答しません',
        'orders',
      ],
      [
        '2026/04/30 23:59:59 web01 CPU使用率が高い状態です',
        '2026-04-30 14:59:59',
        null,
        'open',
        '警告',
        'CPU使用率が高い状態です',
        'portal',
      ],
    ],
    account: { rows: 2 },
    warnings: ['severity_unranked'],
  },
  {
    preset: 'pagerduty',
    fixture: 'pagerduty.csv',
    systems: ['PSVC001', 'PSVC002'],
    rows: [
      [
        'Q0AAA111',
        '2026-04-01 00:15:00',
        '2026-04-01 01:45:30',
        null,
        'high',
        'Payment latency > 2 s',
        'PSVC001',
      ],
      ['Q0BBB222', '2026-04-30 14:50:00', null, null, 'low', 'Queue "orders" grows', 'PSVC002'],
    ],
    account: { rows: 2 },
    warnings: ['severity_unranked'],
  },
  {
    preset: 'prometheus',
    fixture: 'prometheus.json',
    needs: 'json',
    systems: ['web', 'orders'],
    rows: [
      ['web', 'node_load1', '2026-04-01 00:00:00', 0.5, 'web01:9100'],
      ['web', 'node_load1', '2026-04-01 00:01:00', 0.75, 'web01:9100'],
      ['orders', 'node_load1', '2026-04-01 00:00:00.5', 1.25, 'db01:9100'],
    ],
    source: ['columns: { system_id: { sql: "coalesce(\\"metric.system\\", \\"metric.job\\")" } }'],
    initRejects: ['12 value_missing metric.system', '12 value_missing metric.system'],
    account: { rows: 3 },
  },
  {
    preset: 'cloudwatch',
    fixture: 'web-asg_CPUUtilization.csv',
    source: ['columns: { system_id: { default: web }, metric: { default: cpu } }'],
    systems: ['web'],
    rows: [
      ['web', 'cpu', '2026-04-01 00:00:00', 12.5, null],
      ['web', 'cpu', '2026-04-01 00:05:00', 85.83500000000001, null],
      ['web', 'cpu', '2026-04-01 00:15:00', 0, null],
    ],
    account: { rows: 3 },
  },
  {
    preset: 'cloudwatch',
    fixture: 'web-asg_CPUUtilization.csv',
    needs: 'name_from',
    source: ['name_from: file', `columns: { system_id: { sql: "split_part(file, '_', 1)" } }`],
    systems: ['web-asg'],
    rows: [
      ['web-asg', 'web-asg_CPUUtilization', '2026-04-01 00:00:00', 12.5, null],
      ['web-asg', 'web-asg_CPUUtilization', '2026-04-01 00:05:00', 85.83500000000001, null],
      ['web-asg', 'web-asg_CPUUtilization', '2026-04-01 00:15:00', 0, null],
    ],
    account: { rows: 3 },
  },
  {
    preset: 'kintone',
    fixture: 'kintone.csv',
    source: [
      'columns:',
      '  incident_id: 障害番号',
      '  occurred_at: 発生日時',
      '  restored_at: 復旧日時',
      '  state: { from: 状況, map: { 完了: closed, 対応中: in_progress } }',
      '  severity: { from: 重大度, map: { 重大: critical }, default: other }',
      '  title: 件名',
      '  system_id: システム名',
    ],
    systems: ['受付', '帳票'],
    rows: [
      [
        'S-26-001',
        '2026-04-01 00:05:00',
        '2026-04-01 01:20:00',
        'closed',
        'critical',
        '受付端末が使えない',
        '受付',
      ],
      ['S-26-002', '2026-04-30 14:50:00', null, 'in_progress', 'other', '帳票の文字化け、再印刷', '帳票'],
    ],
    account: { rows: 2 },
    encoding: 'shift_jis',
  },
];
