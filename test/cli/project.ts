/** A project in a temporary folder, and the real command run in it. `npm run build` must have run: bin/kado.js runs lib/. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { afterAll } from 'vitest';

export const bin = fileURLToPath(new URL('../../bin/kado.js', import.meta.url));

/** Generous: the machine may run other tests at the same time; one build takes 2 to 3 s. */
export const patience = 60_000;

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One file's account in manifest.json. */
export interface Account {
  readonly path: string;
  readonly rows: number;
  readonly staged: number;
  readonly rejected: number;
  readonly filtered: number;
  readonly superseded: number;
  readonly duplicate: number;
}

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

export class Project {
  /** `folder` stands alone in a folder of its own, so that whatever escapes it is seen. */
  private constructor(readonly folder: string) {}

  static async make(files: Readonly<Record<string, string | Uint8Array>>): Promise<Project> {
    const outer = await realpath(await mkdtemp(join(tmpdir(), 'kado-cli-')));
    made.push(outer);
    const project = new Project(join(outer, 'project'));
    for (const [path, content] of Object.entries(files)) await project.write(path, content);
    return project;
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  read(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  async table(path: string): Promise<Record<string, string>[]> {
    return rowsOf(await this.read(path));
  }

  /** The value of a figure in dist/data/figures.csv; undefined where it is not published. */
  async figure(id: string, out = 'dist'): Promise<string | undefined> {
    return (await this.table(`${out}/data/figures.csv`)).find((f) => f.figure_id === id)?.value;
  }

  async accounts(out = 'dist'): Promise<Account[]> {
    return (JSON.parse(await this.read(`${out}/manifest.json`)) as { inputs: Account[] }).inputs;
  }

  start(
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): ChildProcessWithoutNullStreams {
    const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
    return spawn(process.execPath, [bin, ...args], { cwd: this.folder, env: { ...env, ...more } });
  }

  run(...args: string[]): Promise<Run> {
    return endOf(this.start(args));
  }

  /** The same with other environment variables. */
  runWith(more: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
    return endOf(this.start(args, more));
  }
}

export function endOf(child: ChildProcessWithoutNullStreams): Promise<Run> {
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** Rows of a CSV with its header's names. */
export const rowsOf = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

/** Every file below a folder (hidden ones too) with its sha-256: equal where the folders are equal byte for byte. */
export async function digest(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return found;
}

/** `file:line:column` of the first place of `mark` in `text`, as an editor shows it. */
export function placeIn(file: string, text: string, mark: string): string {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`${file} has no ${mark}`);
  const before = text.slice(0, at).split('\n');
  return `${file}:${before.length}:${before.at(-1)!.length + 1}`;
}

/** A configuration: everything but where incidents come from. `more` stands at the top level, `incidents` is YAML below the key. */
export const configOf = (incidents = ' exports/incidents.csv', more = ''): string => `title: Test
locales: [en]
timezone: Asia/Tokyo
as_of: 2026-11-05T09:00:00+09:00
${more}sources:
  systems: exports/systems.csv
  incidents:${incidents}
`;

export const systems = 'system_id,unit_id,name_ja\ns1,u1,S1\ns2,u1,S2\n';
export const incidents = `incident_id,system_id,occurred_at,restored_at
i1,s1,2026-09-01T10:00,2026-09-01T11:00
i2,s1,2026-10-05T10:00,2026-10-05T10:30
i3,s2,2026-10-31T23:30,2026-11-01T00:30
`;

/** A project that builds. */
export const soundFiles = {
  'kado.yaml': configOf(),
  'exports/systems.csv': systems,
  'exports/incidents.csv': incidents,
};
