import { createServer } from 'node:http';
import { basename, dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { cacheFolder } from '../../loaders/index.js';
import { findFiles } from '../../loaders/paths.js';
import { type Config, kinds } from '../config/model.js';
import { KadoError, problem } from '../errors.js';
import { commentaryFolder } from '../pages/commentary.js';
import { buildReport } from '../publish/build.js';
import { serveSite } from '../publish/serve.js';
import { type CommonOptions, outFolder, packageRoot, readChoice, readConfig } from './options.js';
import type { Terminal } from './terminal.js';
import { runtime, version } from './version.js';

export interface PreviewOptions extends CommonOptions {
  readonly port?: string;
}

const firstPort = 4173;
/** A save often comes as several events; the build waits until they have ended. */
const settleMs = 200;

/** `kado preview`: builds, serves on loopback, rebuilds on change of exports, configuration or page sources, reloads the browser. */
export async function runPreview(options: PreviewOptions, terminal: Terminal): Promise<number> {
  const port = options.port === undefined ? undefined : Number(options.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new KadoError(
      problem('option_value', { option: '--port', value: options.port ?? '', expected: '0–65535' }),
    );
  let config = await readConfig(options);
  const out = outFolder(options);
  const build = async (): Promise<void> => {
    config = await readConfig(options);
    const choice = readChoice(options, config);
    const result = await buildReport({ config, out, version, runtime, packageRoot, ...choice }, terminal);
    terminal.log.info(`${result.period.month}: ${result.pages} pages, build ${result.buildId}`);
  };
  await build();
  const site = serveSite(out);
  const server = createServer(site.handle);
  const url = await listen(server, port);

  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  // Where exports lie beside `dist` or the cache, their folder is watched, and a build would follow its own output for ever.
  const beside = resolve(dirname(out), `.${basename(out)}.kado-`);
  const isIn = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);
  const ignored = (path: string): boolean => {
    const cache = cacheFolder(config);
    return isIn(out, path) || path.startsWith(beside) || (cache !== undefined && isIn(cache, path));
  };
  const watcher = watch(await watchedPaths(config), { ignoreInitial: true, ignored });
  const watching = new Promise<void>((done) => watcher.once('ready', done));
  const rebuild = async (): Promise<void> => {
    try {
      await build();
      watcher.add(await watchedPaths(config));
      site.reload();
    } catch (error) {
      // The last good site stays; the person sees why and saves again.
      if (!(error instanceof KadoError)) throw error;
      terminal.close();
      for (const p of error.problems) terminal.report(p);
    }
  };
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild);
    }, settleMs);
  });
  // What is saved before the watcher has looked round would be lost: the address is told afterwards.
  await watching;
  terminal.print(`${url}/${readChoice(options, config).locales[0]}/index.html`);
  await new Promise<void>((done) => process.once('SIGTERM', done));
  await watcher.close();
  server.close();
  await running;
  return 0;
}

async function watchedPaths(config: Config): Promise<string[]> {
  const exports: string[] = [];
  for (const kind of kinds)
    for (const source of config.sources[kind])
      exports.push(
        ...(await findFiles(config, source).catch(() => [])).map((f) => f.absolute),
        ...source.paths.map((p) => resolve(config.folder, p, '..')).filter((p) => !/[*?{[]/.test(p)),
      );
  const corrections = config.corrections ? [config.corrections.absolute] : [];
  // By its base name: `file` is as given, from where the command was called.
  const own = resolve(config.folder, basename(config.file));
  return [own, ...corrections, commentaryFolder(config), resolve(packageRoot, 'reports'), ...exports];
}

/** On loopback only: the report is confidential. A taken default port moves on to the next. */
async function listen(server: ReturnType<typeof createServer>, wanted: number | undefined): Promise<string> {
  for (let port = wanted ?? firstPort; ; port++) {
    const taken = await new Promise<boolean>((done, failed) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' && wanted === undefined ? done(true) : failed(error),
      );
      server.listen(port, '127.0.0.1', () => done(false));
    });
    if (taken) continue;
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  }
}
