import type { Locale } from './language.js';
import { en } from './provenance.en.js';
import { ja } from './provenance.ja.js';
import type { ProvenanceWords } from './provenance.js';

const words: Readonly<Record<Locale, ProvenanceWords>> = { ja, en };

export const provenanceWords = (locale: Locale): ProvenanceWords => words[locale];
