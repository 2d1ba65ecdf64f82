/** The command as its users run it, and builds that several test files look at. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

export const root = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface How {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that the program is run under, such as `unshare -n`. */
  readonly under?: readonly string[];
}

/** Runs a program to its end, without a terminal and without stdin. */
export const run = (program: string, args: readonly string[], how: How = {}): Promise<Ran> =>
  new Promise((done, fail) => {
    const [first, ...rest] = [...(how.under ?? []), program, ...args] as [string, ...string[]];
    const child = spawn(first, rest, {
      cwd: how.cwd ?? root,
      env: { ...process.env, ...how.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });

export const kado = (args: readonly string[], how?: How): Promise<Ran> =>
  run(process.execPath, [join(root, 'bin', 'kado.js'), ...args], how);

/** `kado build` that must succeed; the output folder. */
export async function build(out: string, args: readonly string[], how?: How): Promise<string> {
  const { code, stderr } = await kado(['build', '--out', out, ...args], how);
  if (code !== 0) throw new Error(`kado build ${args.join(' ')}: exit ${code}\n${stderr}`);
  return out;
}

/** Made once in a run, by the first test file that asks; the others wait for it. `make` fills the folder that it is given. */
export async function shared(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject('scratch'), name);
  const [done, failed] = [`${folder}.done`, `${folder}.failed`];
  try {
    mkdirSync(folder);
  } catch {
    while (!existsSync(done)) {
      if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
      await wait(100);
    }
    return folder;
  }
  try {
    await make(folder);
  } catch (error) {
    writeFileSync(failed, String(error));
    throw error;
  }
  writeFileSync(done, '');
  return folder;
}

/** The demo, built from the checkout in Tokyo. */
export const demo = (): Promise<string> =>
  shared('demo', (out) =>
    build(out, ['--config', join(root, 'kado.yaml')], {
      env: { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
    }),
  );
