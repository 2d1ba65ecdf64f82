/** What incidents, what is open and what is overdue come to, worked by hand. Default thresholds unless said. */
import { describe, expect, it } from 'vitest';
import { april, judge, riskProject } from './judgements.js';

const systems = [
  'system_id,unit_id,name_ja,allowed_stop_minutes,service_hours',
  's1,u1,S,60,24x7',
  's2,u1,S,0,24x7',
  's3,u1,S,,24x7',
  's4,u1,S,60,',
  's5,u1,S,60,24x7',
  's6,u1,S,60,24x7',
  's7,u1,S,60,24x7',
  's8,u1,S,60,24x7',
  's9,u1,S,60,24x7',
  't1,u2,S,60,24x7',
];
const incidents = [
  'incident_id,system_id,unit_id,occurred_at,restored_at,severity,state',
  'A1,s1,,2026-04-10T10:00,2026-04-10T12:00,H,restored',
  'A2,s1,,2026-04-12T10:00,2026-04-12T10:30,,restored',
  'A3,s2,,2026-04-10T10:00,2026-04-10T10:03,O,restored',
  'A4,s3,,2026-04-10T10:00,2026-04-10T18:00,,restored',
  'A5,s4,,2026-04-10T10:00,2026-04-10T10:20,C,restored',
  'A6,s6,,2026-04-10T10:00,2026-04-10T10:20,C,canceled',
  'A8,s8,,2026-03-20T00:00,2026-05-05T00:00,G,restored', // over after April's end
  'A9,s9,,2026-04-30T23:30,2026-05-01T00:30,O,restored',
  'A0,t1,,2026-04-10T10:00,2026-04-10T10:20,C,restored', // of company b, which has no scheme
  'AU,,u1,2026-04-10T10:00,2026-04-10T10:30,O,restored',
];
const actions = [
  'action_id,incident_id,kind,due_on,done_on',
  'D1,A1,prevention,2026-04-30,',
  'D2,A3,prevention,2026-03-31,2026-05-02',
  'D3,A3,provisional,2026-04-28,2026-04-29',
];
const told = judge(
  riskProject({
    systems,
    incidents,
    more: {
      actions,
      incident_systems: [
        'incident_id,system_id,harm_from,harm_to',
        'A5,s7,2026-04-10T10:05,2026-04-10T10:15',
      ],
    },
  }),
  april,
);

describe('harm', () => {
  it('is graded by the gravest incident that has a class', async () => {
    const { of } = await told;
    const class_ = (system: string, month = '2026-04') => of(`${month} ${system} harm gravest_class`);
    expect(class_('s1')).toBe('heavy = 2'); // the ungraded one beside it says nothing
    expect(class_('s2')).toBe('other = 1');
    expect(class_('s3')).toBe('no_data'); // only an ungraded one
    expect(class_('t1')).toBe('no_data'); // a grade without a class
    expect(class_('s4')).toBe('critical = 3');
    expect(class_('s7')).toBe('critical = 3'); // harmed by another system's incident
    expect(class_('s5')).toBe('none = 0');
    expect(class_('s6')).toBe('none = 0'); // canceled
    // By what it was at March's end, 12 days or 17,280 minutes in; in April no incident came.
    expect(class_('s8', '2026-03')).toBe('other = 1');
    expect(class_('s8')).toBe('none = 0');
  });
  it("has the minutes of the system's own figure, split at the month", async () => {
    const { of } = await told;
    const minutes = (system: string, month = '2026-04') => of(`${month} ${system} harm impact_minutes`);
    expect(minutes('s1')).toBe('150 = 1');
    expect(minutes('s3')).toBe('480 = 2');
    expect(minutes('s7')).toBe('10 = 1');
    expect(minutes('s5')).toBe('0 = 0');
    expect(minutes('s8', '2026-03')).toBe('17280 = 3');
    expect(minutes('s8')).toBe('43200 = 3'); // all of April
    expect(minutes('s9')).toBe('30 = 1');
  });
  it('is set against the minutes that the profile allows', async () => {
    const { of } = await told;
    const share = (system: string) => of(`2026-04 ${system} harm stop_share`);
    expect(share('s1')).toBe('2.5 = 2'); // 150 of 60
    expect(share('s2')).toBe('3 = 2'); // none allowed: 3 minutes against one
    expect(share('s3')).toBe('not_applicable'); // nothing said
    expect(share('s4')).toBe('no_data'); // service hours not known
    expect(share('s5')).toBe('0 = 0');
    expect(share('s8')).toBe('720 = 3');
    expect(share('s9')).toBe('0.5 = 1'); // on the bound
  });
});

