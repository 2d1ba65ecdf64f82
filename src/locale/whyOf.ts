import type { Locale } from './language.js';
import { en } from './why.en.js';
import { ja } from './why.ja.js';
import type { WhyWords } from './why.js';

const words: Readonly<Record<Locale, WhyWords>> = { ja, en };

export const whyWords = (locale: Locale): WhyWords => words[locale];
