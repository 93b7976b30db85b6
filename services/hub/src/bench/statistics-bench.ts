import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { startThrowAwayServer } from '../postgres';
import { startBenchHub } from './bench-hub';
import type { BenchContext, BenchOptions } from './bench-options';
import { fillCentral, openCentralPostgres } from './central-postgres';
import { fillDuckdb, openDuckdb } from './in-process-duckdb';
import { measureQuestions } from './measure-questions';
import { changeNational, fillNational, nationalUrl } from './national-databases';
import { reportLines } from './report';
import { shareCases } from './share-cases';
import { type RowFile, writeRows } from './write-rows';

const SEED = 4764;
/** What a service may still be clearing away is gone after so long. */
const IDLE_MS = 5000;

/** Figures of a million cases from nine national services, against one central database and a column store. */
export async function statisticsBench(options: BenchOptions, context: BenchContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-hub-bench-'));
  // the database server reads the rows' files under an account of its own
  chmodSync(folder, 0o755);
  const server = await startThrowAwayServer();
  try {
    const { adminUrl } = server;
    const { progress } = context;
    progress(`writing ${options.cases} made-up cases`);
    const files = await writeFiles(folder, options);
    progress('making the national databases');
    const where = {
      adminUrl,
      data: join(folder, 'hub'),
      countries: foundingCountries,
      machine: context.machine,
      services: context.services,
    };
    await (await startBenchHub(where)).stop();
    await fillNational(adminUrl, files);
    progress('filling PostgreSQL and DuckDB');
    const central = await openCentralPostgres(adminUrl, nationalUrl(adminUrl, 'FR'));
    await fillCentral(central, files);
    const duckdb = await openDuckdb();
    await fillDuckdb(duckdb, files);
    progress('starting the hub');
    const begin = performance.now();
    const hub = await startBenchHub(where);
    progress(`the hub took ${Math.round(performance.now() - begin)} ms to start`);
    try {
      const change = (back: boolean): Promise<void> =>
        changeNational(
          adminUrl,
          files.map(({ country }) => country),
          back,
        );
      const timings = await measureQuestions({ client: hub.client, change }, central, duckdb, options.repetitions);
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      const memory = foundingCountries.map((country) => hub.memoryOf(country));
      for (const line of reportLines(timings)) context.out(line);
      context.out(JSON.stringify(memory));
    } finally {
      await hub.stop();
      await central.close();
      duckdb.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, { cases, shares }: BenchOptions): Promise<readonly RowFile[]> {
  const files: RowFile[] = [];
  for (const [country, patients] of shareCases(cases, shares)) files.push(await writeRows(folder, country, patients, SEED));
  return files;
}
