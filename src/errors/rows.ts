import { entries } from './entry.js';

export const rowErrors = entries({});
