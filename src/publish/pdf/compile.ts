/** Typst in this process: fonts from the package, no file of the machine, no clock. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { KadoError, problem } from '../../errors.js';
import { glyphsOf, settable } from './glyphs.js';
import { template } from './template.js';

/** PDF/A-2a: for archives, with its structure (ISO 19005-2, level A). */
const STANDARD = 'a-2a';
/** The weights that the template asks for; a face more is 5 MB more to read. */
const FACES = ['400Regular', '700Bold'];

export interface Typesetter {
  /** The bytes of one PDF. `at`: seconds since 1970, its time of creation. */
  set(report: object, at: number): Uint8Array;
}

/** Loaded once per build. Throws KadoError `typst-missing` where the native module or the fonts aren't there. */
export async function openTypesetter(): Promise<Typesetter> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler').catch(missing);
  const folder = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json'),
  );
  const fontBlobs = await Promise.all(
    FACES.map((face) => readFile(join(folder, face, `NotoSansJP_${face}.ttf`))),
  ).catch(missing);
  const isSet = glyphsOf(fontBlobs[0]!);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  return {
    set(report, at) {
      const compiled = compiler.compile({
        mainFileContent: template,
        inputs: {
          report: JSON.stringify(report, (_, value) =>
            typeof value === 'string' ? settable(value, isSet) : value,
          ),
        },
      });
      const document = compiled.result;
      // Our template on any data must set: what fails here is a fault of ours.
      if (document === null) {
        const error = compiled.takeDiagnostics();
        throw new Error(`typst: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`);
      }
      const bytes = compiler.pdf(document, { pdfStandard: STANDARD, creationTimestamp: at });
      compiler.evictCache(0);
      return bytes;
    },
  };
}

function missing(error: unknown): never {
  throw new KadoError(
    problem('typst-missing', { reason: error instanceof Error ? error.message : String(error) }),
  );
}
