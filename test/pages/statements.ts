/** What a page says of movement and difference, read back from its markup; and the words that would say it. */
import { readdirSync, readFileSync } from 'node:fs';
import { judgementWords } from '../../src/locale/judgementsOf.js';
import type { Locale } from '../../src/locale/language.js';
import { metricOf } from '../../src/metrics/registry.js';
import { literalsOf } from './literals.js';
import type { SignalRow } from './report.js';

/** Any word of a direction, or of one thing being better, worse, more or less than another. */
export const direction: Readonly<Record<Locale, RegExp>> = {
  ja: /改善|悪化|好転|向上|良|悪|増|減|上昇|下降|低下|最も高|最も低|上回|下回|多い|多く|多少|少な|優|劣|順調|縮|伸/g,
  en: /\b(?:improv|wors|better|best\b|deteriorat|increas|decreas|declin|ris(?:e|es|ing|en)\b|rose\b|fall|fell\b|grow|grew|shrink|shrank|reduc|drop|more\b|fewer|less\b|higher|lower|good|bad\b|progress|up from|down from)/gi,
};

type Kind = 'judged' | 'neutral' | 'definition' | 'unused';

/**
 * Every text of the locale files with such a word. `judged` ones must be backed by a mart wherever they stand; `neutral` ones say nothing of
 * the data and may stand anywhere; `definition` ones only where methods and schemes are set out; `unused` on no page at all. A new text
 * with a word of direction belongs here, with a test of what it says if it is judged.
 */
export const classified: Readonly<Record<Kind, readonly string[]>> = {
  judged: [
    'Sign of improvement',
    'Sign of worsening',
    'improvement',
    'worsening',
    'seven gaps between events growing or shrinking',
    'seven months rising or falling',
    'more',
    'fewer',
    'evidence of fewer',
    'evidence of more',
    '改善の兆候',
    '悪化の兆候',
    '改善',
    '悪化',
    '発生間隔が7回続けて伸びるか縮む',
    '7か月連続の増加または減少',
    '多い',
    '少ない',
    '減少を示す証拠があります',
    '増加を示す証拠があります',
    // The heading of those whose incidents lie above their baseline (mart.risk_trends).
    'Worse',
    '障害の悪化',
    // Keys in the code.
    'better',
    'worse',
  ],
  neutral: [
    // A system among others, a treatment of a risk, the least level: none tells of a movement.
    '低減',
    '必須の観点に情報が足りないため、少なくとも「注意」',
    ' or more',
    'Limits are trial ones: the baseline has fewer than 12 months.',
    'Fewer than two companies can be compared.',
    'in progress',
    ' or less.',
    'in the configured order; their scales of severity differ, so a larger count does not mean a worse company',
    ' or less and nine in ten ',
    ' or less',
    '縮約推定',
    '過去の月が少ないため、変動は判定していません。',
    '品質向上施策',
    '設定の順。重大さの基準が会社ごとに違うため、件数の多少で優劣は言えません',
    '復旧の優先順',
    '読めないバイトがもっとも少ない',
  ],
  definition: [
    'Better',
    'lower',
    'higher',
    'is taken at the end of the month (or at as-of, if earlier), so that later progress never changes a past month.',
    '小さいほど良い',
    '大きいほど良い',
    ": no more than last year's actual",
    " fewer than last year's actual (never below 0)",
    '4（最も高い）',
    '件以上少なく（0件を下回らない）',
  ],
  // signalWords.ts, which no page utters yet.
  unused: [],
};

/** The locale files' texts with a word of direction. */
export function directedTexts(): string[] {
  const folder = new URL('../../src/locale/', import.meta.url);
  const texts = readdirSync(folder).flatMap((file) =>
    literalsOf(readFileSync(new URL(file, folder), 'utf8')),
  );
  return [...new Set(texts)].filter((text) => text.match(direction.ja) || text.match(direction.en)).sort();
}

const decode = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Text nodes, and what attributes say to who can't see; a tag is a border that no sentence crosses. */
export function textOf(markup: string): string {
  const spoken = [...markup.matchAll(/\s(?:aria-label|alt|title|aria-description)="([^"]*)"/g)].map(
    (m) => m[1]!,
  );
  return decode([markup.replace(/<[^>]*>/g, '\n'), ...spoken].join('\n'));
}
/** One line of text, tags gone. */
export const plain = (markup: string): string => decode(markup.replace(/<[^>]*>/g, '')).trim();

/** Words of direction that are left when what may stand anywhere is taken out. `more`: texts that may stand on this page. */
export function directedWords(markup: string, locale: Locale, more: readonly string[] = []): string[] {
  // The longer first: one may be part of another.
  const allowed = [...classified.neutral, ...more].sort((a, b) => b.length - a.length);
  const text = allowed.reduce((rest, piece) => rest.replaceAll(piece, '\n'), textOf(markup));
  return [...text.matchAll(direction[locale])].map(
    ({ 0: word, index }) =>
      `${word}: ${text.slice(Math.max(0, index - 30), index + 30).replace(/\s+/g, ' ')}`,
  );
}

export interface Row {
  readonly head: string;
  /** What stands small under it. */
  readonly small: string;
  readonly markup: string;
  /** Markup of each cell by its label. */
  readonly cells: ReadonlyMap<string, string>;
  /** `system:m0`, of the row's figures. */
  readonly scope: string | undefined;
}

export function rowsOf(markup: string): Row[] {
  return [...markup.matchAll(/<tr[^>]*>\s*<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(
    ([whole, head, rest]) => {
      const figure = /data-figure="[^/]+\/[^/]+\/([^"/]+)/.exec(rest!)?.[1];
      return {
        head: plain(head!.replace(/<small>.*?<\/small>/gs, '')),
        small: plain(/<small>(.*?)<\/small>/s.exec(head!)?.[1] ?? ''),
        markup: whole,
        cells: new Map(
          [...rest!.matchAll(/<td[^>]*data-label="([^"]*)"[^>]*>(.*?)<\/td>/gs)].map((m) => [
            decode(m[1]!),
            m[2]!,
          ]),
        ),
        scope: figure === undefined ? undefined : decodeURIComponent(figure),
      };
    },
  );
}

export const tablesOf = (markup: string): string[] =>
  [...markup.matchAll(/<table.*?<\/table>/gs)].map(([t]) => t);
export const sectionOf = (markup: string, id: string): string =>
  new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 's').exec(markup)?.[0] ?? '';
export const leadOf = (markup: string): string => /<p class="lead">(.*?)<\/p>/s.exec(markup)?.[1] ?? '';

/** What a page is to say of a scope's headlines: on incidents always something, on others where there is a signal. */
export function sentencesOf(signals: readonly SignalRow[], scope: string, locale: Locale): string[] {
  const w = judgementWords(locale);
  const own = signals.filter((s) => s.scope === scope);
  const said = own.filter(
    (s) => s.metric === 'incidents' || (s.variation !== null && s.variation !== 'common'),
  );
  return said.map(({ metric, variation, rule, chart, trial, widened, reason }) =>
    variation === null
      ? w.notJudged(
          reason === 'incomplete' ? 'incomplete' : reason?.startsWith('too_few') ? 'too_few' : 'none',
        )
      : w.signal({
          metric: metricOf(metric).name[locale],
          variation,
          rule,
          gaps: chart.startsWith('g'),
          trial,
          widened,
        }),
  );
}
