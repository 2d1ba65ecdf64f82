/** How a column's times are written: by formats that read every value looked at, or not said at all. */
import type { Database } from '../../src/duckdb/database.js';
import { quoteText } from '../../src/duckdb/quote.js';
import { holdRange, readTime } from '../../src/staging/typing.js';
import type { PresetColumn } from '../presets/preset.js';
import { type DateOrder, dateForms } from './dateForms.js';

export type TimeSuggestion =
  /** No value to learn from. */
  | { readonly is: 'empty' }
  /** ISO 8601, or as the preset says: in `order`. `also`: another order would read all of them too. */
  | { readonly is: 'known'; readonly order: DateOrder; readonly also?: DateOrder }
  | { readonly is: 'formats'; readonly order: DateOrder; readonly formats: readonly string[] }
  /** More than one order reads every value: which one is right, nothing in the column says. */
  | { readonly is: 'open'; readonly options: readonly { order: DateOrder; formats: readonly string[] }[] }
  | { readonly is: 'unread'; readonly examples: readonly string[] };

/** Examples of values that no form reads. */
const shownAtMost = 3;
const unsure = ['day', 'month', 'year'] as const satisfies readonly DateOrder[];

/** `values` are distinct and not empty. */
export async function suggestTimes(
  db: Database,
  values: readonly string[],
  known: PresetColumn | undefined,
): Promise<TimeSuggestion> {
  if (values.length === 0) return { is: 'empty' };
  // A keyword of a preset (day_or_month_first) asks the whole column, as is done here.
  const own = known?.format?.filter((f) => f.includes('%'));
  const forms = dateForms.map((f) => f.format);
  const table = await readAll(db, values, [undefined, ...(own ?? []), ...forms]);
  const readsOf = (format: string | undefined): ReadonlySet<number> => table.get(format)!;
  const covers = (formats: readonly (string | undefined)[], rest: ReadonlySet<number>): boolean =>
    [...rest].every((i) => formats.some((f) => readsOf(f).has(i)));
  const all = new Set(values.keys());
  const ofOrder = (...orders: readonly DateOrder[]): string[] =>
    dateForms.filter((f) => orders.includes(f.order)).map((f) => f.format);

  const plainly = [undefined, ...ofOrder('plain')];
  if (known?.format ? covers(own!, all) : covers([undefined], all)) {
    if (covers(plainly, all)) return { is: 'known', order: 'plain' };
    const taken = unsure.find((order) => ofOrder(order).some((f) => own?.includes(f))) ?? 'plain';
    const also = unsure.find((order) => order !== taken && covers(ofOrder('plain', order), all));
    return also === undefined ? { is: 'known', order: taken } : { is: 'known', order: taken, also };
  }
  const base = (own ?? []).filter((f) => readsOf(f).size > 0 && ofOrder('plain').includes(f));
  const rest = new Set([...all].filter((i) => !base.some((f) => readsOf(f).has(i))));
  const fewest = (formats: readonly string[]): string[] => [...base, ...cover(formats, rest, readsOf)];
  if (covers(ofOrder('plain'), rest))
    return { is: 'formats', order: 'plain', formats: fewest(ofOrder('plain')) };
  const options = unsure
    .filter((order) => covers(ofOrder('plain', order), rest))
    .map((order) => ({ order, formats: fewest(ofOrder('plain', order)) }));
  if (options.length === 1) return { is: 'formats', ...options[0]! };
  if (options.length > 1) return { is: 'open', options };
  const unread = values.filter((_, i) => !forms.some((f) => readsOf(f).has(i)));
  return { is: 'unread', examples: (unread.length > 0 ? unread : values).slice(0, shownAtMost) };
}

/**
 * One tool writes all its columns alike: where some of them can be read in one order only, that is told of the others.
 * Undefined where nothing settles it, or where columns contradict each other.
 */
export function settledOrder(times: Iterable<TimeSuggestion>): DateOrder | undefined {
  const orders = new Set<DateOrder>();
  for (const time of times) {
    const sure = time.is === 'formats' || (time.is === 'known' && time.also === undefined);
    if (sure && time.order !== 'plain') orders.add(time.order);
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** Formats that together read all of `rest`, the one that reads most first. */
function cover(
  formats: readonly string[],
  rest: ReadonlySet<number>,
  readsOf: (format: string) => ReadonlySet<number>,
): string[] {
  const left = new Set(rest);
  const chosen: string[] = [];
  while (left.size > 0) {
    const gain = (f: string): number => [...readsOf(f)].filter((i) => left.has(i)).length;
    const best = formats.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    if (gain(best) === 0) return chosen;
    chosen.push(best);
    for (const i of readsOf(best)) left.delete(i);
  }
  return chosen;
}

/** For each format (undefined: ISO 8601) the positions of the values that it reads as a plausible time. */
async function readAll(
  db: Database,
  values: readonly string[],
  formats: readonly (string | undefined)[],
): Promise<Map<string | undefined, Set<number>>> {
  const reads = formats.map((format, k) => {
    const rules = { timezone: 'UTC', format: format === undefined ? undefined : [format] };
    return `${readTime('t', rules)} AS f${k}`;
  });
  const bits = formats.map(
    (_, k) => `CASE WHEN ${holdRange(`f${k}`, { is: 'time' })} IS NULL THEN '0' ELSE '1' END`,
  );
  const list = values.map((value, i) => `(${i}, ${quoteText(value)})`).join(', ');
  const rows = await db.rows<{ bits: string }>(
    `SELECT concat(${bits.join(', ')}) AS bits FROM (SELECT i, ${reads.join(', ')} FROM (VALUES ${list}) v(i, t)) ORDER BY i`,
  );
  return new Map(
    formats.map((format, k) => [format, new Set(rows.flatMap((row, i) => (row.bits[k] === '1' ? [i] : [])))]),
  );
}
