/** What rows of different inputs say of each other: unknown ids, scopes without anything under them, rows that don't agree. */
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/config/model.js';
import { formatProblem, hintOf, messageOf, type Problem } from '../../src/errors.js';
import { type Files, withStaged } from './project.js';

type Change = Partial<Record<Kind, string | undefined>>;

const base: Change = {
  companies: 'company_id,name_ja\nc1,c\n',
  units: 'unit_id,company_id,name_ja\nu1,c1,u\nu2,c1,u\n',
  systems:
    'system_id,unit_id,name_ja,layer,business_flow,valid_from,valid_to\ns1,u1,s,application,orders,,\ns2,u2,s,it_platform,pay,,\n',
  system_suppliers: 'system_id,supplier\ns1,Acme\n',
  incidents:
    'incident_id,occurred_at,system_id,unit_id,theme,recurs_of\nI1,2026-06-01,s1,u1,operation,\nI2,2026-06-02,s2,,,I1\n',
};

const project = (change: Change): Files => {
  const files = { ...base, ...change };
  const kinds = (Object.keys(files) as Kind[]).filter((kind) => files[kind] !== undefined);
  return {
    'kado.yaml': `max_reject_rate: 1\nsources:\n${kinds.map((kind) => `  ${kind}: ${kind}.csv\n`).join('')}`,
    ...Object.fromEntries(kinds.map((kind) => [`${kind}.csv`, files[kind]!])),
  };
};

const warningsOf = (change: Change): Promise<readonly Problem[]> =>
  withStaged(project(change), async ({ loaded, rejects }) => {
    expect(rejects).toEqual([]);
    return loaded.warnings;
  });

/** The English line without its hint. */
const said = (p: Problem): string => formatProblem(p, 'en').slice(0, -` (${hintOf(p, 'en')})`.length);

const scoped: Partial<Record<Kind, (scope: string) => string>> = {
  kpi: (scope) => `node_id,scope,metric\nn1,${scope},incidents\n`,
  measures: (scope) => `measure_id,kind,scope\nm1,1,${scope}\n`,
  acceptances: (scope) => `acceptance_id,scope,subject,ends_on\na1,${scope},x,2027-01-01\n`,
  decisions: (scope) => `decision_id,month,body,subject,scope\nd1,2026-06,quality,x,${scope}\n`,
  drills: (scope) => `drill_id,scope,held_on\nd1,${scope},2026-06-01\n`,
};

