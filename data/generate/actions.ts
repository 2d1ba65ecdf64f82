/** What is done after an incident: provisional fixes, prevention of recurrence, rollout to other systems. */
import { asOf, clock, DAY } from './kernel/calendar.js';
import { type Random, randomOf } from './kernel/random.js';
import type { Action, CompanyEntry, Grade, Incident, System } from './model.js';
import { FORGOTTEN, FORGOTTEN_DAYS } from './planted.js';

/** How many actions of a kind an incident of a grade has, on average; more than 1 means one for certain. */
const EXPECTED: Readonly<Record<Grade, Readonly<Record<Action['kind'], number>>>> = {
  critical: { provisional: 1, prevention: 2, rollout: 1.5 },
  heavy: { provisional: 0.8, prevention: 1.1, rollout: 0.35 },
  other: { provisional: 0.06, prevention: 0.17, rollout: 0.03 },
};
/** Days from the incident to the due date. */
const DUE = { provisional: [1, 7], prevention: [30, 120], rollout: [60, 180] } as const;
const CONTENT = {
  provisional: ['手順を改めて周知する', '監視のしきい値を下げる', '該当機能を一時停止する'],
  prevention: [
    '設計基準に上限値の項目を加える',
    '異常系の試験項目を追加する',
    '期限の台帳と監視を整える',
    '切替試験を四半期ごとに行う',
    '手順書を改訂し二人作業にする',
    'プログラムを修正しリリースする',
  ],
  rollout: ['同じ構成を持つシステムの点検', '同種の設定値の一斉点検', '手順書の横並び確認'],
} as const;

/** Nothing is due or done on the reported month's last day, so that nobody need ask whether that day is inside. */
const LAST_DAY = clock('2026-10-31T00:00');

/** The actions of one incident, known at as-of. `from` is the first free number of the company. */
export function actionsOf(
  company: CompanyEntry,
  systems: readonly System[],
  incident: Incident,
  seed: string,
  from: number,
): Action[] {
  if (incident.state === 'canceled' || incident.dirt) return [];
  const random = randomOf(`${seed}/${company.id}/actions/${incident.id}`);
  const kinds = (['provisional', 'prevention', 'rollout'] as const).flatMap((kind) => {
    const expected = EXPECTED[incident.severity][kind];
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0);
    return Array.from({ length: count }, () => kind);
  });
  const known = kinds.flatMap((kind) => actionOf(random, company, systems, incident, kind) ?? []);
  const prefix = `${company.id.toUpperCase()}A-`;
  return known.map((action, i) => ({ ...action, id: prefix + String(from + i).padStart(4, '0') }));
}

function actionOf(
  random: Random,
  company: CompanyEntry,
  systems: readonly System[],
  incident: Incident,
  kind: Action['kind'],
): Omit<Action, 'id'> | undefined {
  const day = (time: number): number => Math.floor(time / DAY) * DAY;
  const [least, most] = DUE[kind];
  const planned = day(incident.registered) + random.integer(0, kind === 'provisional' ? 1 : 14) * DAY;
  if (planned >= asOf) return undefined;
  const drawn = day(incident.registered) + random.integer(least, most) * DAY;
  const due = drawn === LAST_DAY ? drawn - DAY : drawn;
  const recent = asOf - due < FORGOTTEN_DAYS * DAY;
  const forgotten = kind !== 'provisional' && random.chance(recent ? FORGOTTEN[incident.severity] : 0);
  const finished = Math.max(planned + DAY, due + Math.round(random.normal() * 12 - 8) * DAY);
  const done =
    forgotten || finished >= day(asOf) ? undefined : finished === LAST_DAY ? finished - DAY : finished;
  const approved = planned + random.integer(1, 10) * DAY;
  const verified = done === undefined || random.chance(0.3) ? undefined : done + random.integer(7, 60) * DAY;
  const others = systems.filter((s) => s.id !== incident.system.id);
  return {
    incident: incident.id,
    kind,
    content: `${incident.system.ja}：${random.pick(CONTENT[kind])}`,
    owner: random.pick(company.people),
    planned,
    due,
    approved: kind === 'provisional' || approved >= day(asOf) ? undefined : approved,
    done,
    verified: verified !== undefined && verified < day(asOf) ? verified : undefined,
    rolloutSystem: kind === 'rollout' ? random.pick(others).id : '',
    severity: incident.severity,
  };
}
