/** Tools that measure: series of capacity. */
import type { Preset } from './preset.js';

/** The answer of query_range: a matrix of series, each with labels and samples. */
export const prometheus: Preset = {
  name: 'prometheus',
  kind: 'capacity',
  about: { en: 'Prometheus, answer of query_range (JSON)', ja: 'Prometheus の query_range の応答（JSON）' },
  how: {
    en: 'Save the answer of /api/v1/query_range. A query that computes (rate, sum) drops the name of the metric: then map metric to a constant',
    ja: '/api/v1/query_range の応答を保存します。計算する式（rate、sum）は指標名を落とすため、そのときは metric に定数を書きます',
  },
  signature: [['timestamp'], ['value'], ['metric.__name__', 'metric.job', 'metric.instance']],
  formats: ['json', 'ndjson'],
  missing: [],
  columns: {
    system_id: { from: ['metric.system', 'metric.service', 'metric.job'] },
    metric: { from: ['metric.__name__'] },
    component: { from: ['metric.instance'] },
    at: { from: ['timestamp'], timezone: 'UTC' },
    value: { from: ['value'] },
  },
  order: [],
  caps: [],
};

/** One series a file, named by the file; the times are UTC and don't say so. */
export const cloudwatch: Preset = {
  name: 'cloudwatch',
  kind: 'capacity',
  about: {
    en: 'CloudWatch, one series a file as CSV (times in UTC)',
    ja: 'CloudWatch の1系列1ファイルの CSV（日時は UTC）',
  },
  how: {
    en: 'Save each series as a CSV of timestamp and value, named after the series, and set name_from: file; then map system_id and metric to parts of the name',
    ja: '系列ごとに timestamp と value の CSV を保存し、系列の名前をファイル名にして name_from: file を書きます。system_id と metric はファイル名の部分に対応させます',
  },
  signature: [['timestamp'], ['value']],
  bare: true,
  missing: [],
  columns: {
    system_id: { from: ['file'] },
    metric: { from: ['file'] },
    at: { from: ['timestamp'], timezone: 'UTC' },
    value: { from: ['value'] },
  },
  order: [],
  caps: [],
  nameFrom: 'file',
};
