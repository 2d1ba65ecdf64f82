/** Every chart: typed rows in, a figure with its data table out. */
export { type Bar, bar } from './bar.js';
export { type MarkKind, mark } from './mark.js';
export { type MinutesByMonth, minutesByMonth } from './minutesByMonth.js';
export { type MonthlyCounts, monthlyCounts } from './monthlyCounts.js';
export { type RestoreTimes, restoreTimes } from './restoreTimes.js';
export { type Sparkline, sparkline } from './sparkline.js';
