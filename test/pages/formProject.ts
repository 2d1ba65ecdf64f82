/** A small month with something known of each aspect, and the tables of risk filled by hand: what the forms make of it, not who made it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { createSignals } from '../../src/metrics/signals.js';
import { type ReportData, readReport } from '../../src/pages/report.js';
import { writeFigures } from '../../src/publish/figuresFile.js';
import { judgeRisk } from '../../src/risk/index.js';
import { settleSchemes } from '../../src/schemes/settle.js';
import { type Files, withStaged } from '../loaders/project.js';

/** A supplier whose name is markup and a path. */
export const acme = 'Acme <b>/JP';

/**
 * May 2026 as of 5 June, 9:00 UTC. s1: everything. s2: no result of its one change, no attitude stated. s3: nothing. One incident is of a
 * system that nobody knows, one names a supplier that supplies no system.
 */
export const files: Files = {
  'kado.yaml': `timezone: UTC
as_of: 2026-06-05T09:00:00Z
companies: [{ id: b, name: B }, { id: a, name: A }]
sources:
  units: u.csv
  systems: s.csv
  incidents: [{ path: i.csv, covers: { from: 2026-04-01, to: 2026-05-31 } }]
  actions: a.csv
  service_levels: l.csv
  changes: c.csv
  observations: o.csv
  submissions: m.csv
  system_suppliers: p.csv
`,
  'u.csv': 'unit_id,company_id,name_ja,name_en,owner\nua,a,市場部,Markets,伊藤\nub,b,決済部,Payments,\n',
  's.csv':
    'system_id,unit_id,name_ja,name_en,layer,business_flow,owner,service_hours\ns1,ua,外為,FX <i>,application,pay,佐藤,24x7\ns2,ub,口座,Accounts,application,,,\ns3,ub,帳票,Statements,,,,\n',
  'i.csv': `incident_id,system_id,occurred_at,restored_at,state,severity,supplier,theme
I1,s1,2026-05-10T09:00:00Z,2026-05-10T10:30:00Z,closed,other,${acme},operation
I2,s1,2026-05-20T09:00:00Z,,open,critical,Beta,
I3,gone,2026-05-21T09:00:00Z,2026-05-21T10:00:00Z,closed,other,,
`,
  'a.csv': 'action_id,incident_id,kind,due_on\nA1,I1,prevention,2026-05-15\nA2,I1,prevention,2026-06-15\n',
  // Availability is worse than its target, of the response nobody has told the actual value.
  'l.csv':
    'system_id,month,indicator,target,actual,unit,direction\ns1,2026-05,availability,99.95,99.9,%,higher\ns1,2026-05,response,5,,s,lower\ns1,2026-04,response,5,1,s,lower\n',
  'c.csv':
    'change_id,system_id,at,result\nC1,s1,2026-05-02,succeeded\nC2,s1,2026-05-03,rolled_back\nC3,s1,2026-05-04,\nC4,s2,2026-05-05,\n',
  // The last came after as-of: it isn't known yet.
  'o.csv':
    'system_id,month,aspect,status,note,reported_at\ns1,2026-05,trouble,2,再発の調査中 <u>,2026-06-02\ns1,2026-05,security,0,,\ns1,2026-05,facility,3,停電,2026-06-06\ns1,2026-04,change,3,古い,2026-05-02\n',
  'm.csv': `scope,month,due_at,submitted_at,by\nsystem:s1,2026-05,2026-06-05T17:00:00Z,2026-06-04T10:00:00Z,佐藤\nsupplier:${acme},2026-05,2026-06-05T17:00:00Z,2026-06-06T08:00:00Z,大野\nsystem:s2,2026-04,2026-05-07T17:00:00Z,2026-05-01T00:00:00Z,別人\n`,
  'p.csv': `system_id,supplier\ns1,${acme}\ns2,${acme}\n`,
};

const byHand = (name: string, columns: string, rows: readonly string[]): readonly string[] => [
  `DELETE FROM mart.${name}`,
  `INSERT INTO mart.${name} BY NAME SELECT * FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')}) t(${columns})`,
];

