import { entries } from './entry.js';

/** What is said of values that read in more than one way, or in a way that nobody declared. */
export const valueErrors = entries({});
