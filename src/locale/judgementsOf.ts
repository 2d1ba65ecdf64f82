import { en } from './judgements.en.js';
import { ja } from './judgements.ja.js';
import type { JudgementWords } from './judgements.js';
import type { Locale } from './language.js';

const words: Readonly<Record<Locale, JudgementWords>> = { ja, en };

export const judgementWords = (locale: Locale): JudgementWords => words[locale];
