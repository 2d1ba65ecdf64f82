/** A scheme's page, written from its data: what is protected, how incidents and systems are graded, and whose each rule is. */
import { type Html, html, join } from '../html.js';
import { nameIn } from '../locale/index.js';
import type { SchemeWords } from '../locale/schemes.js';
import { schemeWords } from '../locale/schemesOf.js';
import { type GroupClass, groupClasses, type Origin, type Scheme } from '../schemes/model.js';
import type { PageContent } from './page.js';
import { gradedFinding, gradedSection } from './parts/graded.js';
import { section, table, textCell } from './parts/section.js';
import type { SchemeUse } from './schemes.js';
import { linkFrom, routes, type View } from './view.js';

export function schemePage(view: View, use: SchemeUse): PageContent {
  const { scheme } = use;
  const { words, locale } = view;
  const w = schemeWords(locale);
  const name = nameIn(scheme.name, locale, scheme.id);
  const route = routes.scheme(scheme.id);
  const companies = use.companies.map(
    (id) => html`<a href="${linkFrom(route, routes.company(id))}">${view.companyName(id)}</a>`,
  );
  return {
    kind: 'scheme',
    nav: 'methods',
    route,
    title: name,
    description: w.indexLead,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.methods, href: routes.methods },
      { label: w.schemes, href: routes.schemes },
      { label: name, href: null },
    ],
    content: html`<h1>${name}</h1>
<p class="lead">${gradedFinding(view, use)}<br>${w.lead(nameIn(scheme.value, locale, ''))}<br>${w.usedBy}: ${join(companies, locale === 'ja' ? '、' : ', ')}</p>
${gradedSection(view, use)}
${severitySection(view, w, scheme)}
${importanceSection(view, w, use)}
${targetsSection(view, w, scheme)}
${section(
  'fields',
  w.fields,
  w.fieldsNote,
  facts(
    groupClasses.map((c) => [
      w.classes[c],
      html`${fieldsOf(view, w, scheme, c)} ${originTag(w, use.origins[c])}`,
    ]),
  ),
)}
${section(
  'counting',
  w.counting,
  null,
  facts([
    [w.counts, html`${code(scheme.counts)} ${originTag(w, use.origins.counts)}`],
    [w.impactFactor, html`${code(scheme.impactFactor)} ${originTag(w, use.origins.impactFactor)}`],
    [w.terminal, html`${code(scheme.terminal)} ${originTag(w, use.origins.terminal)}`],
  ]),
)}
${surveySection(view, w, scheme)}`,
  };
}

/** Whose a rule is, as a word in a box: what isn't the survey's is never taken for it. */
export const originTag = (w: SchemeWords, origin: Origin): Html =>
  html`<span class="tag${{ survey: ' quiet', kado: ' unsure', company: '' }[origin]}">${w.origins[origin]}</span>`;

const code = (sql: string): Html => html`<code class="sql">${sql}</code>`;

const facts = (rows: readonly (readonly [string, Html | string])[]): Html =>
  html`<dl class="facts">${rows.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`;

function severitySection(view: View, w: SchemeWords, { severity }: Scheme): Html {
  const { locale } = view;
  const rows = severity.grades.map((grade) => {
    const classes =
      typeof grade.class === 'string'
        ? w.classes[grade.class]
        : html`${grade.class.map((rule) => html`<small>${rule.when === 'true' ? w.otherwise(w.classes[rule.class]) : html`${w.classRule(w.classes[rule.class])} ${code(rule.when)}`}</small>`)}`;
    return html`<tr><th scope="row"><b>${nameIn(grade.name, locale, grade.id)}</b></th>${textCell(w.rule, html`${grade.note && nameIn(grade.note, locale, '')} ${grade.when !== 'true' && html`<small>${code(grade.when)}</small>`}`, true)}${textCell(w.class, classes)}${textCell(w.origin, originTag(w, grade.origin ?? severity.origin))}</tr>`;
  });
  const scores = severity.scores.map(
    (score) =>
      html`<tr><th scope="row"><code class="nb">${score.id}</code></th>${textCell(w.score, nameIn(score.name, locale, score.id), true)}${textCell(w.expression, code(score.is))}</tr>`,
  );
  return section(
    'severity',
    w.severity,
    w.severityOrder,
    html`<p>${nameIn(severity.note, locale, '')}</p>
${table([{ label: w.grade }, { label: w.rule }, { label: w.class }, { label: w.origin }], rows)}${
  scores.length > 0 &&
  html`
<h3>${w.scores} <small>${w.scoresNote}</small></h3>
${table([{ label: '' }, { label: w.score }, { label: w.expression }], scores)}`
}`,
  );
}

