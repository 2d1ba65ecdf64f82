import type { Locale } from './language.js';
import { en } from './moves.en.js';
import { ja } from './moves.ja.js';
import type { MoveWords } from './moves.js';

const words: Readonly<Record<Locale, MoveWords>> = { ja, en };

export const moveWords = (locale: Locale): MoveWords => words[locale];
