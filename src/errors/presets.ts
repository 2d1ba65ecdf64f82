import { entries } from './entry.js';

/** What is said of presets, and `kado init --from`. */
export const presetErrors = entries({});
