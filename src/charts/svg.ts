/** Vega's SVG made fit for our pages: small, without styles or ids, with a name, in the page's font and colours. */
import { escapeText, type Html, trusted } from '../html.js';

/** Attributes that say nothing here: SVG's defaults, the page's font, pointer and ARIA hints of Vega's own. */
const IDLE =
  / (?:xmlns(?::\w+)?|version|width|height|font-family|font-style|font-variant|pointer-events|stroke-miterlimit|role|aria-[\w]+)="[^"]*"/g;
const IDLE_RECT_KEEPS =
  / (?:xmlns(?::\w+)?|version|font-family|pointer-events|stroke-miterlimit|role|aria-[\w]+)="[^"]*"/g;
const GROUND = /<path class="(?:background|foreground)"[^>]*>(?:<\/path>)?/g;
/** What our policy blocks, or what would collide between two charts on a page. */
const FORBIDDEN =
  /<(?:style|script|image|foreignObject|a)\b|<[^>]* (?:style|id|href|xlink:href|on\w+)="|<[^>]*url\(/i;

/** Colours come as `var(--…)` from the specs; classes are the names of the layers. Throws on anything the policy blocks. */
export function normaliseSvg(svg: string, title: string, alt: string): Html {
  const viewBox = /viewBox="([^"]+)"/.exec(svg)![1]!;
  const inner = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  const tidy = inner.replace(GROUND, '').replace(/<[^>]+>/g, tidyTag);
  const markup = dropEmptyGroups(tidy);
  if (FORBIDDEN.test(markup)) throw new Error('chart: the SVG holds a style, an id or a reference');
  return trusted(
    `<svg class="plot" viewBox="${viewBox}" role="img"><title>${escapeText(title)}</title>` +
      `${alt && `<desc>${escapeText(alt)}</desc>`}${markup}</svg>`,
  );
}

function tidyTag(tag: string): string {
  const kept = tag.startsWith('<rect') ? tag.replace(IDLE_RECT_KEEPS, '') : tag.replace(IDLE, '');
  return kept.replace(/ class="([^"]*)"/, nameOnly).replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, tenth);
}

/** `mark-text role-mark months_marks` → `months`; Vega's other classes go. */
function nameOnly(_: string, classes: string): string {
  const name = /([a-z]+)_marks/.exec(classes)?.[1];
  return name ? ` class="${name}"` : '';
}

/** A tenth of a unit is a fifteenth of a millimetre on paper. */
const tenth = (text: string): string => String(Math.round(Number(text) * 10) / 10 + 0);

function dropEmptyGroups(markup: string): string {
  const less = markup.replace(/<g[^>]*(?:\/>|><\/g>)/g, '');
  return less === markup ? markup : dropEmptyGroups(less);
}
