/** One Chromium for a whole test file, and pages that remember everything that went wrong in them. */
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';

/** Launches before the file's tests and closes after them; `open` gives a page in a context of its own. Where no browser runs, the tests are skipped. */
export function useBrowser(): {
  open: (options?: BrowserContextOptions) => Promise<Watched>;
} {
  let browser: Browser;
  const reason = inject('noBrowser');
  beforeAll(async () => {
    if (reason) return;
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ['--no-sandbox'],
    });
  });
  beforeEach((ctx) => ctx.skip(reason !== '', reason));
  afterAll(() => browser?.close());
  return {
    open: async (options) => {
      const context = await browser.newContext(options);
      return watch(await context.newPage());
    },
  };
}

export interface Watched {
  readonly page: Page;
  /** Console errors and warnings, exceptions, dialogs, failed requests and answers over 399. */
  readonly troubles: string[];
  readonly requests: string[];
  close(): Promise<void>;
}

function watch(page: Page): Watched {
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => troubles.push('popup'));
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() > 399) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return { page, troubles, requests, close: () => page.context().close() };
}
