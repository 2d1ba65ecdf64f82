/** The edge where Kado speaks: diagnostics to stderr, results to stdout, progress on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from 'cli-progress';
import { formatProblem, hintOf, KadoError, messageOf, type Problem } from '../errors.js';
import type { Log, Progress, RunContext } from '../run.js';

export interface Voice {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

export interface Terminal extends RunContext {
  readonly voice: Voice;
  /** A result: to stdout, never silenced. */
  print(text: string): void;
  /** A problem, with its place and hint. */
  report(problem: Problem): void;
  /** Ends any progress line. */
  close(): void;
}

export function openTerminal(voice: Voice, out: NodeJS.WritableStream, err: NodeJS.WriteStream): Terminal {
  const say = (line: string): void => void err.write(`${line}\n`);
  const progress =
    voice.json || voice.quiet ? quietProgress : err.isTTY ? barProgress(err) : lineProgress(say);
  const report = (p: Problem): void => {
    progress.end();
    if (voice.json)
      say(
        JSON.stringify({
          level: p.level,
          code: p.code,
          ...p.place,
          message: messageOf(p, 'en'),
          hint: hintOf(p, 'en'),
        }),
      );
    else say(`${paint(voice, p.level === 'error' ? 31 : 33, p.level)}: ${formatProblem(p, 'en')}`);
  };
  const log: Log = {
    info: (message, fields) => {
      if (voice.json) say(JSON.stringify({ level: 'info', message, ...fields }));
      else if (!voice.quiet) {
        progress.end();
        say(message);
      }
    },
    warn: (p) => {
      if (!voice.quiet || voice.json) report(p);
    },
  };
  return {
    voice,
    log,
    progress,
    report,
    print: (text) => void out.write(`${text}\n`),
    close: () => progress.end(),
  };
}

/** What a write to a closed pipe fails with; EOF on Windows. */
const closings: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/**
 * Lets a reader close the pipe when it has seen enough (`kado check | head -1`): the command goes on to its end, so that it leaves
 * nothing behind, and the rest of what it says is lost. The answer, once all is written: whether anything was.
 */
export function bearClosing(stream: NodeJS.WriteStream): () => Promise<boolean> {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!closings.has(error.code)) throw error;
    closed = true;
  });
  return async () => {
    await new Promise<void>((done) => stream.write('', () => done()));
    return closed;
  };
}

const paint = (voice: Voice, code: number, text: string): string =>
  voice.color ? `\u001b[${code}m${text}\u001b[0m` : text;

const quietProgress: Progress = { stage() {}, step() {}, end() {} };

/** Where there is no terminal: a line when a stage begins, and one when it ends with its count. */
function lineProgress(say: (line: string) => void): Progress {
  let current: { name: string; done: number; unit: string } | undefined;
  const end = (): void => {
    if (current && current.done > 0) say(`${current.name}: ${current.done} ${current.unit}`);
    current = undefined;
  };
  return {
    stage: (name, _total, unit = 'rows') => {
      end();
      current = { name, done: 0, unit };
    },
    step: (done) => {
      if (current) current.done += done;
    },
    end,
  };
}

/** On a terminal: stage, share, count and time left, on one line. Time here is only for the eye; nothing of it is kept. */
function barProgress(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  const end = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stage: (name, total = 0, unit = 'rows') => {
      end();
      const format =
        total > 0 ? `${name} {bar} {value}/{total} ${unit}, {eta_formatted} left` : `${name} {value} ${unit}`;
      bar = new SingleBar(
        { format, stream, clearOnComplete: true, hideCursor: true, barsize: 24 },
        Presets.shades_classic,
      );
      bar.start(total, 0);
    },
    step: (done) => bar?.increment(done),
    end,
  };
}

/** Prints what went wrong and gives the exit code. A fault of ours shows its stack only with --debug. */
export function fail(terminal: Terminal, error: unknown, debug: boolean): number {
  terminal.close();
  if (error instanceof KadoError) {
    for (const p of error.problems) terminal.report(p);
    if (debug) process.stderr.write(`${error.stack ?? ''}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (terminal.voice.json)
    process.stderr.write(`${JSON.stringify({ level: 'error', code: 'internal', message })}\n`);
  else
    process.stderr.write(
      `internal error: ${message} (this is a fault of Kado's; run again with --debug and report it)\n`,
    );
  if (debug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return 3;
}
