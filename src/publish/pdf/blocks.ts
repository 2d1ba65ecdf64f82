/**
 * A page of the site as blocks for paper. The report on paper says what the page says because it is made from the
 * page's own content: a figure can't differ between the two. Texts stay texts; nothing here becomes Typst's code.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Html } from '../../html.js';
import { drawingOf } from './drawing.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A run of text of one look. `level`: 0–4 as its CSS class says, or `missing`. */
export interface Run {
  readonly text: string;
  readonly small?: true;
  readonly strong?: true;
  readonly ink?: string;
  readonly box?: string;
  readonly svg?: string;
  /** A sign in the line; other drawings fill their column. */
  readonly mark?: boolean;
  readonly alt?: string;
}
export interface Cell {
  readonly runs: readonly Run[];
  readonly head: boolean;
  readonly number: boolean;
  readonly fill: string;
}
export type Block =
  | {
      readonly kind: 'title' | 'section' | 'heading' | 'text' | 'lead' | 'find';
      readonly runs: readonly Run[];
      readonly note: readonly Run[];
    }
  | {
      readonly kind: 'table' | 'matrix';
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
      readonly wide: readonly number[];
    }
  | {
      readonly kind: 'facts' | 'headline';
      readonly items: readonly { readonly term: readonly Run[]; readonly runs: readonly Run[] }[];
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  | {
      readonly kind: 'chart';
      readonly caption: readonly Run[];
      readonly key: readonly Run[];
      readonly svg: string;
      readonly alt: string;
    };

type Look = Pick<Run, 'small' | 'strong' | 'ink' | 'box'>;

export const blocksOf = (content: Html): Block[] => walk(parseFragment(content.markup).childNodes as Node[]);

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string =>
  element.attrs.find((a) => a.name === name)?.value ?? '';
const classesOf = (element: Element): string[] => attribute(element, 'class').split(' ').filter(Boolean);
const childrenOf = (element: Element): Element[] => element.childNodes.filter(isElement);
const named = (element: Element, tag: string): Element[] =>
  childrenOf(element).flatMap((child) => (child.tagName === tag ? [child] : named(child, tag)));

function walk(nodes: readonly Node[]): Block[] {
  return nodes.flatMap((node) => (isElement(node) ? blockOf(node) : []));
}

function blockOf(element: Element): Block[] {
  const classes = classesOf(element);
  const note = childrenOf(element).filter((child) => child.tagName === 'small');
  const own = element.childNodes.filter((child) => !note.includes(child as Element));
  const text = (
    kind: 'title' | 'section' | 'heading' | 'text' | 'lead' | 'find',
    look: Look = {},
  ): Block[] => [
    { kind, runs: tidy(runsOf(own, look)), note: tidy(note.flatMap((n) => runsOf(n.childNodes, {}))) },
  ];
  switch (element.tagName) {
    case 'h1':
      return text('title');
    case 'h2':
      return text('section');
    case 'h3':
      return text('heading');
    case 'p':
      return text(
        classes.includes('lead') ? 'lead' : classes.includes('find') ? 'find' : 'text',
        lookOf(classes, {}),
      );
    case 'table':
      return [tableOf(element, classes)];
    case 'dl':
      return [
        {
          kind: classes.includes('headline') ? 'headline' : 'facts',
          items: childrenOf(element).map((item) => ({
            term: named(item, 'dt').flatMap((t) => tidy(runsOf(t.childNodes, {}))),
            runs: tidy(
              named(item, 'dd').flatMap((d, i) => [
                ...(i > 0 ? [{ text: ' ' }] : []),
                ...runsOf(d.childNodes, {}),
              ]),
            ),
          })),
        },
      ];
    case 'ul':
      return [{ kind: 'list', items: childrenOf(element).map((item) => tidy(runsOf(item.childNodes, {}))) }];
    case 'figure':
      return chartOf(element);
    // A chart's data table stands in the workbook and on the page.
    case 'details':
    case 'nav':
      return [];
    case 'div':
      if (classes.includes('two'))
        return [
          {
            kind: 'columns',
            columns: childrenOf(element)
              .map((child) => walk([child]))
              .filter((c) => c.length > 0),
          },
        ];
      return walk(element.childNodes);
    default:
      return walk(element.childNodes);
  }
}

function tableOf(table: Element, classes: readonly string[]): Block {
  const rows = named(table, 'tr').map((row) => childrenOf(row));
  const isHead = (row: readonly Element[]): boolean =>
    row.every((cell) => attribute(cell, 'scope') === 'col');
  const [first, ...others] = rows.map((row) => row.map(cellOf));
  const head = rows[0] && isHead(rows[0]) ? first! : [];
  const body = head.length > 0 ? others : rows.map((row) => row.map(cellOf));
  const columns = Math.max(head.length, ...body.map((row) => row.length));
  // Texts share what numbers leave.
  const wide = Array.from({ length: columns }, (_, i) =>
    Math.min(
      columns > MANY ? WIDEST_OF_MANY : WIDEST,
      Math.max(...[head, ...body].map((row) => widthOf(row[i]?.runs ?? [])), LEAST),
    ),
  );
  return { kind: classes.includes('matrix') ? 'matrix' : 'table', head, rows: body, wide };
}

/** A drawing needs the room of so many letters. */
const DRAWING = 14;
/** And a column gets no more than that of so many, however long its texts are; of many columns each gets less. */
const WIDEST = 26;
const MANY = 7;
const WIDEST_OF_MANY = 16;
const LEAST = 6;

/** In half-width letters. */
const widthOf = (runs: readonly Run[]): number =>
  runs.reduce(
    (sum, run) =>
      sum + (run.svg !== undefined && !run.mark ? DRAWING : lettersOf(run.text) * (run.small ? 0.5 : 1)),
    0,
  );
const lettersOf = (text: string): number => [...text].reduce((n, c) => n + (c > '\u2e80' ? 2 : 1), 0);

function cellOf(cell: Element): Cell {
  const classes = classesOf(cell);
  return {
    runs: tidy(runsOf(cell.childNodes, {})),
    head: cell.tagName === 'th',
    number: classes.includes('num'),
    fill: classes.find((c) => c.startsWith('level-')) ?? (classes.includes('missing') ? 'missing' : ''),
  };
}

function chartOf(figure: Element): Block[] {
  const [drawing] = named(figure, 'svg');
  const caption = named(figure, 'figcaption').flatMap((c) => tidy(runsOf(c.childNodes, {})));
  const key = childrenOf(figure)
    .filter((c) => c.tagName === 'p')
    .flatMap((p) => tidy(runsOf(p.childNodes, {})));
  if (drawing === undefined) return [{ kind: 'find', runs: caption, note: key }];
  return [{ kind: 'chart', caption, key, ...drawingOf(drawing) }];
}

const inks = ['good', 'bad', 'unsure', 'quiet', 'grade-1', 'grade-2', 'grade-3', 'grade-4'];

function lookOf(classes: readonly string[], look: Look): Look {
  const ink = inks.find((name) => classes.includes(name));
  const box =
    classes.find((c) => c.startsWith('level-')) ??
    (classes.includes('missing')
      ? 'missing'
      : classes.includes('tag')
        ? classes.includes('late')
          ? 'late'
          : 'tag'
        : undefined);
  return {
    ...look,
    ...(ink && { ink }),
    ...(box && { box }),
    ...(classes.includes('big') && { strong: true as const }),
  };
}

/** Texts in order; what the page sets on a line of its own begins one here too. */
function runsOf(nodes: readonly Node[], look: Look): Run[] {
  return nodes.flatMap((node): Run[] => {
    if ('value' in node) return [{ ...look, text: node.value.replace(/[ \t\r\n\f]+/g, ' ') }];
    if (!isElement(node)) return [];
    const classes = classesOf(node);
    switch (node.tagName) {
      case 'br':
        return [{ text: '\n' }];
      case 'svg':
        return [{ text: '', ...drawingOf(node), mark: classes.includes('mark') }];
      case 'details':
        return [];
      case 'small':
        return [{ text: ' ' }, ...runsOf(node.childNodes, { ...look, small: true })];
      case 'b':
      case 'strong':
        return runsOf(node.childNodes, lookOf(classes, { ...look, strong: true }));
      case 'p':
      case 'div':
      case 'li':
        return [{ text: '\n' }, ...runsOf(node.childNodes, lookOf(classes, look))];
      default:
        return [
          ...(classes.some((c) => c.startsWith('grade-')) ? [{ text: '  ' }] : []),
          ...runsOf(node.childNodes, lookOf(classes, look)),
        ];
    }
  });
}

/** Without blanks and line ends at either end, or doubled. */
function tidy(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1);
    const blank = run.svg === undefined && run.text.trim() === '';
    if (blank && (before === undefined || (before.svg === undefined && /\s$/.test(before.text)))) continue;
    kept.push(run);
  }
  while (kept.length > 0 && kept.at(-1)!.svg === undefined && kept.at(-1)!.text.trim() === '') kept.pop();
  return kept;
}
