/** A YAML file's bytes → nodes with their places, and what is wrong with the file before any key is looked at. */
import { Lexer, LineCounter, Parser, parseDocument } from 'yaml';
import { KadoError, type Problem, problem } from '../errors.js';
import { type Parsed, placeOfNode } from './place.js';

/** A configuration written by hand has some kilobytes; an archived one may be a stranger's. */
export const maxBytes = 1_048_576;

/** Values: far beyond any real file, far below what ten levels of ten aliases unfold to (10^10). Depth: likewise. */
export const limits = { limit: 100_000, depth: 100 } as const;

/** Parses under YAML's core schema without custom tags. Throws a KadoError that lists every syntax problem. */
export function parseFile(bytes: Uint8Array, file: string): Parsed {
  if (bytes.byteLength > maxBytes) {
    throw new KadoError(
      problem('config_too_large', { file, bytes: bytes.byteLength, limit: maxBytes }, { file }),
    );
  }
  const lines = new LineCounter();
  const text = decode(bytes, file);
  checkDepth(text, file);
  const document = parseText(text, lines);
  const parsed = { file, document, lines };
  const problems = syntaxProblems(parsed);
  if (problems.length) throw new KadoError(problems);
  return parsed;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // TypeError: not UTF-8. Japanese editors still save CP932; guessing here could change names unnoticed.
    throw new KadoError(problem('config_encoding', { file }, { file }));
  }
}

function parseText(text: string, lineCounter: LineCounter): Parsed['document'] {
  return parseDocument(text, {
    lineCounter,
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    // Keys are text here (007 is not 7), so whether two are the same is told in tree.ts, not by YAML's values.
    uniqueKeys: false,
    // Not 'silent', which also hides a second document; nothing is printed either way.
    logLevel: 'error',
  });
}

/** The library's composer recurses: some thousand brackets would exhaust the stack and end the process. */
function checkDepth(text: string, file: string): void {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    // The tokens themselves are not wanted, only how many stand open.
    for (const _ of parser.next(lexeme));
    if (parser.stack.length <= limits.depth) continue;
    const { line, col: column } = lines.linePos(parser.offset);
    throw new KadoError(problem('config_expansion', limits, { file, line, column }));
  }
}

/** One problem per line: what follows the first on a line is nearly always its echo. */
function syntaxProblems(parsed: Parsed): Problem[] {
  const byLine = new Map<number | undefined, Problem>();
  for (const { code, message, pos } of [...parsed.document.errors, ...parsed.document.warnings]) {
    const place = placeOfNode(parsed, { range: pos });
    const found =
      code === 'MULTIPLE_DOCS'
        ? problem('config_documents', {}, place)
        : code === 'TAG_RESOLVE_FAILED'
          ? problem('config_tag', { detail: message }, place)
          : problem('config_yaml', { detail: message }, place);
    if (!byLine.has(place.line)) byLine.set(place.line, found);
  }
  return [...byLine.values()];
}
