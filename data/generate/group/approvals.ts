/** Who prepared, checked and approved each month's report; the latest one waits for its approval. */
import { DAY, formatTime } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import { type Cell, type Counts, writeTable } from './table.js';

const FIRST_MONTH = { year: 2025, month: 4 };
const MONTHS = 19;
const PREPARED_BY = ['水野 佳奈', '柴田 亮'] as const;

function* approvals(seed: string): Generator<Cell[]> {
  const random = randomOf(`approvals/${seed}`);
  for (let i = 0; i < MONTHS; i++) {
    const at = Date.UTC(FIRST_MONTH.year, FIRST_MONTH.month - 1 + i, 1);
    const after = Date.UTC(FIRST_MONTH.year, FIRST_MONTH.month + i, 1);
    const prepared = after + random.integer(4, 5) * DAY;
    const checked = prepared + DAY;
    const approved = checked + random.integer(1, 3) * DAY;
    const day = (time: number): string => formatTime(time, '%Y-%m-%d');
    const waits = i === MONTHS - 1;
    yield [
      formatTime(at, '%Y-%m'),
      '1',
      PREPARED_BY[i % PREPARED_BY.length]!,
      day(prepared),
      '大河内 誠',
      day(checked),
      waits ? '' : '早乙女 理恵',
      waits ? '' : day(approved),
    ];
  }
}

export const writeApprovals = (out: string, seed: string): Counts =>
  writeTable(
    out,
    'group/approvals.csv',
    'month,edition,prepared_by,prepared_on,checked_by,checked_on,approved_by,approved_on',
    approvals(seed),
  );
