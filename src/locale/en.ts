import { formatsOf } from './format.js';
import type { Labels } from './labels.js';

export const en: Labels = {
  languageName: 'English',
  chrome: {
    skip: 'Skip to the text',
    nav: 'Ways in',
    trail: 'You are here',
    languages: 'Languages',
    asOf: 'As of',
    build: 'Build',
    reportMonth: (month) => formatsOf('en').month(month),
    edition: (edition) => `Edition ${edition}`,
    groupSeparator: ' / ',
  },
  chart: {
    table: 'View as a table',
    month: 'Month',
    count: 'Incidents',
    countUnit: '',
    timeUnits: { minute: 'min', hour: 'h', day: 'd' },
    minutes: 'Time',
    total: 'Total',
    range: 'Range',
    state: 'State',
    complete: 'complete',
    incomplete: 'incomplete month',
    median: 'median',
    p90: '90th percentile',
    between: (from, to) =>
      to === null ? `${from} or more` : from === null ? `under ${to}` : `${from} to under ${to}`,
    ticks: { 1: '1 min', 10: '10 min', 60: '1 h', 1440: '1 d', 10080: '1 wk', 43200: '30 d' },
  },
};
