import type { Locale } from './language.js';
import { en } from './risk.en.js';
import { ja } from './risk.ja.js';
import type { RiskWords } from './risk.js';

const words: Readonly<Record<Locale, RiskWords>> = { ja, en };

export const riskWords = (locale: Locale): RiskWords => words[locale];
