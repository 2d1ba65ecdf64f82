/** A drawing of a page for paper: the page's variables become colours, its language's font is named. */
import { type DefaultTreeAdapterTypes, serializeOuter } from 'parse5';

/** The colours of reports/style.css on white paper; a test holds the two together. */
export const colours: Readonly<Record<string, string>> = {
  paper: '#ffffff',
  ink: '#1c2127',
  soft: '#39424b',
  quiet: '#5a6570',
  line: '#d9dee3',
  faint: '#eef1f3',
  ghost: '#fafbfc',
  hatch: '#e6eaee',
  link: '#23456f',
  good: '#23456f',
  bad: '#7a1414',
  'on-bad': '#ffffff',
  unsure: '#8f5a00',
  'level-none': '#eef1f3',
  'on-level-none': '#1c2127',
  'level-low': '#d3e0dc',
  'on-level-low': '#1c2127',
  'level-watch': '#f0c15c',
  'on-level-watch': '#1c2127',
  'level-high': '#b8481a',
  'on-level-high': '#ffffff',
  'level-critical': '#7a1414',
  'on-level-critical': '#ffffff',
  'grade-1': '#1c2127',
  'grade-2': '#5f6b77',
  'grade-3': '#9aa6b1',
  'grade-4': '#ccd4db',
};

export const fontFamily = 'Noto Sans JP';

type Element = DefaultTreeAdapterTypes.Element;

/** The SVG as a file of its own, and what it says to who can't see it. Throws on a colour that paper doesn't know. */
export function drawingOf(svg: Element): { readonly svg: string; readonly alt: string } {
  const told = svg.childNodes.filter(
    (node): node is Element => 'tagName' in node && ['title', 'desc'].includes(node.tagName),
  );
  const alt = told
    .map((node) => node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
    .join(' – ');
  const [, , width, height] = (svg.attrs.find((a) => a.name === 'viewBox')?.value ?? '').split(' ');
  const markup = serializeOuter(svg)
    .replace(/<(title|desc)>[\s\S]*?<\/\1>/g, '')
    .replace(/<svg\b/, `<svg xmlns="http://www.w3.org/2000/svg" font-family="${fontFamily}"`)
    .replace(/="var\(--([a-z0-9-]+)\)"/g, (_, name: string) => {
      const colour = colours[name];
      if (colour === undefined) throw new Error(`a drawing names the colour ${name}`);
      return `="${colour}"`;
    })
    .replaceAll('&nbsp;', '&#160;');
  const sized = /<svg[^>]* width=/.test(markup)
    ? markup
    : markup.replace('<svg ', `<svg width="${width}" height="${height}" `);
  return { svg: sized, alt };
}
