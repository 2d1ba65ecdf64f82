/** A project with one company under a small scheme of its own; what each test is about replaces a part. */
import type { Files } from '../loaders/project.js';

/** Whole, without a preset. Level 3: customers harmed for an hour; level 2: harmed, or 10 users × size; level 1: else. */
export const smallScheme = `
    name: { ja: 小さな体系, en: Small scheme }
    value: { ja: 継続, en: Continuity }
    counts: "state IS DISTINCT FROM 'canceled' AND coalesce(symptom_class, '') <> 'mail'"
    importance: { level: "business_importance + CASE WHEN customer_facing THEN 1 ELSE 0 END" }
    severity:
      scores:
        - { id: size, name: 規模, is: "affected_users * users" }
        - { id: large, name: 大規模, is: "size >= 100" }
      grades:
        - { id: L3, name: { ja: 三, en: Three }, when: customers_affected AND impact_minutes >= 60, class: critical }
        - id: L2
          name: { ja: 二, en: Two }
          when: customers_affected OR large
          class: [{ class: heavy, when: affected_amount > 0 }, { class: other, when: "true" }]
        - { id: L1, name: { ja: 一, en: One }, when: "true", class: other }
    impact_factor: greatest(affected_users, 1) * importance
    terminal: "place = '端末'"
    required_fields: { critical: all, heavy: all, other: [title, symptom] }
`;

export interface Parts {
  readonly scheme?: string;
  readonly more?: string;
  readonly systems?: string;
  readonly incidents: string;
  readonly files?: Files;
}

/** Time zone UTC, fiscal year from April, as of the end of July 2026; company `a` has the scheme `small`, `b` none. */
export const schemeProject = ({
  scheme = smallScheme,
  more = '',
  systems,
  incidents,
  files,
}: Parts): Files => ({
  'kado.yaml': `timezone: UTC
as_of: 2026-08-01T00:00:00Z
max_reject_rate: 0
sources:
  systems: s.csv
  units: u.csv
  incidents: [{ path: i.csv, covers: { from: 2026-04-01, to: 2026-07-31 } }]
${files?.['n.csv'] ? '  incident_systems: n.csv\n' : ''}companies:
  - { id: a, name: A, scheme: small }
  - { id: b, name: B }
${more}schemes:
  small:${scheme}`,
  'u.csv': 'unit_id,company_id,name_ja\nua,a,UA\nub,b,UB\n',
  's.csv':
    systems ??
    'system_id,unit_id,name_ja,business_importance,customer_facing,users\ns1,ua,S1,2,true,10\ns2,ua,S2,,true,\ns3,ub,S3,4,true,10\n',
  'i.csv': incidents,
  ...files,
});
