/** `${NAME}` in values of kado.yaml: secrets and machine-specific folders stand in the environment, not in the file. */
import { type Place, type Problem, problem } from '../errors.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces each `${NAME}` by the variable's value, once: a value is never searched for further names.
 * Missing variables and malformed names are reported and left as written.
 */
export function substitute(
  text: string,
  env: Environment,
  key: string,
  place: Place,
): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const replaced = text.replace(/\$\{([^}]*)\}/g, (written, name: string) => {
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      problems.push(problem('config_env_name', { key, text: written }, place));
      return written;
    }
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    if (value === undefined) problems.push(problem('config_env_missing', { key, name }, place));
    return value ?? written;
  });
  return { text: replaced, problems };
}
