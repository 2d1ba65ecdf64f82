/** One entry of the catalogue: its exit code, and [message, hint] in both languages with `{parameter}` placeholders. */
export interface Entry {
  /** 1 the data or a snapshot has problems · 2 wrong use or configuration · 3 the environment lacks something */
  readonly exit: 1 | 2 | 3;
  readonly ja: readonly [message: string, hint: string];
  readonly en: readonly [message: string, hint: string];
}

/** The placeholder names in a template, as a type. */
export type Names<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Names<Rest> : never;

/** Keeps the literal types of the templates, so that parameters can be checked against them. */
export const entries = <const T extends Record<string, Entry>>(table: T): T => table;
