/** `kado preview` and interruption: served to this machine only, rebuilt when something changes, the last good site kept. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configOf, digest, endOf, incidents, Project, patience, soundFiles } from './project.js';

const conf = configOf().replaceAll('exports/', '../exports/');

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** With the path as it is given: fetch would tidy `..` away before it is sent. */
const ask = (port: number, path: string, headers: Record<string, string> = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    }).on('error', reject);
  });

/** Resolves once `holds`, asked after each piece of the child's output and every tenth of a second. */
async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = 30_000,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

class Preview {
  out = '';
  err = '';
  events = 0;
  readonly ended: Promise<{ code: number | null }>;
  constructor(readonly child: ChildProcessWithoutNullStreams) {
    child.stdout.on('data', (text: Buffer) => {
      this.out += text.toString();
    });
    child.stderr.on('data', (text: Buffer) => {
      this.err += text.toString();
    });
    this.ended = endOf(child);
  }

  get port(): number {
    return Number(/^http:\/\/127\.0\.0\.1:(\d+)\//.exec(this.out)?.[1]);
  }

  /** How often it has built. */
  get builds(): number {
    return this.err.match(/ pages, build [0-9a-f]{12}/g)?.length ?? 0;
  }

  async ready(): Promise<this> {
    await until('the preview serves', () => this.out.includes('\n') || this.child.exitCode !== null);
    if (!this.out.includes('\n')) throw new Error(this.err);
    return this;
  }

  /** As a page does: counts the messages that make it reload. */
  listen(): void {
    get({ host: '127.0.0.1', port: this.port, path: '/__kado_events', agent: false }, (response) => {
      response.on('data', (text: Buffer) => {
        this.events += text.toString().match(/^data: /gm)?.length ?? 0;
      });
      response.on('error', () => {});
    }).on('error', () => {});
  }
}

describe('preview', { timeout: patience }, () => {
  let project: Project;
  let preview: Preview;
  let page = '';
  beforeAll(async () => {
    // Called from outside the configuration's folder, which must not matter.
    const { 'kado.yaml': _, ...exports } = soundFiles;
    project = await Project.make({ ...exports, 'conf/kado.yaml': conf, 'secret.txt': 'secret' });
    preview = await new Preview(
      project.start(['preview', '--config', 'conf/kado.yaml', '--port', '0', '--out', 'dist']),
    ).ready();
    page = preview.out.trim().replace(/^http:\/\/127\.0\.0\.1:\d+/, '');
    preview.listen();
  }, patience);
  afterAll(async () => {
    preview?.child.kill('SIGKILL');
    await preview?.ended;
  });

  it('serves the site on loopback, with what reloads it; the files themselves have no script', async () => {
    expect(preview.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/en\/index\.html\n$/);
    const reply = await ask(preview.port, page);
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(reply.body).toContain('<script src="/__kado_reload.js"></script>');
    expect(await project.read('dist/en/index.html')).not.toContain('<script');
    expect((await ask(preview.port, '/__kado_reload.js')).body).toContain('EventSource');
    expect((await ask(preview.port, '/data/figures.csv')).headers['content-type']).toBe(
      'text/csv; charset=utf-8',
    );
    expect((await ask(preview.port, '/en/none.html')).status).toBe(404);
  });

  it.each([
    ['evil.example', 403],
    ['evil.example:4173', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost:80', 200],
    ['[::1]:4173', 200],
  ])('answers the host %s with %d', async (host, status) => {
    for (const path of [page, '/__kado_events', '/__kado_reload.js']) {
      if (status === 200 && path === '/__kado_events') continue;
      expect((await ask(preview.port, path, { host })).status, path).toBe(status);
    }
  });

  it.each([
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/en/..%2f..%2fsecret.txt',
    '/en/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    '//etc/passwd',
    '/..%5csecret.txt',
    '/en/index.html%00.txt',
    '/%',
  ])('gives nothing for %s', async (path) => {
    const reply = await ask(preview.port, path);
    expect([400, 404]).toContain(reply.status);
    expect(reply.body).not.toMatch(/secret$|root:/);
  });

  it('rebuilds when an export changes, tells the page, and serves the new figures', async () => {
    const { builds, events } = preview;
    expect((await ask(preview.port, '/en/register/2026-10.html')).body).not.toContain('fresh-one');
    await project.write('exports/incidents.csv', `${incidents}fresh-one,s1,2026-10-07T10:00,\n`);
    await until('a reload is told', () => preview.events > events);
    expect(preview.builds).toBe(builds + 1);
    expect((await ask(preview.port, '/en/register/2026-10.html')).body).toContain('fresh-one');
  });

  it('keeps the last good site when an edit breaks it, and goes on when it is mended', async () => {
    const before = await digest(join(project.folder, 'dist'));
    const { events } = preview;
    await project.write('conf/kado.yaml', conf.replace('sources:', 'sorces:'));
    await until('the fault is told', () => preview.err.includes('Did you mean sources?'));
    expect(preview.err).toMatch(/error: conf\/kado\.yaml:5:1: sorces is not a key/);
    expect(await digest(join(project.folder, 'dist'))).toEqual(before);
    expect((await ask(preview.port, page)).status).toBe(200);
    expect(preview.events).toBe(events);
    await project.write('conf/kado.yaml', conf.replace('Test', 'A new title'));
    await until('a reload is told', () => preview.events > events);
    expect((await ask(preview.port, page)).body).toContain('A new title');
  });

  it('ends with 130 on SIGINT', async () => {
    preview.child.kill('SIGINT');
    expect((await preview.ended).code).toBe(130);
  });
});

it('preview of exports beside kado.yaml does not take its own output for a change', {
  timeout: patience,
}, async () => {
  const project = await Project.make({
    'kado.yaml': configOf(' incidents.csv').replace('exports/systems.csv', 'systems.csv'),
    'systems.csv': soundFiles['exports/systems.csv'],
    'incidents.csv': incidents,
  });
  const preview = await new Preview(project.start(['preview', '--port', '0'])).ready();
  try {
    await project.write('incidents.csv', `${incidents}one,s1,2026-10-07T10:00,\n`);
    await until('it has built again', () => preview.builds === 2);
    await new Promise((done) => setTimeout(done, 4_000));
    expect(preview.builds).toBe(2);
  } finally {
    preview.child.kill('SIGINT');
    await preview.ended;
  }
});

it('a build that is interrupted ends with 130 and leaves the former site and no working files', {
  timeout: patience,
}, async () => {
  const project = await Project.make({ ...soundFiles, 'tmp/x.txt': '' });
  const tmp = { TMPDIR: join(project.folder, 'tmp') };
  expect((await project.runWith(tmp, 'build')).code).toBe(0);
  const before = await digest(join(project.folder, 'dist'));
  const child = project.start(['build'], tmp);
  const ended = endOf(child);
  // The exports have come from the cache: from here on the database works and pages are written.
  child.stderr.on('data', (text: string) => {
    if (text.includes('not read again')) child.kill('SIGINT');
  });
  const run = await ended;
  expect([run.code, run.out]).toEqual([130, '']);
  expect(await digest(join(project.folder, 'dist'))).toEqual(before);
  expect(await readdir(join(project.folder, 'tmp'))).toEqual(['x.txt']);
  expect((await readdir(project.folder)).sort()).toEqual(['.kado', 'dist', 'exports', 'kado.yaml', 'tmp']);
});
