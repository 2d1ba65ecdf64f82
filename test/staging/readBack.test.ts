/** Whatever is written in one of the ways that docs/values.md names reads back as what it was; and nothing stops the query. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/staging/contract.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { type Rules, readAll } from './reading.js';

const db = await scratchDatabase();
/** One query for many values: the database's own time is most of a run's. */
const many = { minLength: 40, maxLength: 60 } as const;
const runs = { numRuns: 12 } as const;

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).replaceAll(' ', '　');
const grouped = (digits: string, sep: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, sep);
const shown = (negative: boolean, whole: bigint, millionths: number): string =>
  `${negative && (whole > 0n || millionths > 0) ? '-' : ''}${whole}.${String(millionths).padStart(6, '0')}`;

/** A number as it is, in one of the ways of writing it. */
const number = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }),
    millionths: fc.nat({ max: 999_999 }),
    sign: fc.constantFrom('-', '−', '▲', '△'),
    yen: fc.constantFrom('', '¥', '\\'),
    counter: fc.constantFrom('', '件', '人', '名', '台', '回', '社', '円', '個', ' 件'),
    wide: fc.boolean(),
    groups: fc.boolean(),
  })
  .map((n) => {
    const fraction = n.millionths === 0 ? '' : `.${String(n.millionths).padStart(6, '0').replace(/0+$/, '')}`;
    const digits = (n.groups ? grouped(String(n.whole), ',') : String(n.whole)) + fraction;
    const text = `${n.yen}${n.negative ? n.sign : ''}${digits}${n.counter}`;
    const comma = digits.replace(/[.,]/g, (c) => (c === ',' ? '.' : ','));
    const value = shown(n.negative, n.whole, n.millionths);
    return { text: n.wide ? wide(text) : text, comma, value, plain: shown(false, n.whole, n.millionths) };
  });

const scales = { 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 億: 8, 百億: 10, 兆: 12 } as const;
const scaled = fc
  .record({
    scale: fc.constantFrom(...(Object.keys(scales) as (keyof typeof scales)[])),
    whole: fc.nat({ max: 99_999 }),
    fraction: fc.nat({ max: 999 }),
  })
  .map(({ scale, whole, fraction }) => ({
    text: `${whole}.${String(fraction).padStart(3, '0')}${scale}円`,
    value: `${(BigInt(whole) * 1000n + BigInt(fraction)) * 10n ** BigInt(scales[scale] - 3)}.000000`,
  }));
const compound = fc
  .record({
    trillions: fc.nat({ max: 9999 }),
    hundredMillions: fc.integer({ min: 1, max: 9999 }),
    tenThousands: fc.nat({ max: 9999 }),
    ones: fc.nat({ max: 9999 }),
  })
  .map((c) => {
    const part = (n: number, word: string): string => (n === 0 ? '' : `${grouped(String(n), ',')}${word}`);
    const { trillions, hundredMillions, tenThousands, ones } = c;
    const text = `${part(trillions, '兆')}${part(hundredMillions, '億')}${part(tenThousands, '万')}${part(ones, '')}円`;
    const value =
      BigInt(trillions) * 10n ** 12n +
      BigInt(hundredMillions) * 10n ** 8n +
      BigInt(tenThousands) * 10n ** 4n +
      BigInt(ones);
    return { text, value: `${value}.000000` };
  });

