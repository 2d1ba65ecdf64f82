/** The texts in a source file: each string, and each piece of a template between its values. Comments are passed over. */
export function literalsOf(source: string): string[] {
  const found: string[] = [];
  let at = 0;
  /** Up to the closing quote, escapes undone; a template's values are code, which may hold texts again. */
  const readText = (quote: string): void => {
    let text = '';
    for (at++; source[at] !== quote; at++) {
      if (at >= source.length) throw new Error('a text has no end');
      if (source[at] === '\\') {
        at++;
        text +=
          source[at] === 'u'
            ? String.fromCharCode(Number.parseInt(source.slice(at + 1, at + 5), 16))
            : source[at];
        if (source[at] === 'u') at += 4;
      } else if (quote === '`' && source.startsWith('${', at)) {
        found.push(text);
        text = '';
        at += 2;
        readCode('}');
      } else text += source[at];
    }
    found.push(text);
  };
  const readCode = (end: string | undefined): void => {
    for (let depth = 0; at < source.length; at++) {
      const c = source[at]!;
      if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 1;
      else if (source.startsWith('//', at)) at = source.indexOf('\n', at);
      else if (c === "'" || c === '"' || c === '`') readText(c);
      else if (c === '{') depth++;
      else if (c === '}' && depth-- === 0 && end !== undefined) return;
    }
  };
  readCode(undefined);
  return found.filter((text) => text !== '');
}
