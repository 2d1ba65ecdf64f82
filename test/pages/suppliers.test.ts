/** Pages of suppliers and external services, and a system's part of the risk register: what they say of hand-made rows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { aspectKeys } from '../../src/locale/forms.js';
import type { Locale } from '../../src/locale/language.js';
import type { PageContent } from '../../src/pages/page.js';
import { externalSection } from '../../src/pages/parts/external.js';
import { registerSection } from '../../src/pages/parts/register.js';
import type { ReportData } from '../../src/pages/report.js';
import type { Register } from '../../src/pages/risk/register.js';
import type { ExternalService, Suppliers, SupplierWeight } from '../../src/pages/risk/suppliers.js';
import { supplierPages } from '../../src/pages/supplier.js';
import { suppliersPage } from '../../src/pages/suppliers.js';
import { routes, type View, viewIn } from '../../src/pages/view.js';
import type { Files } from '../loaders/project.js';
import { april, project } from '../marts/plainProject.js';
import { makeReport } from './report.js';

/** Markup, quotes, a path upward: a supplier may be called anything. */
const odd = `<img src=x onerror="1">/../'A&B'`;
const quoted = `"${odd.replaceAll('"', '""')}"`;

/** I1 names a supplier behind which no system stands. */
const files: Files = {
  ...project(
    {
      'system_suppliers.csv': `system_id,supplier\ns1,V\ns2,${quoted}\n`,
      'risks.csv': 'risk_id,system_id,identified_on\nR,s1,2026-01-01\n',
    },
    '',
    'I0,2026-01-01,s2,\nI1,2026-04-01,s2,Only named\n',
  ),
};

const service = (more: Partial<ExternalService>): ExternalService => ({
  systemId: 's1',
  supplier: 'V',
  role: '保守',
  policy: 'demand',
  delivers: [],
  missing: [],
  contractUntil: null,
  contractDays: null,
  finding: 'kept',
  importance: 4,
  counted: 4,
  ...more,
});
const weight = (more: Partial<SupplierWeight>): SupplierWeight => ({
  supplier: 'V',
  systems: 2,
  units: 2,
  companies: 2,
  topSystems: 0,
  allTop: 6,
  share: 0,
  concentrated: false,
  worst: null,
  ...more,
});

const all = aspectKeys as readonly string[];
const noRegister: Register = { risks: [], disagreements: [] };

let base: ReportData;
beforeAll(async () => {
  const { i, ...rest } = { i: files['i.csv'] as string, ...files };
  base = (await makeReport({ ...rest, 'i.csv': i.replace('system_id', 'system_id,supplier') }, april.month))
    .report;
});

const view = (suppliers: Partial<Suppliers>, locale: Locale = 'en', register = noRegister): View =>
  viewIn(
    {
      ...base,
      risk: { ...base.risk, suppliers: { weights: [], services: [], reports: [], ...suppliers }, register },
    },
    locale,
  );
const words = (content: unknown): string =>
  String(content)
    .replace(/<br>/g, ' ')
    .replace(/<\/(?:td|th|p|h\d|dd|dt|tr)>/g, '|')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\n/g, '');
const headings = (page: PageContent): string => words(/<h1>(.*?)<\/h1>/s.exec(String(page.content))![1]);
const lead = (page: PageContent): string =>
  words(/<p class="lead">(.*?)<\/p>/s.exec(String(page.content))![1]);
/** The cells of a row by its head. */
const rowOf = (content: unknown, head: string): string[] => {
  const row = String(content)
    .split('<tr>')
    .find((r) => words(r).startsWith(head));
  if (row === undefined) throw new Error(`no row ${head} in ${words(content)}`);
  return words(row.split('</tr>')[0]!).split('|').slice(0, -1);
};

