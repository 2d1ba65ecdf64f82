import type { Locale } from './language.js';
import { en } from './voice.en.js';
import { ja } from './voice.ja.js';
import type { VoiceWords } from './voice.js';

const words: Readonly<Record<Locale, VoiceWords>> = { ja, en };

export const voiceWords = (locale: Locale): VoiceWords => words[locale];
