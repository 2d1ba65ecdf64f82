import type { Locale } from './language.js';
import { en } from './schemes.en.js';
import { ja } from './schemes.ja.js';
import type { SchemeWords } from './schemes.js';

const words: Readonly<Record<Locale, SchemeWords>> = { ja, en };

export const schemeWords = (locale: Locale): SchemeWords => words[locale];
