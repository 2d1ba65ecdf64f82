import type { MoveWords } from './moves.js';

const are = ({ n, text }: { n: number; text: string }): string =>
  n === 0 ? 'none is' : n === 1 ? '1 is' : `${text} are`;
const systems = ({ n, text }: { n: number; text: string }, one: string, many: string): string =>
  n === 1 ? `1 system ${one}` : `${text} systems ${many}`;
const moved = ({ n, text }: { n: number; text: string }): string => (n === 0 ? 'none' : text);

export const en: MoveWords = {
  counts: (c) => [
    c.up.n + c.down.n + c.unclear.n + c.told.n + c.untold.n === 0
      ? `No system of both months (${c.systems}) is at another level than in ${c.before}.`
      : [
          `Of ${c.systems} systems that were there in ${c.before} too, ${moved(c.up)} moved up in level and ${moved(c.down)} moved down.`,
          c.told.n > 0 && `${systems(c.told, 'has', 'have')} a level that could not be told before.`,
          c.untold.n > 0 && `${systems(c.untold, 'has', 'have')} no level any longer, for want of data.`,
          c.unclear.n > 0 &&
            `${systems(c.unclear, 'is', 'are')} at another level of which nobody can say whether it is real.`,
        ]
          .filter(Boolean)
          .join(' '),
    c.new.n + c.gone.n === 0
      ? 'No system is new, and none is gone.'
      : `${are(c.new).replace('none', 'None')} new, and ${are(c.gone)} gone.`,
  ],
  groupMoved: [
    "The group's risk level was ",
    ' in the month before and is ',
    ' now; its score was ',
    ' and is ',
    '.',
  ],
  noMonthBefore: (month) =>
    `The report holds no month before ${month}, so there is nothing to compare it with.`,
  noneMoved: (month) => `No system is at another level than in ${month}.`,
  incomplete:
    "This month or the one before is not wholly held by an export. Of that company's systems nothing is said where the level moved down.",
  sections: {
    systems: 'Systems that moved since last month',
    comeGone: 'Systems that are new, gone or under another unit',
    parts: 'What the difference in score is made of',
    byDriver: "The group's difference, by driver",
    bySystem: "The group's difference, by system",
  },
  notes: {
    systems:
      'those that moved up first, by level, then importance; the reasons are the drivers whose level moved',
    parts:
      'points, split exactly at the mean of the two months; the parts shown are rounded so that they add up to the difference shown; no data counts as 0',
    byDriver: 'the parts shown are rounded so that they add up to the table above',
    bySystem: 'by size, each to two decimals',
  },
  all: (n) => `Table of ${n} systems`,
  cut: (shown, all) => `${shown} of ${all} systems are shown; all stand under “Since last month”.`,
  columns: {
    scope: 'Scope',
    before: 'Month before',
    now: 'This month',
    difference: 'Difference',
    system: 'System',
    place: 'Company, unit',
    what: 'What',
    level: 'Risk level',
    points: "Part of the group's difference",
    sum: 'Sum',
  },
  causes: {
    level: 'Levels of drivers',
    coverage: 'Data known or not',
    applicability: 'What applies',
    importance: 'Importance',
    share: 'Shares of systems',
    new: 'New systems',
    gone: 'Systems gone',
  },
  new: 'New',
  gone: 'Gone',
  transferred: (from) => `moved here from ${from}`,
  reason: (driver, before, now) => `${driver} (${before} → ${now})`,
  between: ', ',
  byImportance: 'its importance changed',
  floored: 'at least at watch, since a required driver lacks data',
  unclear: {
    incomplete: 'not judged: a month is incomplete',
    lost: 'not judged: data of the month before is missing now',
  },
  noDifference: 'no difference: there were no systems in one of the months',
};
