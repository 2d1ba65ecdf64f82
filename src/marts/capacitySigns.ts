/** What stood out in the hours of each series (methods.md, "capacity_signs"). */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { findSigns, type Hour, type Sign, scoreHours } from '../stats/earlySigns.js';
import { ofSeries } from './capacity.js';
import type { Mart, MartContext } from './mart.js';
import { insertRows, numberOf } from './rows.js';

export const capacityJudged: Mart = {
  name: 'capacity_judged',
  grain: {
    ja: '1行は1系列の1か月に、早期の兆しを判定できた時間の数',
    en: 'one row per month and series in which any hour could be judged for early signs',
  },
  // Filled together with the signs, in one pass over the hours.
  sql: () => 'SELECT NULL::VARCHAR AS month, NULL::BIGINT AS series, NULL::BIGINT AS hours LIMIT 0',
  checks: [],
};

/** Hours stand on the clock of the configured zone. A sign is of the month in which it was there, which later hours don't change. */
export const capacitySigns: Mart = {
  name: 'capacity_signs',
  grain: {
    ja: '1行は1系列の1つの早期の兆し',
    en: 'one row per early sign in a series of hourly means',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::BIGINT AS series, s.system_id, s.metric, s.component, s.unit, NULL::TIMESTAMP AS from_hour, NULL::TIMESTAMP AS to_hour,
      NULL::TIMESTAMP AS raised_hour, NULL::VARCHAR AS kind, NULL::DOUBLE AS z, NULL::DOUBLE AS mean, NULL::DOUBLE AS usual FROM mart.capacity_series s LIMIT 0`,
  compute: async (db, context) => {
    const months = await readMonthHours(db);
    const [{ batches } = { batches: 0 }] = await db.rows<{ batches: number }>(
      'SELECT coalesce(max(batch) + 1, 0) AS batches FROM mart.capacity_series',
    );
    for (let batch = 0; batch < batches; batch++) {
      const judged: string[] = [];
      const signs: string[] = [];
      for (const [series, hours] of await readHours(db, context, batch)) {
        const scores = scoreHours(hours);
        const counts = new Map<string, number>();
        const monthOf = followMonths(months);
        for (const { at } of scores) {
          const month = monthOf(at);
          counts.set(month, (counts.get(month) ?? 0) + 1);
        }
        for (const [month, n] of counts) judged.push(`${quoteText(month)}, ${series}, ${n}`);
        const monthOfSign = followMonths(months);
        for (const sign of findSigns(scores)) signs.push(signRow(series, monthOfSign(sign.raised), sign));
      }
      await insertRows(db, 'mart.capacity_judged', judged);
      await insertRows(
        db,
        'mart.capacity_signs',
        signs,
        (rows) =>
          `SELECT r.month, s.series, s.system_id, s.metric, s.component, s.unit, ${['"from"', '"to"', 'raised'].map(hourStart).join(', ')}, r.kind, r.z, r.mean, r.usual
           FROM ${rows} r(month, series, "from", "to", raised, kind, z, mean, usual) JOIN mart.capacity_series s ON s.series = r.series ORDER BY s.series, r."from"`,
      );
    }
  },
  checks: [
    'SELECT 1 FROM mart.capacity_signs GROUP BY series, from_hour HAVING count(*) > 1',
    'SELECT 1 FROM mart.capacity_signs WHERE raised_hour < from_hour OR raised_hour > to_hour OR month IS NULL',
    'SELECT month, series FROM mart.capacity_judged GROUP BY ALL HAVING count(*) > 1',
    // Where a sign is, hours were judged.
    'SELECT month, series FROM mart.capacity_signs EXCEPT SELECT month, series FROM mart.capacity_judged',
  ],
};

const hourStart = (hours: string): string => `make_timestamp(r.${hours} * ${microsecondsPerHour})`;
const microsecondsPerHour = 3_600_000_000;

const signRow = (series: number, month: string, { from, to, raised, kind, z, mean, usual }: Sign): string =>
  `${quoteText(month)}, ${series}, ${from}, ${to}, ${raised}, ${quoteText(kind)}, ${[z, mean, usual].map(numberOf).join(', ')}`;

/** The hours of a batch of series, in order. The hour in which as-of lies isn't over: it is left for later. */
async function readHours(
  db: Database,
  { config, period }: MartContext,
  batch: number,
): Promise<Map<number, Hour[]>> {
  const now = `timezone(${quoteText(config.timezone)}, TIMESTAMPTZ ${quoteText(period.asOf)})`;
  const rows = await db.rows<Hour & { series: number }>(
    `SELECT series::INTEGER AS series, (epoch_us(hour) // ${microsecondsPerHour})::INTEGER AS "at", mean
     FROM (SELECT series, day + to_hours(h.hour) AS hour, h.mean AS mean
       FROM (SELECT s.series, d.day, unnest(d.hours) AS h FROM staging.capacity_days d
         JOIN mart.capacity_series s ON ${ofSeries('d', 's')} AND s.batch = ${batch} WHERE NOT d.later))
     WHERE hour + INTERVAL 1 HOUR <= ${now} AND mean IS NOT NULL ORDER BY series, "at"`,
  );
  const found = new Map<number, Hour[]>();
  for (const { series, at, mean } of rows) {
    const hours = found.get(series);
    if (hours) hours.push({ at, mean });
    else found.set(series, [{ at, mean }]);
  }
  return found;
}

interface MonthHours {
  readonly month: string;
  /** Hour after its last one. */
  readonly end: number;
}

/** All months from the first sample to the last one, in order. */
const readMonthHours = (db: Database): Promise<MonthHours[]> =>
  db.rows<MonthHours>(
    `SELECT strftime(m, '%Y-%m') AS month, epoch_us(m + INTERVAL 1 MONTH) // ${microsecondsPerHour} AS "end"
     FROM (SELECT unnest(generate_series(date_trunc('month', min(first_day)), max(last_day), INTERVAL 1 MONTH))::TIMESTAMP AS m FROM mart.capacity_series) ORDER BY m`,
  );

/** Which month an hour is in; asked of hours in ascending order. */
function followMonths(months: readonly MonthHours[]): (at: number) => string {
  let i = 0;
  return (at) => {
    while (at >= months[i]!.end) i++;
    return months[i]!.month;
  };
}
