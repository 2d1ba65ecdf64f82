/** JSON's structure, as far as a reader needs it that does not recurse: what may stand where. */
import type { Position } from './position.js';

export interface FoundList extends Position {
  /** Keys joined by dots; '' for the file itself. */
  readonly path: string;
}

/** The object or array around the current place. */
export interface Frame {
  readonly closer: '}' | ']';
  /** Set where the elements are wanted. */
  readonly list: FoundList | undefined;
  key: string;
}

/** What comes next: a value, a value or the end of an empty list, … */
export type State = 'value' | 'item' | 'firstKey' | 'key' | 'colon' | 'next' | 'done';

/** What could stand here, in JSON's own signs, which need no translation. */
const signs: Readonly<Record<State, string>> = {
  value: '{ [ " 0 true false null',
  item: '{ [ " 0 true false null',
  firstKey: '" }',
  key: '"',
  colon: ':',
  next: ',',
  done: 'EOF',
};

/** What could stand here; `closer` is the bracket that ends what is around. */
export function expectedIn(state: State, closer = ''): string {
  return state === 'item' || state === 'next' ? `${signs[state]} ${closer}`.trim() : signs[state];
}

const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Whether a token without quotes is one of JSON's. */
export const isWord = (token: string): boolean => word.test(token);
