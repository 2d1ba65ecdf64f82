/** A small project in which every kind of finding stands once at least, and beside each something that is none. October 2026, UTC. */
import type { Files } from '../loaders/project.js';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

/** `risk`: YAML of the rules, on one line. */
export const findingProject = (risk = '{}'): Files => ({
  'kado.yaml': lines(
    'timezone: UTC',
    'as_of: 2026-11-01T00:00:00Z',
    'companies:',
    '  - { id: x, name: { ja: 甲社, en: Company X }, scheme: transport-d }',
    `risk: ${risk}`,
    'sources:',
    '  units: units.csv',
    '  systems: systems.csv',
    '  incidents: [{ path: incidents.csv, company: x, covers: { from: 2025-10-01, to: 2026-10-31 } }]',
    ...[
      'system_suppliers',
      'drills',
      'decisions',
      'acceptances',
      'risks',
      'submissions',
      'capacity',
      'capacity_limits',
    ].map((kind) => `  ${kind}: ${kind}.csv`),
  ),
  'units.csv': lines('unit_id,company_id,name_ja,name_en', 'u1,x,一部,Unit 1', 'u2,x,二部,Unit 2'),
  'systems.csv': lines(
    'system_id,unit_id,name_ja,name_en,category,profile_reviewed_on,external_policy',
    's1,u1,決済,Payments,AAA,2026-06-01,demand',
    's2,u1,審査,Screening,AAA,2026-06-01,demand',
    's3,u1,配信,Feed,AAA,2025-11-01,demand',
    // All of u2 is stale: one by 669 days, one was never reviewed.
    's4,u2,帳票,Forms,A,2025-01-01,none',
    's5,u2,掲示,Board,,,',
  ),
  'incidents.csv': lines(
    'incident_id,system_id,occurred_at,restored_at,state,title,operations_affected,affected_users,product_class,root_cause,regulator_required',
    // Critical and not restored: 3 days and 12 hours by the month's end.
    'i1,s1,2026-10-28T12:00:00Z,,open,停止,true,10,platform,電源,false',
    // Critical and restored.
    'i2,s3,2026-10-02T12:00:00Z,2026-10-02T12:30:00Z,closed,瞬断,true,10,network,回線,true',
    // One cause four times within twelve months; five months before them once more.
    ...['2025-10-20', '2026-02-10', '2026-05-10', '2026-08-10', '2026-10-10'].map(
      (day, n) =>
        `r${n},s2,${day}T10:00:00Z,${day}T10:20:00Z,closed,遅延,false,5,application,プール枯渇,false`,
    ),
    // Twice the same is no series.
    ...['2026-06-10', '2026-09-10'].map(
      (day, n) => `q${n},s4,${day}T10:00:00Z,${day}T10:20:00Z,closed,遅延,false,5,application,印刷,false`,
    ),
  ),
  'system_suppliers.csv': lines(
    'system_id,supplier,delivers',
    // Behind all three of the highest importance.
    ...['s1', 's2'].map(
      (s) => `${s},北社,service_level;trouble;change;availability;performance;security;supplier;facility`,
    ),
    's3,北社,trouble',
    's4,南社,trouble',
  ),
  'drills.csv': lines('drill_id,scope,held_on', 'd1,unit:u1,2026-05-01', 'd2,system:s4,2025-11-05'),
  'decisions.csv': lines(
    'decision_id,month,body,subject,scope,decision,decided_on,due_on,done_on',
    'D1,2026-08,executive,増強,system:s2,,,2026-10-01,',
    'D2,2026-08,executive,更改,system:s2,可,2026-08-20,2026-10-01,2026-09-30',
  ),
  'acceptances.csv': lines(
    'acceptance_id,scope,subject,approved_by,approved_on,ends_on',
    'A1,system:s4,帳票の旧版,部長,2026-01-10,2026-09-30',
    // That another risk of the same system is accepted says nothing of it.
    'A5,system:s4,夜間の監視,部長,2026-01-10,2027-03-31',
    // Another has taken its place.
    'A2,system:s5,掲示の旧版,部長,2026-01-10,2026-09-30',
    'A3,system:s5,掲示の旧版,部長,2026-10-01,2027-03-31',
    'A4,system:s3,配信,部長,2026-01-10,2026-10-31',
  ),
  'risks.csv': lines(
    'risk_id,system_id,identified_on,title,likelihood,impact,treatment,status',
    'R1,s2,2026-05-01,枯渇,1,2,reduce,open',
  ),
  'submissions.csv': lines(
    'scope,month,due_at,submitted_at',
    'unit:u1,2026-09,2026-10-05T00:00:00Z,2026-10-04T00:00:00Z',
    'unit:u2,2026-09,2026-10-05T00:00:00Z,',
  ),
  // 31 days at 60 % and rising by a point a day from 1 October to 90 on the 31st; the limit is 100, so 10 days are left.
  'capacity.csv': lines(
    'system_id,metric,at,value,unit',
    ...Array.from(
      { length: 31 },
      (_, d) => `s3,disk,2026-10-${String(d + 1).padStart(2, '0')}T12:00:00Z,${60 + d},%`,
    ),
  ),
  'capacity_limits.csv': lines('system_id,metric,warn,limit,direction', 's3,disk,95,100,above'),
});
