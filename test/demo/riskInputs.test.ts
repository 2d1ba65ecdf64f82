/** What is planted for the risk report stands in the files, for the demo's seed and for seeds that nobody has looked at. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../data/generate/demo.js';
import { STOPPED } from '../../data/generate/group/reviews.js';
import { SUPPLIER } from '../../data/generate/planted.js';
import * as planted from '../../data/generate/plantedRisk.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { data, type Row, root } from './exports.js';

const scratch = mkdtempSync(join(tmpdir(), 'kado-planted-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const GIVEN = {
  observations: 'observations',
  reviews: 'reviews',
  exceptions: 'exceptions',
  risks: 'risks',
  acceptances: 'acceptances',
  decisions: 'decisions',
  submissions: 'submissions',
  drills: 'drills',
  system_suppliers: 'system_suppliers',
} as const;

function folderOf(seed: string): string {
  if (seed === '') return data;
  const out = join(scratch, seed);
  writeDemo({ out, seed, systems: 1, incidents: 1 });
  return out;
}
const tableOf = (folder: string, name: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(folder, 'group', `${name}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const days = (from: string, to = '2026-10-31'): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const most = (list: readonly string[]): string => [...list].sort().at(-1) ?? '';

/** Who stands behind how many systems of importance 4 (the schemes' importance, told by hand: domain.md's presets). */
function importanceOf(s: Row): number {
  const id = s.system_id!;
  if (id.startsWith('a-'))
    return Math.min(
      4,
      Number(s.availability_need) + (s.confidentiality_need === '2' && s.integrity_need === '2' ? 1 : 0),
    );
  if (id.startsWith('c-'))
    return Math.min(4, Number(s.business_importance) + (s.customer_facing === 'true' ? 1 : 0));
  if (id.startsWith('d-')) return { AAA: 4, AA: 3, A: 2 }[s.category!] ?? 1;
  if (id.startsWith('e-')) return s.customer_facing === 'true' ? 4 : 2;
  if (id.startsWith('g-'))
    return { life: 4, all_employees: 4, orders: 3, payment: 3, internal: 2, catalog: 1 }[
      s.importance_class!
    ]!;
  return Number(s.business_importance);
}

