/** The systems of a company: the vocabulary's own, and at a greater scale the same again at further sites. */
import { randomOf } from './kernel/random.js';
import type { CompanyEntry, System, SystemEntry, UnitEntry } from './model.js';
import { SUPPLIER } from './planted.js';

/** Sites that tell the copies of a system apart when `--scale` asks for more of them. */
const SITES = [
  ['大阪', 'Osaka'],
  ['名古屋', 'Nagoya'],
  ['福岡', 'Fukuoka'],
  ['札幌', 'Sapporo'],
  ['仙台', 'Sendai'],
  ['広島', 'Hiroshima'],
  ['金沢', 'Kanazawa'],
  ['高松', 'Takamatsu'],
  ['新潟', 'Niigata'],
  ['静岡', 'Shizuoka'],
  ['岡山', 'Okayama'],
  ['熊本', 'Kumamoto'],
  ['長野', 'Nagano'],
  ['那覇', 'Naha'],
  ['青森', 'Aomori'],
] as const;

/** Incidents fall on systems by importance: what is used most fails before most eyes. */
const LOAD = { 1: 0.35, 2: 0.7, 3: 1, 4: 1.7 } as const;
/** Allowed stop in minutes by importance. */
const ALLOWED_STOP = { 1: 480, 2: 240, 3: 120, 4: 60 } as const;

/** All systems of a company, about `scale` times the vocabulary's, in the order of the CMDB. */
export function systemsOf(company: CompanyEntry, scale: number): readonly System[] {
  const list = company.units.flatMap((unit) => unit.systems.map((entry) => ({ unit, entry })));
  const wanted = Math.max(1, Math.round(list.length * scale));
  return Array.from({ length: wanted }, (_, i) => {
    const { unit, entry } = list[i % list.length]!;
    return systemOf(company, unit, entry, Math.floor(i / list.length));
  });
}

function systemOf(company: CompanyEntry, unit: UnitEntry, entry: SystemEntry, copy: number): System {
  const [ja, en, importance, extra = {}] = entry;
  const site = copy === 0 ? undefined : SITES[(copy - 1) % SITES.length]!;
  const round = copy === 0 ? 0 : Math.floor((copy - 1) / SITES.length) + 1;
  const number = round > 1 ? String(round) : '';
  const slug = `${company.id}-${`${en}${site ? ` ${site[1]}${number}` : ''}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const random = randomOf(`system/${slug}`);
  const planted = (SUPPLIER.systems as readonly string[]).includes(slug);
  const others = company.suppliers.filter((name) => name !== SUPPLIER.name);
  return {
    id: slug,
    company: company.id,
    unit: `${company.id}-${unit.slug}`,
    ja: site ? `${ja}（${site[0]}${number}）` : ja,
    en: site ? `${en} (${site[1]}${number})` : en,
    flow: unit.flow,
    owner: random.pick(company.people),
    importance,
    extra,
    supplier: planted ? SUPPLIER.name : random.chance(0.6) ? random.pick(others) : undefined,
    weight: LOAD[importance] * random.lognormal(1, 0.35),
    users: Math.round(random.lognormal(extra.customers ? 40_000 : 600, 0.7)),
    // Yen that one user's usual transaction is worth: finance-b multiplies it by the users harmed.
    usualAmount: Math.round(random.lognormal(importance === 4 ? 40_000 : 15_000, 0.2) / 1000) * 1000,
    allowedStop: ALLOWED_STOP[importance],
  };
}
