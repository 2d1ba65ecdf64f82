/**
 * What Observable Framework is asked to do: build one shell per kind of page, offline, with nothing of its own look.
 * `src/publish/shells.ts` runs it in a copy of `reports/`; `npx observable preview` serves whoever edits a shell.
 */
export default {
  root: 'reports',
  output: 'built',
  title: 'Kado',
  style: 'style.css',
  // The default look loads fonts from the web and dates the footer.
  globalStylesheets: [],
  header: '',
  footer: '',
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  // Links that work by double-click, not only behind a web server.
  preserveIndex: true,
  preserveExtension: true,
};
