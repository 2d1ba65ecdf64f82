/** Words that only the report on paper has. */
export interface PaperWords {
  readonly prepared: string;
  readonly checked: string;
  readonly approved: string;
  readonly signed: string;
  readonly unsigned: string;
}
