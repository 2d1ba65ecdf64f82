import { entries } from './entry.js';

export const configErrors = entries({});
