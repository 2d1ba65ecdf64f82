/** A system with a row behind every input, and a quiet one beside it. April 2026, in UTC. */
import type { Files } from '../loaders/project.js';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** One sample a day at noon, from 20 March: 49, 50, … 90 on 30 April: one point a day. */
const samples = Array.from({ length: 42 }, (_, i) => {
  const day = i < 12 ? `2026-03-${20 + i}` : `2026-04-${String(i - 11).padStart(2, '0')}`;
  return `s1,cpu,,${day}T12:00:00Z,${49 + i},%`;
});

export const whyProject = (risk = '', more: Files = {}): Files => ({
  'kado.yaml': lines(
    'timezone: UTC',
    'as_of: 2026-05-05T00:00:00Z',
    'max_reject_rate: 1',
    'companies: [{ id: a, name: { ja: Ａ社, en: Company A }, scheme: transport-d }]',
    ...(risk === '' ? [] : [`risk: ${risk}`]),
    'sources:',
    '  incidents: { path: i.csv, covers: { from: 2025-04-01, to: 2026-05-04 } }',
    ...[
      'units',
      'systems',
      'actions',
      'service_levels',
      'changes',
      'reviews',
      'system_suppliers',
      'observations',
      'drills',
      'risks',
      'exceptions',
      'targets',
      'capacity',
      'capacity_limits',
    ].map((kind) => `  ${kind}: ${kind}.csv`),
  ),
  'units.csv': lines('unit_id,company_id,name_ja,name_en', 'u1,a,事業部,Unit 1'),
  'systems.csv': lines(
    'system_id,unit_id,name_ja,name_en,category,allowed_stop_minutes,profile_reviewed_on,last_switchover_on,external_policy',
    's1,u1,予約,Booking,AAA,60,2024-01-10,2025-01-01,demand',
    's2,u1,掲示板,Board,A,60,2026-04-01,,',
  ),
  'i.csv': lines(
    'incident_id,system_id,occurred_at,restored_at,title,operations_affected,customers_affected,root_cause,product_class,regulator_required,state',
    'I1,s1,2026-04-10T00:00:00Z,2026-04-10T02:00:00Z,画面<b>停止</b>,true,false,disk full,platform,false,closed',
    'I2,s1,2026-02-01T00:00:00Z,2026-02-01T00:10:00Z,遅延,false,false,Disk Full,platform,false,closed',
    'I3,s1,2026-04-20T00:00:00Z,,未解決,false,false,,,true,open',
    'I4,s2,2026-04-05T00:00:00Z,2026-04-05T00:05:00Z,軽微,false,false,,,false,closed',
    'I5,s1,2026-04-21T00:00:00Z,2026-04-21T00:05:00Z,問い合わせ,true,false,,,false,canceled',
    'I6,s1,2025-05-01T00:00:00Z,2025-05-01T00:05:00Z,昨年,false,false,,,false,closed',
  ),
  'actions.csv': lines(
    'action_id,incident_id,kind,content,due_on,done_on',
    'A1,I1,prevention,監視を足す,2026-04-20,',
    'A2,I1,provisional,再起動,2026-04-11,2026-04-11',
  ),
  'service_levels.csv': lines(
    'system_id,month,indicator,target,actual,unit,direction',
    's1,2026-04,availability,99.9,99.5,%,higher',
    's1,2026-04,response,3,2,s,lower',
  ),
  'changes.csv': lines(
    'change_id,system_id,at,kind,result,caused_incident_id',
    'C1,s1,2026-04-03T00:00:00Z,release,failed,',
    'C2,s1,2026-04-09T00:00:00Z,release,caused_incident,I1',
    'C3,s1,2026-04-12T00:00:00Z,patch,succeeded,',
  ),
  'reviews.csv': lines(
    'review_id,system_id,held_on,phase,result',
    'R1,s1,2026-01-10,design,passed',
    'R2,s1,2026-03-01,test,stopped',
  ),
  'system_suppliers.csv': lines(
    'system_id,supplier,role,contract_until,delivers',
    's1,北辰,運用,2026-05-10,trouble;service_level',
  ),
  'observations.csv': lines(
    'system_id,month,aspect,status,note',
    's1,2026-04,trouble,1,',
    's1,2026-04,security,3,鍵の期限',
    's1,2026-04,change,0,',
  ),
  'drills.csv': lines(
    'drill_id,scope,held_on,scenario',
    'D0,unit:u1,2024-03-01,停電',
    'D1,system:s1,2025-03-01,切替',
  ),
  'risks.csv': lines(
    'risk_id,system_id,identified_on,title,likelihood,impact,treatment,due_on,status',
    'K1,s1,2026-01-01,老朽化,4,5,reduce,2026-03-31,open',
    'K2,s1,2026-01-01,済み,5,5,reduce,2026-03-31,closed',
  ),
  'exceptions.csv': lines(
    'exception_id,system_id,standard,approved_by,approved_on,ends_on',
    'E1,s1,標準基盤,部長,2025-02-01,2026-02-01',
    'E2,s1,標準基盤,部長,2025-02-01,2027-02-01',
  ),
  'targets.csv': lines('scope,fiscal_year,metric,severity,cap', 'system:s1,2026,incidents,,5'),
  'capacity.csv': lines('system_id,metric,component,at,value,unit', ...samples),
  'capacity_limits.csv': lines('system_id,metric,component,warn,limit,direction', 's1,cpu,,80,95,above'),
  ...more,
});
