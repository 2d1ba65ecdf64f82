import type { JudgementWords } from './judgements.js';

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export const en: JudgementWords = {
  status: {
    on_track: 'On track',
    at_risk: 'At risk',
    off_track: 'Off track',
    exceeded: 'Exceeded',
    too_early: 'Too early',
    met: 'Met',
    not_met: 'Not met',
    no_data: 'no data',
    not_applicable: 'n/a',
  },
  variation: { common: 'Common variation', better: 'Sign of improvement', worse: 'Sign of worsening' },
  assurance: {
    consistently_met: 'Consistently met',
    consistently_missed: 'Consistently missed',
    hit_and_miss: 'Hit and miss',
  },
  columns: {
    metric: 'Metric',
    value: 'Month',
    before: 'Month before',
    interval: 'Interval',
    target: 'Target',
    status: 'Status',
    coverage: 'Coverage',
    scope: 'Scope',
    cap: 'Cap',
    toDate: 'Year to date',
    left: 'Left',
    chance: 'Chance of exceeding',
    band: 'Year end, 80% band',
    signal: 'Variation',
    investment: 'Software investment',
    rate: 'Safe-operation index',
    shrunk: 'Shrunken estimate',
    limits: '99.8% limits',
    node: 'Indicator',
    quarter: 'Quarter',
    actual: 'Actual',
    measure: 'Measure',
    window: 'Windows compared',
    counts: 'Before → after',
    ratio: 'Ratio (95% interval)',
    series: 'Series',
    from: 'Period',
    kind: 'Kind',
    usual: 'Usual level',
    overWarn: 'Past warning',
    toLimit: 'To the limit',
  },
  sections: {
    values: 'All metrics',
    targets: "Against the year's caps",
    rates: 'Safe-operation index: do the companies differ?',
    kpi: 'Quarterly check of the indicator tree',
    evidence: 'Did incidents change after the measures?',
    signs: 'Early signs in capacity',
    capacity: 'Capacity: which series is near its limit?',
    signals: 'Ordinary variation, or a signal?',
  },
  scopeKinds: {
    group: 'Group',
    company: 'Company',
    unit: 'Unit',
    system: 'System',
    layer: 'Layer',
    flow: 'Business flow',
    theme: 'Theme',
    supplier: 'Supplier',
  },
  layers: {
    application: 'application',
    application_platform: 'application platform',
    it_platform: 'IT platform',
  },
  themes: { development: 'development', operation: 'operation' },
  classes: { critical: 'Critical', heavy: 'Heavy', other: 'Other' },
  all: 'All',
  notes: {
    values: 'intervals: exact 95% of counts, shares and the index; 90% of the days to a limit',
    targets:
      "caps as given, or worked out from last year; counts graded as of the month's end; stroke: cap, pale band: year end",
    companiesWithCap: (n, all) => `sum of the ${n} of ${all} companies that have a cap`,
    rates: (per) =>
      `incidents of the year to date ÷ software investment of the same months, per ${per}; in the configured order, not ranked`,
    evidence: "exact ratio over equal windows before and after; other measures' effects can't be separated",
    capacity: "trend of the 90 days to the month's end; 90% interval",
    signs: 'use out of the ordinary for its hour, against the same hour of eight weeks',
  },
  signal: ({ metric, variation, rule, gaps, trial, widened }) => {
    const how = gaps
      ? {
          outside: 'days between events outside the control limits',
          trend: 'seven gaps between events growing or shrinking',
          two_of_three: 'two of three gaps between events near a limit',
          shift: 'seven gaps between events on one side of the centre',
        }
      : {
          outside: 'outside the control limits',
          trend: 'seven months rising or falling',
          two_of_three: 'two of three months near a limit',
          shift: 'seven months on one side of the centre',
        };
    const first =
      variation === 'common' || rule === null
        ? `${metric}: within ordinary variation.`
        : `${metric}: a sign of ${variation === 'worse' ? 'worsening' : 'improvement'} (${how[rule]}).`;
    const basis = [
      widened && gaps ? 'They come in clusters, so those of one month count as one.' : '',
      widened && !gaps ? 'Limits are widened because the months scatter widely.' : '',
      trial ? 'Limits are trial ones: the baseline has fewer than 12 months.' : '',
    ].filter(Boolean);
    return [first, ...basis].join(' ');
  },
  notJudged: (reason) =>
    ({
      incomplete: 'Variation is not judged: the month is not complete.',
      too_few: 'Variation is not judged: too few months before it.',
      none: 'Variation is not judged.',
    })[reason],
  rebased: (month, reason) => `Limits are drawn anew from ${month} on (reason: ${reason}).`,
  caps: ({ all, exceeded, off, atRisk, early, unjudged }) => {
    const parts = [
      exceeded > 0 ? `${exceeded} exceeded` : '',
      off > 0 ? `${off} off track` : '',
      atRisk > 0 ? `${atRisk} at risk` : '',
      early > 0 ? `${early} too early to say` : '',
      unjudged > 0 ? `${unjudged} not judged, their year to date being incomplete` : '',
    ].filter(Boolean);
    return parts.length === 0
      ? `All ${all} caps on incidents are on track.`
      : `Of ${all} caps on incidents: ${list(parts)}.`;
  },
  noCap: 'no target (no year before)',
  trends: { not_applicable: 'not approaching', no_data: 'no data' },
  capsLeft: (n) => (n < 0 ? `${-n} over` : `${n} left`),
  ungradedBeside: (n) =>
    `Besides, ${n} of the year to date can't be graded, for want of records; they count against none of these caps.`,
  notOnTrack: 'Caps that are not on track',
  inCurrency: (amount, currency) => `${currency} ${amount}`,
  outside: (names, above) =>
    `${list(names)} ${names.length === 1 ? 'stands' : 'stand'} outside the 99.8% limits: ${above ? 'more' : 'fewer'} incidents for the investment than the group as a whole.`,
  noDifference: 'Of the rest there is no evidence of difference.',
  noDifferenceAtAll: 'There is no evidence of difference between the companies.',
  notCompared: 'Fewer than two companies can be compared.',
  outsideMark: { above: 'above', below: 'below' },
  bases: { budget: 'budget', actual: 'actual', mixed: 'budget and actual' },
  quarter: (q) => `Q${q}`,
  evidence: (side) =>
    ({ fewer: 'evidence of fewer', more: 'evidence of more', none: 'no evidence of a difference' })[side],
  noRate: {
    missing: 'no index: no investment was reported',
    zero: 'no index: the investment is zero',
    months_missing: 'no index: some months to date have no investment',
    month_outside_year: 'no index: a month of the investment lies outside its fiscal year',
    incomplete: 'not compared: a month of the year to date is incomplete',
    parts_missing: 'not compared: part of the investment is not known',
    alone: 'nobody to compare with',
  },
  overlapped: 'Other measures ran in the same period: their effects cannot be told apart.',
  signKinds: {
    deviation: 'out of the ordinary',
    shift: 'shift of level',
    both: 'out of the ordinary, and a shift of level',
  },
  list,
};
