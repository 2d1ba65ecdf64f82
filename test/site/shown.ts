/** What a reader sees, read back as a number: written against the words on the page, not with Kado's formats. */

const MINUTES: Readonly<Record<string, number>> = { 分: 1, 時間: 60, 日: 1440, min: 1, h: 60, d: 1440 };

/** Levels 0–4 (domain.md, "Labels"). */
const LEVELS: readonly (readonly [ja: string, en: string])[] = [
  ['なし', 'None'],
  ['低', 'Low'],
  ['注意', 'Watch'],
  ['高', 'High'],
  ['極めて高', 'Critical'],
];

/** Whether `text` is how a reader would expect `value` of this unit to be shown. */
export function shows(text: string, value: number, unit: string): boolean {
  if (unit === 'count') return text === grouped(value, 0);
  if (unit === 'index') return text === grouped(value, value < 100 ? 2 : 0);
  if (unit === 'rate') return text === grouped(value, 2);
  if (unit === 'score') return text === grouped(value, 1);
  if (unit === 'level') return LEVELS[value]?.includes(text) ?? false;
  if (unit === 'share' || unit === 'probability') return showsShare(text, value);
  if (unit === 'days') {
    const n = grouped(value, 0);
    return text === `${n}日` || text === (n === '1' ? '1 day' : `${n} days`);
  }
  if (unit !== 'minutes') return false;
  const under = /^<1\u00a0min$|^1分未満$/.test(text);
  if (under) return value > 0 && value < 0.5;
  const parts = [...text.matchAll(/([\d,]+)\u00a0?(分|時間|日|min|h|d)(?: |$|(?=\d))/g)];
  if (parts.map((part) => part[0]).join('') !== text || parts.length === 0) return false;
  const total = parts.reduce((sum, [, n, name]) => sum + Number(n!.replaceAll(',', '')) * MINUTES[name!]!, 0);
  // Two units at most: minutes are exact to a half, from a day on to half an hour, from ten days on to half a day.
  const allowed = value >= 14_399.5 ? 720 : value >= 1439.5 ? 30.5 : 0.5;
  return Math.abs(total - value) <= allowed;
}

/** Per cent: right to the last digit shown, and never 0 or 100 unless it is exactly that. */
function showsShare(text: string, share: number): boolean {
  const found = /^([<>]?)(\d+)(?:\.(\d+))?\u00a0?%(未満|超)?$/.exec(text);
  if (!found) return false;
  const [, sign, whole, decimals = '', word] = found;
  const shown = Number(`${whole}.${decimals || '0'}`) / 100;
  if (sign === '<' || word === '未満') return share > 0 && share < shown;
  if (sign === '>' || word === '超') return share < 1 && share > shown;
  if (shown === 0 || shown === 1) return share === shown;
  return Math.abs(share - shown) <= 0.5 / 10 ** (decimals.length + 2) + 1e-12;
}

/** Thousands by commas, half away from the even binary value as `toFixed` has it. */
const grouped = (value: number, digits: number): string => {
  const [whole, fraction] = value.toFixed(digits).split('.') as [string, string?];
  return `${BigInt(whole).toLocaleString('en-US')}${fraction === undefined ? '' : `.${fraction}`}`;
};
