/** The form of the monthly report: what is known is on it, what isn't is a ruled field, in both languages alike. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findingWords } from '../../src/locale/findingsOf.js';
import { aspectKeys } from '../../src/locale/forms.js';
import { formWords } from '../../src/locale/formsOf.js';
import type { Locale } from '../../src/locale/language.js';
import { riskWords } from '../../src/locale/riskOf.js';
import { acrossPage } from '../../src/pages/across.js';
import { countForms, formLink, formPages } from '../../src/pages/form.js';
import { indexPages } from '../../src/pages/indices.js';
import type { PageContent } from '../../src/pages/page.js';
import type { ReportData } from '../../src/pages/report.js';
import { routes, viewIn } from '../../src/pages/view.js';
import { acme, readForms } from './formProject.js';
import { plain, rowsOf, sectionOf } from './statements.js';

let report: ReportData;
beforeAll(async () => {
  report = await readForms();
}, 60_000);

const formsIn = (locale: Locale): PageContent[] => [...formPages(viewIn(report, locale))];
const formOf = (locale: Locale, kind: 'system' | 'supplier', id: string): string =>
  String(formsIn(locale).find((p) => p.route === routes.form(kind, id))!.content);
/** `_` where there is a ruled field. */
const shown = (markup: string): string =>
  plain(
    markup
      .replace(/<span class="blank"[^>]*><\/span>/g, ' _ ')
      .replace(/<\/(?:dt|dd|li|p|small)>|<small>/g, ' ')
      .replaceAll('\u00a0', ' '),
  ).replace(/\s+/g, ' ');
const headOf = (markup: string): Record<string, string> =>
  Object.fromEntries(
    [
      .../<dl class="profile head">(.*?)<\/dl>/s
        .exec(markup)![1]!
        .matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs),
    ].map((m) => [m[1]!, shown(m[2]!)]),
  );
