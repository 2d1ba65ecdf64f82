/** Words of risk that several pages share: levels, drivers, inputs, states. Whole sentences per language. */

export type LevelWord = 'none' | 'low' | 'watch' | 'high' | 'critical' | 'no_data' | 'not_applicable';
/** By level 0–4. */
export const levelKeys = ['none', 'low', 'watch', 'high', 'critical'] as const;

export interface RiskWords {
  readonly levels: Readonly<Record<LevelWord, string>>;
  /** By the driver's id. */
  readonly drivers: Readonly<Record<string, string>>;
  readonly importance: Readonly<Record<1 | 2 | 3 | 4 | 'unknown', string>>;
  readonly columns: Readonly<
    Record<'level' | 'score' | 'coverage' | 'importance' | 'drivers' | 'reason', string>
  >;
}
