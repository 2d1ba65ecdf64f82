/**
 * The report on paper, as Typst: A4, 18 mm, a cover with its signatures, hairline tables whose heads repeat, rows not
 * cut unless one would not fit a sheet. All that is said comes as data (`report`) and is shown as text; no text of a report is ever part of this source.
 */
export const template = `
#let report = json(bytes(sys.inputs.report))
#let colour = report.colours
#let c(name) = rgb(colour.at(name))
#set document(title: report.title, author: report.author, date: datetime(year: report.date.at(0), month: report.date.at(1), day: report.date.at(2)))
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 20mm), footer: context [
  #set text(size: 7pt, fill: c("quiet"))
  #report.foot #h(1fr) #counter(page).display() / #counter(page).final().first()
])
#set text(font: report.font, size: 8.5pt, fill: c("ink"), lang: report.lang, number-width: "tabular", cjk-latin-spacing: none)
#set par(leading: 0.62em, spacing: 0.75em, justify: false)
#show heading: set block(breakable: false, sticky: true)
#show heading.where(level: 1): set text(size: 15pt, weight: "bold")
#show heading.where(level: 2): set text(size: 10pt, weight: "bold")
#show heading.where(level: 3): set text(size: 8.5pt, weight: "bold")

#let run(r) = {
  if "svg" in r {
    let alt = if r.alt == "" { "–" } else { r.alt }
    if r.mark { box(image(bytes(r.svg), format: "svg", alt: alt, height: 1.1em), baseline: 15%); h(0.25em) }
    else { box(width: 100%, image(bytes(r.svg), format: "svg", alt: alt, width: 100%)); linebreak() }
  } else {
    let body = if r.text == "\\n" { linebreak() } else { text(r.text) }
    if "strong" in r { body = text(weight: "bold", body) }
    if "small" in r { body = text(size: 0.86em, fill: c("quiet"), body) }
    if "ink" in r { body = text(fill: c(if r.ink in ("grade-3", "grade-4") { "quiet" } else { r.ink }), body) }
    if "box" in r {
      let b = r.box
      body = if b == "missing" { box(fill: c("hatch"), inset: (x: 3pt), outset: (y: 2pt), body) }
        else if b == "tag" { box(stroke: 0.5pt + c("link"), inset: (x: 3pt), outset: (y: 2pt), text(fill: c("link"), body)) }
        else if b == "late" { box(fill: c("bad"), inset: (x: 3pt), outset: (y: 2pt), text(fill: c("on-bad"), body)) }
        else { box(fill: c(b), inset: (x: 4pt), outset: (y: 2pt), text(fill: c("on-" + b), weight: "bold", body)) }
    }
    body
  }
}
#let runs(list) = list.map(run).join()

// A row stays on one sheet, unless the text of one of its cells might not find room on it at all.
#let many(runs) = runs.map(r => r.text.clusters().len()).sum(default: 0) > 400
#let long(row) = row.any(x => many(x.runs))
#let cell(x, breakable: false) = {
  let fill = if x.fill == "" { none } else if x.fill == "missing" { c("hatch") } else { c(x.fill) }
  let ink = if x.fill.starts-with("level-") { c("on-" + x.fill) } else { c("ink") }
  table.cell(breakable: breakable, fill: fill, align: if x.number { right } else { left }, text(fill: ink, weight: if x.head { "bold" } else { "regular" }, runs(x.runs)))
}
#let figures(b) = {
  let widths = b.wide.map(w => w * 1fr)
  set text(size: if b.wide.len() > 7 { 6.6pt } else { 7.6pt })
  show table.cell.where(y: 0): set text(fill: c("quiet"))
  table(
    columns: widths, stroke: (x, y) => (rest: none, bottom: 0.4pt + if y == 0 { c("ink") } else { c("line") }),
    inset: (x: 3pt, y: 3.6pt),
    ..if b.head.len() > 0 { (table.header(repeat: true, ..b.head.map(cell)),) } else { () },
    ..b.rows.map(row => row.map(x => cell(x, breakable: long(row)))).flatten(),
  )
}
#let matrix(b) = {
  table(
    columns: (1.6fr,) + (1fr,) * (b.wide.len() - 1), stroke: 1pt + c("paper"), inset: (x: 1pt, y: 5pt),
    align: center,
    table.header(..b.head.map(x => table.cell(align: center, text(size: 6.5pt, fill: c("quiet"), runs(x.runs))))),
    ..b.rows.flatten().map(x => if x.head { table.cell(align: left, text(size: 7.5pt, runs(x.runs))) } else {
      table.cell(fill: if x.fill == "missing" { c("hatch") } else if x.fill == "" { c("ghost") } else { c(x.fill) },
        text(fill: if x.fill.starts-with("level-") { c("on-" + x.fill) } else { c("ink") }, weight: "bold", runs(x.runs)))
    }),
  )
}
#let block-of(b) = {
  if b.kind == "title" { heading(level: 1, runs(b.runs)) }
  else if b.kind == "section" {
    block(above: 1.5em, below: 0.7em, width: 100%, sticky: true, stroke: (top: 0.8pt + c("ink")), inset: (top: 5pt), {
      heading(level: 2, runs(b.runs))
      if b.note.len() > 0 { text(size: 7pt, fill: c("quiet"), runs(b.note)) }
    })
  }
  else if b.kind == "heading" { heading(level: 3, { runs(b.runs); if b.note.len() > 0 { [ ]; text(size: 7pt, fill: c("quiet"), runs(b.note)) } }) }
  else if b.kind == "lead" { block(below: 1em, text(size: 9.5pt, fill: c("soft"), runs(b.runs))) }
  else if b.kind == "find" { block(sticky: true, text(weight: "bold", runs(b.runs))); if b.note.len() > 0 { runs(b.note) } }
  else if b.kind == "text" { block({ runs(b.runs); if b.note.len() > 0 { [ ]; text(size: 7pt, fill: c("quiet"), runs(b.note)) } }) }
  else if b.kind == "table" { figures(b) }
  else if b.kind == "matrix" { block(breakable: false, matrix(b)) }
  else if b.kind == "facts" {
    table(columns: (1fr, 4fr), stroke: (rest: none, bottom: 0.4pt + c("line")), inset: (x: 0pt, y: 3.6pt),
      ..b.items.map(i => (table.cell(text(weight: "bold", runs(i.term))), table.cell(runs(i.runs)))).flatten())
  }
  else if b.kind == "headline" {
    block(breakable: false, grid(columns: (1fr,) * calc.min(6, b.items.len()), gutter: 8pt,
      ..b.items.map(i => block(stroke: (top: 0.4pt + c("line")), inset: (top: 4pt), { text(size: 7pt, fill: c("quiet"), runs(i.term)); linebreak(); text(size: 11pt, weight: "bold", runs(i.runs)) }))))
  }
  else if b.kind == "list" {
    for i in b.items { block(breakable: many(i), width: 100%, stroke: (bottom: 0.4pt + c("line")), inset: (bottom: 4pt), runs(i)) }
  }
  else if b.kind == "chart" {
    block(breakable: false, {
      text(weight: "bold", runs(b.caption))
      if b.key.len() > 0 { linebreak(); text(size: 7pt, runs(b.key)) }
      block(image(bytes(b.svg), format: "svg", alt: b.alt, width: 100%))
    })
  }
  else if b.kind == "columns" {
    grid(columns: (1fr,) * b.columns.len(), gutter: 14pt, ..b.columns.map(col => col.map(block-of).join()))
  }
}

// The cover.
#v(52mm)
#text(size: 9pt, fill: c("quiet"), report.cover.owner)
#v(2mm)
#text(size: 26pt, weight: "bold", report.title)
#v(1mm)
#text(size: 15pt, report.cover.month)
#v(4mm)
#if report.cover.label != "" { box(stroke: 0.8pt + c("bad"), inset: (x: 8pt, y: 5pt), text(fill: c("bad"), weight: "bold", report.cover.label)) }
#v(6mm)
#block(below: 4mm, line(length: 100%, stroke: 1.5pt + c("ink")))
#for line in report.cover.lines { block(text(size: 9.5pt, fill: c("soft"), line)) }
#v(1fr)
#text(size: 8pt, fill: c("quiet"), report.cover.state)
#table(columns: (1fr, 1fr, 1fr), stroke: 0.6pt + c("ink"), inset: 8pt,
  ..report.cover.signatures.map(s => table.cell({
    text(size: 8pt, fill: c("quiet"), s.role)
    v(2mm)
    text(size: 11pt, weight: "bold", if s.by == "" { "\u{00a0}" } else { s.by })
    linebreak()
    text(size: 8pt, if s.on == "" { "\u{00a0}" } else { s.on })
  })))
#pagebreak()
#for b in report.blocks { block-of(b) }
`;