describe('what is open', () => {
  it('is of the class that it had at that month’s end, and so many days old', async () => {
    const { of } = await told;
    const open = (key: string) => [of(`${key} open open_class`), of(`${key} open open_days`)];
    expect(open('2026-03 s8')).toEqual(['other = 1', '11 = 1']); // 20 to 31 March
    expect(open('2026-04 s8')).toEqual(['critical = 4', '41 = 2']); // 42 days, over 20,000 minutes
    expect(open('2026-04 s9')).toEqual(['other = 1', '0 = 0']);
    expect(open('2026-04 s1')).toEqual(['none = 0', '0 = 0']);
    expect(open('2026-02 s8')).toEqual(['none = 0', '0 = 0']);
  });
  it('is overdue by the actions of that month’s end', async () => {
    const { of } = await told;
    const overdue = (key: string) => [of(`${key} open actions_overdue`), of(`${key} open overdue_days`)];
    expect(overdue('2026-04 s1')).toEqual(['1 = 1', '0 = 0']); // its day ended with the month
    expect(overdue('2026-03 s2')).toEqual(['1 = 1', '0 = 0']);
    expect(overdue('2026-04 s2')).toEqual(['1 = 1', '30 = 2']); // done on 2 May; D3 was done
    expect(overdue('2026-04 s5')).toEqual(['0 = 0', '0 = 0']);
  });
  it('has no data where an open one has no class, and still its days', async () => {
    const rows = ['incident_id,system_id,occurred_at,state,severity', 'I,s1,2026-01-22T00:00,open,'];
    const { of } = await judge(riskProject({ incidents: rows }), april);
    expect(of('2026-04 s1 open open_class')).toBe('no_data');
    // 22 January to 30 April: 9 + 28 + 31 + 30.
    expect(of('2026-04 s1 open open_days')).toBe('98 = 3');
    expect(of('2026-04 s2 open open_class')).toBe('none = 0');
  });
  it('weighs what a company without a scheme calls critical as the first page does', async () => {
    const rows = [
      'incident_id,system_id,occurred_at,state,severity',
      'I1,t1,2026-04-22T00:00,open,critical',
      'I2,t2,2026-04-22T00:00,open,Sev1', // a word that nobody knows
    ];
    const systems = ['system_id,unit_id,name_ja', 't1,u2,T', 't2,u2,T'];
    const { of } = await judge(riskProject({ incidents: rows, systems }), april);
    expect(of('2026-04 t1 open open_class')).toBe('critical = 4');
    expect(of('2026-04 t1 harm gravest_class')).toBe('critical = 3');
    expect(of('2026-04 t2 open open_class')).toBe('no_data');
    expect(of('2026-04 t2 harm gravest_class')).toBe('no_data');
  });
  it('knows of reports to the regulator where anything tells of them', async () => {
    const rows = [
      'incident_id,system_id,occurred_at,state,regulator_required,regulator_first_at,regulator_final_at',
      'R1,s1,2026-04-10T00:00,open,true,,',
      'R2,s2,2026-04-10T00:00,open,,,',
      'R3,s3,2026-04-10T00:00,open,false,,',
      ...['R4', 'R5', 'R6'].map((id) => `${id},s5,2026-02-10T00:00,open,true,,`),
      'R7,s5,2026-02-10T00:00,open,true,2026-02-10T10:00,2026-02-20T00:00',
    ];
    const systems = [
      'system_id,unit_id,name_ja',
      ...['s1', 's2', 's3', 's4', 's5'].map((id) => `${id},u1,S`),
    ];
    const { each } = await judge(riskProject({ systems, incidents: rows }), april);
    expect(each('2026-04 * open regulator_overdue')).toEqual(['1 = 3', 'no_data', '0 = 0', '0 = 0', '3 = 4']);
    expect((await told).of('2026-04 s1 open regulator_overdue')).toBe('not_applicable');
  });
});

describe('exports that tell little', () => {
  it('leave no data, never a zero', async () => {
    const systems = ['system_id,unit_id,name_ja,allowed_stop_minutes,service_hours', 's1,u1,S,60,24x7'];
    const { each, of } = await judge(
      riskProject({ systems, incidents: ['incident_id,system_id,occurred_at', 'I,s1,2026-04-10'] }),
      april,
    );
    expect(each('2026-04 s1 harm *')).toEqual(['no_data', 'no_data', 'no_data']);
    expect(of('2026-03 s1 harm gravest_class')).toBe('none = 0'); // that there was none is known
    expect(each('2026-04 s1 open *')).toEqual(['no_data', 'no_data', 'no_data', 'no_data', 'not_applicable']);
    expect(each('2026-04 s1 signal *')).toEqual(['no_data', 'no_data']);
    expect(each('2026-04 s1 capacity *')).toEqual(['no_data', 'no_data', 'no_data']);
    expect(each('2026-04 s1 service_levels *')).toEqual(['no_data']);
    expect(each('2026-04 s1 changes *')).toEqual(['no_data', 'no_data', 'not_applicable']);
    expect(each('2026-04 s1 suppliers *')).toEqual(['no_data', 'no_data']); // nobody knows whether it has one
    expect(each('2026-04 s1 observations *')).toEqual(['no_data', 'no_data']);
    expect(each('2026-04 s1 profile *')).toEqual(['no_data']);
    expect(each('2026-04 s1 drills *')).toEqual(['no_data', 'not_applicable']);
    expect(each('2026-04 s1 register *')).toEqual(['not_applicable', 'no_data', 'no_data']);
    expect(each('2026-04 s1 caps *')).toEqual(['not_applicable']);
  });
});

describe('a stand-in', () => {
  it('is judged by what stands under it, and by nothing that is told of systems', async () => {
    const { of, rows } = await told;
    expect(of('2026-04 unmapped@unit:u1 harm gravest_class')).toBe('other = 1');
    expect(of('2026-04 unmapped@unit:u1 harm impact_minutes')).toBe('30 = 1');
    expect(of('2026-04 unmapped@unit:u1 open open_class')).toBe('none = 0');
    const others = rows.filter(
      ([, system, driver]) => system === 'unmapped@unit:u1' && !['harm', 'open'].includes(String(driver)),
    );
    expect(others.length).toBe(20);
    expect(new Set(others.map((row) => row[6]))).toEqual(new Set(['not_applicable']));
  });
});
