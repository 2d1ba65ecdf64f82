/** The owners' commentary on the reported month, read from its files and held to the month's organisation. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Comment, parseCommentary } from '../config/commentary.js';
import { maxBytes } from '../config/document.js';
import { shownFile } from '../config/location.js';
import type { Config, Locale } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { KadoError, type Problem, problem } from '../errors.js';
import type { Scope } from './book.js';

export interface CommentaryFile {
  /** As outputs name it. */
  readonly path: string;
  readonly sha256: string;
  readonly locale: Locale;
  readonly comments: readonly Comment[];
}

/** Of the reported month; none where nobody wrote. */
export type Commentary = readonly CommentaryFile[];

const nameForm = /^(\d{4}-(?:0[1-9]|1[0-2]))\.(ja|en)\.md$/;

export const commentaryFolder = (config: Config): string => resolve(config.folder, config.commentary);

/** Throws a KadoError with everything that is wrong. Other months' files are left to their own months. */
export async function readCommentary(db: Database, config: Config, month: string): Promise<Commentary> {
  const shown = shownFile(config.commentary);
  const problems: Problem[] = [];
  const files: CommentaryFile[] = [];
  const known = await readScopes(db, month);
  for (const name of namesIn(commentaryFolder(config))) {
    const path = `${shown}/${name}`;
    const [, of, locale] = nameForm.exec(name) ?? [];
    if (of === undefined) problems.push(problem('commentary_name', {}, { file: path }));
    if (of !== month) continue;
    const bytes = readBytes(join(commentaryFolder(config), name), path);
    const read = parseCommentary(decode(bytes, path), path, month);
    problems.push(...read.problems);
    for (const { scope, line } of read.comments)
      if (!known.has(scope))
        problems.push(problem('commentary_scope_unknown', { scope, month }, { file: path, line }));
    files.push({
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      locale: locale as Locale,
      comments: read.comments,
    });
  }
  if (problems.length > 0) throw new KadoError(problems);
  return files;
}

/** In the order of their names' characters, whatever the file system's is. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.md$/i.test(name))
      .sort();
  } catch {
    return [];
  }
}

const unreadable = (path: string, detail: string): KadoError =>
  new KadoError(problem('commentary_unreadable', { detail, limit: maxBytes }, { file: path }));

function readBytes(absolute: string, path: string): Uint8Array {
  try {
    const found = statSync(absolute);
    if (!found.isFile()) throw unreadable(path, 'EISDIR');
    if (found.size > maxBytes) throw unreadable(path, `${found.size} B`);
    return readFileSync(absolute);
  } catch (cause) {
    if (cause instanceof KadoError) throw cause;
    throw unreadable(path, (cause as NodeJS.ErrnoException).code ?? (cause as Error).message);
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, 'UTF-8');
  }
}

/** What has a page of its own in the month. */
async function readScopes(db: Database, month: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ scope: string }>(
    `SELECT 'company:' || company_id AS scope FROM mart.companies
     UNION SELECT 'unit:' || scope_id FROM mart.scopes WHERE scope_kind = 'unit' AND month = $month
     UNION SELECT 'system:' || system_id FROM mart.system_months WHERE month = $month`,
    { month },
  );
  return new Set(['group', ...rows.map((r) => r.scope)]);
}

export interface Told extends Comment {
  readonly locale: Locale;
}

/** An owner's words on a scope: in the reader's language, else as they were written. */
export function commentOn(commentary: Commentary, { kind, id }: Scope, locale: Locale): Told | undefined {
  const scope = kind === 'group' ? 'group' : `${kind}:${id}`;
  const told = commentary.flatMap((file) =>
    file.comments.filter((c) => c.scope === scope).map((c) => ({ ...c, locale: file.locale })),
  );
  return told.find((c) => c.locale === locale) ?? told[0];
}
