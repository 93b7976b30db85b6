import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { zipFolder } from '../exchange-client';
import type { BundleFile } from '../graphql-client';
import { type DataOnDisk, dataIn, filesIn, reading } from './data-on-disk';

/** The bundle of one country, still on disk: a folder, or a zip of one. */
export type BundleOnDisk = DataOnDisk;

/** The country folders (`FR/`) and zips (`FR.zip`) in a directory, as {@link dataIn} finds them. */
export function bundlesIn(directory: string, countries: readonly RegisteredCountry[]): readonly BundleOnDisk[] {
  return dataIn(directory, countries, ['.zip']);
}

/** The bundle as one zip. */
export function zipOfBundle({ path, isFolder }: BundleOnDisk): Readable {
  return isFolder ? zipFolder(path, filesIn(path, '.csv')) : createReadStream(path);
}

/** The files of a folder as texts in memory. */
export function filesOfBundle({ path }: BundleOnDisk): readonly BundleFile[] {
  return filesIn(path, '.csv').map((name) => ({ name, content: reading(join(path, name), (file) => readFileSync(file, 'utf8')) }));
}
