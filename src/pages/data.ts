/** The data page: every file, every row's fate, every rejected row (to a limit; the file has all), every warning. */

import { type Kind, kinds } from '../config/model.js';
import { formatPlace, hintOf, messageOf, type Problem } from '../errors.js';
import { type Html, html } from '../html.js';
import type { ProvenanceWords } from '../locale/provenance.js';
import { provenanceWords } from '../locale/provenanceOf.js';
import type { PageContent } from './page.js';
import { correctionsSection } from './parts/corrections.js';
import { section, table, textCell } from './parts/section.js';
import { signOffSection } from './parts/signOff.js';
import type { Provenance } from './provenance.js';
import { rejectProblem } from './rejectProblem.js';
import { routes, type View } from './view.js';

/** More would drown the reader; `data/rejects.csv` holds all. */
const listedAtMost = 200;

export function dataPage(view: View, provenance: Provenance): PageContent {
  const { words, format } = view;
  const w = provenanceWords(view.locale);
  const { rejects, warnings } = provenance;
  const up = '../data';
  return {
    kind: 'data',
    nav: 'data',
    route: routes.data,
    title: words.toData,
    description: words.purposes.data,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.data, href: null },
    ],
    content: html`<h1>${words.toData}</h1>
<p class="lead">${w.lead(provenance.buildId, view.data.period.asOfLocal)}</p>
${section('files', w.files, w.filesNote, filesTable(view, w, provenance))}
${section('covers', w.months, w.monthsNote, coversTable(view, w))}
${section('counts', w.counts, null, factsTable(view, w, provenance))}
${section('rejects', w.rejects, rejects.length > 0 && w.rejectsNote(format.number(Math.min(listedAtMost, rejects.length)), format.number(rejects.length)), rejectsTable(view, w, provenance))}
${correctionsSection(view, w, provenance)}
${section('warnings', w.warnings, warnings.length > 0 && w.warningsNote(format.number(Math.min(listedAtMost, warnings.length)), format.number(warnings.length)), warningsList(view, w, warnings))}
${absentInputs(view, w)}
${signOffSection(view)}
${section('downloads', w.downloads, null, html`<ul class="plain-list"><li><a href="${up}/figures.csv">figures.csv</a></li><li><a href="${up}/figures.parquet">figures.parquet</a></li><li><a href="${up}/rejects.csv">rejects.csv</a></li><li><a href="../manifest.json">manifest.json</a></li></ul>`)}`,
  };
}

/** Every file with its account, how it was read, and its hash. */
export function filesTable(
  view: Pick<View, 'format'>,
  w: ProvenanceWords,
  { receipts }: Pick<Provenance, 'receipts'>,
): Html {
  const a = w.account;
  const columns = ['rows', 'staged', 'rejected', 'filtered', 'superseded', 'duplicate'] as const;
  return html`${table(
    [
      { label: a.file },
      { label: a.kind },
      ...columns.map((c) => ({ label: a[c], numeric: true })),
      { label: a.encoding },
      { label: a.bytes, numeric: true },
    ],
    receipts.map(
      (r) =>
        html`<tr><th scope="row">${r.path}</th>${textCell(a.kind, w.kinds[r.kind] ?? r.kind)}${columns.map((c) => html`<td class="num${r[c] === 0 ? ' zero' : ''}" data-label="${a[c]}">${view.format.number(r[c])}</td>`)}${textCell(a.encoding, html`${r.encoding}${r.sheet !== undefined && ` · ${r.sheet}`} <small>${w.why[r.why.code] ?? r.why.code}</small>`)}<td class="num" data-label="${a.bytes}">${view.format.number(r.bytes)}</td></tr>`,
    ),
  )}<details><summary>${w.hashes}</summary>${table(
    [{ label: a.file }, { label: w.hashes }],
    receipts.map(
      (r) =>
        html`<tr><th scope="row">${r.path}</th>${textCell(w.hashes, html`<code>${r.sha256}</code>`, true)}</tr>`,
    ),
  )}</details>`;
}

function coversTable(view: View, w: ProvenanceWords): Html {
  const { covers } = view.data.period;
  const incomplete = view.data.months.filter((m) => !m.complete).map((m) => view.format.month(m.month));
  return html`${table(
    [{ label: w.account.file }, { label: w.account.covers }, { label: '' }],
    covers.map((c) => {
      const source = view.data.config.sources.incidents[c.entry]!;
      return html`<tr><th scope="row">${source.paths.map((p) => (/^(\/|[a-z]:)/i.test(p) ? `…/${p.split('/').at(-1)}` : p)).join(', ')}</th>${textCell(w.account.covers, `${c.shownFrom} – ${c.shownTo}`)}${textCell('', c.declared ? w.declared : w.derived)}</tr>`;
    }),
  )}${incomplete.length > 0 && html`<p class="unsure">${w.part}: ${incomplete.join(view.locale === 'ja' ? '、' : ', ')}</p>`}`;
}

function factsTable(view: View, w: ProvenanceWords, provenance: Provenance): Html {
  const facts = Object.entries(w.facts) as [keyof ProvenanceWords['facts'], readonly [string, string]][];
  return table(
    [{ label: '' }, { label: view.words.columns.incidents, numeric: true }, { label: '' }],
    facts.map(([key, [label, meaning]]) => {
      const n = provenance[key];
      return html`<tr><th scope="row">${label}</th><td class="num${n === 0 ? ' zero' : ''}" data-label="${view.words.columns.incidents}">${view.format.number(n)}</td>${textCell('', meaning, true)}</tr>`;
    }),
  );
}

function rejectsTable(view: View, w: ProvenanceWords, { rejects, receipts }: Provenance): Html {
  if (rejects.length === 0) return html`<p>${w.noRejects}</p>`;
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  return table(
    [
      { label: w.reject.place },
      { label: w.reject.column },
      { label: w.reject.value },
      { label: w.reject.reason },
    ],
    rejects.slice(0, listedAtMost).map((reject) => {
      const p = rejectProblem(reject, paths.get(reject.file) ?? '');
      return html`<tr><th scope="row">${p.place && formatPlace({ ...p.place, column: undefined })}</th>${textCell(w.reject.column, reject.column)}${textCell(w.reject.value, reject.value)}${textCell(w.reject.reason, html`${messageOf(p, view.locale)} <small>${hintOf(p, view.locale)}</small>`, true)}</tr>`;
    }),
  );
}

function warningsList(view: View, w: ProvenanceWords, warnings: readonly Problem[]): Html {
  if (warnings.length === 0) return html`<p>${w.noWarnings}</p>`;
  return html`<ul class="plain-list">${warnings.slice(0, listedAtMost).map(
    (
      p,
    ) => html`<li>${p.place && html`<b>${formatPlace(p.place)}</b> `}${messageOf(p, view.locale)} <small>${hintOf(p, view.locale)}</small></li>
`,
  )}</ul>`;
}

function absentInputs(view: View, w: ProvenanceWords): Html {
  const { config } = view.data;
  const given = (kind: Kind): boolean =>
    config.sources[kind].length > 0 || (kind === 'companies' && config.companies.length > 0);
  const absent = kinds.filter((kind) => !given(kind));
  if (absent.length === 0) return html``;
  const named = (list: readonly Kind[]): string =>
    list.map((kind) => w.kinds[kind] ?? kind).join(view.locale === 'ja' ? '、' : ', ');
  return section('absent', w.absent, null, html`<p>${named(absent)}</p><p class="quiet">${w.absentNote}</p>`);
}
