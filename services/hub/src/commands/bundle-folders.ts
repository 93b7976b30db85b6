import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError, reasonOf } from '../errors';
import type { BundleFile } from '../graphql-client';

/** The bundle of one country, still on disk. */
export interface BundleFolder {
  readonly country: RegisteredCountry;
  readonly folder: string;
}

/**
 * The country folders (`FR/`) in a directory, in code order. Files beside them, and hidden folders, are not looked at.
 *
 * @throws OperatorError when there are none, or one that is no country of the hub.
 */
export function bundleFolders(directory: string, countries: readonly RegisteredCountry[]): readonly BundleFolder[] {
  const names = namesIn(directory).filter((name) => !name.startsWith('.') && statSync(join(directory, name)).isDirectory());
  const known = new Map(countries.map((country) => [country.code, country]));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new OperatorError(
      `${directory}: ${unknown.map((name) => `${name}/`).join(', ')} names no country of this hub; known are ${[...known.keys()].join(', ')}. Nothing was imported.`,
    );
  }
  const found = names.toSorted().flatMap((name) => {
    const country = known.get(name);
    return country === undefined ? [] : [{ country, folder: join(directory, name) }];
  });
  if (found.length === 0) throw new OperatorError(`${directory} holds no country folder, as FR/ or DE/.`);
  return found;
}

/** The CSV files of a country folder. */
export function readBundle({ folder }: BundleFolder): readonly BundleFile[] {
  const names = namesIn(folder).filter((name) => name.endsWith('.csv'));
  if (names.length === 0) throw new OperatorError(`${folder} holds no CSV file.`);
  return names.toSorted().map((name) => ({ name, content: reading(join(folder, name), (path) => readFileSync(path, 'utf8')) }));
}

function namesIn(folder: string): readonly string[] {
  return reading(folder, (path) => readdirSync(path));
}

function reading<T>(path: string, read: (path: string) => T): T {
  try {
    return read(path);
  } catch (error) {
    throw new OperatorError(`${path} can't be read (${reasonOf(error)}).`);
  }
}
