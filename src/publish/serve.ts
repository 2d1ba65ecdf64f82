/** The preview's server: the site as it is, plus, in preview only, a script that reloads the page after a build. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.parquet': 'application/octet-stream',
  '.svg': 'image/svg+xml',
};

const eventsPath = '/__kado_events';
const scriptPath = '/__kado_reload.js';
const script = `new EventSource('${eventsPath}').onmessage = () => location.reload();`;

export interface PreviewSite {
  handle(request: IncomingMessage, response: ServerResponse): unknown;
  /** Tells every open page to load itself anew. */
  reload(): void;
}

/** Serves `folder`. Only names inside it; only to this machine's own names, so that no other site can read the report through the browser. */
export function serveSite(folder: string): PreviewSite {
  const listeners = new Set<ServerResponse>();
  const handle = (request: IncomingMessage, response: ServerResponse): unknown => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const end = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(host)) return end(403, 'loopback only');
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'GET only');
    const path = pathOf(request.url ?? '/');
    if (path === undefined) return end(400, 'bad path');
    if (path === eventsPath) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('\n');
      listeners.add(response);
      return request.on('close', () => listeners.delete(response));
    }
    if (path === scriptPath)
      return response
        .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
        .end(script);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith(folder + sep)) return end(404, 'not found');
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return end(404, 'not found');
    const ending = extname(file);
    response.writeHead(200, {
      'content-type': types[ending] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    if (ending !== '.html') return createReadStream(file).pipe(response);
    // The published policy allows no script; the preview's copy allows this one, from here.
    const page = readFileSync(file, 'utf8')
      .replace("default-src 'none';", "default-src 'none'; script-src 'self'; connect-src 'self';")
      .replace('</body>', `<script src="${scriptPath}"></script></body>`);
    return response.end(page);
  };
  return {
    handle,
    reload: () => {
      for (const listener of listeners) listener.write('data: built\n\n');
    },
  };
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
    return path.includes('\u0000') ? undefined : path;
  } catch {
    return undefined;
  }
}
