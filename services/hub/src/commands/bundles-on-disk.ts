import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError, reasonOf } from '../errors';
import { zipFolder } from '../exchange-client';
import type { BundleFile } from '../graphql-client';

/** The bundle of one country, still on disk: a folder, or a zip of one. */
export interface BundleOnDisk {
  readonly country: RegisteredCountry;
  readonly path: string;
  readonly isZip: boolean;
}

/**
 * The country folders (`FR/`) and zips (`FR.zip`) in a directory, in code order. Other files beside them, and hidden folders, are not
 * looked at.
 *
 * @throws OperatorError when there are none, one that is no country of the hub, or two of one country.
 */
export function bundlesIn(directory: string, countries: readonly RegisteredCountry[]): readonly BundleOnDisk[] {
  const found = namesIn(directory).flatMap((name) => {
    const path = join(directory, name);
    if (name.startsWith('.')) return [];
    if (statSync(path).isDirectory()) return [{ name: `${name}/`, code: name, path, isZip: false }];
    return name.endsWith('.zip') ? [{ name, code: name.slice(0, -'.zip'.length), path, isZip: true }] : [];
  });
  const known = new Map(countries.map((country) => [country.code, country]));
  const unknown = found.filter(({ code }) => !known.has(code));
  if (unknown.length > 0) {
    throw new OperatorError(
      `${directory}: ${unknown.map(({ name }) => name).join(', ')} names no country of this hub; known are ${[...known.keys()].join(', ')}. Nothing was imported.`,
    );
  }
  const twice = found.find(({ code, isZip }) => isZip && found.some((other) => other.code === code && !other.isZip));
  if (twice) throw new OperatorError(`${directory} holds both ${twice.code}/ and ${twice.name}; keep one of them. Nothing was imported.`);
  if (found.length === 0) throw new OperatorError(`${directory} holds no country folder or zip, as FR/ or DE.zip.`);
  return found
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .flatMap(({ code, path, isZip }) => {
      const country = known.get(code);
      return country === undefined ? [] : [{ country, path, isZip }];
    });
}

/** The bundle as one zip. */
export function zipOfBundle({ path, isZip }: BundleOnDisk): Readable {
  return isZip ? createReadStream(path) : zipFolder(path, csvFilesIn(path));
}

/** The files of a folder as texts in memory. */
export function filesOfBundle({ path }: BundleOnDisk): readonly BundleFile[] {
  return csvFilesIn(path).map((name) => ({ name, content: reading(join(path, name), (file) => readFileSync(file, 'utf8')) }));
}

function csvFilesIn(folder: string): readonly string[] {
  const names = namesIn(folder).filter((name) => name.endsWith('.csv'));
  if (names.length === 0) throw new OperatorError(`${folder} holds no CSV file.`);
  return names.toSorted();
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
