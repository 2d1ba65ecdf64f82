/** What is looked at inside a page: as text, since the types here are Node's, without a DOM. */

/** Sideways overflow of the page, and whether our own style sheet rules. */
export const layout = `({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  outside: [...document.querySelectorAll('body *')].filter((e) => !e.closest('svg') && !e.matches('.skip') && e.getClientRects().length
    && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
    .map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)),
  rule: getComputedStyle(document.querySelector('.masthead')).borderBottomWidth,
  sheets: document.styleSheets.length,
  language: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
})`;

/** Every element with text of its own that is shown: the worst contrast of text and ground, WCAG 2.2 1.4.3, as a list of what is under 4.5. */
export const contrast = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      const hatch = /rgba?\\([^)]*\\)(?=[^()]*\\)$)/.exec(style.backgroundImage);
      if (hatch) return rgba(hatch[0]);
      const colour = rgba(style.backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
  };
  const found = [];
  let looked = 0;
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
    if (!element.checkVisibility() || ['title', 'desc'].includes(element.tagName)) continue;
    looked++;
    const style = getComputedStyle(element);
    const ink = rgba(element.closest('svg') ? style.fill : style.color);
    const [a, b] = [luminance(ink), luminance(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5 || Number(style.opacity) < 1 || ink[3] < 255)
      found.push(element.tagName + '.' + (element.className.baseVal ?? element.className) + ' ' + element.textContent.slice(0, 30) + ': ' + ratio.toFixed(2));
  }
  return { found, looked };
})()`;

/** What has the focus: its tag, where it leads, and whether the reader can see that it has it. */
export const focused = `(() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  return {
    tag: e.tagName,
    href: e.getAttribute('href'),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    visible: box.right > 0 && box.left < innerWidth && box.width > 0 && box.height > 0,
  };
})()`;
