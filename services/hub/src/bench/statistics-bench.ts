import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type CountryIdentity, foundingCountries } from '@registry-hub/shared/domain';
import { startThrowAwayServer } from '../postgres';
import { startBenchHub } from './bench-hub';
import type { BenchContext, BenchOptions } from './bench-options';
import { fillCentral, openCentralPostgres } from './central-postgres';
import { type CostPoint, costChart } from './cost-chart';
import { type CurveOptions, costByCases, costByCountries } from './cost-curves';
import { fillDuckdb, openDuckdb } from './in-process-duckdb';
import { measureQuestions, type QuestionTimings } from './measure-questions';
import { changeNational, fillNational, nationalUrl } from './national-databases';
import { type CountryMemory, memoryLines, reportLines, resultOf } from './report';
import { shareCases } from './share-cases';
import { type RowFile, writeRows } from './write-rows';

const SEED = 4764;
/** Sizes of the curve, as far as they are smaller than what is asked for. */
const SIZES = [1000, 10_000, 100_000];
/** What a service may still be clearing away is gone after so long. */
const IDLE_MS = 10_000;

interface Measured {
  readonly timings: readonly QuestionTimings[];
  readonly memory: readonly CountryMemory[];
}

/** Figures of a million cases from nine national services, against one central database and a column store. */
export async function statisticsBench(options: BenchOptions, context: BenchContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-hub-bench-'));
  // the database server reads the rows' files under an account of its own
  chmodSync(folder, 0o755);
  const server = await startThrowAwayServer();
  try {
    const { progress, machine, services } = context;
    // one folder: the databases know the masking keys of their countries, and take no others
    const startHub: CurveOptions['startHub'] = (countries: readonly CountryIdentity[]) =>
      startBenchHub({ adminUrl: server.adminUrl, data: join(folder, 'hub'), countries, machine, services });
    const curves = { adminUrl: server.adminUrl, folder, seed: SEED, startHub, progress };
    const small = options.quick ? [] : SIZES.filter((size) => size < options.cases);
    // the first start makes the databases
    const byCases = await costByCases(await Promise.all(small.map((size) => writeFiles(folder, size, options))), curves);
    const measured = await measure(await writeFiles(folder, options.cases, options), options, curves);
    const all = [...byCases, ...measured.timings.map((timing) => costOf(timing, options.cases))];
    const byCountries = options.quick ? [] : await costByCountries(curves);
    for (const line of [...reportLines(measured.timings), '', ...memoryLines(measured.memory)]) context.out(line);
    save(options, measured, all, byCountries);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(files: readonly RowFile[], { repetitions }: BenchOptions, options: CurveOptions): Promise<Measured> {
  const { adminUrl, progress } = options;
  const codes = files.map(({ country }) => country);
  await fillNational(adminUrl, files);
  progress('filling PostgreSQL and DuckDB');
  const central = await openCentralPostgres(adminUrl, nationalUrl(adminUrl, codes[0] ?? ''));
  const duckdb = await openDuckdb();
  await fillCentral(central, files);
  await fillDuckdb(duckdb, files);
  progress('starting the national services with all cases');
  const begin = performance.now();
  const hub = await options.startHub(foundingCountries);
  progress(`up after ${Math.round(performance.now() - begin)} ms`);
  try {
    const change = (back: boolean): Promise<void> => changeNational(adminUrl, codes, back);
    const timings = await measureQuestions({ client: hub.client, change }, central, duckdb, repetitions);
    await delay(IDLE_MS);
    const memory = foundingCountries.map((country) => ({
      country: country.code,
      cases: files.find((file) => file.country === country.code)?.patients ?? 0,
      megabytes: hub.memoryOf(country),
    }));
    return { timings, memory };
  } finally {
    await hub.stop();
    await central.close();
    duckdb.close();
  }
}

async function writeFiles(folder: string, cases: number, { shares }: BenchOptions): Promise<readonly RowFile[]> {
  const files: RowFile[] = [];
  for (const [country, patients] of shareCases(cases, shares)) files.push(await writeRows(folder, country, patients, SEED));
  return files;
}

function costOf({ question, first, repeated }: QuestionTimings, size: number): CostPoint {
  return { question: question.name, size, first: first.median, repeated: repeated.median };
}

function save(options: BenchOptions, measured: Measured, byCases: readonly CostPoint[], byCountries: readonly CostPoint[]): void {
  const result = resultOf(options, measured.timings, measured.memory, { byCases, byCountries });
  write(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
  if (options.quick) return;
  const panels = [
    { title: 'cases, over nine countries', points: byCases },
    { title: 'countries, of 2,500 cases each', points: byCountries },
  ];
  write(options.picture, costChart(panels));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
