import type { Locale } from './language.js';
import { en } from './paper.en.js';
import { ja } from './paper.ja.js';
import type { PaperWords } from './paper.js';

const words: Readonly<Record<Locale, PaperWords>> = { ja, en };

export const paperWords = (locale: Locale): PaperWords => words[locale];