function importanceSection(view: View, w: SchemeWords, { scheme, systems }: SchemeUse): Html {
  const { importance } = scheme;
  const levels = [4, 3, 2, 1, null] as const;
  const rows = levels.map((level) => {
    const n = systems.filter((s) => s.importance === level).reduce((sum, s) => sum + s.systems, 0);
    return html`<tr><th scope="row">${level === null ? w.levelUnknown : w.levels[level]}</th><td class="num${n === 0 ? ' zero' : ''}" data-label="${w.systems}">${view.format.number(n)}</td></tr>`;
  });
  return section(
    'importance',
    w.importance,
    w.importanceNote(view.format.month(view.reported.month)),
    html`<p>${nameIn(importance.note, view.locale, '')} ${originTag(w, importance.origin)}</p>
<div class="two"><div>${facts([
      [w.expression, code(importance.level)],
      [w.drivesTargets, w.drives[`${importance.drivesTargets}`]],
    ])}</div>
<div>${table([{ label: w.level }, { label: w.systems, numeric: true }], rows)}</div></div>`,
  );
}

function targetsSection(view: View, w: SchemeWords, { targets, severity }: Scheme): Html {
  const nameOf = (id: string): string => {
    const grade = severity.grades.find((g) => g.id === id);
    return grade ? nameIn(grade.name, view.locale, id) : id;
  };
  return section(
    'targets',
    w.targets,
    targets.rules.length > 0 && w.rulesNote,
    html`<p>${nameIn(targets.note, view.locale, '')}</p>${
      targets.rules.length > 0
        ? html`<ul class="plain-list">${targets.rules.map((rule) => html`<li>${w.capRule(nameOf(rule.grade), rule.cap, rule.lessThanLastYear)} ${originTag(w, rule.origin)}</li>`)}</ul>`
        : html`<p class="quiet">${w.noRules}</p>`
    }`,
  );
}

function fieldsOf(view: View, w: SchemeWords, scheme: Scheme, group: GroupClass): string {
  const fields = scheme.requiredFields[group];
  if (fields === 'all') return w.allFields;
  return fields.map((f) => w.incidentFields[f] ?? f).join(view.locale === 'ja' ? '、' : ', ');
}

function surveySection(view: View, w: SchemeWords, { survey, value }: Scheme): Html | false {
  if (!survey) return false;
  const { locale } = view;
  const rows = Object.entries(w.surveyRows).map(([key, label]): [string, string] => [
    label,
    nameIn(key === 'value' ? value : survey[key as keyof typeof survey], locale, ''),
  ]);
  return section('survey', w.survey, w.surveyNote, facts(rows));
}

/** The way in: the schemes that the report's companies use. */
export function schemesPage(view: View): PageContent {
  const w = schemeWords(view.locale);
  const route = routes.schemes;
  const rows = view.data.schemes.map(({ scheme, companies }) => {
    const links = companies.map(
      (id) => html`<a href="${linkFrom(route, routes.company(id))}">${view.companyName(id)}</a>`,
    );
    return html`<tr><th scope="row"><a href="${linkFrom(route, routes.scheme(scheme.id))}">${nameIn(scheme.name, view.locale, scheme.id)}</a></th>${textCell(w.surveyRows.value, nameIn(scheme.value, view.locale, ''), true)}${textCell(w.grade, scheme.severity.grades.map((g) => nameIn(g.name, view.locale, g.id)).join(' · '))}${textCell(w.usedBy, join(links, view.locale === 'ja' ? '、' : ', '))}</tr>`;
  });
  return {
    kind: 'scheme',
    nav: 'methods',
    route,
    title: w.schemes,
    description: w.indexLead,
    trail: [
      { label: view.words.nav.group, href: routes.executive },
      { label: view.words.nav.methods, href: routes.methods },
      { label: w.schemes, href: null },
    ],
    content: html`<h1>${w.schemes}</h1><p class="lead">${w.indexLead}</p>${table(
      [{ label: w.schemes }, { label: w.surveyRows.value }, { label: w.grade }, { label: w.usedBy }],
      rows,
    )}`,
  };
}
