/** A small project for the marts of one input: two companies, a system that moves, one that begins and one that ends. */
import type { Files } from '../loaders/project.js';

/**
 * UTC; months January to April 2026, as-of 20 April noon. s1: u1 (a), from 1 March u2 (b). s2: u1. s3: u2, from 10 February.
 * s4: u2, until 15 March.
 */
export const project = (
  more: Files = {},
  yaml = '',
  incidents = '',
  asOf = '2026-04-20T12:00:00Z',
): Files => {
  const kinds = Object.keys(more).map((path) => `, ${path.replace('.csv', '')}: ${path}`);
  return {
    'kado.yaml': `timezone: UTC\nas_of: ${asOf}\nmax_reject_rate: 1\ncompanies: [{ id: a, name: A }, { id: b, name: B }]\n${yaml}sources: { units: u.csv, systems: s.csv, incidents: i.csv${kinds.join('')} }\n`,
    'u.csv': 'unit_id,company_id,name_ja\nu1,a,u\nu2,b,u\n',
    's.csv': [
      'system_id,unit_id,name_ja,layer,business_flow,valid_from,valid_to',
      's1,u1,s,application,pay,,2026-02-28',
      's1,u2,s,application,pay,2026-03-01,',
      's2,u1,s,it_platform,,,',
      's3,u2,s,application,,2026-02-10,',
      's4,u2,s,application,,,2026-03-15',
      '',
    ].join('\n'),
    'i.csv': `incident_id,occurred_at,system_id\n${incidents || 'I0,2026-01-01,s2\n'}`,
    ...more,
  };
};
export const april = { month: '2026-04' } as const;
