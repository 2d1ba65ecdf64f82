import type { Locale } from './language.js';
import { en } from './matters.en.js';
import { ja } from './matters.ja.js';
import type { MattersWords } from './matters.js';

const words: Readonly<Record<Locale, MattersWords>> = { ja, en };

export const mattersWords = (locale: Locale): MattersWords => words[locale];
