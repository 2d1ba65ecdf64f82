import { entries } from './entry.js';

/** What is said of JSON and Parquet: what can be wrong with files of records. */
export const recordErrors = entries({});