describe.each(['', '7', 'unseen'])('the planted truths, seed “%s”', (seed) => {
  const folder = folderOf(seed);
  const read = (name: string): Row[] => tableOf(folder, name);
  const rows = read('systems');
  const current = rows.filter((s) => s.valid_to === '');
  const links = read('system_suppliers');
  const risks = read('risks');

  it.each(Object.entries(GIVEN))(
    '%s has the contract’s headers, its values and no key twice',
    (kind, name) => {
      const contract = contracts[kind as keyof typeof GIVEN];
      const list = read(name);
      expect(Object.keys(list[0]!)).toEqual(contract.columns.map((c) => c.name));
      expect(new Set(list.map((r) => contract.key.map((k) => r[k]).join('/'))).size).toBe(list.length);
      const ids = new Set(current.map((s) => s.system_id));
      for (const r of list) if (r.system_id !== undefined) expect(ids).toContain(r.system_id);
      for (const column of contract.columns)
        if (column.type.is === 'oneOf')
          for (const r of list) expect(['', ...column.type.values]).toContain(r[column.name]);
    },
  );

  it('profiles are within their year at every month’s end, but for one unit’s', () => {
    for (const s of current) {
      const age = days(s.profile_reviewed_on!);
      if (s.unit_id === planted.STALE.unit) {
        expect(s.profile_reviewed_on! <= planted.STALE.last).toBe(true);
        expect(age).toBeGreaterThan(366);
      } else expect(age).toBeLessThan(360);
      expect(age).toBeGreaterThanOrEqual(0);
    }
    const stale = current.filter((s) => s.unit_id === planted.STALE.unit);
    expect(stale.map(importanceOf).sort()).toEqual([2, 2, 3, 4, 4]);
    const near = current.find((s) => s.system_id === planted.NEAR.profile.system)!;
    expect(days(near.profile_reviewed_on!)).toBe(planted.NEAR.profile.days);
  });

  it('rows of a system follow one another without gap or overlap, and reach back before the demo begins', () => {
    for (const { system_id } of current) {
      const own = rows.filter((s) => s.system_id === system_id);
      expect(own[0]!.valid_from).toBe('');
      expect(own[0]!.profile_reviewed_on! < '2024-04').toBe(true);
      for (const [i, row] of own.slice(1).entries()) {
        expect(days(own[i]!.valid_to!, row.valid_from!)).toBe(1);
        expect(days(own[i]!.profile_reviewed_on!, own[i]!.valid_to!)).toBeLessThan(365);
      }
    }
  });

  it('drills are within their year, but for two units’', () => {
    const drills = read('drills');
    for (const unit of read('units')) {
      const held = drills.filter((d) => d.scope === `unit:${unit.unit_id}`).map((d) => d.held_on!);
      const last = most(held);
      expect(held[0]! < '2024-04').toBe(true);
      for (const [i, day] of held.slice(1).entries()) expect(days(held[i]!, day)).toBeLessThanOrEqual(365);
      const lapsed = planted.LAPSED[unit.unit_id!];
      if (lapsed !== undefined) expect(last).toBe(lapsed);
      else expect(days(last), unit.unit_id!).toBeLessThanOrEqual(planted.NEAR.drill.days);
    }
    const near = most(
      drills.filter((d) => d.scope === `unit:${planted.NEAR.drill.unit}`).map((d) => d.held_on!),
    );
    expect(days(near)).toBe(planted.NEAR.drill.days);
    for (const d of drills) expect(d.held_on! <= '2026-10-31').toBe(true);
  });

  it('one supplier is behind at least a fifth of what matters most, no other behind more than an eighth', () => {
    const top = current.filter((s) => importanceOf(s) === 4).map((s) => s.system_id);
    expect(top).toHaveLength(46);
    const shareOf = (name: string): number =>
      new Set(links.filter((l) => l.supplier === name && top.includes(l.system_id)).map((l) => l.system_id))
        .size / top.length;
    for (const name of new Set(links.map((l) => l.supplier!)))
      if (name === SUPPLIER.name) expect(shareOf(name)).toBeCloseTo(11 / 46, 9);
      else expect(shareOf(name), name).toBeLessThanOrEqual(0.12);
    const minor = links.filter((l) => l.supplier === planted.NEAR.minor.supplier);
    expect(minor).toHaveLength(12);
    for (const { system_id } of minor)
      expect(importanceOf(current.find((s) => s.system_id === system_id)!)).toBeLessThanOrEqual(2);
    expect(most(links.map((l) => l.contract_until!)) < '2030').toBe(true);
    for (const l of links) expect(l.contract_until! > '2026-11-30').toBe(true);
  });

  it('external services are as their profiles ask, but for five', () => {
    const found = links.filter((l) => {
      const s = current.find(({ system_id }) => system_id === l.system_id)!;
      const limited = s.substitutable === 'true' || importanceOf(s) <= 2;
      const delivers = l.delivers!.split(';');
      if (s.external_policy === 'none') return true;
      if (s.external_policy === 'standard')
        return !limited || !delivers.includes('service_level') || !delivers.includes('trouble');
      return delivers.length < 8;
    });
    expect(found.map((l) => l.system_id).sort()).toEqual(
      [...Object.keys(planted.UNDELIVERED), planted.UNLIMITED, planted.FORBIDDEN.system].sort(),
    );
  });

  it('two of the reports due in October are missing, and the supplier that was late has reported', () => {
    const due = read('submissions').filter((s) => s.due_at! >= '2026-10' && s.due_at! < '2026-11');
    const missing = due.filter((s) => s.submitted_at === '');
    expect(missing.map((s) => `${s.scope}/${s.month}`).sort()).toEqual([...planted.NOT_SUBMITTED].sort());
    const late = due.find((s) => `${s.scope}/${s.month}` === planted.NEAR.late)!;
    expect(late.submitted_at! > late.due_at!).toBe(true);
    expect(read('submissions').filter((s) => s.submitted_at === '' && s.due_at! < '2026-10')).toEqual([]);
  });

  it('observations are bad where planted and nowhere else, and two systems have none in October', () => {
    const list = read('observations');
    const bad = list.filter((o) => o.status === '3');
    expect(bad.map((o) => `${o.system_id}/${o.month}/${o.aspect}`).sort()).toEqual(
      planted.BAD.map((b) => `${b.system}/${b.month}/${b.aspect}`).sort(),
    );
    for (const o of bad) expect(o.note).not.toBe('');
    const ofOctober = list.filter((o) => o.month === '2026-10');
    const known = new Set(ofOctober.filter((o) => o.reported_at! < '2026-11').map((o) => o.system_id));
    const important = current.filter((s) => Number(s.business_importance) >= 3).map((s) => s.system_id!);
    expect(important.filter((id) => !known.has(id)).sort()).toEqual(
      [...planted.UNOBSERVED.never, planted.UNOBSERVED.late].sort(),
    );
  });

  it('the register holds one risk too low, one too high, and none that is open where it should', () => {
    const open = (id: string): string[] =>
      risks
        .filter((r) => r.system_id === id && r.status === 'open')
        .map((r) => `${r.likelihood}×${r.impact}`);
    expect(open(planted.REGISTERED_LOW)).toEqual(['2×2']);
    expect(open(planted.REGISTERED_HIGH)).toEqual(['4×4']);
    expect(open(planted.NOT_REGISTERED)).toEqual([]);
    expect(risks.length).toBeGreaterThanOrEqual(55);
    expect(risks.some((r) => r.status === 'open' && r.due_on! < '2026-10-31')).toBe(true);
    expect(risks.some((r) => r.status === 'closed')).toBe(true);
  });

  it('acceptances: valid, ended in September, ended the day before as-of, and not approved', () => {
    const ends = Object.fromEntries(read('acceptances').map((a) => [a.acceptance_id, a.ends_on]));
    expect(ends['AC-001']! > '2026-11-05').toBe(true);
    expect([ends['AC-002'], ends['AC-003']]).toEqual(['2026-09-30', '2026-11-04']);
    expect(read('acceptances').filter((a) => a.approved_on === '')).toHaveLength(1);
  });

  it('decisions: done, overdue, and still needed; the disk of c-online-trading twice sent upward', () => {
    const list = read('decisions');
    const disk = list.filter(
      (d) => d.scope === 'system:c-online-trading' && d.body === 'capacity' && d.escalate === 'true',
    );
    expect(disk.map((d) => `${d.month} ${d.decision}`)).toEqual(['2026-09 経営会議へ付議する', '2026-10 ']);
    const past = list.filter((d) => d.done_on === '' && d.due_on !== '' && d.due_on! < '2026-10-31');
    expect(past.map((d) => `${d.body} ${d.scope}`).sort()).toEqual([
      'capacity system:c-online-trading',
      'capacity system:c-online-trading',
      'executive supplier:北辰データ基盤',
      'executive supplier:北辰データ基盤',
      'executive system:b-loan-screening',
      'quality system:b-loan-screening',
      'quality unit:b-servicing',
    ]);
    const needed = list.filter((d) => d.decided_on === '' && !past.includes(d));
    expect(needed.map((d) => d.month)).toEqual(Array.from({ length: 5 }, () => '2026-10'));
    for (const d of list)
      for (const day of [d.decided_on!, d.done_on!]) expect(day < '2026-11-05').toBe(true);
  });

  it('every grave incident before October was decided on, within the month after its own', () => {
    const csv = Papa.parse<Row>(readFileSync(join(folder, 'c/incidents.csv'), 'utf8'), { header: true }).data;
    const grave = csv.filter((i) => i.severity === 'critical' && i.occurred_at! < '2026-10');
    const list = read('decisions');
    for (const i of grave) {
      const scope = `system:${i.system_id}`;
      const found = list.filter((d) => d.scope === scope && d.month === i.occurred_at!.slice(0, 7));
      expect(
        found.map((d) => d.body),
        i.incident_id!,
      ).toContain('executive');
      for (const d of found) expect(days(`${d.month}-28`, d.decided_on!)).toBeLessThanOrEqual(28);
    }
    if (seed === '') expect(grave.length).toBeGreaterThan(0);
  });

  it('one hand-over was stopped, within the year, and one exception has lapsed', () => {
    const reviews = read('reviews');
    const stopped = reviews.filter((r) => r.result === 'stopped');
    expect(stopped.map((r) => [r.system_id, r.phase])).toEqual([[STOPPED.system, STOPPED.phase]]);
    expect(reviews.filter((r) => r.system_id === STOPPED.system).at(-1)).toEqual(stopped[0]);
    expect(read('exceptions').filter((e) => e.ends_on! < '2026-10-31')).toHaveLength(1);
  });
});

describe('kado.yaml', () => {
  it('names every input that the group writes', () => {
    const yaml = readFileSync(join(root, 'kado.yaml'), 'utf8');
    for (const name of Object.values(GIVEN)) expect(yaml).toContain(`data/group/${name}.csv`);
  });
});
