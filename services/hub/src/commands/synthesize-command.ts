import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import { OperatorError, reasonOf } from '../errors';
import { type Cohort, imatinibStudyCohort, observatoryCohort, publishedCohort, syntheticCohort, writeBundles } from '../synthesis';
import type { CommandContext, ExitCode } from './command-context';
import { tableLines } from './table';

export interface SynthesizeOptions {
  readonly patients?: string;
  readonly seed?: string;
  /** Country codes, comma-separated. */
  readonly countries?: string;
  readonly published?: boolean;
  /** The name of a published study. */
  readonly study?: string;
  readonly observatory?: boolean;
}

/** Cohorts with published margins, by what they are asked for with; each has a seed of its own. */
const studies: Readonly<Record<string, (seed?: number) => Cohort>> = { 'imatinib-malignancies': imatinibStudyCohort };

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

function cohortOf({ patients, seed, countries, published, study, observatory }: SynthesizeOptions): Cohort {
  const given = published === true ? { option: '--published', make: publishedCohort } : study === undefined ? undefined : ofStudy(study);
  if (given) {
    const others = [patients, countries, observatory, published && study];
    if (others.some((other) => other !== undefined)) {
      throw new OperatorError(`${given.option} is a cohort of its own: leave --patients, --countries and other cohorts out.`);
    }
    return given.make(seed === undefined ? undefined : wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER));
  }
  if (patients === undefined) throw new OperatorError('--patients: say how many, as --patients 1000, or take --published or --study.');
  const make = observatory === true ? observatoryCohort : syntheticCohort;
  return make({
    patients: wholeNumber('--patients', patients, 0, MOST_PATIENTS),
    seed: seed === undefined ? DEFAULT_SEED : wholeNumber('--seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...(countries === undefined ? {} : { countries: countryCodes(countries) }),
  });
}

function ofStudy(name: string): { readonly option: string; readonly make: (seed?: number) => Cohort } {
  const make = studies[name];
  if (make) return { option: '--study', make };
  throw new OperatorError(`--study: "${name}" is none that can be made up; expected ${Object.keys(studies).join(' or ')}.`);
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
