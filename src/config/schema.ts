/** kado.yaml in one declaration: keys, forms, defaults, descriptions. Validation, JSON Schema and docs come from here. */
import { z } from 'zod';
import {
  currency,
  names,
  positiveNumber,
  rule,
  share,
  text,
  timestamp,
  timezone,
  wholeNumber,
} from './fields.js';
import { riskKeys } from './risk.js';
import { scheme } from './scheme.js';
import { signals } from './signals.js';
import { sources } from './source.js';

/** contract.md: the share of a file's rows that may be rejected before nothing is published. */
export const defaultMaxRejectRate = 0.05;
/** So many sheets of 10 kB in two languages are some 10 MB: what can still be sent and copied with the report. */
export const defaultIncidentPages = 500;
/** Beyond it the pages outweigh all the rest of the report; the register holds every record anyway. */
const mostIncidentPages = 5000;

/** IPA/SEC 2012: a drill at least once a year. A profile, "kept current", is read over as often: Kado's default. */
export const defaultLimitDays = 365;
/** DORA (RTS (EU) 2025/301, art. 5): the first report within 24 hours of becoming aware at the latest. Of the final one 30 days are Kado's default. */
export const defaultFirstHours = 24;
export const defaultFinalDays = 30;
/** A year of hours, ten years of days: what is beyond is a typing error. */
const longestHours = 8784;
const longestDays = 3660;

const limits = z
  .strictObject({
    profile_age_days: wholeNumber(1, longestDays)
      .prefault(defaultLimitDays)
      .describe("Days since a system's profile was last reviewed, over which it counts as old."),
    drill_days: wholeNumber(1, longestDays)
      .prefault(defaultLimitDays)
      .describe('Days since the last drill of a system, over which the next one is due.'),
  })
  .meta({ id: 'limits', description: 'From when on something is old or due.' });

const regulator = z
  .strictObject({
    first_hours: wholeNumber(1, longestHours)
      .prefault(defaultFirstHours)
      .describe(
        'Hours within which the first report must be made of an incident that must be reported. The default is the ' +
          "European DORA's outer limit; set what your regulator asks.",
      ),
    final_days: wholeNumber(1, longestDays)
      .prefault(defaultFinalDays)
      .describe('Days within which the final report must be made; the last of them ends at its midnight.'),
    counted_from: z
      .enum(['occurred_at', 'detected_at'])
      .default('occurred_at')
      .describe(
        'From when the hours and days run; from detected_at, an incident without one is counted from its occurrence.',
      ),
  })
  .meta({ id: 'regulator', description: 'Within what time the regulator must be told.' });

const company = z
  .strictObject({
    id: text().describe('The id that exports and sources name.'),
    name: names().describe('Its name, { ja, en } or one text for both.'),
    sector: text().optional().describe('Its line of business.'),
    scheme: text().optional().describe('The id of the classification scheme that it uses.'),
  })
  .meta({ id: 'company', description: 'One company.' });

/** methods.md: per 100 million of the currency. */
export const defaultPer = 100_000_000;

const safeOperation = z
  .strictObject({
    per: positiveNumber()
      .prefault(defaultPer)
      .describe('Incidents are counted per so much of the currency in software investment.'),
  })
  .meta({
    id: 'safe_operation',
    description: 'The safe-operation index: incidents per software investment.',
  });

const capStatus = z
  .strictObject({
    at_risk: share()
      .prefault(0.3)
      .describe('The chance, 0–1, of ending the year above its cap from which a cap is at risk.'),
    off_track: share().prefault(0.8).describe('The chance from which it is off track; not below at_risk.'),
  })
  .refine((value) => value.at_risk <= value.off_track, rule('config_cap_status'))
  .meta({
    id: 'cap_status',
    description: 'The chances of ending a year above its cap that decide its status.',
  });

const edition = z
  .looseObject({ id: text().describe('The id that --edition names.') })
  .meta({ id: 'edition', description: 'Who may see what.' });

