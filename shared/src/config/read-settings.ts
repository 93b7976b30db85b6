import type { z } from 'zod';
import { ExposedFileError, readPrivateFile } from '../secrets';

/** Settings that make no sense: the message lists every fault at once, a line each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly faults: readonly string[]) {
    super(['These settings make no sense:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
}

/**
 * Reads the settings a schema names out of an environment. A variable `NAME` may instead come as `NAME_FILE`, the path of
 * a file that holds it, and that others than its owner can't read; an empty variable counts as unset.
 *
 * @throws SettingsError that lists every fault
 */
export function readSettings<S extends z.ZodObject>(schema: S, environment: Readonly<Record<string, string | undefined>>): z.output<S> {
  const faults: string[] = [];
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = environment[name] || readSecret(name, environment[`${name}_FILE`], faults);
    if (value) given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) faults.push(`${path.join('.')}: ${message}`);
  }
  if (!parsed.success || faults.length > 0) throw new SettingsError(faults);
  return parsed.data;
}

function readSecret(name: string, path: string | undefined, faults: string[]): string | undefined {
  if (!path) return undefined;
  try {
    return readPrivateFile(path).trim();
  } catch (error) {
    faults.push(`${name}_FILE: ${error instanceof ExposedFileError ? error.message : `the file ${path} can't be read`}`);
    return undefined;
  }
}

/** For a process's main: settings that make no sense end it, with the message on standard error and exit code 1. */
export function readSettingsOrExit<S extends z.ZodObject>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  try {
    return readSettings(schema, environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