describe('an unknown id', () => {
  it.each<[what: string, change: Change, ...expected: string[]]>([
    ['is none where all is known', {}],
    [
      'of a recurrence may be older than the export',
      { incidents: 'incident_id,occurred_at,recurs_of\nI1,2026-06-01,I0\n' },
      'incidents.csv:2:recurs_of: recurs_of "I0" is not among the incidents (incidents.csv); rows: 1',
    ],
    [
      'of a parent node',
      {
        kpi: 'node_id,scope,metric,parent_id,fiscal_year\nn1,group,x,,2026\nn2,group,x,n1,2025\nn3,group,x,n9,2026\n',
      },
      'kpi.csv:4:parent_id: parent_id "n9" is not the node_id of any kpi (kpi.csv); rows: 1',
    ],
    [
      'of an incident that a change caused',
      { changes: 'change_id,system_id,at,caused_incident_id\nx1,s1,2026-06-01,I9\nx2,s9,2026-06-01,I1\n' },
      'changes.csv:2:caused_incident_id: caused_incident_id "I9" is not among the incidents (incidents.csv); rows: 1',
      'changes.csv:3:system_id: system_id "s9" is not among the systems (systems.csv); rows: 1',
    ],
    [
      'of an investment',
      {
        investments:
          'company_id,fiscal_year,software_amount,unit_id,system_id\nc1,2026,1,u1,s1\nc9,2026,1,u9,s9\n',
      },
      'investments.csv:3:company_id: company_id "c9" is not among the companies (companies.csv); rows: 1',
      'investments.csv:3:unit_id: unit_id "u9" is not among the units (units.csv); rows: 1',
      'investments.csv:3:system_id: system_id "s9" is not among the systems (systems.csv); rows: 1',
    ],
    [
      'of a submission: its supplier and its unit',
      {
        submissions:
          'scope,month,due_at\nsupplier:Acme,2026-06,2026-07-05\nsupplier:acme,2026-06,2026-07-05\nunit:u9,2026-06,2026-07-05\n',
      },
      'submissions.csv:3:scope: scope "supplier:acme" is not among the system_suppliers (system_suppliers.csv); rows: 1',
      'submissions.csv:4:scope: scope "unit:u9" is not among the units (units.csv); rows: 1',
    ],
    [
      'of a target',
      { targets: 'scope,fiscal_year,metric\nflow:orders,2026,x\nflow:gone,2026,x\n' },
      'targets.csv:3:scope: scope "flow:gone": no row of systems (systems.csv) has this business_flow; rows: 1',
    ],
    [
      'of an input that is not given can not be missed',
      {
        units: undefined,
        system_suppliers: undefined,
        submissions: 'scope,month,due_at\nsupplier:x,2026-06,2026-07-05\nunit:u9,2026-06,2026-07-05\n',
      },
    ],
  ])('%s', async (_, change, ...expected) => {
    expect((await warningsOf(change)).map(said)).toEqual(expected);
  });

  const sorts: [scope: string, expected: string][] = [
    ['company:c9', 'is not among the companies (companies.csv); rows: 1'],
    ['unit:u9', 'is not among the units (units.csv); rows: 1'],
    ['system:s9', 'is not among the systems (systems.csv); rows: 1'],
    ['supplier:s1', 'is not among the system_suppliers (system_suppliers.csv); rows: 1'],
  ];
  const values: [scope: string, expected: string][] = [
    ['layer:application_platform', 'no row of systems (systems.csv) has this layer; rows: 1'],
    ['flow:gone', 'no row of systems (systems.csv) has this business_flow; rows: 1'],
    ['theme:development', 'no row of incidents (incidents.csv) has this theme; rows: 1'],
  ];
  it.each(Object.keys(scoped) as Kind[])('in the scope of %s, whatever its sort', async (kind) => {
    const [head, row] = scoped[kind]!('SCOPE').split('\n') as [string, string];
    const known = [
      'group',
      'company:c1',
      'unit:u2',
      'system:s2',
      'supplier:Acme',
      'layer:application',
      'flow:pay',
      'theme:operation',
    ];
    const all = [...known, ...sorts.map(([s]) => s), ...values.map(([s]) => s)];
    const csv = `${head}\n${all.map((s, i) => `${row.replace('SCOPE', s).replace('1', `-${i}`)}\n`).join('')}`;
    const at = (i: number): string => `${kind}.csv:${known.length + i + 2}:scope: scope`;
    expect((await warningsOf({ [kind]: csv })).map(said)).toEqual([
      ...sorts.map(([s, text], i) => `${at(i)} "${s}" ${text}`),
      ...values.map(([s, text], i) => `${at(sorts.length + i)} "${s}": ${text}`),
    ]);
  });
});