describe('the page of all suppliers', () => {
  const services = [
    service({
      systemId: 's4',
      finding: 'not_to_be_used',
      policy: 'none',
      missing: null,
      delivers: ['trouble'],
    }),
    service({ systemId: 's1', finding: 'missing', delivers: ['trouble'], missing: ['change', 'security'] }),
    service({ systemId: 's3', finding: null, policy: null, missing: null, importance: null }),
    service({ systemId: 's2', supplier: odd }),
  ];
  const weights = [
    weight({ topSystems: 3, share: 0.5, concentrated: true, systems: 3, worst: 3 }),
    weight({ supplier: odd, systems: 1, units: 1, companies: 1 }),
  ];

  it('names each concentration in its first sentences, and how many services depart', () => {
    const page = suppliersPage(view({ services, weights }));
    expect(headings(page)).toBe(
      '2 suppliers stand behind 4 systems. Concentration: V (3 of the 6 systems of the highest importance, 50%, in 2 companies).',
    );
    expect(lead(page)).toBe(
      "Of 4 external services, 2 depart from the attitude taken to them. 1 can't be judged: no attitude is stated, or what is reported is not known.",
    );
    const ja = suppliersPage(view({ services, weights }, 'ja'));
    expect(headings(ja)).toBe(
      '委託先2社が4システムを支えています。 集中：V（最重要システム6のうち3、50\u00a0%、2社にまたがる）。',
    );
    expect(lead(ja)).toBe(
      '外部サービス4件のうち2件で、方針と実際が一致していません。1件は、方針または報告の内容が分からないため判定できません。',
    );
  });

  it('says by what bounds nothing is a concentration', () => {
    const page = suppliersPage(
      view({ services, weights: weights.map((w) => ({ ...w, concentrated: false })) }),
    );
    expect(headings(page)).toContain(
      'No supplier reaches the bounds of a concentration: 20% of the systems of the highest importance, and at least 3 of them.',
    );
  });

  it('lists every supplier and every service, those of incidents alone last', () => {
    const { content } = suppliersPage(view({ services, weights }));
    // Level not judged here; 1 of V's 3 services can't be.
    expect(rowOf(content, 'V')).toEqual(
      ['V', 'n/a', 'High', '3', '50%', '3', '2', '2', 'no data', '0'].map(expectLoosely),
    );
    expect(rowOf(content, odd).slice(3, 8)).toEqual(['0', '0%', '1', '1', '0']);
    expect(rowOf(content, 'Only named').slice(2, 8)).toEqual(['', '0', 'n/a', '0', '0', '0']);
    expect([...String(content).matchAll(/<th scope="row">/g)]).toHaveLength(3 + 4);
  });

  it('shows of each service what is asked, reported and missing', () => {
    const { content } = suppliersPage(view({ services, weights }));
    const rows = words(content);
    expect(rows).toContain('In use though it is not to be used|');
    expect(rows).toContain('Part of what is asked is not reported|');
    expect(rows).toContain('|Changes, Security|Trouble management|');
    expect(rows).toContain('Attitude not stated|');
    expect(rows).toContain('Importance not known counts as 4|');
  });

  it('folds a long list of those that are as asked, and loses none', () => {
    const many = Array.from({ length: 19 }, () => service({ delivers: all }));
    const short = String(suppliersPage(view({ services: [services[0]!, ...many], weights })).content);
    expect(short).not.toContain('<details>');
    const { content } = suppliersPage(view({ services: [services[0]!, services[2]!, ...many], weights }));
    const [open, folded] = String(content)
      .split('<section aria-labelledby="services">')[1]!
      .split('<details>');
    expect(open!.split('<tr><th scope="row">')).toHaveLength(1 + 2);
    expect(folded!.split('<tr><th scope="row">')).toHaveLength(1 + 19);
    expect(words(folded)).toContain('19 as asked');
    expect(words(folded)).toContain('|nothing|every aspect|');
  });

  it('says that nothing is known where there is no such input', () => {
    const bare = view({});
    const without = {
      ...bare,
      data: {
        ...bare.data,
        config: { ...bare.data.config, sources: { ...bare.data.config.sources, system_suppliers: [] } },
      },
    };
    expect(lead(suppliersPage(without))).toBe(
      'Not known: there is no input of suppliers (system_suppliers).',
    );
    expect(words(externalSection(without, routes.system('s1'), 's1'))).toContain(
      'Not known: there is no input',
    );
  });
});

/** A figure of risk that this page only passes on. */
const expectLoosely = (text: string): unknown =>
  text === 'n/a' || text === 'no data' ? expect.any(String) : text;