/** Each row of a section: its head, then its cells. */
const cellsOf = (markup: string, section: string): string[][] =>
  [...sectionOf(markup, section).matchAll(/<tr[^>]*>\s*(<th scope="row">.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((m) => shown(m[1]!)),
  );
const known = (markup: string): string[] => cellsOf(markup, 'aspects').map((row) => row[1]!);

describe('forms', () => {
  it('are there for each system and supplier, but for no stand-in, and are counted so', () => {
    const view = viewIn(report, 'en');
    expect(formsIn('ja').map((p) => p.route)).toEqual([
      ...['s2', 's3', 's1'].map((id) => routes.form('system', id)),
      ...[acme, 'Beta'].map((id) => routes.form('supplier', id)),
    ]);
    expect(countForms(view)).toBe(5);
    const unmapped = report.systems.filter((s) => !s.known);
    expect(unmapped).toHaveLength(1);
    expect(formLink(view, routes.decisions, 'system', unmapped[0]!.id)).toBeNull();
    expect(formLink(view, routes.decisions, 'supplier', 'Nobody')).toBeNull();
    expect(String(formLink(view, routes.system('s1'), 'system', 's1'))).toBe(
      '<a href="../form/system/s1.html">Monthly report form</a>',
    );
    expect(new Set(formsIn('en').map((p) => p.nav))).toEqual(new Set(['systems', 'suppliers']));
  });

  it('say in their head whose report it is, to whom, and by when', () => {
    expect(headOf(formOf('ja', 'system', 's1'))).toEqual({
      対象月: '2026年5月',
      システム: '外為 s1',
      会社: 'A',
      事業部: '市場部',
      責任者: '佐藤',
      提出先: '市場部 伊藤',
      提出期限: '2026-06-05 17:00',
      提出日時: '2026-06-04 10:00',
      提出者: '佐藤',
      リスク水準: '極めて高',
      得点: '41.3',
    });
    // Last month's submission is not this month's; what is not known is a field.
    const other = headOf(formOf('en', 'system', 's2'));
    expect([other.Owner, other.Due, other.Submitted, other['Submitted by']]).toEqual(['_', '_', '_', '_']);
    expect(other.Addressee).toBe('Payments');
    expect(other['Risk level']).toBe('No data');
    // Sent in after as-of: not known yet, nor by whom. Its units, company by company in the configured order.
    expect(headOf(formOf('en', 'supplier', acme))).toEqual({
      Month: 'May 2026',
      Supplier: acme,
      'Systems supplied': '2',
      Addressee: 'B (Payments), A (Markets)',
      Due: '2026-06-05 17:00',
      Submitted: '_',
      'Submitted by': '_',
      'Risk level': 'Not applicable',
      Score: 'n/a',
    });
    const beta = headOf(formOf('en', 'supplier', 'Beta'));
    expect([beta['Systems supplied'], beta.Addressee]).toEqual(['_', '_']);
  });

  it('have the eight aspects in their order, each with what is known of it', () => {
    const rows = cellsOf(formOf('en', 'system', 's1'), 'aspects');
    expect(rows.map((row) => row[0])).toEqual([
      '1. Service level',
      '2. Trouble management',
      '3. Changes',
      '4. Availability',
      '5. Performance',
      '6. Security',
      '7. Suppliers',
      '8. Attached facilities',
    ]);
    // No root cause is on record: whether anything recurred is not known. Open for 11 days and 15 hours at the month's end, and 90 minutes
    // of another: 280.5 of 744 hours, an availability of 0.62298. No capacity is given. Of one of three changes there is no result.
    expect(rows.map((row) => row[1])).toEqual([
      'Service-level breaches 1 availability target ≥ 99.95 % actual 99.9 % Not met response target ≤ 5 s actual _',
      'Incidents 2 Open incidents 1 Recurrences _ Time to restore, median 1 h 30 min Overdue actions 1',
      'Changes made 3 of them failed 1 without a recorded result 1 Change failure rate 33.3%',
      'Availability 62.3% Minutes of harm 12 d',
      'Capacity past its warning level, days _ Days until capacity reaches its limit _ Early signs in capacity _',
      '_',
      `${acme} 運用 · same information as inside · Contract ends 2027-03-31 Aspects reported Trouble management, Changes Asked for and not reported Service level, Security`,
      '_',
    ]);
  });

  it('leave a field where nothing is known, and never write a 0 there', () => {
    const [serviceLevel, , change, , performance, security, supplier, facility] = known(
      formOf('ja', 'system', 's3'),
    );
    // No indicator is agreed: nothing to be worse than. The register of changes is given and has none.
    expect(serviceLevel).toBe('サービスレベル未達 対象外');
    expect(change).toBe('実施した変更 0 変更の失敗率 対象外');
    expect(performance!.match(/_/g)).toHaveLength(3);
    expect(performance).not.toMatch(/\d/);
    expect([security, supplier, facility]).toEqual(['_', '_', '_']);
    // One change of which no result is on record: that none failed isn't known.
    expect(known(formOf('ja', 'system', 's2'))[2]).toMatch(/^実施した変更 1 うち失敗 _ 結果の記録なし 1 /);
    expect(formOf('ja', 'system', 's3')).not.toContain('class="missing"');
  });

  it('tick the judgement that was sent in by as-of for this month, and no other', () => {
    const ticked = (locale: Locale, id: string) =>
      cellsOf(formOf(locale, 'system', id), 'aspects').map(
        ([, , status, note]) => [/■ (\S+(?: [^□■]+)?)/.exec(status!)?.[1]?.trim(), note] as const,
      );
    const none = [undefined, '_'];
    expect(ticked('ja', 's1')).toEqual([
      none,
      ['問題あり', '再発の調査中 <u> _'],
      none,
      none,
      none,
      ['問題なし', '_'],
      none,
      none,
    ]);
    expect(ticked('en', 's2').map(([tick]) => tick)).toEqual(aspectKeys.map(() => undefined));
    // All four answers stand to be ticked.
    for (const locale of ['ja', 'en'] as const)
      for (const row of cellsOf(formOf(locale, 'system', 's3'), 'aspects'))
        expect(row[2]).toBe(
          formWords(locale)
            .statuses.map((s) => `□ ${s}`)
            .join(' '),
        );
  });

  it('list risks of the register and matters that are not done with, and leave rows to write into', () => {
    const page = formOf('en', 'system', 's1');
    const empty = ['_', '_', '_', '_', '_'];
    expect(cellsOf(page, 'risks')).toEqual([
      ['老朽化 <s> R1', '2 × 3', 'mitigate', '佐藤', '2026-07-31'],
      ['_ R2', '_ × 5', '_', '_', '_'],
      empty,
      empty,
    ]);
    expect(cellsOf(page, 'decisions')).toEqual([
      ['Risk level critical, sent up for a decision', 'Executive committee', 'April 2026', '2026-05-31', '_'],
      ['Risk level high, sent up for a decision', 'A', 'May 2026', '_', '_'],
      ['更改の前倒し', 'Executive committee', 'April 2026', '2026-06-30', '_'],
      empty,
      empty,
    ]);
    expect(cellsOf(formOf('en', 'system', 's2'), 'decisions')).toEqual([empty, empty]);
    expect(cellsOf(formOf('ja', 'supplier', acme), 'decisions')).toEqual([
      ['契約の見直し', '容量委員会', '2026年5月', '_', '承認'],
      empty,
      empty,
    ]);
    expect(page.match(/<p class="writing">/g)).toHaveLength(4);
    expect([...page.matchAll(/<h3>(.*?)<\/h3>/g)].map((m) => m[1])).toEqual([
      'Prepared',
      'Checked',
      'Approved',
    ]);
  });

  it('of suppliers are the same form, with what each system is given', () => {
    const page = formOf('ja', 'supplier', acme);
    // s2 stands first, its company does. Neither an attitude nor a delivery is on record there.
    expect(cellsOf(page, 'services')).toEqual([
      ['口座 B', ...aspectKeys.map(() => '_')],
      [
        '外為 A · 運用 · 社内と同じ情報を求める · 契約終了 2027-03-31',
        '欠',
        '○',
        '○',
        '－',
        '－',
        '欠',
        '－',
        '－',
      ],
    ]);
    expect(cellsOf(page, 'aspects').map((row) => row[0])).toEqual(
      cellsOf(formOf('ja', 'system', 's1'), 'aspects').map((row) => row[0]),
    );
    expect(known(page).map((k) => k.replace(/^障害件数 1 .*分 /, '障害件数 1 … '))).toEqual([
      '1システム中0で報告あり',
      '障害件数 1 … 1システム中1で報告あり',
      '1システム中1で報告あり',
      ...Array.from({ length: 5 }, () => '1システム中0で報告あり'),
    ]);
    const beta = formOf('ja', 'supplier', 'Beta');
    expect(sectionOf(beta, 'services')).toBe('');
    expect(known(beta)[1]).toMatch(/^障害件数 1 未復旧の障害 1 /);
    expect(known(beta)[2]).toBe('_');
  });

  it('show the texts of exports as the characters that they are, and the same figures in both languages', () => {
    const figures = (page: PageContent) =>
      [...String(page.content).matchAll(/data-figure="([^"]+)"/g)].map((m) => m[1]);
    const [ja, en] = [formsIn('ja'), formsIn('en')];
    for (const [i, page] of ja.entries()) {
      for (const markup of [String(page.content), String(en[i]!.content)])
        expect(markup).not.toMatch(/<(?:i|u|s|b)>(?!■|欠|missing|Met|Not met|達成|未達)/);
      expect(figures(page)).toEqual(figures(en[i]!));
    }
    expect(ja.flatMap(figures).length).toBeGreaterThan(30);
  });
});

describe('tables of scopes', () => {
  const risk = riskWords('en').columns;
  it('have level and score in front where there are any, and companies stay in the configured order', () => {
    const view = viewIn(report, 'en');
    const [companies, , systems] = indexPages(view).map((p) => String(p.content));
    const rows = (markup: string) =>
      rowsOf(markup).map((r) => [
        r.head,
        plain(r.cells.get(risk.level) ?? '-'),
        plain(r.cells.get(risk.score) ?? '-'),
      ]);
    expect(
      [...companies!.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].slice(0, 5).map((m) => plain(m[1]!)),
    ).toEqual(['Company', risk.level, findingWords('en').worst, risk.score, 'Month']);
    // B has the lower level and stands first: it is configured first.
    expect(rows(companies!).filter(([name]) => name !== 'Company unknown')).toEqual([
      ['B', 'None', '0.0'],
      ['A', 'Critical', '41.3'],
    ]);
    expect(rows(systems!).find(([name]) => name === 'Accounts')).toEqual(['Accounts', 'No data', 'no data']);
    expect(companies).toContain('data-figure="2026-05/risk_level/company:a"');
    const across = String(acrossPage(view).content);
    expect(rows(sectionOf(across, 'layer'))[0]!.slice(1)).toEqual(['High', '20.0']);
    expect(sectionOf(across, 'theme')).not.toContain(risk.level);
    expect(sectionOf(across, 'supplier')).toContain(`href="${routes.supplier('Beta')}"`);
  });
});
