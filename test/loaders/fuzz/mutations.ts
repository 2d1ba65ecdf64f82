/** What happens to files: on the way, in editors, by hand. Each mutation is a function of the bytes and two numbers, so that it can be told and shrunk. */
import fc from 'fast-check';

type Mutate = (content: Buffer, at: number, n: number) => Buffer;

const splice = (content: Buffer, at: number, gone: number, ...put: Uint8Array[]): Buffer =>
  Buffer.concat([content.subarray(0, at), ...put, content.subarray(at + gone)]);
const insert =
  (texts: readonly (string | Uint8Array)[]): Mutate =>
  (content, at, n) =>
    splice(content, at, 0, Buffer.from(texts[n % texts.length]! as string));

/** The lines with their ends; `change` is given them and which one is meant. */
const onLines =
  (change: (lines: string[], i: number, n: number) => void): Mutate =>
  (content, at, n) => {
    const lines = content.toString('latin1').split(/(?<=\n)/);
    change(lines, at % lines.length, n);
    return Buffer.from(lines.join(''), 'latin1');
  };

const delimiters = [',', '\t', ';', '|', '，', '、'];
const numbers = [
  '9'.repeat(400),
  '1e999',
  '-0',
  '0x10',
  '1'.repeat(30),
  '9007199254740993',
  '.',
  '1e-400',
  'Infinity',
];
const spaces = [' ', '\u3000', '\u00a0', '\t', ' \u3000 ', '\u200b', '\x0b'];
const foreign = [
  [0xff],
  [0x80],
  [0x83, 0x5c],
  [0xa4, 0xa2],
  [0xed, 0xa0, 0x80],
  [0xc0, 0xaf],
  [0xfe, 0xff],
  [0x8f, 0xa2],
];

export const mutations: Readonly<Record<string, Mutate>> = {
  flip: (content, at, n) => splice(content, at, 1, Uint8Array.of((content[at] ?? 0) ^ (1 << (n % 8)))),
  insert: (content, at, n) => splice(content, at, 0, Uint8Array.of(n % 256)),
  delete: (content, at, n) => splice(content, at, 1 + (n % 8)),
  duplicate: (content, at, n) => splice(content, at, 0, content.subarray(at, at + 1 + (n % 60))),
  cut: (content, at) => content.subarray(0, at),
  behead: (content, at) => content.subarray(at),
  empty: () => Buffer.alloc(0),
  repeatLine: onLines((lines, i) => lines.splice(i, 0, lines[i]!)),
  dropLine: onLines((lines, i) => lines.splice(i, 1)),
  swapColumns: onLines((lines, i, n) => {
    const fields = lines[i]!.split(',');
    const [a, b] = [n % fields.length, (n + 1) % fields.length];
    lines[i] = fields.map((f, k) => (k === a ? fields[b]! : k === b ? fields[a]! : f)).join(',');
  }),
  quote: insert(['"', '""', '"""', '","', "'", '\\"', '"\n', '“']),
  delimit: insert(delimiters),
  nul: insert(['\0', '\0\0\0\0', '\x1a']),
  mark: insert(['\ufeff']),
  markFirst: (content) => splice(content, 0, 0, Buffer.from('\ufeff')),
  endLine: insert(['\n', '\r\n', '\r', '\n\n', '\n\r', '\r\r\n', '\u2028', '\u0085']),
  ends: (content, _, n) =>
    Buffer.from(content.toString('latin1').replace(/\r?\n/g, ['\r\n', '\r', '\n\n'][n % 3]!), 'latin1'),
  someEnds: onLines((lines, i) => {
    lines[i] = lines[i]!.replace(/\r?\n$/, (end) => (end === '\n' ? '\r\n' : '\n'));
  }),
  number: insert(numbers),
  deep: (content, at, n) => splice(content, at, 0, Buffer.from('[{"a":'.repeat(n % 3000))),
  closed: (content, at, n) =>
    splice(content, at, 0, Buffer.from(`${'['.repeat(n % 999)}${']'.repeat(n % 999)}`)),
  key: insert([
    '"incident_id":1,',
    '"system_id":"s1",',
    '"__proto__":{},',
    '"value":[],',
    '"a.b":1,',
    'incident_id,',
  ]),
  space: insert(spaces),
  foreign: insert(foreign.map((bytes) => Uint8Array.from(bytes))),
  swapHalves: (content, at) => Buffer.concat([content.subarray(at), content.subarray(0, at)]),
  twice: (content) => Buffer.concat([content, content]),
};

const names = Object.keys(mutations);

/** One to four things that happen to one file; `at` is a share of its length, in ten thousandths. */
export const damage = fc.array(
  fc.record({ name: fc.constantFrom(...names), at: fc.nat(9999), n: fc.nat(9999) }),
  { minLength: 1, maxLength: 4 },
);
export type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

export const mutate = (content: Uint8Array, what: Damage): Buffer =>
  what.reduce<Buffer>(
    (bytes, { name, at, n }) => mutations[name]!(bytes, Math.floor((at / 10_000) * bytes.length), n),
    Buffer.from(content),
  );
