/** The small forms that kado.yaml's values take. Scalars arrive as their source text (tree.ts). */
import { z } from 'zod';
import type { Code } from '../errors.js';
import { isDate, isMonth, isTimestamp, isTimezone } from './timestamp.js';

/** For editors: a number or a true/false without quotes is as good a text as any, Kado reads it as written. */
const scalarTypes = { type: ['string', 'number', 'boolean'] };

/** Names the catalogue's entry for a failed rule; complaints.ts turns it into a problem with the value and place. */
export const rule = (code: Code) => ({ params: { code } });

/** A text that may be empty (a replacement value). */
export const anyText = () => z.string().meta(scalarTypes);

export const text = () => z.string().min(1).meta(scalarTypes);

export const textRule = (accepts: (value: string) => boolean, code: Code) =>
  z.string().min(1).refine(accepts, rule(code)).meta(scalarTypes);

export const date = () => textRule(isDate, 'config_date');
export const month = () => textRule(isMonth, 'config_month');
export const timestamp = () => textRule(isTimestamp, 'config_timestamp');
export const timezone = () => textRule(isTimezone, 'config_timezone');
export const currency = () => textRule((value) => /^[A-Z]{3}$/.test(value), 'config_currency');

/** One character that can part fields: quotes and line ends have their own meaning in a CSV. */
export const delimiter = () =>
  textRule((value) => [...value].length === 1 && !/["'\r\n]/.test(value), 'config_delimiter');

/** ISO 8601, where it stands among other formats. */
export const isoDates = 'iso';
/** The one format that strptime has no word for: the forms of dates that people in Japan write by hand. */
export const japaneseDates = 'japanese';
/** Dates that begin with their day or their month, whichever all values of the column agree on. */
export const dayOrMonthFirst = 'day_or_month_first';
/** Words of a format list that are no strptime formats. */
export const formatKeywords: ReadonlySet<string> = new Set([isoDates, japaneseDates, dayOrMonthFirst]);

/** One or several strptime formats. A format without % (yyyy/MM/dd) would reject every row, so it is caught here. */
export const timeFormat = () => {
  const format = () =>
    textRule((value) => value.includes('%') || formatKeywords.has(value), 'config_time_format');
  return z.union([format(), z.array(format()).min(1)]);
};

// Their defaults are given by prefault(): default() would be lost behind the conversion on the way to JSON Schema.
const parseNumber = (value: unknown) =>
  typeof value === 'string' && /^[-+]?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

export const wholeNumber = (from: number, to: number) =>
  z.preprocess(parseNumber, z.number().int().min(from).max(to));

/** A number above zero; YAML keeps it as text until here. */
export const positiveNumber = () =>
  z.preprocess(
    (value) =>
      typeof value === 'string' && /^\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value) ? Number(value) : value,
    z.number().positive(),
  );

/** A share from 0 to 1. */
export const share = () => z.preprocess(parseNumber, z.number().min(0).max(1));

export const trueOrFalse = () =>
  z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());

const bothLanguages = z
  .strictObject({
    ja: text().optional().describe('The text in Japanese.'),
    en: text().optional().describe('The text in English.'),
  })
  .refine((value) => value.ja !== undefined || value.en !== undefined, rule('config_no_name'))
  .meta({
    id: 'names',
    description: 'A text in both languages; one that is missing falls back to the other.',
  });

/** A text in both languages: `{ ja, en }`, or one text for both. */
export const names = () => z.union([text(), bothLanguages]);
