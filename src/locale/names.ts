/** Names that the data give in one or both report languages. */
import type { Locale, Names } from './language.js';

/** The name in `locale`, else in the other language, else `otherwise` (the id, as a rule). */
export function nameIn(names: Names, locale: Locale, otherwise: string): string {
  const other: Locale = locale === 'ja' ? 'en' : 'ja';
  return names[locale] || names[other] || otherwise;
}
