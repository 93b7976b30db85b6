import { type CountryIdentity, foundingCountries } from '@registry-hub/shared/domain';
import { fortyCountries } from './bench-countries';
import type { BenchHub } from './bench-hub';
import type { CostPoint } from './cost-chart';
import { type HubUnderTest, measureHub } from './measure-questions';
import { changeNational, fillNational } from './national-databases';
import { benchQuestions } from './questions';
import { type RowFile, writeRows } from './write-rows';

const REPETITIONS = 6;
/** Pooled figures need three countries. */
const countryCounts = [3, 5, 9, 20, 40];
const CASES_A_COUNTRY = 2500;

export interface CurveOptions {
  readonly adminUrl: string;
  /** For files of rows. */
  readonly folder: string;
  readonly seed: number;
  readonly startHub: (countries: readonly CountryIdentity[]) => Promise<BenchHub>;
  readonly progress: (line: string) => void;
}

/** What every question costs with several numbers of cases, over the founding countries. */
export async function costByCases(sizes: readonly (readonly RowFile[])[], options: CurveOptions): Promise<readonly CostPoint[]> {
  const hub = await options.startHub(foundingCountries);
  const points: CostPoint[] = [];
  try {
    for (const files of sizes) {
      const size = files.reduce((sum, { patients }) => sum + patients, 0);
      options.progress(`cost of ${size} cases`);
      await fillNational(options.adminUrl, files);
      const codes = foundingCountries.map(({ code }) => code);
      points.push(...(await costsAt(size, { client: hub.client, change: (back) => changeNational(options.adminUrl, codes, back) })));
    }
  } finally {
    await hub.stop();
  }
  return points;
}

/** What every question costs with several numbers of countries, each with as many cases. */
export async function costByCountries(options: CurveOptions): Promise<readonly CostPoint[]> {
  options.progress(`starting ${fortyCountries.length} countries`);
  const hub = await options.startHub(fortyCountries);
  const points: CostPoint[] = [];
  try {
    const files: RowFile[] = [];
    for (const { code } of fortyCountries) files.push(await writeRows(options.folder, code, CASES_A_COUNTRY, options.seed));
    await fillNational(options.adminUrl, files);
    for (const count of countryCounts) {
      options.progress(`cost of ${count} countries`);
      const countries = fortyCountries.slice(0, count).map(({ code }) => code);
      const client = { ...hub.client, countries };
      points.push(...(await costsAt(count, { client, change: (back) => changeNational(options.adminUrl, countries, back) })));
    }
  } finally {
    await hub.stop();
  }
  return points;
}

async function costsAt(size: number, hub: HubUnderTest): Promise<readonly CostPoint[]> {
  const points: CostPoint[] = [];
  for (const question of benchQuestions) {
    const { first, repeated } = await measureHub(hub, question, REPETITIONS);
    points.push({ question: question.name, size, first: first.median, repeated: repeated.median });
  }
  return points;
}
