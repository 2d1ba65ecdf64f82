/** Mojibake is told by its bytes, and nothing else is taken for it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../loaders/formats/mojibake.js';
import { describeMojibake } from '../../loaders/formats/mojibakeWatch.js';
import { formatProblem } from '../../src/errors.js';
import { bytesOf, utf16Of } from './bytesOf.js';
import { readContent } from './exportFile.js';

const as = (bytes: Uint8Array, name: string): string => new TextDecoder(name).decode(bytes);
/** Windows puts a middle dot where CP932 has nothing. */
const windows = (text: string): string => text.replaceAll('\ufffd', '・');

/** Every mistake: what the text comes out as. Latin-1 leaves controls where Windows-1252 has signs. */
const mistakes: Readonly<Record<string, (text: string) => string>> = {
  'UTF-8 as CP932': (text) => as(Buffer.from(text), 'shift_jis'),
  'UTF-8 as CP932 by Windows': (text) => windows(as(Buffer.from(text), 'shift_jis')),
  'UTF-8 as Latin-1': (text) => Buffer.from(text).toString('latin1'),
  'UTF-8 as Windows-1252': (text) => as(Buffer.from(text), 'windows-1252'),
  'CP932 as Latin-1': (text) => bytesOf(text, 'shift_jis').toString('latin1'),
  'CP932 as Windows-1252': (text) => as(bytesOf(text, 'shift_jis'), 'windows-1252'),
  'EUC-JP as Latin-1': (text) => bytesOf(text, 'euc-jp').toString('latin1'),
};

/** Ordinary sentences, put together as reports have them. */
const subject = fc.constantFrom(
  '受発注システム',
  'データベース',
  '夜間バッチ',
  'サーバー',
  'ネットワーク機器',
  '基幹系統',
  '決済サービス',
  '外部接続先',
  '顧客情報',
  'ログイン画面',
  'A社のDB',
  'お客様からの問い合わせ',
  'ディスク',
);
const verb = fc.constantFrom(
  'の障害について',
  'が停止した',
  'の遅延が発生',
  'を再起動した（手動）',
  'に接続できません。',
  'の負荷が上昇',
  'が見つからない',
  'は復旧済み',
  'の原因を調査中です',
  'において「エラー」と表示',
);
const sentence = fc.tuple(subject, verb).map((parts) => parts.join(''));

describe('what was read in a wrong encoding', () => {
  test.each(Object.keys(mistakes))('is told: %s', (name) => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('', 'INC1,', '{"title":"'), (text, before) => {
        const stands = mistakes[name]!(text);
        expect(findMojibake(`${before}${stands}\n`)).toMatchObject({ at: before.length, stands });
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['UTF-8 as CP932', 'サーバーを再起動した', 'サーバ…を…起動し…'],
    ['UTF-8 as Latin-1', 'メールが届かない', 'メールが届かない'],
    ['UTF-8 as Latin-1', 'テストテスト', 'テストテスト'],
    ['CP932 as Windows-1252', '基幹系統障害報告書', '基幹系統障害報告書'],
    ['EUC-JP as Latin-1', '二重計上が見つかった', '二重計上が見つかった'],
  ])('is shown as it should read: %s, %s', (name, text, reads) => {
    expect(findMojibake(mistakes[name]!(text))?.reads).toBe(reads);
  });
});

