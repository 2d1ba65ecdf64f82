import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { bar, mark, minutesByMonth, monthlyCounts, restoreTimes, sparkline } from '../../src/charts/index.js';
import type { Html } from '../../src/html.js';
import { expectGolden } from './golden.js';

const months = Array.from({ length: 31 }, (_, i) => {
  const month = 3 + i;
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const complete = (i: number) => i < 30;
const evil = '<script>alert(1)</script>"\'&${x}';

const counts = {
  locale: 'ja',
  title: 'その他の障害は減りました',
  alt: '31か月の月別件数',
  fiscalYearStart: 4,
  rows: months.map((month, i) => ({
    month,
    counts: i === 4 ? null : [i % 9 === 0 ? 1 : 0, (i * 7) % 5, 30 - i + ((i * 5) % 6)],
    complete: complete(i),
  })),
  grades: ['重大', '重', 'その他'],
} as const;
const whole = {
  ...counts,
  locale: 'en',
  grades: undefined,
  rows: counts.rows.map((row) => ({ ...row, counts: row.counts && [row.counts[2]!] })),
} as const;
const minutes = {
  locale: 'en',
  title: 'Minutes of harm rose in September',
  alt: 'Minutes per month',
  fiscalYearStart: 4,
  rows: months.map((month, i) => ({
    month,
    minutes: i === 3 ? null : 300 + ((i * 977) % 900) + (i === 29 ? 1500 : 0),
    complete: complete(i),
  })),
} as const;
const times = {
  locale: 'ja',
  title: '半数は1時間半以内に復旧しました',
  alt: '復旧時間の分布',
  minutes: Array.from({ length: 90 }, (_, i) => 1.12 ** i),
  median: 155,
  p90: 9600,
} as const;
const line = {
  locale: 'ja',
  alt: '24か月の推移',
  rows: months.slice(-24).map((month, i) => ({
    month,
    value: i === 5 || i === 7 ? null : 4 + ((i * 5) % 7),
    complete: i < 23,
  })),
  limits: { low: -1, high: 11 },
  mean: 6,
} as const;

describe('goldens', () => {
  it('monthlyCounts by grade', () => expectGolden('monthly-counts-grades', monthlyCounts(counts)));
  it('monthlyCounts whole', () => expectGolden('monthly-counts', monthlyCounts(whole)));
  it('minutesByMonth', () => expectGolden('minutes-by-month', minutesByMonth(minutes)));
  it('restoreTimes as a histogram', () => expectGolden('restore-times', restoreTimes(times)));
  it('restoreTimes as dots', () =>
    expectGolden(
      'restore-times-dots',
      restoreTimes({ ...times, minutes: [0, 3, 90, 95, 4000], median: 90, p90: null }),
    ));
  it('sparkline', () => expectGolden('sparkline', sparkline(line)));

  it('do not depend on what was drawn before', () => {
    const first = monthlyCounts(counts).markup;
    monthlyCounts({ ...counts, rows: counts.rows.slice(0, 3), title: 'x' });
    minutesByMonth(minutes);
    expect(monthlyCounts(counts).markup).toBe(first);
  });
});

const charts: readonly (readonly [string, Html])[] = [
  ['monthlyCounts', monthlyCounts({ ...counts, title: evil, alt: evil, grades: [evil, 'b', 'c'] })],
  ['minutesByMonth', minutesByMonth({ ...minutes, title: evil, alt: evil })],
  ['restoreTimes', restoreTimes({ ...times, title: evil, alt: evil })],
  ['sparkline', sparkline({ ...line, alt: evil })],
  ['bar', bar({ actual: 3, max: 8, cap: 2, capLabel: evil, band: { low: 3, high: 20 }, alt: evil })],
  ['mark', mark('worse')],
];

describe.each(charts)('%s', (_, { markup }) => {
  it('holds nothing that the policy blocks, and no id', () => {
    expect(markup).not.toMatch(/<script|<style| style="| id="|url\(|xmlns|font-family/);
  });
  it('is well-formed', () => {
    const errors: string[] = [];
    parseFragment(markup, { onParseError: (error) => errors.push(error.code) });
    expect(errors).toEqual([]);
  });
  it('takes its colours from the style sheet', () => {
    expect(markup.match(/(?:fill|stroke)="(?!none|var\()[^"]*"/g)).toBeNull();
  });
});

describe('what charts say', () => {
  it('lists every month in the table, missing as missing', () => {
    const { markup } = monthlyCounts(counts);
    expect(markup.match(/<tr>/g)).toHaveLength(32);
    expect(markup).toContain('<th scope="row">2024年8月</th><td class="num" data-label="重大">情報なし</td>');
    expect(markup).toContain('data-label="状態">途中の月</td>');
  });

  it('keeps the place of a month about which nothing is known, and says so where nothing is known at all', () => {
    const none = { ...minutes, rows: minutes.rows.map((row) => ({ ...row, minutes: null })) };
    expect(minutesByMonth(none).markup).toContain('<p class="missing">no data</p>');
    expect(restoreTimes({ ...times, minutes: [] }).markup).toContain('<p class="missing">情報なし</p>');
    expect(monthlyCounts({ ...counts, rows: [] }).markup).toContain('class="missing"');
    expect(sparkline({ ...line, rows: [] }).markup).toContain('class="missing"');
  });

  it('draws a year of zeros as zeros', () => {
    const zeros = months.slice(0, 12).map((month) => ({ month, counts: [0], complete: true }));
    const { markup } = monthlyCounts({ ...whole, rows: zeros });
    expect(markup).toContain('<svg class="plot"');
    expect(markup).not.toContain('NaN');
  });

  it('puts each restore time into one class', () => {
    const { markup } = restoreTimes({ ...times, minutes: [0, 0.5, 1, 2, 86400, 1e6], median: 2, p90: 1e6 });
    const total = [...markup.matchAll(/data-label="件数">(\d+)</g)].reduce((sum, m) => sum + Number(m[1]), 0);
    expect(total).toBe(6);
    expect(markup).not.toContain('NaN');
  });

  it('gives the same scale to charts that are compared', () => {
    expect(monthlyCounts({ ...whole, max: 390 }).markup).toContain('>400</text>');
  });
});
