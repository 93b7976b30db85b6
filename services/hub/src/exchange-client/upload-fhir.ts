import type { Readable } from 'node:stream';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { severitySchema } from '../graphql-client';
import { type UploadOptions, type UploadReport, upload } from './upload';

const fhirProblemSchema = z.object({
  severity: severitySchema,
  /** The resource, as it names itself; absent where no resource could be read. */
  resourceType: z.string().optional(),
  id: z.string().optional(),
  /** Of the element; the line or entry where no resource could be read. */
  path: z.string(),
  rule: z.string(),
  message: z.string(),
});
export type FhirProblem = Readonly<z.output<typeof fhirProblemSchema>>;

/** What a country takes as FHIR: NDJSON files in one zip, NDJSON, or a Bundle. */
export type FhirMediaType = 'application/zip' | 'application/fhir+ndjson' | 'application/fhir+json';

/** Hands resources to the country's own door for FHIR; as {@link upload} does. */
export function uploadFhir(
  country: RegisteredCountry,
  type: FhirMediaType,
  body: Readable,
  options: UploadOptions,
): Promise<UploadReport<FhirProblem>> {
  return upload(country, { path: 'fhir/$import', type, body, problem: fhirProblemSchema }, options);
}
