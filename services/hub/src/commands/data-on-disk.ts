import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError, reasonOf } from '../errors';

/** What one country hands over, still on disk: a folder or a file, named by its code. */
export interface DataOnDisk {
  readonly country: RegisteredCountry;
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * The country folders (`FR/`) and files (`FR.zip`) in a directory, in code order. Other files beside them, and hidden folders, are not
 * looked at.
 *
 * @param endings of files, as `.zip`
 * @throws OperatorError when there are none, one that is no country of the hub, or two of one country.
 */
export function dataIn(directory: string, countries: readonly RegisteredCountry[], endings: readonly string[]): readonly DataOnDisk[] {
  const found = namesIn(directory).flatMap((name) => {
    const path = join(directory, name);
    if (name.startsWith('.')) return [];
    if (statSync(path).isDirectory()) return [{ name: `${name}/`, code: name, path, isFolder: true }];
    const ending = extname(name);
    return endings.includes(ending) ? [{ name, code: name.slice(0, -ending.length), path, isFolder: false }] : [];
  });
  const known = new Map(countries.map((country) => [country.code, country]));
  const unknown = found.filter(({ code }) => !known.has(code));
  if (unknown.length > 0) {
    throw new OperatorError(
      `${directory}: ${unknown.map(({ name }) => name).join(', ')} names no country of this hub; known are ${[...known.keys()].join(', ')}. Nothing was imported.`,
    );
  }
  for (const [index, { code, name }] of found.entries()) {
    const other = found.slice(0, index).find((one) => one.code === code);
    if (other) throw new OperatorError(`${directory} holds both ${other.name} and ${name}; keep one of them. Nothing was imported.`);
  }
  if (found.length === 0) throw new OperatorError(`${directory} holds no country folder or file, as FR/ or DE${endings.join(' or DE')}.`);
  return found
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .flatMap(({ code, path, isFolder }) => {
      const country = known.get(code);
      return country === undefined ? [] : [{ country, path, isFolder }];
    });
}

/** The files of a folder that end so, at least one. */
export function filesIn(folder: string, ending: string): readonly string[] {
  const names = namesIn(folder).filter((name) => name.endsWith(ending));
  if (names.length === 0) throw new OperatorError(`${folder} holds no ${ending} file.`);
  return names.toSorted();
}

function namesIn(folder: string): readonly string[] {
  return reading(folder, (path) => readdirSync(path));
}

export function reading<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path);
  } catch (error) {
    throw new OperatorError(`${path} can't be read (${reasonOf(error)}).`);
  }
}
