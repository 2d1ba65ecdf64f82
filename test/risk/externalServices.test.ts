/** What is asked of external services and what is really delivered, worked by hand. */
import { describe, expect, it } from 'vitest';
import { externalServices } from '../../src/risk/externalServices.js';
import type { Files } from '../loaders/project.js';
import { april, project } from '../marts/plainProject.js';
import { everySystem, riskRows } from './marts.js';

const all = 'service_level;trouble;change;availability;performance;security;supplier;facility';

interface Service {
  /** Attitude of s2's profile. */
  readonly policy?: string;
  readonly delivers?: string;
  readonly substitutable?: string;
  readonly importance?: number | null;
  readonly yaml?: string;
}

/** One service of s2, which is there in every month. */
const oneService = ({ policy = '', delivers = '', substitutable = '', yaml = '' }: Service): Files => ({
  ...project({ 'system_suppliers.csv': `system_id,supplier,role,delivers\ns2,V,保守,${delivers}\n` }, yaml),
  's.csv': `system_id,unit_id,name_ja,external_policy,substitutable\ns2,u1,s,${policy},${substitutable}\n`,
});

const judge = async (service: Service): Promise<unknown[]> => {
  const importance = service.importance === undefined ? 4 : service.importance;
  const given = { risk_systems: everySystem({ s2: importance }) };
  const rows = await riskRows(
    oneService(service),
    april,
    given,
    [externalServices],
    `SELECT delivers, missing, limited, finding FROM mart.external_services WHERE month = '2026-04'`,
  );
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

const but = (...names: string[]): string =>
  all
    .split(';')
    .filter((a) => !names.includes(a))
    .join(';');

describe('each attitude against each delivery', () => {
  it.each<[what: string, service: Service, expected: unknown[]]>([
    ['demand, all', { policy: 'demand', delivers: all }, [all, '', false, 'kept']],
    [
      'demand, all but two',
      { policy: 'demand', delivers: but('change', 'facility') },
      [but('change', 'facility'), 'change;facility', false, 'missing'],
    ],
    ['demand, nothing', { policy: 'demand' }, ['', all, false, 'nothing']],
    // The harm of a stop is no matter where the same is demanded as inside.
    ['demand, nothing, limited harm', { policy: 'demand', importance: 1 }, ['', all, true, 'nothing']],
    [
      'standard, both, up to importance 2',
      { policy: 'standard', delivers: 'trouble; service_level', importance: 2 },
      ['service_level;trouble', '', true, 'kept'],
    ],
    [
      'standard, one of two',
      { policy: 'standard', delivers: 'trouble;trouble;change', importance: 2 },
      ['trouble;change', 'service_level', true, 'missing'],
    ],
    [
      'standard, nothing',
      { policy: 'standard', importance: 2 },
      ['', 'service_level;trouble', true, 'nothing'],
    ],
    // What isn't asked for doesn't make good what is.
    [
      'standard, only what was not asked',
      { policy: 'standard', delivers: 'security', importance: 2 },
      ['security', 'service_level;trouble', true, 'nothing'],
    ],
    [
      'standard where a stop does unlimited harm, all kept',
      { policy: 'standard', delivers: all, importance: 3 },
      [all, '', false, 'unlimited_harm'],
    ],
    // Of two findings the graver stands.
    [
      'standard where a stop does unlimited harm, nothing',
      { policy: 'standard', importance: 3 },
      ['', 'service_level;trouble', false, 'unlimited_harm'],
    ],
    [
      'standard, substitutable',
      { policy: 'standard', delivers: 'service_level;trouble', importance: 4, substitutable: 'true' },
      ['service_level;trouble', '', true, 'kept'],
    ],
    [
      'standard, not substitutable',
      { policy: 'standard', delivers: 'service_level;trouble', importance: 4, substitutable: 'false' },
      ['service_level;trouble', '', false, 'unlimited_harm'],
    ],
    // Not known how important: counted as 4, so its stop is not limited.
    [
      'standard, importance not known',
      { policy: 'standard', delivers: 'service_level;trouble', importance: null },
      ['service_level;trouble', '', false, 'unlimited_harm'],
    ],
    ['none, yet there, with all', { policy: 'none', delivers: all }, [all, null, false, 'not_to_be_used']],
    ['none, yet there, with nothing', { policy: 'none', importance: 1 }, ['', null, true, 'not_to_be_used']],
    ['no attitude stated, all', { delivers: all }, [all, null, false, null]],
    ['no attitude stated, nothing', {}, ['', null, false, null]],
  ])('%s', async (_, service, expected) => {
    expect(await judge(service)).toEqual(expected);
  });

  it('asks for what the configuration says, in the order of the contract', async () => {
    const yaml = 'risk: { external: { demand: [security, trouble], standard: [], limited_importance: 3 } }\n';
    expect(await judge({ policy: 'demand', delivers: 'change', yaml })).toEqual([
      'change',
      'trouble;security',
      false,
      'nothing',
    ]);
    // Where nothing is asked for, nothing is missing.
    expect(await judge({ policy: 'standard', importance: 3, yaml })).toEqual(['', '', true, 'kept']);
  });

  it('does not call nothing delivered what no export speaks of', async () => {
    const files = (policy: string): Files => ({
      ...oneService({ policy }),
      'system_suppliers.csv': 'system_id,supplier\ns2,V\n',
    });
    const found = (policy: string, importance: number) =>
      riskRows(
        files(policy),
        april,
        { risk_systems: everySystem({ s2: importance }) },
        [externalServices],
        `SELECT delivers, missing, finding FROM mart.external_services WHERE month = '2026-04'`,
      );
    expect(await found('demand', 4)).toEqual([[null, null, null]]);
    expect(await found('standard', 1)).toEqual([[null, null, null]]);
    expect(await found('standard', 4)).toEqual([[null, null, 'unlimited_harm']]);
    expect(await found('none', 1)).toEqual([[null, null, 'not_to_be_used']]);
  });
});

describe('the months of a service', () => {
  const months = (files: Files, where = 'true') =>
    riskRows(
      files,
      april,
      { risk_systems: everySystem() },
      [externalServices],
      `SELECT month, system_id, supplier, contract_days FROM mart.external_services WHERE ${where} ORDER BY ALL`,
    );

  it('last until its contract ends: the month of its last day is the last', async () => {
    const files = project({
      'system_suppliers.csv':
        'system_id,supplier,contract_until\ns2,first day,2026-03-01\ns2,last day,2026-02-28\ns2,open,\ns2,at as-of,2026-04-20\n',
    });
    // The days run from the last day that is valued: 31 January, 28 February, 31 March, 20 April (as-of).
    expect(await months(files)).toEqual([
      ['2026-01', 's2', 'at as-of', 79],
      ['2026-01', 's2', 'first day', 29],
      ['2026-01', 's2', 'last day', 28],
      ['2026-01', 's2', 'open', null],
      ['2026-02', 's2', 'at as-of', 51],
      ['2026-02', 's2', 'first day', 1],
      ['2026-02', 's2', 'last day', 0],
      ['2026-02', 's2', 'open', null],
      ['2026-03', 's2', 'at as-of', 20],
      ['2026-03', 's2', 'first day', -30],
      ['2026-03', 's2', 'open', null],
      ['2026-04', 's2', 'at as-of', 0],
      ['2026-04', 's2', 'open', null],
    ]);
  });

  it('are those in which its system is there, with the attitude of the profile valid then', async () => {
    const files: Files = {
      ...project({
        'system_suppliers.csv': 'system_id,supplier,delivers\ns1,A/B,trouble\ns1,"<b>""\'",\ns9,A/B,\n',
      }),
      's.csv': [
        'system_id,unit_id,name_ja,external_policy,valid_from,valid_to',
        's1,u1,s,none,,2026-02-28',
        's1,u2,s,demand,2026-03-01,',
        's2,u1,s,demand,,',
        '',
      ].join('\n'),
    };
    const rows = await riskRows(
      files,
      april,
      { risk_systems: `${everySystem()} AND NOT (month = '2026-01' AND system_id = 's1')` },
      [externalServices],
      `SELECT month, system_id, supplier, policy, finding, _line FROM mart.external_services ORDER BY month, _line`,
    );
    expect(rows).toEqual([
      ['2026-02', 's1', 'A/B', 'none', 'not_to_be_used', 2],
      ['2026-02', 's1', `<b>"'`, 'none', 'not_to_be_used', 3],
      ['2026-03', 's1', 'A/B', 'demand', 'missing', 2],
      ['2026-03', 's1', `<b>"'`, 'demand', 'nothing', 3],
      ['2026-04', 's1', 'A/B', 'demand', 'missing', 2],
      ['2026-04', 's1', `<b>"'`, 'demand', 'nothing', 3],
    ]);
  });
});
