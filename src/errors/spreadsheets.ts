import { entries } from './entry.js';

/** What is said of workbooks: what can be wrong with an .xlsx file, its sheets and cells. */
export const spreadsheetErrors = entries({});
