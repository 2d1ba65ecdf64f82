/** The corrections on the data page: all of them, each with its reason, and every text as data. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/load.js';
import type { Html } from '../../src/html.js';
import { formatsOf } from '../../src/locale/index.js';
import { provenanceWords } from '../../src/locale/provenanceOf.js';
import { correctionsSection } from '../../src/pages/parts/corrections.js';
import type { ReportData } from '../../src/pages/report.js';
import type { CorrectedCell } from '../../src/staging/corrections.js';
import type { Receipt } from '../../src/staging/receipt.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const smallest = 'sources:\n  systems: s.csv\n  incidents: i.csv\n';

function render(
  fix: string | undefined,
  corrected: readonly CorrectedCell[],
  locale: 'ja' | 'en' = 'en',
): Html | false {
  const yaml = fix === undefined ? smallest : `${smallest}corrections: fix.yaml\n`;
  const config = readConfig(bytes(yaml), 'kado.yaml', '/project', {}, () => bytes(fix ?? ''));
  const receipts = [0, 1].map((file) => ({ file, path: `${'ab'[file]}.csv` }) as Receipt);
  const view = { data: { config } as ReportData, format: formatsOf(locale) };
  return correctionsSection(view, provenanceWords(locale), { corrected, receipts });
}

const cell = (correction: number, file: number, line: number): CorrectedCell => ({
  correction,
  kind: 'incidents',
  file,
  line,
  column: 'severity',
  from: 'heavy',
  to: 'critical',
});

/** Each row's cells as text. */
const cellsOf = (section: Html | false): string[][] =>
  [...String(section).matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text]) => text!.replace(/<\/?code>/g, '')),
  );

describe('the corrections section', () => {
  it('lists every correction with the rows that it changed', () => {
    const fix = `- { kind: incidents, key: I1, column: severity, from: heavy, to: critical, reason: seen, by: S, on: 2026-10-09 }
- { kind: capacity, key: { system_id: s1, at: ~, metric: cpu }, column: unit, from: '', to: '%', reason: r, by: T }
- { kind: incidents, file: b.csv, line: 9, column: incident_id, from: I2, to: ~, reason: r, by: T }
`;
    const section = render(fix, [cell(0, 0, 2), cell(0, 1, 3), cell(1, 1, 4), cell(2, 1, 9)]);
    expect(cellsOf(section)).toEqual([
      [
        'fix.yaml:1',
        'incidents',
        'I1',
        'severity',
        'heavy → critical',
        'a.csv:2 b.csv:3',
        'seen',
        'S',
        '2026-10-09',
      ],
      [
        'fix.yaml:2',
        'capacity',
        'system_id s1 at (nothing) metric cpu',
        'unit',
        '(nothing) → %',
        'b.csv:4',
        'r',
        'T',
        'no data',
      ],
      ['fix.yaml:3', 'incidents', '', 'incident_id', 'I2 → (nothing)', 'b.csv:9', 'r', 'T', 'no data'],
    ]);
    expect(String(section)).toContain('<p>3 applied, in 4 places of the exports.');
  });

  it('says the same in Japanese', () => {
    const fix = '- { kind: incidents, key: I1, column: title, from: a, to: ~, reason: 誤記, by: 佐藤 }\n';
    expect(String(render(fix, [cell(0, 0, 2)], 'ja'))).toContain(
      '<p>1件の訂正を、書き出しの1か所に当てました。',
    );
  });

  it('lets no text become markup', () => {
    const fix =
      '- { kind: incidents, key: "<b>", column: title, from: "<i>", to: "${x}", reason: "<script>", by: "</td>" }\n';
    const text = String(render(fix, [cell(0, 0, 2)]));
    expect(text).not.toMatch(/<(b|i|script)>|\$\{/);
    expect(text).toContain('&lt;i&gt; → &#36;&#123;x&#125;');
    expect(cellsOf(render(fix, []))[0]).toHaveLength(9);
  });

  it('stands only where a file of corrections is named, and says when it holds none', () => {
    expect(render(undefined, [])).toBe(false);
    expect(String(render('', []))).toContain('The file of corrections holds none.');
  });
});
