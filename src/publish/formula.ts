/** Texts that a spreadsheet would run as a formula: they get an apostrophe in front (OWASP, "CSV Injection"). */

/** Only the beginning counts. PapaParse's own pattern needs the whole text in one line and lets `=1⏎+2` through. */
export const formulaLike = /^[=+@\t\r-]/;
