/**
 * A group in which nothing ever changes: every system's incidents come at its own constant rate, half of the companies' in clusters
 * (negative binomial, variance 4 × mean). Whatever its pages call a movement is noise.
 */
import { randomOf } from '../../data/generate/kernel/random.js';
import type { Files } from '../loaders/project.js';

/** In the configured order, which is no other order: not of ids, rates or names. Two share a scheme, one has none. */
export const companies = [
  { id: 'm', scheme: 'finance-b', dispersion: 1 },
  { id: 'c', scheme: 'transport-d', dispersion: 4 },
  { id: 'k', scheme: 'manufacturing-f', dispersion: 1 },
  { id: 'z', scheme: 'finance-b', dispersion: 4 },
  { id: 'h', scheme: null, dispersion: 1 },
] as const;

/** Incidents a month of each company's systems; the first two are one unit's. */
const rates = [0.3, 1.2, 6] as const;
const systems = companies.flatMap(({ id, dispersion }) =>
  rates.map((rate, n) => ({ id: `${id}${n}`, company: id, unit: `${id}-${n >> 1}`, rate, dispersion, n })),
);

/** April 2024 to the reported month. */
export const reported = '2026-10';
const months = 31;
/** May 2026: six months up to the reported one. */
const worseFrom = 25;
const minute = 60_000;
const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

const incidentHead =
  'incident_id,system_id,occurred_at,restored_at,state,severity,theme,supplier,affected_users,customers_affected,operations_affected,availability_impact,responsibility,impact_scope,affected_amount,impact_minutes';

function incidentsOf(company: string, seed: string, worse: boolean): string {
  const rows = systems
    .filter((s) => s.company === company)
    .flatMap(({ id, rate, dispersion }) => {
      const random = randomOf(`honesty ${seed} ${id}`);
      return Array.from({ length: months }, (_, m) => {
        const [from, to] = [Date.UTC(2024, 3 + m, 1), Date.UTC(2024, 4 + m, 1)];
        return Array.from(
          { length: random.count(worse && m >= worseFrom ? rate * 2.5 : rate, dispersion) },
          (_, n) => {
            const at = from + random.integer(0, (to - from) / minute - 1) * minute;
            const minutes = Math.max(1, Math.round(random.lognormal(60, 1)));
            return [
              `${id}-${m}-${n}`,
              id,
              iso(at),
              random.chance(0.99) ? iso(at + minutes * minute) : '',
              'closed',
              random.pick(['critical', 'heavy', 'other', 'other', 'other']),
              random.pick(['development', 'operation']),
              random.pick(['S1', 'S2', '']),
              random.integer(0, 200),
              random.chance(0.3),
              random.chance(0.1),
              random.integer(0, 3),
              random.pick(['own', 'shared', 'other']),
              random.pick(['person', 'department', 'departments', 'company']),
              random.pick([0, 2_000_000, 200_000_000]),
              minutes,
            ].join(',');
          },
        );
      }).flat();
    });
  return `${[incidentHead, ...rows].join('\n')}\n`;
}

const csv = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;
const measured = [
  ...companies.map(({ id }) => `company:${id}`),
  ...systems.map(({ id }) => `system:${id}`),
  'group',
  'flow:orders',
];

export interface Noise {
  readonly asOf?: string;
  /** The last day of company z's export; the others hold the whole of the reported month. */
  readonly ends?: string;
  /** A company that is no noise: its incidents are 2.5 times what they were, from May 2026 on. */
  readonly worse?: string;
  /** Investments of companies that are to differ. */
  readonly amounts?: Readonly<Record<string, number>>;
}

/** All companies earn the same rate per investment; every company has targets, and measures that did nothing. */
export function noiseProject(
  seed: string,
  { asOf = '2026-11-01T00:00:00Z', ends = '2026-10-31', amounts = {}, worse }: Noise = {},
): Files {
  const sources = companies.map(
    ({ id }) =>
      `    - { path: ${id}.csv, company: ${id}, covers: { from: 2024-04-01, to: ${id === 'z' ? ends : '2026-10-31'} } }`,
  );
  return {
    'kado.yaml': `timezone: UTC
as_of: ${asOf}
companies:
${companies.map(({ id, scheme }) => `  - { id: ${id}, name: { ja: ${id}社, en: Company ${id} }${scheme === null ? '' : `, scheme: ${scheme}`} }`).join('\n')}
sources:
  units: units.csv
  systems: systems.csv
  investments: investments.csv
  targets: targets.csv
  measures: measures.csv
  incidents:
${sources.join('\n')}
`,
    'units.csv': csv(
      'unit_id,company_id,name_ja,name_en',
      [...new Set(systems.map((s) => s.unit))].map((u) => `${u},${u.split('-')[0]},部${u},Unit ${u}`),
    ),
    'systems.csv': csv(
      'system_id,unit_id,name_ja,name_en,layer,business_flow,availability_need,usual_amount,category,business_importance,customer_facing',
      systems.map(
        ({ id, unit, n }) =>
          `${id},${unit},系${id},System ${id},${n % 2 ? 'application' : 'it_platform'},${n < 2 ? 'orders' : 'settlement'},${n + 1},1000000,AA,${n + 1},true`,
      ),
    ),
    ...Object.fromEntries(companies.map(({ id }) => [`${id}.csv`, incidentsOf(id, seed, id === worse)])),
    'investments.csv': csv(
      'company_id,fiscal_year,software_amount',
      companies.map(({ id }) => `${id},2026,${amounts[id] ?? 1_200_000_000}`),
    ),
    'targets.csv': csv('scope,fiscal_year,metric,severity,improvement_rate', [
      ...companies.map(({ id }) => `company:${id},2026,incidents,,0.1`),
      ...systems.map(({ id }) => `system:${id},2026,incidents,,`),
      'company:m,2026,incidents,A,0.05',
      'flow:orders,2026,incidents,heavy,',
    ]),
    'measures.csv': csv(
      'measure_id,kind,scope,name,starts_on,status,severity',
      measured.map((scope, i) => `m${i},1,${scope},施策${i},2025-${i % 2 ? '10' : '12'}-01,running,`),
    ),
  };
}
