/** Values of a list: true or false, one of several words, several of them, a scope. */
import { quoteList, quoteText } from '../../duckdb/quote.js';
import { bind, fold } from './fold.js';
import { trimmed } from './text.js';

/** The contract's `true/false`, and what people write for them. */
const truths = ['true', '1', 'yes', 'y', '○', '〇', '◯', 'はい', '有', '有り', 'あり', '済'];
const falsehoods = ['false', '0', 'no', 'n', '×', '✕', '☓', 'いいえ', '無', '無し', 'なし', '未'];

export function readBoolean(value: string): string {
  const among = (text: string): string =>
    `CASE WHEN lower(${text}) IN ${quoteList(truths)} THEN true WHEN lower(${text}) IN ${quoteList(falsehoods)} THEN false END`;
  return `coalesce(${among(value)}, CASE WHEN ${value} IS NOT NULL THEN ${bind(fold(value), 't_', among('t_'))} END)`;
}

/** Value lists are matched without regard to case and staged in the contract's spelling (AAA stays AAA). */
export function readOneOf(value: string, values: readonly string[]): string {
  // Most exports write the values as they are; only the others have to be folded.
  const choose = (text: string, spelling: (v: string) => string, otherwise: string): string =>
    `CASE ${text} ${values.map((v) => `WHEN ${quoteText(spelling(v))} THEN ${quoteText(v)}`).join(' ')} ELSE ${otherwise} END`;
  return choose(
    value,
    (v) => v,
    choose(`lower(${value})`, (v) => v.toLowerCase(), 'NULL'),
  );
}

/** Each part must be of the list; the parts stand without spaces between, in the export's order. */
export function readList(value: string, values: readonly string[]): string {
  const parts = `list_filter(list_transform(string_split(lower(${value}), ';'), lambda x_: ${trimmed('x_')}), lambda x_: x_ <> '')`;
  return `CASE WHEN len(list_filter(${parts}, lambda x_: x_ NOT IN ${quoteList(values)})) = 0 THEN nullif(array_to_string(${parts}, ';'), '') END`;
}

/** SQL: whether a value goes on, behind a separator, with another scope: `company:a;unit:b`. */
export const namesSeveral = (value: string): string =>
  `regexp_matches(${value}, '[;,|、，；]\\s*(group\\s*$|(company|unit|system|layer|flow|theme|supplier):)')`;

/** `group` stands alone; every other kind needs an id behind its colon. */
export function readScope(value: string, kinds: readonly string[]): string {
  const conditions = kinds.map((kind) =>
    kind === 'group'
      ? `${value} = 'group'`
      : `(starts_with(${value}, '${kind}:') AND length(${value}) > ${kind.length + 1})`,
  );
  return `CASE WHEN (${conditions.join(' OR ')}) AND NOT ${namesSeveral(value)} THEN ${value} END`;
}
