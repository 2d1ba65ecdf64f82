/** Pages of suppliers and external services: what they say of hand-made rows. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import type { PageContent } from '../../src/pages/page.js';
import { externalSection } from '../../src/pages/parts/external.js';
import type { ReportData } from '../../src/pages/report.js';
import { supplierPages } from '../../src/pages/supplier.js';
import { suppliersPage } from '../../src/pages/suppliers.js';
import { routes, type View } from '../../src/pages/view.js';
import {
  all,
  headings,
  lead,
  type Make,
  odd,
  readBase,
  rowOf,
  service,
  viewOf,
  weight,
  words,
} from './handMade.js';

let base: ReportData;
let view: Make;
beforeAll(async () => {
  base = await readBase();
  view = viewOf(base);
});

it('are read from the marts of the reported month', () => {
  // Three systems are there in April, each of an importance that nobody knows: counted as 4. No export says what is delivered.
  expect(
    base.risk.suppliers.weights.map((w) => [w.supplier, w.systems, w.topSystems, w.allTop, w.concentrated]),
  ).toEqual([odd, 'V'].map((name) => [name, 1, 1, 3, false]));
  expect(base.risk.suppliers.services).toEqual(
    [service({ systemId: 's1' }), service({ systemId: 's2', supplier: odd })].map((s) => ({
      ...s,
      role: null,
      policy: null,
      delivers: null,
      missing: null,
      finding: null,
      importance: null,
    })),
  );
  expect(base.risk.register.risks.map((r) => [r.riskId, r.systemId, r.score])).toEqual([['R', 's1', null]]);
});

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
      'V stands behind 3 systems in 2 companies. 3 of the 6 systems of the highest importance (50%) depend on it: a concentration.',
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

  it.each([
    [
      { topSystems: 1, share: 1 / 6 },
      '1 of the 6 systems of the highest importance (17%) depends on it.',
      '最重要システム6のうち1（17\u00a0%）がその中にあります。',
    ],
    [
      { topSystems: 0, share: 0 },
      'None of the 6 systems of the highest importance is among them.',
      '最重要システム（6）はその中にありません。',
    ],
    [{ allTop: 0, share: null }, '', ''],
  ])('says how much of what matters most stands on it: %o', (more, en, ja) => {
    const seen = (locale: Locale) =>
      headings(of(view({ weights: [weight(more)], services: [service({})] }, locale), 'V'));
    expect(seen('en')).toBe(`V stands behind 2 systems in 2 companies. ${en}`.trim());
    expect(seen('ja')).toBe(`Vは、2社の2システムを支えています。 ${ja}`.trim());
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
