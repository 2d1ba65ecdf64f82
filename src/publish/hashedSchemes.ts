/** By what rules the figures were made: a hash of each scheme as it was resolved, whatever file its parts stood in. */
import { createHash } from 'node:crypto';
import { asExported } from '../schemes/scheme.js';
import type { Schemes } from '../schemes/settle.js';

/** Those that companies use, by id, after what stands for companies without any. */
export const hashedSchemes = (schemes: Schemes): { id: string; sha256: string }[] =>
  [asExported, ...[...schemes.values()].map(({ scheme }) => scheme)].map((scheme) => ({
    id: scheme.id,
    sha256: createHash('sha256').update(JSON.stringify(scheme)).digest('hex'),
  }));
