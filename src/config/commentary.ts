/** Commentary as its owners write it: one file per month and language, a section per scope, each signed. Text only; nothing is run. */
import MarkdownIt from 'markdown-it';
import { type Problem, problem } from '../errors.js';
import { isDate } from './timestamp.js';

/**
 * Paragraphs, line breaks, emphasis, strong and lists. What else Markdown knows (HTML, links, images, code, tables) is not enabled
 * and stands as the characters that were written.
 */
export const markdown = new MarkdownIt('zero', { breaks: true, html: false }).enable([
  'heading',
  'list',
  'newline',
  'emphasis',
  'escape',
]);

export interface Comment {
  /** `group`, or `kind:id` as the report's scopes are named. */
  readonly scope: string;
  readonly line: number;
  readonly text: string;
  readonly by: string;
  /** YYYY-MM-DD; a report is commented on after its as-of. */
  readonly on: string;
}

const scopeForm = /^(?:group|(?:company|unit|system):\S.*)$/;
const signatureForm = /^--\s+(\S.*?)\s*[,、，]\s*(\d{4}-\d{2}-\d{2})$/;

export interface ReadComments {
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}

/** `file` as messages name it; `month` is the one that the text is of. */
export function parseCommentary(text: string, file: string, month: string): ReadComments {
  const lines = text.split(/\r\n?|\n/);
  const problems: Problem[] = [];
  const comments: Comment[] = [];
  const first = new Map<string, number>();
  const headings = headingsOf(lines.join('\n'));
  const before = lines.slice(0, headings[0]?.at ?? lines.length).findIndex((line) => line.trim() !== '');
  if (before >= 0) problems.push(problem('commentary_outside', {}, { file, line: before + 1 }));
  headings.forEach(({ at, scope: name, fit }, i) => {
    const place = { file, line: at + 1 };
    if (!fit || !scopeForm.test(name)) {
      problems.push(problem('commentary_heading', { text: lines[at]!.trim() }, place));
      return;
    }
    const twice = first.get(name);
    if (twice !== undefined)
      problems.push(problem('commentary_scope_twice', { scope: name, first: twice }, place));
    first.set(name, twice ?? place.line);
    const found = signed(lines, at, headings[i + 1]?.at ?? lines.length, { file, month, scope: name });
    if ('code' in found) problems.push(found);
    else comments.push({ scope: name, line: place.line, ...found });
  });
  return { comments, problems };
}

interface Heading {
  /** Index of its line. */
  readonly at: number;
  readonly scope: string;
  /** Whether it is a `##` of its own, not one of another level or inside a list. */
  readonly fit: boolean;
}

/** As Markdown finds them, so that what is drawn as a heading is also taken for one. */
function headingsOf(text: string): Heading[] {
  const tokens = markdown.parse(text, {});
  return tokens.flatMap((token, i) =>
    token.type === 'heading_open'
      ? [
          {
            at: token.map![0],
            scope: tokens[i + 1]!.content.trim(),
            fit: token.tag === 'h2' && token.level === 0,
          },
        ]
      : [],
  );
}

function signed(
  lines: readonly string[],
  at: number,
  end: number,
  { file, month, scope }: { readonly file: string; readonly month: string; readonly scope: string },
): Problem | Pick<Comment, 'text' | 'by' | 'on'> {
  let last = end - 1;
  while (last > at && lines[last]!.trim() === '') last--;
  const place = { file, line: at + 1 };
  const parts = signatureForm.exec(lines[last]!.trim());
  if (last === at || parts === null) return problem('commentary_unsigned', { scope }, place);
  const [, by, on] = parts as unknown as [string, string, string];
  const start = `${month}-01`;
  if (!isDate(on) || on < start)
    return problem('commentary_day', { value: on, first: start }, { file, line: last + 1 });
  const text = lines
    .slice(at + 1, last)
    .join('\n')
    .trim();
  return text === '' ? problem('commentary_empty', { scope }, place) : { text, by, on };
}
