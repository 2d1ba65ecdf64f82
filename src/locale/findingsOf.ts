import { en } from './findings.en.js';
import { ja } from './findings.ja.js';
import type { FindingWords } from './findings.js';
import type { Locale } from './language.js';

const words: Readonly<Record<Locale, FindingWords>> = { ja, en };

export const findingWords = (locale: Locale): FindingWords => words[locale];
