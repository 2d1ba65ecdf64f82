/**
 * HTML as a type of its own: text from data is escaped where it enters a template, and nowhere else.
 * A plain string can never become markup by accident; only `trusted` lets markup in, and only our own code calls it.
 */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** Template tag: `html\`<p>${text}</p>\``. Strings and numbers are escaped; Html stands as it is; null and false vanish. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let out = parts[0]!;
  for (let i = 0; i < values.length; i++) out += write(values[i]) + parts[i + 1]!;
  return new Html(out);
}

/** Markup that our own code made (an SVG of ours, a shell). Never call this with anything that came from an export. */
export const trusted = (markup: string): Html => new Html(markup);

export const join = (items: readonly Content[], between: Content = ''): Html =>
  new Html(items.map(write).join(write(between)));

function write(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return (value as readonly Content[]).map(write).join('');
  return escapeText(String(value));
}

/** Safe in text and in double- or single-quoted attributes. `{` and `$` too: no template engine downstream may find its own syntax. */
export function escapeText(text: string): string {
  return text.replace(
    /[&<>"'`${}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g,
    (c) => replacements[c] ?? visibleControl(c),
  );
}

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  $: '&#36;',
  '{': '&#123;',
  '}': '&#125;',
};

/** Control characters are not allowed in HTML; their Unicode pictures are. */
const visibleControl = (c: string): string =>
  c === '\u007f' ? '\u2421' : String.fromCodePoint(0x2400 + c.charCodeAt(0));
