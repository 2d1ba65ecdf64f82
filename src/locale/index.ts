/** Every label of the report's frame, by locale. Sentences about figures stand beside the pages that utter them. */

import { en } from './en.js';
import { ja } from './ja.js';
import type { Labels } from './labels.js';
import type { Locale } from './language.js';

const labels: Readonly<Record<Locale, Labels>> = { ja, en };

export const labelsOf = (locale: Locale): Labels => labels[locale];

export { type Formats, formatsOf, type Maybe } from './format.js';
export type { Labels } from './labels.js';
export { nameIn } from './names.js';