describe('of one unknown id in many rows', () => {
  const incidents = (n: number, id: (i: number) => string): string =>
    `incident_id,occurred_at,system_id\n${Array.from({ length: n }, (_, i) => `I${i},2026-06-01,${id(i)}\n`).join('')}`;
  it('each value is told once, at its first line', async () => {
    const found = await warningsOf({ incidents: incidents(5, (i) => (i % 3 === 1 ? 's8' : 's9')) });
    expect(found.map(said)).toEqual([
      'incidents.csv:2:system_id: system_id "s9" is not among the systems (systems.csv); rows: 3',
      'incidents.csv:3:system_id: system_id "s8" is not among the systems (systems.csv); rows: 2',
    ]);
  });
  it('once for each column of each file', async () => {
    const found = await warningsOf({
      incidents: 'incident_id,occurred_at,system_id,unit_id\nI1,2026-06-01,z,z\nI2,2026-06-02,z,z\n',
      actions: 'action_id,incident_id,kind,rollout_system_id\na1,I1,rollout,z\na2,I2,rollout,z\n',
    });
    expect(found.map(said)).toEqual([
      'incidents.csv:2:system_id: system_id "z" is not among the systems (systems.csv); rows: 2',
      'incidents.csv:2:unit_id: unit_id "z" is not among the units (units.csv); rows: 2',
      'actions.csv:2:rollout_system_id: rollout_system_id "z" is not among the systems (systems.csv); rows: 2',
    ]);
  });
  it('however many rows it has', async () => {
    const found = await warningsOf({ incidents: incidents(1002, (i) => (i % 2 ? 's9' : 's1')) });
    expect(found.map(said)).toEqual([
      'incidents.csv:3:system_id: system_id "s9" is not among the systems (systems.csv); rows: 501',
    ]);
    expect(messageOf(found[0]!, 'ja')).toBe(
      'system_id の「s9」は systems（systems.csv）にありません（501 行）',
    );
  });
  it('of very many unknown ids the rest is counted', async () => {
    const found = await warningsOf({ incidents: incidents(1100, (i) => `x${i % 550}`) });
    expect(found).toHaveLength(500 + 1);
    expect(found.slice(0, -1).map((p) => [p.place?.line, p.params.count])).toEqual(
      Array.from({ length: 500 }, (_, i) => [i + 2, 2]),
    );
    expect(found.at(-1)).toMatchObject({
      code: 'references_more',
      place: { file: 'incidents.csv', column: 'system_id' },
      params: { values: 50, count: 100 },
    });
  });
});

