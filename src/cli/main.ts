/** The command line: parse, call, print. Everything else happens in the rooms below. */
import { CommanderError } from 'commander';
import { KadoError, problem } from '../errors.js';
import { commandLine, type Runner } from './commandLine.js';
import type { CommonOptions } from './options.js';
import { bearClosing, fail, openTerminal, type Terminal } from './terminal.js';

/** Problems of the data, which are the result of `kado check`. */
const dataProblem = 1;
/** 128 + SIGINT, as shells have it. */
const interrupted = 130;

/**
 * Runs one command; returns the exit code (contract.md): 0 done, 1 data, 2 use or configuration, 3 environment, 130 interrupted.
 * Whoever closed stdout has seen what they wanted of a command that got as far as its result: 0, whatever stood in the rest.
 */
export async function main(args: readonly string[]): Promise<number> {
  const isClosed = bearClosing(process.stdout);
  bearClosing(process.stderr);
  const code = await runCommand(args);
  const closed = await isClosed();
  return closed && code === dataProblem ? 0 : code;
}

async function runCommand(args: readonly string[]): Promise<number> {
  let code = 0;
  let terminal: Terminal | undefined;
  const run: Runner =
    <O extends CommonOptions>(use: (options: O, terminal: Terminal) => Promise<number>) =>
    async (options: O): Promise<void> => {
      const color =
        options.color !== false && process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
      terminal = openTerminal(
        { json: options.json === true, quiet: options.quiet === true, color },
        process.stdout,
        process.stderr,
      );
      const stop = (): void => {
        terminal?.close();
        process.exit(interrupted);
      };
      process.once('SIGINT', stop);
      try {
        code = await use(options, terminal);
      } catch (error) {
        code = fail(terminal, error, options.debug === true);
      } finally {
        process.removeListener('SIGINT', stop);
        terminal.close();
      }
    };

  const program = commandLine(run)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const voice = { json: args.includes('--json'), quiet: false, color: false };
    const detail =
      error.code === 'commander.help'
        ? 'no command given'
        : error.message.replace(/^error: /, '').replaceAll('\n', ' ');
    return fail(
      openTerminal(voice, process.stdout, process.stderr),
      new KadoError(problem('command_usage', { detail })),
      false,
    );
  }
  return code;
}
