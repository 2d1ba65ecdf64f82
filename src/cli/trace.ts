import type { Locale } from '../config/model.js';
import { traceFigure } from '../publish/traceFigure.js';
import { type CommonOptions, readChoice, readConfig } from './options.js';
import type { Terminal } from './terminal.js';
import { traceJson } from './traceJson.js';
import { traceText } from './traceText.js';
import { runtime } from './version.js';

/** `kado trace FIGURE`: from a figure back to the rows of the exports; in English unless --locale says otherwise. */
export async function runTrace(figure: string, options: CommonOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options);
  const { month, asOf, locales } = readChoice(options, config);
  const locale: Locale = options.locale === undefined ? 'en' : locales[0]!;
  const traced = await traceFigure({ config, figure, month, asOf, runtime }, terminal);
  const speech = { locale, rules: config.risk };
  terminal.print(
    terminal.voice.json
      ? JSON.stringify(traceJson(traced, speech), null, 2)
      : traceText(traced, speech).join('\n'),
  );
  return 0;
}
