/** What must hold of every load, whatever was loaded: told with place and in both languages, or each row with one fate. */
import { expect } from 'vitest';
import { catalogue, type Problem } from '../../../src/errors.js';
import { closes } from '../../../src/staging/receipt.js';
import type { Reject } from '../../../src/staging/rejects.js';
import { type Case, isStanding, type Outcome, type Standing } from './desk.js';

export function checkOutcome(given: Case, outcome: Outcome): void {
  if (!isStanding(outcome)) {
    expect(outcome.problems.length).toBeGreaterThan(0);
    for (const found of outcome.problems) checkProblem(found);
    return;
  }
  for (const found of outcome.warnings) checkProblem(found);
  checkAccount(given, outcome);
}

function checkProblem(found: Problem): void {
  expect(found.place?.file, found.code).toBeTruthy();
  checkTexts(found);
}

/** Each text stands, and each of its places is given. */
function checkTexts({ code, params }: Pick<Problem, 'code' | 'params'>): void {
  const entry: Readonly<Record<'ja' | 'en', readonly string[]>> = catalogue[code];
  for (const texts of [entry.ja, entry.en])
    for (const text of texts) {
      expect(text).not.toBe('');
      for (const [, name] of text.matchAll(/\{(\w+)\}/g))
        expect(['string', 'number'], `${code} ${name}`).toContain(typeof params[name!]);
    }
}

function checkAccount({ kind, path, content }: Case, { rows, rejects, receipts, warnings }: Standing): void {
  const receipt = receipts[0]!;
  expect(receipts.length).toBe(1);
  expect(closes(receipt), JSON.stringify(receipt)).toBe(true);
  const samples = rows.reduce((sum, row) => sum + Number(row.samples), 0);
  expect(kind === 'capacity' ? samples : rows.length).toBe(receipt.staged);
  expect(rejects.length).toBe(receipt.rejected);
  for (const reject of rejects) checkReject(reject, lastLine(path, content));
  const dropped = warnings.filter((w) => w.code.startsWith('duplicate_')).map((w) => w.place!.line!);
  const lines = [
    ...(kind === 'capacity' ? [] : rows.map((row) => Number(row._line))),
    ...rejects.map((r) => r.line),
  ];
  // Pairs of one Prometheus series may share a line, as records of JSON may.
  if (!/json$/.test(path)) expect(new Set([...lines, ...dropped]).size).toBe(lines.length + dropped.length);
  const counted = countRows(path, content, warnings);
  if (counted !== undefined) expect(receipt.rows).toBe(counted);
}

function checkReject({ line, code, params }: Reject, last: number): void {
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(last);
  checkTexts({ code: code as Problem['code'], params });
}

/** Rows of Excel and records of Parquet are fewer than any file's lines here. */
const lastLine = (path: string, content: Uint8Array): number =>
  /\.(csv|tsv|json|ndjson)$/.test(path) ? linesOf(content).length : 1_048_576;

const linesOf = (content: Uint8Array): string[] =>
  Buffer.from(content)
    .toString('latin1')
    .split(/\r\n|\n|\r/);

/** A file's rows, counted by means of its own where that is possible. */
function countRows(path: string, content: Uint8Array, warnings: readonly Problem[]): number | undefined {
  const text = Buffer.from(content)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const wide = content.includes(0);
  if (/\.(csv|tsv)$/.test(path)) {
    if (wide || /"|\r(?!\n)/.test(text)) return undefined;
    const lines = text.split(/\r?\n/);
    const header = warnings.find((w) => w.code === 'header_found_below')?.place?.line;
    const first = header === undefined ? lines.findIndex((line) => line.trim() !== '') : header - 1;
    // Of a single column a line of spaces is a value.
    if (!/[,\t;|]/.test(lines[first] ?? '')) return undefined;
    return lines.slice(first + 1).filter((line) => line.trim() !== '').length;
  }
  if (path.endsWith('.ndjson'))
    return wide ? undefined : linesOf(Buffer.from(text)).filter((line) => line.trim() !== '').length;
  if (path.endsWith('.json')) return wide ? undefined : countRecords(text);
  return undefined;
}

function countRecords(text: string): number | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return Array.isArray(value) ? value.length : undefined;
  } catch {
    return undefined;
  }
}