const supplier = `'${acme}'`;
const figure = (metric: string, scope: string, value: number | null, status = ''): string => {
  const [kind, id] = scope.split(':');
  return `'risk_${metric}', '2026-05', '${kind}', '${id}', '', ${value ?? 'NULL::DOUBLE'}::DOUBLE, NULL::DOUBLE, NULL::DOUBLE, NULL::DOUBLE, '${status}', 1::DOUBLE, 1::BIGINT`;
};

/** The columns that forms read of the tables of risk. */
const tables: readonly string[] = [
  byHand('external_services', 'month, system_id, supplier, role, policy, contract_until, delivers, missing', [
    `'2026-05', 's1', ${supplier}, '運用', 'demand', DATE '2027-03-31', 'trouble;change', 'service_level;security'`,
    `'2026-05', 's2', ${supplier}, NULL, NULL, NULL::DATE, NULL, NULL`,
    `'2026-04', 's3', ${supplier}, NULL, 'demand', NULL::DATE, 'trouble', NULL`,
  ]),
  byHand(
    'register_states',
    'month, system_id, risk_id, title, likelihood, impact, score, treatment, owner, due_on',
    [
      `'2026-05', 's1', 'R1', '老朽化 <s>', 2, 3, 6, 'reduce', '佐藤', DATE '2026-07-31'`,
      `'2026-05', 's1', 'R2', NULL, NULL, 5, NULL, NULL, NULL, NULL::DATE`,
      `'2026-04', 's1', 'R3', '先月', 1, 1, 1, NULL, NULL, NULL::DATE`,
    ],
  ),
  byHand(
    'decision_states',
    'month, decision_id, scope_kind, scope_id, subject, body, asked_month, due_on, decision, state',
    [
      `'2026-05', 'D1', 'system', 's1', '更改の前倒し', 'executive', '2026-04', DATE '2026-06-30', NULL, 'needed'`,
      `'2026-05', 'D2', 'system', 's1', '済み', 'quality', '2026-04', NULL::DATE, '実施', 'done'`,
      `'2026-05', 'D3', 'supplier', ${supplier}, '契約の見直し', 'capacity', '2026-05', NULL::DATE, '承認', 'decided'`,
    ],
  ),
  byHand('escalations', 'month, system_id, to_kind, to_id, asked_level, raised_month, due_on, state', [
    `'2026-05', 's1', 'company', 'a', 3, '2026-05', NULL::DATE, 'needed'`,
    `'2026-05', 's1', 'group', 'group', 4, '2026-04', DATE '2026-05-31', 'overdue'`,
    `'2026-05', 's2', 'group', 'group', 4, '2026-04', NULL::DATE, 'decided'`,
  ]),
  byHand(
    'risk_figures',
    'metric, month, scope_kind, scope_id, breakdown, value, lower, upper, target, status, coverage, source_rows',
    [
      figure('level', 'system:s1', 4),
      figure('score', 'system:s1', 41.25),
      figure('level', 'system:s2', null, 'no_data'),
      figure('score', 'system:s2', null, 'no_data'),
      figure('level', 'company:a', 4),
      figure('score', 'company:a', 41.25),
      figure('level', 'company:b', 0),
      figure('score', 'company:b', 0),
      figure('level', 'layer:application', 3),
      figure('score', 'layer:application', 20),
    ],
  ),
].flat();

const fill = async (db: Database): Promise<void> => {
  for (const sql of tables) await db.run(sql);
};

export const readForms = (): Promise<ReportData> =>
  withStaged(files, async ({ db, config, loaded, rejects }) => {
    if (rejects.length > 0) throw new Error(`a row was rejected: ${JSON.stringify(rejects[0])}`);
    const schemes = await settleSchemes(db, config);
    const period = await buildMarts(db, config, { month: '2026-05' }, schemes);
    await createFigures(db, loaded.mapped, async () => {
      await judgeRisk(db, config, period);
      await fill(db);
    });
    await createSignals(db, config);
    const scratch = mkdtempSync(join(tmpdir(), 'kado-forms-'));
    await writeFigures(db, scratch);
    rmSync(scratch, { recursive: true });
    return readReport(db, config, period, loaded.mapped, schemes);
  });
