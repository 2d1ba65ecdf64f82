import { describe, expect, it } from 'vitest';
import { parseShell } from '../../src/publish/shell.js';

/** As Framework 1.13.4 renders it. */
const built = `<!DOCTYPE html>
<html>
<head>
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="generator" content="Observable Framework v1.13.4">
<link rel="stylesheet" type="text/css" href="../_import/style.5884a143.css">
<script type="module">
import "../_observablehq/client.0d842524.js";
</script>
</head>
<body>
<div id="observablehq-center">
<main id="observablehq-main" class="observablehq">
<article class="page system" id="slot"></article>
</main>
</div>
</body>
</html>
`;

describe('parseShell', () => {
  it('takes a shell apart and leaves scripts behind', () => {
    expect(parseShell(built, 'system/shell.html')).toEqual({
      styles: ['_import/style.5884a143.css'],
      beforeMain: '<div id="observablehq-center">',
      beforeSlot: '',
      afterSlot: '',
      afterMain: '</div>',
      classes: 'page system',
    });
  });

  it.each([
    ['no slot', built.replace('id="slot"', '')],
    ['two slots', built.replace('</article>', '</article><article id="slot"></article>')],
    ['a slot outside main', built.replace('<main', '<section').replace('</main>', '</section>')],
  ])('refuses %s', (_, text) => {
    expect(() => parseShell(text, 'x.html')).toThrow(expect.objectContaining({ exitCode: 3 }));
  });
});