describe("a supplier's page", () => {
  const pages = (v: View): PageContent[] => [...supplierPages(v)];
  const of = (v: View, id: string): PageContent => pages(v).find((p) => p.route === routes.supplier(id))!;

  it('is there for each that an export names, with a file name of its own', () => {
    const names = pages(view({}));
    expect(names.map((p) => p.title).sort()).toEqual([odd, 'Only named', 'V']);
    for (const { route } of names) expect(route).toMatch(/^supplier\/[a-z0-9-]+\.html$/);
    expect(new Set(names.map((p) => p.route)).size).toBe(3);
  });

  it('says behind what it stands, company by company', () => {
    const page = of(
      view({
        weights: [weight({ topSystems: 3, share: 0.5, concentrated: true, systems: 3 })],
        services: [
          service({ systemId: 's4', contractUntil: '2026-05-01', contractDays: 11 }),
          service({
            systemId: 's2',
            finding: 'nothing',
            missing: ['trouble'],
            contractUntil: '2026-04-19',
            contractDays: -1,
          }),
          service({ systemId: 's3' }),
        ],
      }),
      'V',
    );
    expect(headings(page)).toBe(
      'V stands behind 3 systems in 2 companies in April 2026, 3 of them systems of the highest importance. 3 of the 6 systems of the highest importance (50%) depend on this one supplier.',
    );
    expect(lead(page)).toBe('1 service departs from the attitude taken to it.');
    const text = words(page.content);
    // a's s2 before b's s3 and s4, whatever the order of the rows.
    expect(text.indexOf('|A|') === -1 ? text.indexOf('A|') : text.indexOf('|A|')).toBeLessThan(
      text.indexOf('B|'),
    );
    expect(text).toContain('2026-05-01 in 11 days');
    expect(text).toContain('2026-04-19 ended 1 day ago');
    expect([...String(page.content).matchAll(/<h3>/g)]).toHaveLength(2);
  });

  it('escapes a name wherever it stands', () => {
    const v = view({
      weights: [weight({ supplier: odd, systems: 1 })],
      services: [service({ systemId: 's2', supplier: odd })],
    });
    const page = of(v, odd);
    expect(String(page.content)).not.toContain('<img');
    expect(headings(page).startsWith(odd)).toBe(true);
    for (const content of [suppliersPage(v).content, externalSection(v, routes.system('s2'), 's2')]) {
      expect(String(content)).not.toContain('<img');
      expect(String(content)).toContain(`${routes.supplier(odd).replace('supplier/', '')}"`);
      expect(words(content)).toContain(odd);
    }
  });

  it('says of one that only incidents name that nothing stands on it', () => {
    const page = of(view({}), 'Only named');
    expect(headings(page)).toBe(
      'Only named stands behind no system in April 2026: it is named in records of incidents, or its contracts have ended.',
    );
    expect(String(page.content)).toContain('data-figure="2026-04/incidents/supplier:Only%20named"');
    expect(words(page.content)).toContain('Incidents|1|');
  });

  it('lists its reports, or says that nothing is known of them', () => {
    const text = words(of(view({}), 'V').content);
    expect(text).toContain('Not known: there is no input of submissions');
    const bare = view({
      reports: [
        {
          supplier: 'V',
          reported: '2026-03',
          dueAt: '2026-04-05 17:00',
          submittedAt: null,
          state: 'missing',
        },
        {
          supplier: odd,
          reported: '2026-03',
          dueAt: '2026-04-05 17:00',
          submittedAt: '2026-04-06 09:00',
          state: 'late',
        },
      ],
    });
    const { config } = bare.data;
    const given = {
      ...bare,
      data: {
        ...bare.data,
        config: { ...config, sources: { ...config.sources, submissions: config.sources.risks } },
      },
    };
    expect(rowOf(of(given, 'V').content, 'March 2026')).toEqual([
      'March 2026',
      '2026-04-05 17:00',
      '',
      'missing',
    ]);
    expect(rowOf(of(given, odd).content, 'March 2026').at(-1)).toBe('late');
    expect(words(of(given, 'Only named').content)).toContain('No report came due this month.');
  });
});

describe("a system's part of the register", () => {
  const risk = {
    riskId: 'R1',
    systemId: 's1',
    title: '<b>単独の回線</b>',
    likelihood: 2,
    impact: 2,
    score: 4,
    level: 1,
    treatment: 'reduce',
    owner: '三枝',
    dueOn: '2026-03-31',
    overdueDays: 20,
  } as const;
  const disagreement = {
    systemId: 's1',
    finding: 'registered_low',
    registered: 1,
    measured: 4,
    riskId: 'R1',
  } as const;
  const seen = (register: Register, locale: Locale = 'en', withSystem = false): string =>
    words(
      registerSection(
        view({}, locale, register),
        routes.system('s1'),
        (row) => row.systemId === 's1',
        withSystem,
      ),
    );

  it('says where the register and the measurement disagree, and lists its open risks', () => {
    const register = {
      risks: [risk, { ...risk, riskId: 'R2', systemId: 's2' }],
      disagreements: [disagreement, { ...disagreement, systemId: 's2' }],
    };
    const text = seen(register);
    expect(text).toContain('Measured at critical, but registered at low (R1).|');
    expect(text).toContain('R1 <b>単独の回線</b>|Low|2 × 2 = 4|Mitigate|三枝|2026-03-31|20|');
    expect(text).not.toContain('R2');
    expect(seen(register, 'ja')).toContain('測定では「極めて高」ですが、登録簿では「低」です（R1）。|');
    expect(seen(register, 'ja', true)).toContain(
      's：測定では「極めて高」ですが、登録簿では「低」です（R1）。|',
    );
  });

  it.each([
    [
      { ...disagreement, finding: 'not_registered', registered: null, riskId: null },
      'Measured at critical, but no risk is open in the register.',
    ],
    [
      { ...disagreement, registered: null },
      'Measured at critical, but the registered risk has no likelihood and impact (R1).',
    ],
    [
      { ...disagreement, finding: 'registered_high', registered: 3, measured: 0 },
      'Registered at high, but measured at none (R1).',
    ],
  ] as const)('says what %o is', (d, sentence) => {
    expect(seen({ risks: [], disagreements: [d] })).toContain(sentence);
  });

  it('says where there is nothing, and where nothing is known', () => {
    const text = seen(noRegister);
    expect(text).toContain('Register and measurement do not contradict each other.');
    expect(text).toContain('No risk is open in the register.');
    expect(
      seen({ risks: [{ ...risk, likelihood: null, score: null, level: null }], disagreements: [] }),
    ).toContain('|No data|not rated|');
  });
});
