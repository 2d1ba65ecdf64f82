import { type Code, catalogue, type Problem } from '../errors.js';
import type { Reject } from '../staging/rejects.js';

/** A stored reject as a problem of the catalogue, so that page, file and terminal say the same. */
export function rejectProblem(reject: Reject, path: string): Problem {
  if (!(reject.code in catalogue)) throw new Error(`reject of an unknown code: ${reject.code}`);
  return {
    code: reject.code as Code,
    level: 'error',
    params: reject.params,
    place: { file: path, line: reject.line, column: reject.column === '' ? undefined : reject.column },
  };
}
