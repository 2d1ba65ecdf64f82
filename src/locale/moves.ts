/** Words of "Since last month": which systems stand at another level, and what the difference of a score is made of. Whole sentences per language. */

export type CauseWord = 'level' | 'coverage' | 'applicability' | 'importance' | 'share' | 'new' | 'gone';

export interface MoveCounts {
  /** The month before, in words. */
  readonly before: string;
  /** Of how many systems of both months. */
  readonly systems: string;
  readonly up: { readonly n: number; readonly text: string };
  readonly down: { readonly n: number; readonly text: string };
  /** At another level, but nobody can say what that means. */
  readonly unclear: { readonly n: number; readonly text: string };
  readonly told: { readonly n: number; readonly text: string };
  readonly untold: { readonly n: number; readonly text: string };
  readonly new: { readonly n: number; readonly text: string };
  readonly gone: { readonly n: number; readonly text: string };
}

export interface MoveWords {
  /** Two sentences: the systems of both months; those of one. */
  counts(c: MoveCounts): readonly [string, string];
  /** Parts between which the figures stand: the group's level and score, before and now. */
  readonly groupMoved: readonly [start: string, toLevel: string, score: string, toScore: string, end: string];
  noMonthBefore(month: string): string;
  /** `month`: the one before. */
  noneMoved(month: string): string;
  readonly incomplete: string;
  readonly sections: Readonly<Record<'systems' | 'comeGone' | 'parts' | 'byDriver' | 'bySystem', string>>;
  readonly notes: Readonly<Record<'systems' | 'parts' | 'byDriver' | 'bySystem', string>>;
  /** Opens the table of every system with a part. */
  all(n: string): string;
  /** Under a list that is cut: `shown` of `all`. */
  cut(shown: string, all: string): string;
  readonly columns: Readonly<
    Record<
      'scope' | 'before' | 'now' | 'difference' | 'system' | 'place' | 'what' | 'level' | 'points' | 'sum',
      string
    >
  >;
  readonly causes: Readonly<Record<CauseWord, string>>;
  readonly new: string;
  readonly gone: string;
  /** Another unit within the group; `from`: the former one. */
  transferred(from: string): string;
  /** Of one reason: a driver with its word before and now. */
  reason(driver: string, before: string, now: string): string;
  readonly between: string;
  /** No driver moved: the system's importance did. */
  readonly byImportance: string;
  readonly floored: string;
  readonly unclear: Readonly<Record<'incomplete' | 'lost', string>>;
  /** A scope that has systems in one of the months only. */
  readonly noDifference: string;
}
