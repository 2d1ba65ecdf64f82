/** Processes that never change: what the charts must hold to be ordinary variation. One draw is one series; the tests draw the same ones. */
import { type Random, randomOf } from '../data/generate/kernel/random.js';

/** Months from April of a common year on: their days, the opportunity of a count. */
const daysOfYear = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31] as const;
export const daysOf = (month: number): number => daysOfYear[month % 12]!;
const meanDays = 365 / 12;

export type Headline = 'incidents' | 'impact_minutes' | 'restore_minutes_median' | 'value';

/** One incident: the day of its month, from 0, and the minutes to restore it. */
export interface Event {
  readonly day: number;
  readonly minutes: number;
}

export interface Model {
  readonly id: string;
  readonly headline: Headline;
  readonly what: string;
  /** The events of one month, or for `value` the one value. */
  month(random: Random, month: number): readonly Event[] | number;
}

/** Minutes to restore: lognormal with median 60 and σ = 1, so that one in six takes over 160. */
const minutesOf = (random: Random): number => random.lognormal(60, 1);

/** Incidents at a constant rate a day; with a dispersion above 1 a month's count is negative binomial, variance ÷ mean = dispersion. */
function incidents(mean: number, dispersion: number, headline: Headline): Model {
  const kind = dispersion > 1 ? `negative binomial, variance ${dispersion} × mean` : 'Poisson';
  const of =
    headline === 'incidents' ? '' : `${headline === 'impact_minutes' ? 'sum' : 'median'} of minutes, `;
  return {
    id: `${headline}/${dispersion > 1 ? `overdispersed-${dispersion}` : 'poisson'}/${mean}`,
    headline,
    what: `${of}${kind}, ${mean} a month`,
    month(random, month) {
      const days = daysOf(month);
      const count = random.count((mean * days) / meanDays, dispersion);
      // Minutes are drawn only where they are asked for; nothing else follows in the stream.
      return Array.from({ length: count }, () => ({
        day: random.integer(0, days - 1),
        minutes: headline === 'incidents' ? 0 : minutesOf(random),
      }));
    },
  };
}

const normal: Model = {
  id: 'value/normal',
  headline: 'value',
  what: 'independent normal values',
  month: (random) => random.normal(),
};

export const models: readonly Model[] = [
  ...[0.5, 1, 2, 5, 10, 20].map((mean) => incidents(mean, 1, 'incidents')),
  ...[1, 2, 5, 10, 20, 50].map((mean) => incidents(mean, 4, 'incidents')),
  ...[2, 8].map((mean) => incidents(mean, 1, 'impact_minutes')),
  incidents(8, 4, 'impact_minutes'),
  incidents(8, 1, 'restore_minutes_median'),
  normal,
];

export function modelOf(id: string): Model {
  const model = models.find((m) => m.id === id);
  if (!model) throw new Error(`no model ${id}`);
  return model;
}

export const drawSeries = (model: Model, random: Random, months: number): (readonly Event[] | number)[] =>
  Array.from({ length: months }, (_, month) => model.month(random, month));

/** One stream for each model and use, so that a new one leaves the others' numbers alone. */
export const streamOf = (model: Model, use: string): Random => randomOf(`${use} ${model.id}`);
