/** Prometheus' answers: each pair of time and value is a row. */
import { describe, expect, test } from 'vitest';
import { isoFromSeconds } from '../../loaders/formats/unixTime.js';
import { good, readContent, rejects } from './exportFile.js';

const read = (content: string) => readContent(content, {}, 'm.json');
const answer = (result: string, type = 'matrix') =>
  `{"status":"success","data":{"resultType":"${type}","result":${result}}}`;

describe('seconds', () => {
  test.each<[string, string | undefined]>([
    ['0', '1970-01-01T00:00:00Z'],
    ['1435781430.781', '2015-07-01T20:10:30.781Z'],
    ['1709164800', '2024-02-29T00:00:00Z'],
    ['951868799.9999999', '2000-02-29T23:59:59.999999Z'],
    ['4107542400', '2100-03-01T00:00:00Z'],
    ['253402300799', '9999-12-31T23:59:59Z'],
    ['253402300800', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['', undefined],
    ['1.', undefined],
  ])('%s', (seconds, iso) => {
    expect(isoFromSeconds(seconds)).toBe(iso);
  });

  test('of each day agree with the calendar of the machine', () => {
    for (let day = 0; day < 60_000; day += 7) {
      const seconds = day * 86_400 + (day % 86_400);
      expect(isoFromSeconds(String(seconds))).toBe(
        new Date(seconds * 1000).toISOString().replace('.000', ''),
      );
    }
  });
});

describe('a matrix', () => {
  test('gives a row for each pair, on its own line, with the labels of its series', async () => {
    const { header, records, headerLine, empty } = await read(
      answer(`[
{"metric":{"__name__":"up","job":"a"},"values":[[1435781430.781,"1"],
 [1435781445.781,"0"]]},
{"metric":{"instance":"x:9"},
 "values":[[1435781430,"0.10"]]}
]`),
    );
    expect(header).toEqual(['metric.__name__', 'metric.job', 'metric.instance', 'timestamp', 'value']);
    expect([headerLine, empty]).toEqual([1, false]);
    expect(good(records)).toEqual([
      [2, 'up', 'a', '', '2015-07-01T20:10:30.781Z', '1'],
      [3, 'up', 'a', '', '2015-07-01T20:10:45.781Z', '0'],
      [5, '', '', 'x:9', '2015-07-01T20:10:30Z', '0.10'],
    ]);
  });

  test('of one moment (vector)', async () => {
    const { header, records } = await read(
      answer('[{"metric":{},\n"value":[1435781451.781,"+Inf"]}]', 'vector'),
    );
    expect(header).toEqual(['timestamp', 'value']);
    expect(good(records)).toEqual([[2, '2015-07-01T20:10:51.781Z', '+Inf']]);
  });

  test('is told by its form alone', async () => {
    const { records } = await read('[{"metric":{"a":"b"},"values":[[1,"NaN"],[2,3.50]]}]');
    expect(good(records)).toEqual([
      [1, 'b', '1970-01-01T00:00:01Z', 'NaN'],
      [1, 'b', '1970-01-01T00:00:02Z', '3.50'],
    ]);
    expect((await read('[{"metric":"cpu","values":[[1,"1"]]}]')).header).toEqual(['metric', 'values.0']);
    expect((await read('[{"metric":{"a":1},"values":[1,2]}]')).header).toEqual(['metric.a', 'values']);
  });

  test.each<[string, string]>([
    ['no series', '[]'],
    ['series without pairs', '[{"metric":{"a":"b"},"values":[]}]'],
  ])('is empty: %s', async (_, result) => {
    expect(await read(answer(result))).toMatchObject({ empty: true, records: [] });
  });

  test('has histograms left out, and that is said', async () => {
    const { records, warnings } = await read(
      answer(
        '[{"metric":{"a":"b"},"values":[[1,"1"]],"histograms":[[1,{"count":"1"}]]},{"metric":{},"histograms":[]}]',
      ),
    );
    expect(good(records)).toEqual([[1, 'b', '1970-01-01T00:00:01Z', '1']]);
    expect(warnings.map((w) => [w.code, w.params])).toEqual([['series_histograms', { count: 2 }]]);
  });

  test('has pairs rejected one by one, and series that are none', async () => {
    const { records } = await read(
      answer(`[{"metric":{"a":"b"},"values":[[1,"1"]]},
{"metric":{},"values":[
[1],
["x","1"],
[1e3,"1"],
[2,null],
[2,"\\u0000"],
7,
[3,"3"]]},
{"metric":{"a":"\\u0000"},"values":[[1,"1"],[2,"1"]]},
{"values":[[1,"1"]]},
{"metric":{}},
{"metric":{},"values":"x"},
12,
{"metric":{},"value":[4,"4"]}]`),
    );
    expect(rejects(records)).toEqual([
      [3, 'series_pair_unreadable'],
      [4, 'series_pair_unreadable'],
      [5, 'series_pair_unreadable'],
      [6, 'series_pair_unreadable'],
      [7, 'series_pair_unreadable'],
      [8, 'series_pair_unreadable'],
      [10, 'row_nul'],
      [11, 'series_unreadable'],
      [12, 'series_unreadable'],
      [13, 'series_unreadable'],
      [14, 'record_not_object'],
    ]);
    expect(good(records).map(([line, ...fields]) => [line, fields.at(-1)])).toEqual([
      [1, '1'],
      [9, '3'],
      [15, '4'],
    ]);
  });
});
