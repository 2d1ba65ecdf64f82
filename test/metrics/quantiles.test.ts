/** Medians and 90th percentiles above a system come from the pooled values, never from the systems' medians. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Figures, figuresOf } from '../cases/figures.js';

const minutes = { s1: [10, 20, 1000], s2: [30], s3: [5, 5, 7, 90] };
const rows = Object.entries(minutes).flatMap(([system, list]) =>
  list.map((m, i) => {
    const end = new Date(Date.UTC(2026, 0, 10, 0, m)).toISOString();
    return `${system}-${i},2026-01-10T00:00:00Z,${end},${system}`;
  }),
);

let figures: Figures;
beforeAll(async () => {
  figures = await figuresOf({
    'kado.yaml':
      'timezone: UTC\nsources:\n  systems: s.csv\n  incidents: { path: i.csv, covers: { from: 2026-01-01, to: 2026-01-31 } }\n',
    's.csv': 'system_id,unit_id,name_ja\ns1,u1,s1\ns2,u1,s2\ns3,u2,s3\n',
    'i.csv': `incident_id,occurred_at,restored_at,system_id\n${rows.join('\n')}\n`,
  });
});

describe('time to restore', () => {
  // R 4.2.2: v <- list(s1=c(10,20,1000), s2=30, s3=c(5,5,7,90)); for (x in c(v, list(unlist(v)))) quantile(x, c(.5,.9), type=7)
  it.each([
    ['system:s1', 20, 804],
    ['system:s2', 30, 30],
    ['system:s3', 6, 65.1],
    ['group:group', 15, 363],
    // quantile(c(10,20,1000,30), c(.5,.9), type=7) → 25 709
    ['unit:u1', 25, 709],
  ])('of %s', (scope, median, p90) => {
    expect(figures.of(`2026-01/restore_minutes_median/${scope}`).value).toBeCloseTo(median, 9);
    expect(figures.of(`2026-01/restore_minutes_p90/${scope}`).value).toBeCloseTo(p90, 9);
  });
});