describe('what is as it should be', () => {
  test.each([
    ['Japanese', '受発注システムの障害について、サーバーを再起動した。糸が縺れる；繧繝縁の畳・鬱・龠'],
    ['kanji alone', '基幹系統障害報告書 東京都千代田区霞が関 躊躇 纐纈 齟齬'],
    ['half-width katakana', 'ｼｽﾃﾑ ﾃｽﾄ ｱ､ｲ､ｳ､ｴ､ｵ ｻｰﾊﾞｰ･ﾃﾞｨｽｸ 障害ｼｽﾃﾑ障害ﾃｽﾄ発生ﾄﾞｱ故障'],
    ['German, French', 'München Straße Äußerung ÄÖÜäöüß façade créée naïve Noël œuvre « élève » 20 €'],
    ['Czech', 'Škoda příští žluťoučký kůň úpěl ďábelské ódy Žižkov Šárka špatně'],
    ['Croatian', 'Šišmiš žžž čšž ŠŽŠŽŠŽ šžšžšžšž'],
    ['Vietnamese', 'Nguyễn Thị Đặng Trần Hữu Phước Lê Ngã ã à ạ Mã số khách hàng'],
    ['Portuguese', 'São João não ações ãã ãõãõãõ coração'],
    ['Korean', '시스템 장애에 대하여 데이터베이스 정지'],
    ['Chinese', '系统故障报告：数据库停止，无法显示。——“测试”…… 網路設備故障'],
    ['Russian, Greek', 'Ошибка системы базы данных Αθήνα ελληνικά'],
    ['signs', '“‘’” – — … • ™ ‰ † ‡ ———— •••••••• ““””““”” ¥¥¥¥¤¤¤¤ °±²³´µ¶·¸¹º»¼½¾¿'],
    ['all of Latin-1', Array.from({ length: 96 }, (_, i) => String.fromCharCode(160 + i)).join('')],
    [
      'all of Windows-1252',
      as(
        Uint8Array.from({ length: 128 }, (_, i) => 128 + i),
        'windows-1252',
      ),
    ],
    ['what is lost for good', 'ï¿½ï¿½ï¿½ï¿½ \ufffd\ufffd\ufffd\ufffd 锟斤拷锟斤拷 ????'],
  ])('stays unnoticed: %s', (_, text) => {
    expect(findMojibake(text)).toBeUndefined();
    expect(findMojibake(text.replaceAll(' ', ''))).toBeUndefined();
  });

  test('stays unnoticed however it is put together', () => {
    const words = fc.oneof(
      sentence,
      fc.constantFrom(
        'ｼｽﾃﾑ',
        'ﾃｽﾄ･',
        '縺れ',
        '・',
        '～',
        '①㈱髙',
        '×÷±',
        '…',
        '“x”',
        'é',
        'ã',
        'Š',
        '한국어',
        '系统',
      ),
      // Names in half-width katakana, and words of letters that Windows-1252 has.
      fc.string({
        unit: fc.integer({ min: 0xff61, max: 0xff9f }).map((c) => String.fromCharCode(c)),
        maxLength: 12,
      }),
      fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvzäöüßéèêàçñãõåøšžœ'), maxLength: 12 }),
    );
    const text = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        expect(findMojibake(value)).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a file', () => {
  const wrong = mistakes['UTF-8 as CP932 by Windows']!;
  const codes = async (content: Uint8Array | string, name?: string) =>
    (await readContent(content, {}, name)).warnings.map((w) => `${w.code} ${w.place?.line}`);
  const csv = `番号,題名\r\n1,障害\r\n\r\n2,"${wrong('受発注システムの障害')}\r\n${wrong('サーバーを再起動した')}"\r\n3,正\r\n`;

  test('is told once, with its first line, how many there are, and how they would read', async () => {
    const { warnings, records } = await readContent(csv);
    expect(warnings.map((w) => formatProblem(w, 'en'))).toEqual([
      'exports/a.csv:4: Text was saved after it had been read in a wrong encoding, on 2 lines: ' +
        `“${wrong('受発注システムの障害')}” would read “受発注シス…の障害” ` +
        '(export it again from its source, as UTF-8 or CP932; for now it is loaded as it stands)',
    ]);
    expect(records.map((r) => r.fields[1])).toEqual([
      '障害',
      `${wrong('受発注システムの障害')}\r\n${wrong('サーバーを再起動した')}`,
      '正',
    ]);
  });

  test('is looked at whatever it is in, and in every format of text', async () => {
    const latin = mistakes['CP932 as Windows-1252']!('データベースの停止');
    expect(await codes(bytesOf(csv, 'shift_jis'))).toEqual(['text_mojibake 4']);
    expect(await codes(utf16Of(csv, 'le'))).toEqual(['text_mojibake 4']);
    expect(await codes(`\ufeff${csv}`)).toEqual(['text_mojibake 4']);
    expect(await codes(csv.replaceAll('\r\n', '\r'))).toEqual(['text_mojibake 4']);
    expect(await codes(`[\n{"a":"x"},\n{"a":"${latin}"}]`, 'a.json')).toEqual(['text_mojibake 3']);
    expect(await codes(`{"a":"x"}\n{"a":"${latin}"}\n`, 'a.ndjson')).toEqual(['text_mojibake 2']);
    expect(await codes(bytesOf('番号,題名\n1,データベースの停止により\n', 'euc-jp'))).toEqual([]);
  });

  test('has each mistake found in it, far down too', async () => {
    const rows = 'I1,2026-04-01,サーバーを再起動した\n'.repeat(120_000);
    for (const [name, make] of Object.entries(mistakes)) {
      const column = `I2,2026-04-01,${make('夜間バッチの遅延が発生')}\n`.repeat(6000);
      expect([name, await codes(`id,at,title\n${rows}${column}`)]).toEqual([name, ['text_mojibake 120002']]);
    }
  });

  test('of nothing else has its lines counted to a thousand', async () => {
    async function* pieces() {
      for (let i = 0; i < 300; i++) yield { text: `${wrong('受発注システムの障害')}\n`.repeat(10), bad: [] };
    }
    expect((await describeMojibake(pieces(), 'a.csv'))?.params.lines).toBe('≥ 1000');
  });
});
