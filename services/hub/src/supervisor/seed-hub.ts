import type { RegisteredCountry } from '@registry-hub/shared/register';
import { z } from 'zod';
import { type DataFolder, readIfThere, replaceFile } from '../data-folder';
import { OperatorError } from '../errors';
import { importBundle } from '../graphql-client';
import { issueToken, tokenRequest } from '../issuer';
import type { Seed } from '../settings';
import { type CountryBundle, inMemoryBundles, publishedCohort } from '../synthesis';
import { runBounded } from './run-bounded';

const markSchema = z.object({ seed: z.enum(['published', 'none']), done: z.array(z.string()), complete: z.boolean() });
type Mark = z.output<typeof markSchema>;

/**
 * Imports what the first start of a hub is to import, each country through its own API. It happens once: a mark in the data folder
 * tells which countries have theirs, so that an interrupted first start goes on where it was.
 *
 * @param countries those that are up: the others have their turn at a later start
 * @returns the number of patients imported now.
 */
export async function seedHub(
  data: DataFolder,
  seed: Seed,
  countries: readonly RegisteredCountry[],
  limit: number,
  signal: AbortSignal,
): Promise<number> {
  const begun = readMark(data) ?? { seed, done: [], complete: seed === 'none' };
  writeMark(data, begun);
  if (begun.complete) return 0;
  const done = new Set(begun.done);
  let patients = 0;
  const waiting = inMemoryBundles(publishedCohort()).filter(({ country }) => !done.has(country));
  const bundles = waiting.filter(({ country }) => countries.some(({ code }) => code === country));
  const tasks = bundles.map((bundle) => async (): Promise<void> => {
    const imported = await seedCountry(data, bundle, countries);
    patients += imported;
    done.add(bundle.country);
    writeMark(data, { ...begun, done: [...done] });
  });
  await runBounded(tasks, limit, signal);
  writeMark(data, { ...begun, done: [...done], complete: bundles.length === waiting.length });
  return patients;
}

async function seedCountry(data: DataFolder, bundle: CountryBundle, countries: readonly RegisteredCountry[]): Promise<number> {
  const country = countries.find(({ code }) => code === bundle.country);
  if (country === undefined)
    throw new OperatorError(`The published cohort has cases of ${bundle.country}, which is no country of this hub.`);
  const token = await issueToken(data.identity, tokenRequest({ role: 'coordinator', country: country.code, subject: 'hub-first-start' }));
  const report = await importBundle(country, bundle.files, { dryRun: false, token });
  if (report.stored) return report.patients;
  const first = report.problems.find(({ severity }) => severity === 'HARD');
  const example = first === undefined ? '' : `: ${first.file}:${first.line} ${first.rule} ${first.message}`;
  throw new OperatorError(`${country.name} refused its part of the published cohort${example}`);
}

function readMark({ seed }: DataFolder): Mark | undefined {
  const text = readIfThere(seed);
  return text === undefined ? undefined : markSchema.parse(JSON.parse(text));
}

function writeMark({ seed }: DataFolder, mark: Mark): void {
  replaceFile(seed, `${JSON.stringify(mark, undefined, 2)}\n`);
}
