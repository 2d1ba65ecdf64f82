/** Finds references to another host: a report must be complete without a network. */

/** Attributes that make a browser fetch or go somewhere. */
const FETCHING =
  /[\s"'](?:href|xlink:href|src|srcset|action|formaction|poster|data|cite|background|ping|manifest|http-equiv|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** Attributes whose value is read as CSS; in others, such as an alternative text, `url(` is only text. */
const PAINTING =
  /[\s"'](?:style|fill|stroke|clip-path|mask|filter|cursor|marker(?:-start|-mid|-end)?)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const CSS_REFERENCE = /(?:url\(\s*["']?|@import\s+["'])([^"')]*)/gi;
const TAG = /<[a-z!/?](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const STYLE_OR_SCRIPT = /<(style|script)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi;
const ELSEWHERE = /(?:^|[\s,;=])(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}[^\s]/i;

/**
 * The references to another host in one file's text, in the order found. Visible text and namespace declarations
 * (`xmlns`) may name hosts: nothing is fetched for them. `data:` references are our own bytes.
 */
export function foreignReferences(text: string, kind: 'markup' | 'css'): string[] {
  if (kind === 'css') return cssReferences(text);
  const found: string[] = [];
  for (const [tag] of text.matchAll(TAG)) {
    for (const match of tag.matchAll(FETCHING))
      found.push(...elsewhere(match[1] ?? match[2] ?? match[3] ?? ''));
    for (const match of tag.matchAll(PAINTING)) found.push(...cssReferences(match[1] ?? match[2] ?? ''));
  }
  for (const match of text.matchAll(STYLE_OR_SCRIPT))
    found.push(
      ...(match[1]!.toLowerCase() === 'style' ? cssReferences(match[2]!) : scriptReferences(match[2]!)),
    );
  return found;
}

const cssReferences = (text: string): string[] =>
  [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(CSS_REFERENCE)].flatMap((match) => elsewhere(match[1]!));

const scriptReferences = (text: string): string[] =>
  [...text.matchAll(/["'`]((?:https?:)?\/\/[^"'`\s]+)/g)].map((match) => match[1]!);

function elsewhere(value: string): string[] {
  const plain = value
    .replace(/&#(?:x2f|47);/gi, '/')
    .replace(/&(?:#(?:x3a|58)|colon);/gi, ':')
    .trim();
  return !/^data:/i.test(plain) && ELSEWHERE.test(plain) ? [plain] : [];
}
