/** The owner's words beside the machine's, marked as such; missing ones are said where something calls for them. */
import { markdown } from '../../config/commentary.js';
import { type Content, type Html, html, join, trusted } from '../../html.js';
import { voiceWords } from '../../locale/voiceOf.js';
import type { Scope } from '../book.js';
import { commentOn } from '../commentary.js';
import type { View } from '../view.js';
import { section } from './section.js';

/** From this level on (high) owners are expected to write. */
const commentedLevel = 3;

export function commentarySection(view: View, scope: Scope): Html | null {
  const w = voiceWords(view.locale).commentary;
  const comment = commentOn(view.data.commentary, scope, view.locale);
  if (comment === undefined)
    return expects(view, scope) ? html`<p class="missing">${w.section}: ${w.missing}</p>` : null;
  const foreign = comment.locale !== view.locale;
  return section(
    'commentary',
    w.section,
    w.ownWords,
    html`<div${foreign && html` lang="${comment.locale}"`}>${bodyOf(comment.text)}</div>
<p>${w.signed(comment.by, comment.on)}</p>${
      foreign &&
      html`
<p class="quiet">${w.otherLanguage}</p>`
    }`,
  );
}

/** A signal of the wrong direction anywhere; a level that is high only above systems, where somebody answers for it. */
function expects({ data }: View, scope: Scope): boolean {
  for (const s of data.judged.signals.values())
    if (s.kind === scope.kind && s.id === scope.id && s.variation === 'worse') return true;
  const level = scope.kind === 'system' ? null : data.book.find('risk_level', scope)?.value;
  return level != null && level >= commentedLevel;
}

const tags: Readonly<Record<string, string>> = {
  paragraph_open: '<p>',
  paragraph_close: '</p>',
  bullet_list_open: '<ul>',
  bullet_list_close: '</ul>',
  ordered_list_open: '<ol>',
  ordered_list_close: '</ol>',
  list_item_open: '<li>',
  list_item_close: '</li>',
  em_open: '<em>',
  em_close: '</em>',
  strong_open: '<strong>',
  strong_close: '</strong>',
  softbreak: '<br>',
  hardbreak: '<br>',
};

type Token = ReturnType<typeof markdown.parse>[number];

/** Only the tags above are written, without attributes; every character of the owner goes through the one escaping. */
const bodyOf = (text: string): Html => drawn(markdown.parse(text, {}));

function drawn(tokens: readonly Token[]): Html {
  return join(
    tokens.map((token): Content => {
      if (token.children !== null && token.type === 'inline') return drawn(token.children);
      // A tight list's paragraphs are not drawn.
      if (token.hidden) return null;
      if (token.type === 'ordered_list_open' && token.attrs !== null)
        return html`<ol start="${token.attrGet('start')}">`;
      const tag = tags[token.type];
      return tag === undefined ? token.content : trusted(tag);
    }),
  );
}
