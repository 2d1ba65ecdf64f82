import { entries } from './entry.js';

/** What is said of corrections as data (corrections.yaml). */
export const correctionErrors = entries({});