describe('rows that do not agree', () => {
  const systems = (rows: string): string => `system_id,unit_id,name_ja,valid_from,valid_to\n${rows}`;
  const units = 'unit_id,company_id,name_ja\nu1,c1,u\nu2,c1,u\nu3,c1,u\n';
  const at = (row: string): string => `incident_id,occurred_at,system_id,unit_id\n${row}`;
  it.each<[what: string, change: Change, ...expected: string[]]>([
    [
      "an incident's unit is not its system's",
      { incidents: at('I1,2026-06-01,s1,u2\nI2,2026-06-01,s1,u1\nI3,2026-06-01,,u2\nI4,2026-06-01,s1,\n') },
      'incidents.csv:2:unit_id: unit_id "u2" is not the unit of s1, which is "u1" at systems.csv:2; rows: 1',
    ],
    [
      'nor was it on the day, in the configured zone',
      {
        units,
        systems: systems('s1,u1,s,,2026-03-31\ns1,u2,s,2026-04-01,2026-12-31\n'),
        incidents: at(
          'I1,2026-03-31T14:59Z,s1,u1\nI2,2026-03-31T15:00Z,s1,u2\nI3,2026-03-31T15:00Z,s1,u1\nI4,2026-03-01,s1,u2\nI5,2027-01-01,s1,u3\n',
        ),
        kpi: scoped.kpi!('group'),
      },
      'incidents.csv:4:unit_id: unit_id "u1" is not the unit of s1, which is "u2" at systems.csv:3; rows: 1',
      'incidents.csv:5:unit_id: unit_id "u2" is not the unit of s1, which is "u1" at systems.csv:2; rows: 1',
    ],
    [
      'two such incidents are told once, at the first',
      { incidents: at('I1,2026-06-01,s1,u1\nI2,2026-06-01,s1,u2\nI3,2026-06-02,s1,u2\n') },
      'incidents.csv:3:unit_id: unit_id "u2" is not the unit of s1, which is "u1" at systems.csv:2; rows: 2',
    ],
    [
      'many such incidents are counted',
      { incidents: at(Array.from({ length: 9 }, (_, i) => `I${i},2026-06-01,s1,u2\n`).join('')) },
      'incidents.csv:2:unit_id: unit_id "u2" is not the unit of s1, which is "u1" at systems.csv:2; rows: 9',
    ],
    [
      'a period of validity turned round; it overlaps nothing',
      {
        systems: systems(
          's1,u1,s,2026-04-01,2026-03-31\ns1,u1,s,2026-01-01,2026-12-31\ns2,u2,s,2026-04-01,2026-04-01\n',
        ),
      },
      'systems.csv:2:valid_to: s1 is valid to 2026-03-31, before it is valid from 2026-04-01',
    ],
    [
      'two periods overlap, by one day or without an end',
      {
        systems: systems(
          's1,u1,s,2026-04-01,\ns1,u1,s,,2026-04-01\ns2,u2,s,,2026-03-31\ns2,u2,s,2026-04-01,\n',
        ),
        units:
          'unit_id,company_id,name_ja,valid_from,valid_to\nu1,c1,u,,\nu1,c1,u,2025-01-01,2025-12-31\nu1,c1,u,2026-06-01,\nu2,c1,u,,\n',
      },
      'units.csv:3:valid_from: u1 has two periods of validity that overlap: 2025-01-01 – 2025-12-31 here, … – … at units.csv:2',
      'units.csv:4:valid_from: u1 has two periods of validity that overlap: 2026-06-01 – … here, … – … at units.csv:2',
      'systems.csv:2:valid_from: s1 has two periods of validity that overlap: 2026-04-01 – … here, … – 2026-04-01 at systems.csv:3',
    ],
    [
      'limits that no measurement belongs to; one without a component is for all of them',
      {
        capacity:
          'system_id,metric,at,value,component\ns1,cpu,2026-06-01,1,web\ns1,cpu,2026-06-02,1,db\ns2,disk,2026-06-01,1,\n',
        capacity_limits:
          'system_id,metric,component,warn\ns1,cpu,,80\ns1,cpu,web,80\ns1,cpu,batch,80\ns2,disk,,80\ns2,disk,c,80\ns2,mem,,80\ns2,cpu,x,80\n',
      },
      'capacity_limits.csv:4: no measurement in capacity.csv belongs to the limits of s1 / cpu / batch; such rows of cpu: 2',
      'capacity_limits.csv:6: no measurement in capacity.csv belongs to the limits of s2 / disk / c; such rows of disk: 1',
      'capacity_limits.csv:7: no measurement in capacity.csv belongs to the limits of s2 / mem; such rows of mem: 1',
      'capacity_limits.csv:8: no measurement in capacity.csv belongs to the limits of s2 / cpu / x; such rows of cpu: 2',
    ],
    [
      'many limits of one metric are counted',
      {
        capacity: 'system_id,metric,at,value\ns1,cpu,2026-06-01,1\n',
        capacity_limits: `system_id,metric,component,warn\n${[...'abcdef'].map((c) => `s1,cpu,${c},80\n`).join('')}`,
      },
      'capacity_limits.csv:2: no measurement in capacity.csv belongs to the limits of s1 / cpu / a; such rows of cpu: 6',
    ],
    ['limits where nothing is measured', { capacity_limits: 'system_id,metric,warn\ns1,cpu,80\n' }],
  ])('%s', async (_, change, ...expected) => {
    expect((await warningsOf(change)).map(said)).toEqual(expected);
  });

  it('of very many such pairs the rest is counted', async () => {
    const rows = Array.from({ length: 502 }, (_, i) => `I${i},2026-06-01,s1,x${i}\n`).join('');
    const found = (await warningsOf({ units: undefined, incidents: at(rows) })).map((p) => p.code);
    expect(found.filter((code) => code === 'incident_unit_foreign')).toHaveLength(500);
    expect(found.at(-1)).toBe('incident_units_foreign');
  });
});
