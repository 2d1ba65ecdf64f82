import { describe, expect, it } from 'vitest';
import { handBook, rowXml, sheetJsBook } from '../formats/workbook.js';
import { type Files, systemsCsv, told, toldReject, withStaged } from './project.js';

/** As kept by hand: a title, the company merged over its rows, full-width names, dates as cells and as texts, a total. */
const date = (serial: number) => `<c s="1"><v>${serial}</v></c>`;
const clock = (serial: number) => `<c s="2"><v>${serial}</v></c>`;
const rows = [
  ['障害管理表'],
  [undefined, undefined, undefined, undefined, undefined, '２０２６年４月末'],
  ['会社', 'Ｎｏ．', 'システム', '発生日時', '復旧日時', '影響（分）', '承認日'],
  ['Ａ社', 'Ｉ－１', 's1', clock(46_113.375), '2026年4月1日 10:30', 90, date(46_115)],
  [undefined, 'Ｉ－２', 's1', date(46_114), '', 15, undefined],
  [],
  [undefined, 'Ｉ－３', 's2', '来週', '', 30, undefined],
  ['Ｂ社', 'Ｉ－４', 's2', clock(46_116.5), '2026年4月4日 12:00', '<c><f>F4/0</f></c>', undefined],
  ['Ｂ社', 'Ｉ－５', 's2', clock(46_116.5), '', '<c><f>F4*2</f><v>180</v></c>', undefined],
  [undefined, '合　計', undefined, undefined, undefined, '<c><f>SUM(F4:F9)</f><v>315</v></c>', undefined],
  ['※ 影響は速報値'],
];
const book = handBook(
  [
    { name: '記入要領', data: rowXml(1, '列', '意味') + rowXml(2, 'Ｎｏ．', '通し番号') },
    {
      name: '障害',
      data: rows.map((cells, i) => rowXml(i + 1, ...cells)).join(''),
      merges: ['A1:F1', 'A4:A7'],
    },
    { name: '作業用', state: 'hidden', data: rows.map((cells, i) => rowXml(i + 1, ...cells)).join('') },
  ],
  { formats: ['[$-411]ggge"年"m"月"d"日"', 'yyyy/m/d h:mm'] },
);
const files: Files = {
  'kado.yaml': [
    'max_reject_rate: 0.39',
    'sources:',
    '  systems: s.csv',
    '  incidents:',
    '    - path: i.xlsx',
    '      columns:',
    '        incident_id: Ｎｏ．',
    '        system_id: システム',
    '        occurred_at: 発生日時',
    '        restored_at: { from: 復旧日時, format: "%Y年%m月%d日 %H:%M" }',
    '        impact_minutes: 影響（分）',
    '        title: 会社',
    '',
  ].join('\n'),
  's.csv': systemsCsv('s1', 's2'),
  'i.xlsx': book,
};

describe('a hand-kept Japanese workbook', () => {
  it('loads by the mapping, with an account that closes', async () => {
    await withStaged(files, async ({ db, loaded, rejects }) => {
      const staged = await db.rows(
        `SELECT _line AS line, incident_id AS id, title, impact_minutes::INTEGER AS minutes,
           occurred_at AT TIME ZONE 'Asia/Tokyo' = expected AS occurred, coalesce(restored_at - occurred_at = INTERVAL 90 MINUTE, false) AS restored
         FROM staging.incidents JOIN (VALUES ('Ｉ－１', TIMESTAMP '2026-04-01 09:00'), ('Ｉ－２', TIMESTAMP '2026-04-02'), ('Ｉ－５', TIMESTAMP '2026-04-04 12:00')) v(i, expected) ON i = incident_id
         ORDER BY _line`,
      );
      const row = (line: number, id: string, title: string, minutes: number, restored: boolean) => ({
        ...{ line, id, title, minutes, occurred: true, restored },
      });
      expect(staged).toEqual([
        row(4, 'Ｉ－１', 'Ａ社', 90, true),
        row(5, 'Ｉ－２', 'Ａ社', 15, false),
        row(9, 'Ｉ－５', 'Ｂ社', 180, false),
      ]);
      expect(rejects.map(toldReject)).toEqual([
        '7 value_not_time 発生日時',
        '8 cell_formula_without_value 影響（分）',
        '10 row_is_total ',
        '11 row_is_note ',
      ]);
      expect(rejects.slice(-2).map((r) => r.value)).toEqual([',合　計,,,,315,', '※ 影響は速報値,,,,,,']);
      expect(loaded.overLimit.map(({ params }) => [params.rejected, params.rows])).toEqual([[2, 5]]);
      expect(loaded.receipts.map((r) => r.sheet)).toEqual([undefined, '障害']);
      expect(loaded.receipts.at(-1)).toMatchObject({
        ...{ encoding: 'xlsx', rows: 7, staged: 3, rejected: 4, filtered: 0, superseded: 0, duplicate: 0 },
      });
      expect(loaded.warnings.map(told)).toEqual([
        'sheet_chosen i.xlsx',
        'header_found_below i.xlsx:3',
        'merged_cells_shared i.xlsx',
      ]);
    });
  });

  it('is found by a glob without the file that Excel lays beside it while it is open', async () => {
    const yaml = String(files['kado.yaml']).replace('path: i.xlsx', 'path: "*.xlsx"');
    const open = { ...files, 'kado.yaml': yaml, '~$i.xlsx': Buffer.alloc(165, 1) };
    expect(await withStaged(open, async ({ loaded }) => loaded.receipts.map((r) => r.path))).toEqual([
      's.csv',
      'i.xlsx',
    ]);
  });

  it('with a header and no row is refused, unless that is declared to be right', async () => {
    const empty = { ...files, 'i.xlsx': sheetJsBook({ S: [rows[2] as string[]] }) };
    await expect(withStaged(empty, async () => {})).rejects.toThrow(/0 rows/);
    const yaml = String(files['kado.yaml']).replace('i.xlsx\n', 'i.xlsx\n      allow_empty: true\n');
    const n = await withStaged(
      { ...empty, 'kado.yaml': yaml },
      async ({ loaded }) => loaded.receipts.at(-1)!.rows,
    );
    expect(n).toBe(0);
  });
});
