import type { Locale } from './language.js';
import { en } from './words.en.js';
import { ja } from './words.ja.js';
import type { Words } from './words.js';

const words: Readonly<Record<Locale, Words>> = { ja, en };

export const wordsOf = (locale: Locale): Words => words[locale];
