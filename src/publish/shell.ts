/** One built shell, parsed once: pouring a page is then a few string concatenations. */
import { KadoError, problem } from '../errors.js';

export interface Shell {
  /** Style sheets, as paths from the site's root. */
  readonly styles: readonly string[];
  /** What stands between `<body>` and the place of the page's header, and so on round the slot. */
  readonly beforeMain: string;
  readonly beforeSlot: string;
  readonly afterSlot: string;
  readonly afterMain: string;
  /** Classes of the article that takes the slot's place. */
  readonly classes: string;
}

const SLOT = /<article\b([^>]*\bid="slot"[^>]*)>\s*<\/article>/g;
const MAIN = /<main\b[^>]*>([\s\S]*?)<\/main>/;

/**
 * Takes a shell apart. Framework's scripts, module preloads, generator mark, zoom limit and title stay behind: the
 * published pages have no script, and their head is written by the pour. Throws `shell-lacks-slot`.
 */
export function parseShell(text: string, file: string): Shell {
  const slots = [...text.matchAll(SLOT)];
  const main = MAIN.exec(text);
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(text);
  if (slots.length !== 1 || main === null || body === null || !main[1]!.includes(slots[0]![0]))
    throw new KadoError(problem('shell-lacks-slot', { file, found: slots.length }));

  const [slot, attributes] = slots[0]!;
  const plain = (markup: string) => markup.replace(/<script\b[\s\S]*?<\/script>/g, '').trim();
  const [beforeMain, afterMain] = body[1]!.split(main[0]) as [string, string];
  const [beforeSlot, afterSlot] = main[1]!.split(slot) as [string, string];
  return {
    styles: [...text.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map((m) =>
      fromRoot(file, m[1]!),
    ),
    beforeMain: plain(beforeMain),
    beforeSlot: plain(beforeSlot),
    afterSlot: plain(afterSlot),
    afterMain: plain(afterMain),
    classes: /\bclass="([^"]*)"/.exec(attributes!)?.[1] ?? '',
  };
}

/** `../_import/style.css` of `company/shell.html` → `_import/style.css`. */
const fromRoot = (file: string, href: string): string => new URL(href, `file:///${file}`).pathname.slice(1);
