import { describe, expect, it } from 'vitest';
import { foreignReferences } from '../../src/publish/foreign.js';

describe('foreignReferences', () => {
  it.each([
    '<a href="https://example.com/x">x</a>',
    "<img src='//cdn.example.com/x.png'>",
    '<img src=http://example.com/x.png>',
    '<img srcset="a.png 1x, https://example.com/b.png 2x">',
    '<a href="&#47;&#x2f;example.com">x</a>',
    '<a href="\\\\example.com\\x">x</a>',
    '<a title="a > b" href="https://example.com">x</a>',
    '<svg><use xlink:href="https://example.com/#a"/></svg>',
    '<p style="background:url(https://example.com/x)">x</p>',
    '<meta http-equiv="refresh" content="0; url=https://example.com">',
    '<style>@import "https://example.com/x.css";</style>',
    '<script>fetch("https://example.com")</script>',
    '<form action="ftp://example.com">',
  ])('finds %s', (text) => expect(foreignReferences(text, 'markup')).toHaveLength(1));

  it.each([
    '<p>See https://example.com and &lt;a href="https://example.com"&gt;</p>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>',
    '<a href="../system/a-fx.html#x">x</a><a href="#top">y</a>',
    '<img src="data:image/png;base64,AA//BB">',
    '<a href="a.html" title="https://example.com">x</a>',
  ])('lets %s stand', (text) => expect(foreignReferences(text, 'markup')).toEqual([]));

  it('reads style sheets, comments apart', () => {
    expect(foreignReferences('/* https://a.example */ a{color:red}', 'css')).toEqual([]);
    expect(
      foreignReferences('a{src:url("//a.example/f.woff")}@import \'https://b.example\';', 'css'),
    ).toEqual(['//a.example/f.woff', 'https://b.example']);
  });
});
