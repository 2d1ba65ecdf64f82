/** What a run is given from outside: where to speak, and how to show progress. The core never reaches for these itself. */
import type { Problem } from './errors.js';

export interface Log {
  /** A fact worth a line: `stage`, then what happened, with machine-readable fields for `--json`. */
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  /** A problem that does not end the run. */
  warn(problem: Problem): void;
}

export interface Progress {
  /** Begins a stage; `total` where it is known, in `unit` (rows, pages, bytes). */
  stage(name: string, total?: number, unit?: string): void;
  /** Work done since the last call, in the stage's unit. */
  step(done: number): void;
  end(): void;
}

/** Passed down from the command line; tests pass their own. */
export interface RunContext {
  readonly log: Log;
  readonly progress: Progress;
}

/** A context that says nothing: for tests and for library use. */
export const silentContext: RunContext = {
  log: { info() {}, warn() {} },
  progress: { stage() {}, step() {}, end() {} },
};
