/** Projects with targets: how many incidents of which grade there are in which month, and the rows of targets. */
import type { Files } from '../loaders/project.js';

/** `2025-04 heavy 3 s1`: so many incidents of a grade in a month at a system; a fifth word is their theme. */
export function incidentsCsv(...lines: readonly string[]): string {
  const rows = lines.flatMap((line, n) => {
    const [month, grade, count, system = 's1', theme = ''] = line.split(' ') as [
      string,
      string,
      string,
      string?,
      string?,
    ];
    return Array.from(
      { length: Number(count) },
      (_, i) =>
        `I${n}-${i},${system},${month}-${String(1 + (i % 27)).padStart(2, '0')}T12:00:00Z,${grade},${theme}`,
    );
  });
  return `incident_id,system_id,occurred_at,severity,theme\n${rows.join('\n')}\n`;
}

export const targetsCsv = (...rows: readonly string[]): string =>
  `scope,fiscal_year,metric,severity,cap,improvement_rate,measures_effect,special_factor\n${rows.join('\n')}\n`;

/** One company `a` with s1 (layer application, flow orders) and s2 (layer it_platform); fiscal years from April. */
export const oneCompany = (
  incidents: string,
  targets: string,
  covers = '{ from: 2025-04-01, to: 2026-09-30 }',
  more = '',
): Files => ({
  'kado.yaml': `timezone: UTC
as_of: 2026-10-01T00:00:00Z
max_reject_rate: 1
companies: [{ id: a, name: A }]
${more}sources:
  units: u.csv
  systems: s.csv
  incidents: { path: i.csv, covers: ${covers} }
  targets: t.csv
`,
  'u.csv': 'unit_id,company_id,name_ja\nu1,a,U1\n',
  's.csv':
    'system_id,unit_id,name_ja,layer,business_flow\ns1,u1,S1,application,orders\ns2,u1,S2,it_platform,\n',
  'i.csv': incidents,
  't.csv': targets,
});
