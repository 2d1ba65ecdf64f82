import { en } from './forms.en.js';
import { ja } from './forms.ja.js';
import type { FormWords } from './forms.js';
import type { Locale } from './language.js';

const words: Readonly<Record<Locale, FormWords>> = { ja, en };

export const formWords = (locale: Locale): FormWords => words[locale];
