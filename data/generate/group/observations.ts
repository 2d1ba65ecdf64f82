/** What the teams observe of their important systems each month (Figure 3-2): eight aspects, 0 good – 3 bad. */
import { DAY, formatTime, MINUTE, monthAfter, monthStart, months } from '../kernel/calendar.js';
import { type Random, randomOf } from '../kernel/random.js';
import type { System } from '../model.js';
import { BAD, UNOBSERVED } from '../plantedRisk.js';
import { ASPECTS } from './suppliers.js';
import { type Cell, type Counts, writeTable } from './table.js';

/** The practice began with the fiscal year. */
const FIRST = '2026-04';
const REPORTED = '2026-10';
/** In per cent: how often an aspect is as good as it should be, with a remark, or to be watched. */
const STATUS = [
  [0, 93.6],
  [1, 5.6],
  [2, 0.8],
] as const;
const NOTES: Readonly<Record<(typeof ASPECTS)[number], string>> = {
  service_level: '合意値に近づいている。翌月の件数予測を確認する',
  trouble: '軽微な問合せが続いている。原因を調査中',
  change: '切戻しが1件。手順書を見直す',
  availability: '計画停止の延長が1回あった',
  performance: '月末の応答が合意値に近い',
  security: '修正適用の計画が1件遅れている',
  supplier: '委託先の体制変更があり、引継ぎを確認中',
  facility: '空調設備の更新待ち。代替機を手配済み',
};

function* observationsOf(seed: string, systems: readonly System[]): Generator<Cell[]> {
  for (const month of months.filter((m) => m >= FIRST))
    for (const { id, importance } of systems) {
      if (importance < 3) continue;
      if (month === REPORTED && UNOBSERVED.never.some((system) => system === id)) continue;
      const random = randomOf(`${seed}/observations/${id}/${month}`);
      const at = reportedAt(random, month, id);
      for (const aspect of ASPECTS) {
        const drawn = random.weighted(STATUS, ([, share]) => share)[0];
        const bad = BAD.find((b) => b.system === id && b.month === month && b.aspect === aspect);
        const note = bad?.note ?? (drawn === 0 ? '' : NOTES[aspect]);
        yield [id, month, aspect, bad ? 3 : drawn, note, at];
      }
    }
}

/** In the month's last days, so that it is known when the month ends; one team was late. */
function reportedAt(random: Random, month: string, system: string): string {
  const end = monthStart(monthAfter(month));
  const early = random.integer(1, 4) * DAY - random.integer(9 * 60, 18 * 60) * MINUTE;
  const late = month === REPORTED && system === UNOBSERVED.late;
  return formatTime(late ? end + DAY + 10 * 60 * MINUTE : end - early, '%Y-%m-%d %H:%M');
}

export const writeObservations = (out: string, seed: string, systems: readonly System[]): Counts =>
  writeTable(
    out,
    'group/observations.csv',
    'system_id,month,aspect,status,note,reported_at',
    observationsOf(seed, systems),
  );
