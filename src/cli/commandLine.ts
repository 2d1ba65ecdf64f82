/** Every command and option that Kado has: what `--help` prints and docs/commands.md lists. */
import { Command } from 'commander';
import { runBuild } from './build.js';
import { runCheck } from './check.js';
import { runDoctor } from './doctor.js';
import { type FiguresOptions, runFigures } from './figures.js';
import { type InitOptions, runInit } from './init.js';
import type { CommonOptions } from './options.js';
import { runPreview } from './preview.js';
import type { Terminal } from './terminal.js';
import { runTrace } from './trace.js';
import { version } from './version.js';

/** Turns a command into what commander calls, with a terminal, its errors told and its exit code kept. */
export type Runner = <O extends CommonOptions>(
  use: (options: O, terminal: Terminal) => Promise<number>,
) => (options: O) => Promise<void>;

export function commandLine(run: Runner): Command {
  const program = new Command('kado')
    .description('Monthly risk reports on the operational quality of information systems')
    .version(version);

  const common = (command: Command): Command =>
    command
      .option('--config <file>', 'configuration (default: the nearest kado.yaml upwards)')
      .option(
        '--month <YYYY-MM>',
        "the month to report (default: the last that the incidents' exports hold wholly)",
      )
      .option(
        '--as-of <timestamp>',
        "nothing later exists (default: as_of of the configuration, else the end of the incidents' covers)",
      )
      .option('--out <dir>', 'output folder (default: dist)')
      .option('--locale <list>', 'languages, for example ja,en (default: those of the configuration)')
      .option('--edition <id>', 'an edition of the configuration')
      .option('--json', 'machine-readable log')
      .option('--quiet', 'only errors')
      .option('--no-color', 'no colours')
      .option('--debug', 'stack traces');

  common(
    program.command('build').description('exports → DuckDB → marts → static site and data files'),
  ).action(run(runBuild));
  common(
    program.command('check').description('validate configuration and every export; writes nothing'),
  ).action(run(runCheck));
  common(
    program
      .command('preview')
      .description('build, serve on loopback, rebuild and reload on change')
      .option('--port <number>', 'port (default: a free one from 4173)'),
  ).action(run(runPreview));
  common(
    program
      .command('figures')
      .description('print published figures')
      .option('--metric <id>', 'a metric, for example incidents')
      .option(
        '--scope <kind[:id]>',
        "group, or company:ID, unit:ID, system:ID, layer:ID, flow:ID, theme:ID, supplier:ID; a company's own layers, flows and themes are COMPANY/ID",
      )
      .option('--format <format>', 'table, csv or json (default: table)'),
  ).action(run<FiguresOptions>(runFigures));
  common(
    program
      .command('trace')
      .argument('<figure>')
      .description(
        'where a figure of risk comes from: definition, systems, drivers, rows of the exports with file and line, SQL; a figure is month/metric/kind:id, without a month of the reported one',
      ),
  ).action((figure: string, options: CommonOptions) =>
    run((o: CommonOptions, t) => runTrace(figure, o, t))(options),
  );
  program
    .command('init')
    .argument('[dir]')
    .description('write a commented kado.yaml and empty CSV templates; never overwrites')
    .option(
      '--from <files...>',
      'exports to describe in it: which preset or kind fits, and a mapping to correct',
    )
    .option('--json', 'machine-readable log')
    .option('--quiet', 'only errors')
    .option('--no-color', 'no colours')
    .option('--debug', 'stack traces')
    .action((dir: string | undefined, options: InitOptions) =>
      run((o: InitOptions, t) => runInit(dir, o, t))(options),
    );
  common(
    program
      .command('doctor')
      .description('environment, versions, free disk, fonts, browser: what works and what to do'),
  ).action(run(runDoctor));
  return program;
}
