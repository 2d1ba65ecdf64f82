/** The forms of dates and times that exports are met in, by what comes first: data for `kado init --from`. */

/** `plain`: can be read in one way only. The others are told apart by their values alone, if at all. */
export type DateOrder = 'plain' | 'day' | 'month' | 'year';

const dates: readonly (readonly [order: DateOrder, format: string])[] = [
  ['plain', '%Y-%m-%d'],
  ['plain', '%Y/%m/%d'],
  ['plain', '%Y.%m.%d'],
  ['plain', '%Y年%m月%d日'],
  ['plain', '%Y%m%d'],
  ['plain', '%d/%b/%y'],
  ['plain', '%d/%b/%Y'],
  ['plain', '%d-%b-%Y'],
  ['plain', '%d %b %Y'],
  ['plain', '%b %d, %Y'],
  ['day', '%d/%m/%Y'],
  ['day', '%d-%m-%Y'],
  ['day', '%d.%m.%Y'],
  ['day', '%d/%m/%y'],
  ['month', '%m/%d/%Y'],
  ['month', '%m-%d-%Y'],
  ['month', '%m/%d/%y'],
  ['year', '%y/%m/%d'],
];
const times = ['', ' %H:%M', ' %H:%M:%S', ' %I:%M %p', ' %I:%M:%S %p'];

/** What each sort is called in a comment. */
export const orderWords: Readonly<Record<DateOrder, string>> = {
  plain: 'one way only',
  day: 'day first',
  month: 'month first',
  year: 'year first, in two digits',
};

export const dateForms: readonly { readonly order: DateOrder; readonly format: string }[] = [
  ...dates.flatMap(([order, date]) => times.map((time) => ({ order, format: `${date}${time}` }))),
  { order: 'plain', format: '%Y年%m月%d日 %H時%M分' },
  { order: 'plain', format: '%Y年%m月%d日%H時%M分' },
  { order: 'plain', format: '%Y%m%d%H%M%S' },
  { order: 'plain', format: '%Y-%m-%dT%H:%M:%S' },
  { order: 'plain', format: '%Y-%m-%dT%H:%M:%SZ' },
  { order: 'plain', format: '%Y-%m-%dT%H:%M:%S%z' },
];