describe('a number reads back', () => {
  const type = { is: 'number' } as const;
  const holds = async (
    pairs: readonly { text: string; value: string }[],
    rules: Rules = {},
  ): Promise<void> => {
    const values = await readAll(
      db,
      pairs.map((p) => p.text),
      type,
      rules,
    );
    expect(pairs.map((p, i) => [p.text, values[i]])).toEqual(pairs.map((p) => [p.text, p.value]));
  };
  it('with signs, groups, counters, full-width', () =>
    fc.assert(
      fc.asyncProperty(fc.array(number, many), (pairs) => holds(pairs)),
      runs,
    ));
  it('with a declared decimal comma', () =>
    fc.assert(
      fc.asyncProperty(fc.array(number, many), (pairs) =>
        holds(
          pairs.map((p) => ({ text: p.comma, value: p.plain })),
          { decimal: ',' },
        ),
      ),
      runs,
    ));
  it('in ten thousands', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(scaled, compound), many), (pairs) => holds(pairs)),
      runs,
    ));
});

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const eras = [
  { name: '令和', letter: 'R', before: 2018, from: '2019-05-01' },
  { name: '平成', letter: 'H', before: 1988, from: '1989-01-08' },
  { name: '昭和', letter: 'S', before: 1925, from: '1926-12-25' },
];
/** A day from the first of 昭和 to 2100, and all its spellings. */
const day = fc
  .date({ min: new Date('1926-12-25'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => {
    const iso = date.toISOString().slice(0, 10);
    const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
    const era = eras.find((e) => iso >= e.from)!;
    const year = y - era.before;
    const forms = [
      iso,
      `${y}/${m}/${d}`,
      `${y}/${pad(m)}/${pad(d)}`,
      `${y}-${m}-${d}`,
      `${y}年${m}月${d}日`,
      `${y}年${pad(m)}月${pad(d)}日(月)`,
      `${y}${pad(m)}${pad(d)}`,
    ];
    // R82 and such are written, but two digits are all that an era's year has.
    if (year < 100)
      forms.push(
        `${era.name}${year === 1 ? '元' : year}年${m}月${d}日`,
        `${era.letter}${year}.${m}.${d}`,
        `${era.letter}${pad(year)}/${pad(m)}/${pad(d)}`,
      );
    return { iso, forms: [...forms, ...forms.map(wide)] };
  });
const clock = fc
  .record({ hour: fc.nat({ max: 23 }), minute: fc.nat({ max: 59 }), second: fc.nat({ max: 59 }) })
  .map(({ hour, minute, second }) => {
    const half = hour < 12 ? '午前' : '午後';
    return {
      iso: `${pad(hour)}:${pad(minute)}:${pad(second)}`,
      forms: [
        `${hour}:${pad(minute)}:${pad(second)}`,
        `${hour}時${minute}分${second}秒`,
        `${half}${hour % 12}時${minute}分${second}秒`,
        `${half} ${hour % 12 || 12}:${pad(minute)}:${pad(second)}`,
        `${hour % 12 || 12}:${pad(minute)}:${pad(second)} ${hour < 12 ? 'AM' : 'PM'}`,
      ],
    };
  });

describe('a date reads back', () => {
  it('in each of its forms', () =>
    fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 8, maxLength: 12 }), async (days) => {
        const pairs = days.flatMap(({ iso, forms }) => forms.map((form) => [form, iso]));
        const values = await readAll(
          db,
          pairs.map(([form]) => form!),
          { is: 'date' },
        );
        expect(pairs.map(([form], i) => [form, values[i]])).toEqual(pairs);
      }),
      runs,
    ));
  it('with each form of the time of day', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(day, clock), { minLength: 4, maxLength: 6 }), async (moments) => {
        const pairs = moments
          .filter(([{ iso }]) => iso > '1970')
          .flatMap(([d, c]) =>
            d.forms
              .filter((form) => !/^[\d０-９]{8}$/.test(form))
              .flatMap((form) => c.forms.map((time) => [`${form} ${time}`, `${d.iso} ${c.iso}+00`])),
          );
        if (pairs.length === 0) return;
        const values = await readAll(
          db,
          pairs.map(([text]) => text!),
          { is: 'time' },
          { timezone: 'UTC' },
        );
        expect(pairs.map(([text], i) => [text, values[i]])).toEqual(pairs);
      }),
      runs,
    ));
});

describe('a length of time reads back', () => {
  it('in each of its forms', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 99_999 }), many), async (minutes) => {
        const pairs = minutes.flatMap((n) => {
          const [h, m] = [Math.floor(n / 60), n % 60];
          const forms = [`${n}`, `${n}分`, `${h}時間${m}分`, `${h}:${pad(m)}`, `${h}:${pad(m)}:00`];
          forms.push(`PT${h}H${m}M`, `${h}h ${m}m`, `${h} hours ${m} min`, `${n * 60}秒`, wide(`${n}分`));
          return forms.map((form) => [form, `${n}.000000`]);
        });
        const values = await readAll(
          db,
          pairs.map(([form]) => form!),
          { is: 'minutes' },
        );
        expect(pairs.map(([form], i) => [form, values[i]])).toEqual(pairs);
      }),
      runs,
    ));
});

describe('no text stops the query', () => {
  const sign = fc.constantFrom(
    ...'0123456789999',
    ...'.,:;/- +%¥\\▲△（）()',
    ...'年月日時分秒万億兆千元件円TZRHSPMDe',
    ...['午後', '令和', '平成', '億', '00000', '99999', '２０', '月', '(水)', ' ', "'", '\u0000', '😀'],
  );
  const texts = fc.array(fc.string({ unit: sign, maxLength: 14 }), { minLength: 150, maxLength: 200 });
  const types: readonly (readonly [ColumnType, Rules])[] = [
    [{ is: 'time' }, {}],
    [{ is: 'date' }, {}],
    [{ is: 'date' }, { format: ['%Y/%m/%d %p', 'japanese'] }],
    [{ is: 'month' }, {}],
    [{ is: 'integer' }, {}],
    [{ is: 'number' }, {}],
    [{ is: 'number' }, { units: { '': 12_345.678_901_234, e: 1e21, 円: 1e-9 } }],
    [{ is: 'real' }, { units: { '': 1e300, 円: 1e-300 } }],
    [{ is: 'real' }, { decimal: ',' }],
    [{ is: 'minutes' }, {}],
    [{ is: 'boolean' }, {}],
  ];
  it.each(types)('%j %j', (type, rules) =>
    fc.assert(
      fc.asyncProperty(texts, async (all) => {
        expect(await readAll(db, all, type, rules)).toHaveLength(all.length);
      }),
      { numRuns: 10 },
    ),
  );
});
