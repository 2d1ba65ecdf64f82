/** Exports of an organisation at scale, for the time that risk takes from its inputs on: systems, incidents and what else is judged each month. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomOf } from '../data/generate/kernel/random.js';

const firstYear = 2024;
const [companies, unitsEach, suppliers] = [7, 7, 30];
const day = 86_400_000;

const monthOf = (m: number): string =>
  `${firstYear + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Writes kado.yaml and its exports; each system has an incident every other month, a change a month, and reports on eight aspects. */
export async function makeRiskProject(folder: string, systems: number, months: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const random = randomOf('bench risk');
  const rows: Record<string, string[]> = {
    units: ['unit_id,company_id,name_ja'],
    systems: [
      'system_id,unit_id,name_ja,business_importance,layer,business_flow,profile_reviewed_on,allowed_stop_minutes,external_policy,service_hours',
    ],
    incidents: [
      'incident_id,system_id,occurred_at,restored_at,state,severity,root_cause,product_class,availability_impact',
    ],
    actions: ['action_id,incident_id,kind,due_on,done_on'],
    changes: ['change_id,system_id,at,kind,result'],
    observations: ['system_id,month,aspect,status'],
    service_levels: ['system_id,month,indicator,target,actual,direction'],
    system_suppliers: ['system_id,supplier,contract_until,delivers'],
    drills: ['drill_id,scope,held_on'],
    risks: ['risk_id,system_id,identified_on,likelihood,impact,treatment,due_on,status'],
    decisions: ['decision_id,month,body,subject,scope,decision,decided_on'],
  };
  for (let u = 0; u < companies * unitsEach; u++) rows.units!.push(`u${u},c${u % companies},u${u}`);
  for (let s = 0; s < systems; s++) {
    const id = `s${s}`;
    rows.systems!.push(
      `${id},u${s % (companies * unitsEach)},${id},${1 + (s % 4)},${random.pick(['application', 'it_platform'])},flow${s % 40},${firstYear}-0${1 + (s % 9)}-01,${random.pick(['', '60', '240'])},${random.pick(['demand', 'standard'])},24x7`,
    );
    rows.system_suppliers!.push(
      `${id},supplier ${s % suppliers},${firstYear + 3}-03-31,service_level;trouble`,
    );
    rows.drills!.push(`d${s},system:${id},${firstYear}-0${1 + (s % 9)}-15`);
    rows.risks!.push(
      `k${s},${id},${firstYear}-02-01,${1 + (s % 5)},${1 + (s % 4)},reduce,${firstYear + 1}-06-30,open`,
    );
    for (let m = 0; m < months; m++) {
      const from = Date.UTC(firstYear, m, 1);
      if (random.chance(0.5)) {
        const at = from + random.integer(0, 27 * 1440) * 60_000;
        const until = random.chance(0.97)
          ? new Date(at + random.integer(5, 3000) * 60_000).toISOString()
          : '';
        const number = `i${s}-${m}`;
        rows.incidents!.push(
          `${number},${id},${new Date(at).toISOString()},${until},${until ? 'closed' : 'open'},${random.pick(['critical', 'heavy', 'other', 'other', 'other'])},cause ${random.integer(0, 5)},${random.pick(['application', 'platform'])},${random.integer(0, 3)}`,
        );
        rows.actions!.push(
          `a${s}-${m},${number},prevention,${dateOf(at + 60 * day)},${random.chance(0.8) ? dateOf(at + random.integer(10, 90) * day) : ''}`,
        );
      }
      rows.changes!.push(
        `c${s}-${m},${id},${dateOf(from + random.integer(0, 27) * day)},release,${random.pick(['succeeded', 'succeeded', 'succeeded', 'failed'])}`,
      );
      for (const aspect of ['service_level', 'trouble', 'change', 'availability'])
        rows.observations!.push(`${id},${monthOf(m)},${aspect},${random.pick([0, 0, 0, 1, 2, 3])}`);
      rows.service_levels!.push(
        `${id},${monthOf(m)},availability,99.5,${random.pick([99.9, 99.8, 99.1])},higher`,
      );
    }
  }
  rows.decisions!.push(`m1,${monthOf(1)},quality,first,system:s1,replace,${firstYear}-02-20`);
  for (const [kind, lines] of Object.entries(rows))
    await writeFile(join(folder, `${kind}.csv`), `${lines.join('\n')}\n`);
  await writeFile(
    join(folder, 'kado.yaml'),
    [
      'timezone: Asia/Tokyo',
      `as_of: ${monthOf(months)}-01T00:00:00+09:00`,
      `companies: [${Array.from({ length: companies }, (_, c) => `{ id: c${c}, name: C${c}, scheme: finance-c }`).join(', ')}]`,
      `sources: { ${Object.keys(rows)
        .map((kind) => `${kind}: ${kind}.csv`)
        .join(', ')} }`,
      '',
    ].join('\n'),
  );
}
