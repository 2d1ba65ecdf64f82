/** Series of capacity. Samples are rolled up while they are read, so a series names its file but no line; its limits are a row. */
import { day, type RowSql, selectRows } from './row.js';

const key = (alias: string): string => `concat_ws(' ', ${alias}.metric, ${alias}.component)`;

/** Where the limits of the series `s` stand: its component's own row, else the metric's (as mart.capacity_series takes them). */
const limits = `LEFT JOIN (SELECT s.series, l._file, l._line FROM mart.capacity_series s JOIN staging.capacity_limits l
      ON l.system_id = s.system_id AND l.metric = s.metric AND (l.component IS NULL OR l.component = s.component)
      QUALIFY row_number() OVER (PARTITION BY s.series ORDER BY l.component IS NULL, l._file, l._line) = 1) l ON l.series = s.series`;

/** The file of the latest samples, for what has no row of limits. */
const samples = `LEFT JOIN (SELECT s.series, max(d._file) AS _file FROM mart.capacity_series s JOIN staging.capacity_days d
      ON d.system_id = s.system_id AND d.metric = s.metric AND d.component IS NOT DISTINCT FROM s.component GROUP BY ALL) d ON d.series = s.series`;

export const limitRows: RowSql = ({ month }) =>
  selectRows({
    system: 's.system_id',
    kind: 'capacity',
    key: key('s'),
    text: 's.unit',
    at: day('t.reached_on'),
    amount: 't.days_to_limit',
    bound: 's."limit"',
    file: 'l._file',
    line: 'l._line',
    rank: 't.days_to_limit',
    from: `FROM mart.capacity_trends t JOIN mart.capacity_series s ON s.series = t.series ${limits} WHERE t.month = ${month} AND t.status = ''`,
  });

export const warnRows: RowSql = ({ month }) =>
  selectRows({
    system: 's.system_id',
    kind: 'capacity',
    key: key('s'),
    text: 's.unit',
    amount: 'c.days_over',
    bound: 's.warn',
    file: 'l._file',
    line: 'l._line',
    rank: '-c.days_over',
    from: `FROM mart.capacity_months c JOIN mart.capacity_series s ON s.series = c.series ${limits} WHERE c.month = ${month} AND c.days_over > 0`,
  });

export const signRows: RowSql = ({ month }) =>
  selectRows({
    system: 's.system_id',
    kind: 'sign',
    key: key('s'),
    text: 's.unit',
    at: `strftime(g.raised_hour, '%Y-%m-%d %H:%M')`,
    amount: 'g.mean',
    bound: 'g.usual',
    category: 'g.kind',
    file: 'd._file',
    rank: 'epoch_us(g.raised_hour) / 1e6',
    from: `FROM mart.capacity_signs g JOIN mart.capacity_series s ON s.series = g.series ${samples} WHERE g.month = ${month}`,
  });
