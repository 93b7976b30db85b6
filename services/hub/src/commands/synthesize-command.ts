import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import { OperatorError, reasonOf } from '../errors';
import { type Cohort, publishedCohort, syntheticCohort, writeBundles } from '../synthesis';
import type { CommandContext, ExitCode } from './command-context';
import { tableLines } from './table';

export interface SynthesizeOptions {
  readonly patients?: string;
  readonly seed?: string;
  /** Country codes, comma-separated. */
  readonly countries?: string;
  readonly published?: boolean;
}

const MOST_PATIENTS = 10_000_000;
const DEFAULT_SEED = 1;

/** Writes the bundles of a made-up cohort; the same options give the same bytes. */
export async function synthesizeCommand({ out }: CommandContext, directory: string, options: SynthesizeOptions): Promise<ExitCode> {
  const cohort = cohortOf(options);
  const written = await writeBundles(cohort, directory).catch((error: unknown) => {
    throw new OperatorError(`${directory} can't be written to (${reasonOf(error)}).`);
  });
  for (const line of tableLines(written.map(({ country, records, folder }) => [country, `${records} records`, folder]))) out(line);
  return 0;
}

function cohortOf({ patients, seed, countries, published }: SynthesizeOptions): Cohort {
  if (published === true) {
    if (patients !== undefined || countries !== undefined) {
      throw new OperatorError('--published is a cohort of its own: leave --patients and --countries out.');
    }
    return seed === undefined ? publishedCohort() : publishedCohort(wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER));
  }
  if (patients === undefined) throw new OperatorError('--patients: say how many, as --patients 1000, or take --published.');
  return syntheticCohort({
    patients: wholeNumber('--patients', patients, 0, MOST_PATIENTS),
    seed: seed === undefined ? DEFAULT_SEED : wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...(countries === undefined ? {} : { countries: countryCodes(countries) }),
  });
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new OperatorError(`${option}: "${text}" is no whole number from ${least} to ${most}.`);
  }
  return number;
}

function countryCodes(text: string): readonly string[] {
  const codes = [...new Set(text.split(',').map((code) => code.trim().toUpperCase()))].toSorted();
  const wrong = codes.find((code) => !COUNTRY_CODE.test(code));
  if (wrong !== undefined) throw new OperatorError(`--countries: "${wrong}" is no country code; expected codes with commas, as FR,DE.`);
  return codes;
}