export const schema = z.strictObject({
  title: names()
    .default({ ja: '月次リスク報告', en: 'Monthly risk report' })
    .describe("The report's title, { ja, en } or one text for both."),
  group: names()
    .default({ ja: 'グループ', en: 'Group' })
    .describe('What the whole, all companies together, is called in the report.'),
  audience: names().optional().describe('For whom the report is written; stands on its cover.'),
  confidentiality: names().optional().describe('How confidential it is; stands on every page.'),
  locales: z
    .array(z.enum(['ja', 'en']))
    .min(1)
    .refine((list) => new Set(list).size === list.length, rule('config_locale_twice'))
    .default(['ja', 'en'])
    .describe('The languages of the report; the first is the default.'),
  timezone: timezone()
    .default('Asia/Tokyo')
    .describe(
      "IANA time zone in which days and months begin, and of times that name no zone. Never the machine's.",
    ),
  fiscal_year_start: wholeNumber(1, 12)
    .prefault(4)
    .describe('The month, 1–12, in which a fiscal year begins; fiscal year 2026 begins in 2026.'),
  currency: currency().default('JPY').describe('The currency of all amounts, ISO 4217.'),
  as_of: timestamp()
    .optional()
    .describe(
      "The moment for which the report is true, ISO 8601. Default: the end of what the incidents' exports cover; never the clock.",
    ),
  incident_pages: wholeNumber(0, mostIncidentPages)
    .prefault(defaultIncidentPages)
    .describe(
      'So many incidents at most have a page of their own: the critical and heavy ones of the last 13 months and all that are open, gravest first. All stand in the register.',
    ),
  max_reject_rate: share()
    .prefault(defaultMaxRejectRate)
    .describe(
      "Share of a file's rows, 0–1, that may be rejected before the build stops; a source may set its own.",
    ),
  sources: sources.describe(
    'The exports by kind. Each kind takes one entry or a list; an entry is a path, or a mapping as below.',
  ),
  corrections: text()
    .optional()
    .describe(
      "Path, relative to this file's folder, of a YAML file of corrections: values of exports that are known to be wrong, with what is right, why, and who says so (docs/corrections.md).",
    ),
  commentary: text()
    .default('commentary')
    .describe(
      "Folder, relative to this file's, of the owners' commentary: 2026-10.ja.md and 2026-10.en.md, by scope, each signed. It may be absent.",
    ),
  cache: text()
    .default('.kado/cache')
    .describe(
      "Folder, relative to this file's, where `kado build` and `kado preview` keep what they have read of each export, so that an " +
        'unchanged one is not read again. It holds rows of the exports: guard it as you guard these. `none`: keep nothing.',
    ),
  companies: z.array(company).default([]).describe('The companies of the group; or a CSV under sources.'),
  schemes: z
    .record(z.string(), scheme)
    .default({})
    .describe(
      "Classification schemes, by the id that companies' `scheme` names: new ones, or presets extended or replaced.",
    ),
  risk: z
    .strictObject({
      cap_status: capStatus
        .prefault({})
        .describe('From which chance of passing it a cap is at risk, or off track.'),
      ...riskKeys,
    })
    .meta({ id: 'risk', description: 'How risk is judged.' })
    .prefault({})
    .describe('Drivers, thresholds, weights, escalation and roll-up rules (docs/risk.md).'),
  safe_operation: safeOperation.optional().describe('How the safe-operation index is reckoned.'),
  signals: signals.optional().describe('Control charts: where limits are drawn anew, and why.'),
  limits: limits.prefault({}).describe('From when on a profile is old and a drill due.'),
  regulator: regulator
    .prefault({})
    .describe('Within what time an incident must be reported to the regulator.'),
  editions: z
    .array(edition)
    .optional()
    .describe(
      'Editions for different readers: what stands outside an edition is absent from its files. ' +
        'Accepted, but not used by this version.',
    ),
  sign_off: text()
    .optional()
    .describe(
      'CSV of who prepared, checked and approved which month; the same as a source of kind approvals.',
    ),
});

export type WrittenConfig = z.output<typeof schema>;
