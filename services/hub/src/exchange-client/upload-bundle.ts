import type { Readable } from 'node:stream';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { type ImportReport, problemSchema } from '../graphql-client';
import { type UploadOptions, upload } from './upload';

/** Hands a bundle, as one zip, to the country's own door for bundles of any size; as {@link upload} does. */
export function uploadBundle(country: RegisteredCountry, zip: Readable, options: UploadOptions): Promise<ImportReport> {
  return upload(country, { path: 'import', type: 'application/zip', body: zip, problem: problemSchema }, options);
}
