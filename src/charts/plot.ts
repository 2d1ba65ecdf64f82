/**
 * A kind of chart: a Vega-Lite spec compiled once and one Vega View that is fed new data per chart
 * (1–2 ms a chart; compiling each time takes 14). No clock, no zone, no font metrics of the machine: the specs use
 * plain numbers, fixed sizes and no layout of text.
 */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Html } from '../html.js';
import { normaliseSvg } from './svg.js';

/** Rows by data set name, and the values of the spec's parameters. */
export interface Feed {
  readonly data: Readonly<Record<string, readonly object[]>>;
  readonly params?: Readonly<Record<string, number>>;
}

export interface Plot {
  /** Draws the feed. `title` names the figure to who cannot see it; `alt` says what it shows. */
  draw(feed: Feed, title: string, alt: string): Html;
}

/** What the SVG writer of Vega offers and its types leave out. */
interface StringRenderer {
  initialize(element: null, width: number, height: number, origin: readonly number[], scale: number): this;
  render(scene: unknown): this;
  svg(): string;
}
const { SVGStringRenderer } = vega as unknown as { SVGStringRenderer: new () => StringRenderer };

/** Settings of every spec: no frame, no background, quiet text, no ARIA of Vega's own. */
const look = {
  background: 'transparent',
  view: { stroke: null },
  mark: { aria: false },
  text: { fontSize: 12, fill: 'var(--quiet)' },
  rule: { stroke: 'var(--quiet)' },
} as const;

/** A plot whose spec is compiled at its first use. `layers` are Vega-Lite layers; sizes are in SVG units. */
export function definePlot(
  spec: Omit<Extract<TopLevelSpec, { layer: unknown }>, 'data' | 'config'>,
  names: readonly string[],
): Plot {
  let view: vega.View | null = null;
  return {
    draw({ data, params = {} }, title, alt) {
      view ??= compileView(spec as TopLevelSpec);
      for (const name of names)
        view.data(
          name,
          (data[name] ?? []).map((row) => ({ ...row })),
        );
      for (const [name, value] of Object.entries(params)) view.signal(name, value);
      view.run();
      return normaliseSvg(render(view), title, alt);
    },
  };
}

function compileView(spec: TopLevelSpec): vega.View {
  const warnings: string[] = [];
  const note = (...texts: readonly unknown[]) => {
    warnings.push(texts.map(String).join(' '));
    return logger;
  };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
  // biome-ignore lint/suspicious/noExplicitAny: vega-lite's logger type has an overload that no plain object meets
  const compiled = compile({ ...spec, autosize: 'none', config: look as any }, { logger: logger as any });
  // A warning here is a mistake in a spec of ours, never the data's doing.
  if (warnings.length > 0) throw new Error(`chart spec: ${warnings.join('; ')}`);
  return new vega.View(vega.parse(compiled.spec), { renderer: 'none', logLevel: vega.Error });
}

/** As View.toSVG, without its promises: nothing is loaded, so nothing needs waiting for. */
function render(view: vega.View): string {
  const padding = view.padding() as { left: number; right: number; top: number; bottom: number };
  return new SVGStringRenderer()
    .initialize(
      null,
      view.width() + padding.left + padding.right,
      view.height() + padding.top + padding.bottom,
      [padding.left, padding.top],
      1,
    )
    .render((view.scenegraph() as unknown as { root: unknown }).root)
    .svg();
}
