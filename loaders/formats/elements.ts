/**
 * Finds the lists of records in JSON text that arrives in pieces, and cuts each list into the texts of its elements.
 * What stands outside the elements must be well-formed; inside them only strings and brackets are looked at, so that
 * a malformed element costs itself alone. Nothing here recurses, and no more than one element is held.
 */
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { Marks } from './lines.js';
import { LineCounter, type Position } from './position.js';
import type { RecordText } from './recordText.js';
import { expectedIn, type FoundList, type Frame, isWord, type State } from './structure.js';
import type { TextPiece } from './text.js';
import {
  backslash,
  closeList,
  closeObject,
  comma,
  openList,
  openObject,
  quote,
  ValueEnd,
} from './valueEnd.js';

/** Longest element, text or key: two hundred times a long incident record, and what parsing it takes still fits in memory. */
export const longestElement = 16 * 1024 * 1024;
/** Deepest nesting: exports have three or four levels, and the parser of elements recurses. */
export const deepestNesting = 100;
/** Lists that are looked into; with more the choice is the configuration's anyway. */
export const mostLists = 20;

export interface Element extends RecordText {
  readonly list: FoundList;
}

type Token = 'none' | 'string' | 'word' | 'element';

/** So much of a misread token stands in the message. */
const shownLength = 40;
const wordEnd = /[\s,:[\]{}"]/g;
const spaces = new Set([0x20, 0x0a, 0x0d, 0x09]);
/** Texts that are kept: what tools say of themselves beside the list. */
const noted = new Set(['status', 'errorType', 'error', 'error.message', 'error.detail']);

export class ElementSplitter {
  /** Lists that were cut, and the paths of those that weren't. */
  readonly lists: FoundList[] = [];
  readonly others: string[] = [];
  /** Keys of the outermost object, the first few. */
  readonly keys: string[] = [];
  /** Path → text, of the few that are kept. */
  readonly texts = new Map<string, string>();

  readonly #shown: string;
  readonly #wants: (path: readonly string[]) => boolean;
  readonly #lines: LineCounter;
  readonly #bad = new Marks();
  readonly #frames: Frame[] = [];
  #state: State = 'value';
  #token: Token = 'none';
  /** From the beginning of the token on; `#base` is where in the whole text that is. */
  #text = '';
  #base = 0;
  #received = 0;
  #at = 0;
  #start = 0;
  #position: Position = { line: 1, column: 1 };
  readonly #value = new ValueEnd();
  #out: Element[] = [];

  /** `wants` says of a list by its keys whether its elements are to be cut; lists within lists are never asked about. */
  constructor(shown: string, wants: (path: readonly string[]) => boolean, start?: Position) {
    this.#shown = shown;
    this.#wants = wants;
    this.#lines = new LineCounter(start);
  }

  /** Throws KadoError json_malformed, json_several_values, json_too_deep, json_element_too_long. */
  push({ text, bad }: TextPiece): Element[] {
    for (const at of bad) this.#bad.add(this.#received + at);
    this.#received += text.length;
    this.#text = this.#text === '' ? text : this.#text + text;
    this.#lines.take(this.#text);
    this.#out = [];
    this.#run();
    this.#drop();
    return this.#out;
  }

  /** Throws KadoError json_cut_short where more should have come. */
  end(): Element[] {
    // With white space behind it a number or word at the end is known to have ended.
    const last = this.push({ text: ' ', bad: [] });
    if (this.#state === 'done' && this.#token === 'none') return last;
    const inside = this.#token === 'element' ? this.#value.missing : this.#token === 'string' ? '"' : '';
    const expected = inside === '' ? this.#expected() : inside;
    return this.#stop(problem('json_cut_short', { expected }), this.#lines.at(this.#text.length - 1));
  }

  #run(): void {
    const text = this.#text;
    while (this.#at < text.length) {
      if (this.#token === 'none') {
        const code = text.charCodeAt(this.#at);
        if (spaces.has(code)) this.#at++;
        else this.#step(code);
      } else if (!this.#readToken()) return;
    }
  }

  /** Keeps what the token needs, and a return whose line feed may be to come. */
  #drop(): void {
    const end = this.#text.endsWith('\r') ? this.#text.length - 1 : this.#text.length;
    const kept = this.#token === 'none' ? Math.min(this.#at, end) : this.#start;
    if (this.#text.length - kept > longestElement) {
      this.#stop(problem('json_element_too_long', { limit: longestElement }), this.#position);
    }
    this.#lines.drop(kept);
    this.#text = this.#text.slice(kept);
    this.#base += kept;
    this.#at -= kept;
    this.#start -= kept;
    this.#value.at = this.#at;
  }

  /** One character of the structure around the elements. */
  #step(code: number): void {
    const frame = this.#frames.at(-1);
    const state = this.#state;
    if (state === 'done') this.#fail();
    if (code === closeList || code === closeObject) {
      const closer = code === closeList ? ']' : '}';
      if (frame?.closer !== closer || !(state === 'next' || state === 'item' || state === 'firstKey')) {
        this.#fail();
      }
      this.#frames.pop();
      this.#settle();
      this.#at++;
    } else if (state === 'next') {
      if (code !== comma) this.#fail();
      this.#state = frame?.closer === ']' ? 'value' : 'key';
      this.#at++;
    } else if (state === 'colon') {
      if (this.#text[this.#at] !== ':') this.#fail();
      this.#state = 'value';
      this.#at++;
    } else if (state === 'key' || state === 'firstKey') {
      if (code !== quote) this.#fail();
      this.#begin('string');
      this.#at++;
    } else {
      if (this.#text[this.#at] === ',' || this.#text[this.#at] === ':') this.#fail();
      this.#beginValue(code, frame);
    }
  }

  #beginValue(code: number, frame: Frame | undefined): void {
    if (frame?.list) {
      this.#begin('element');
    } else if (code === openObject || code === openList) {
      if (this.#frames.length >= deepestNesting)
        this.#stop(problem('json_too_deep', { limit: deepestNesting }));
      this.#frames.push(
        code === openObject
          ? { closer: '}', list: undefined, key: '' }
          : { closer: ']', list: this.#findList(), key: '' },
      );
      this.#state = code === openObject ? 'firstKey' : 'item';
      this.#at++;
    } else if (code === quote) {
      this.#begin('string');
      this.#at++;
    } else {
      this.#begin('word');
    }
  }

  /** The list that begins here, if it is wanted. */
  #findList(): FoundList | undefined {
    if (this.#frames.some((frame) => frame.closer === ']')) return undefined;
    const keys = this.#frames.map((frame) => frame.key);
    const path = keys.join('.');
    if (this.lists.length >= mostLists || !this.#wants(keys)) {
      if (this.others.length < mostLists) this.others.push(path);
      return undefined;
    }
    const list = { path, ...this.#lines.at(this.#at) };
    this.lists.push(list);
    return list;
  }

  #begin(token: Token): void {
    this.#token = token;
    this.#start = this.#at;
    this.#position = this.#lines.at(this.#at);
    if (token === 'element') this.#value.begin(this.#at);
  }

  /** Reads on in the token; false where it has not ended yet. */
  #readToken(): boolean {
    if (this.#token === 'element') return this.#readElement();
    if (this.#token === 'string') return this.#readString();
    wordEnd.lastIndex = this.#at;
    const end = wordEnd.exec(this.#text)?.index;
    this.#at = end ?? this.#text.length;
    if (end === undefined) return false;
    const text = this.#text.slice(this.#start, end);
    if (!isWord(text)) this.#misread(text, expectedIn('value'));
    this.#settle();
    return true;
  }

  #readString(): boolean {
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === backslash) this.#at++;
      else if (code === quote) {
        this.#at++;
        this.#takeString(this.#text.slice(this.#start, this.#at));
        return true;
      }
    }
    return false;
  }

  #takeString(token: string): void {
    const text = this.#unquote(token);
    const frame = this.#frames.at(-1);
    if (this.#state === 'value' || this.#state === 'item') {
      const path = this.#frames.map(({ key }) => key).join('.');
      if (noted.has(path)) this.texts.set(path, text);
      this.#settle();
      return;
    }
    if (frame) frame.key = text;
    if (this.#frames.length === 1 && this.keys.length < mostLists) this.keys.push(text);
    this.#token = 'none';
    this.#state = 'colon';
  }

  #unquote(token: string): string {
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.#misread(token, '"…"');
    }
  }

  #readElement(): boolean {
    const end = this.#value.read(this.#text, this.#start);
    if (end === undefined) {
      this.#at = this.#value.at;
      if (this.#value.mismatch) this.#fail(this.#value.mismatch);
      return false;
    }
    this.#at = end;
    this.#out.push({
      list: this.#frames.at(-1)?.list as FoundList,
      text: this.#text.slice(this.#start, end).trimEnd(),
      ...this.#position,
      depth: this.#value.depth,
      undecodable: this.#bad.within(this.#base + this.#start, this.#base + end),
    });
    this.#settle();
    return true;
  }

  #misread(token: string, expected: string): never {
    const found = token.slice(0, shownLength);
    this.#stop(problem('json_malformed', { found, expected }), this.#position);
  }

  /** A value has ended. */
  #settle(): void {
    this.#token = 'none';
    this.#state = this.#frames.length === 0 ? 'done' : 'next';
  }

  #expected(): string {
    return expectedIn(this.#state, this.#frames.at(-1)?.closer ?? '');
  }

  #fail(expected = this.#expected()): never {
    const code = this.#text.charCodeAt(this.#at);
    const found = this.#text.slice(this.#at, this.#at + 1);
    const second = this.#state === 'done' && (code === openObject || code === openList);
    this.#stop(second ? problem('json_several_values', {}) : problem('json_malformed', { found, expected }));
  }

  #stop(what: Problem, position: Position = this.#lines.at(this.#at)): never {
    throw new KadoError({ ...what, place: { file: this.#shown, ...position } });
  }
}
