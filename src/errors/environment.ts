import { entries } from './entry.js';

export const environmentErrors = entries({});
