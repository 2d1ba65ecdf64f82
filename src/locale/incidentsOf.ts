import { en } from './incidents.en.js';
import { ja } from './incidents.ja.js';
import type { IncidentWords } from './incidents.js';
import type { Locale } from './language.js';

const words: Readonly<Record<Locale, IncidentWords>> = { ja, en };

export const incidentWords = (locale: Locale): IncidentWords => words[locale];
