/** The report's languages, and texts that the data give in one or both of them. */
export type Locale = 'ja' | 'en';
/** A text in both report languages; one is enough, the other falls back to it. */
export type Names = Readonly<Partial<Record<Locale, string>>>;
