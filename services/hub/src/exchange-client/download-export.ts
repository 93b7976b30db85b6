import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError, reasonOf } from '../errors';
import { exchangeRequest } from './exchange-request';

/** The doors by which a registry leaves: as a bundle, as FHIR. */
export type ExportDoor = 'export' | 'fhir/$export';

/**
 * Writes a country's registry, as one zip, to a file, which appears when it is complete.
 *
 * @param token a COORDINATOR's of that country
 * @throws OperatorError when the country doesn't answer or refuses, or the file can't be written
 */
export async function downloadExport(country: RegisteredCountry, path: ExportDoor, token: string, file: string): Promise<void> {
  const answer = await exchangeRequest({ country, method: 'GET', path, token });
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(answer, createWriteStream(unfinished, { mode: 0o600 }));
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new OperatorError(`${file} was not written (${reasonOf(error)}).`);
  }
}
