import { entries } from './entry.js';

export const fileErrors = entries({});
