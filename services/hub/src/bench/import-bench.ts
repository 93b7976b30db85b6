import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import { OperatorError } from '../errors';
import { type UploadProgress, uploadBundle, zipFolder } from '../exchange-client';
import { startThrowAwayServer } from '../postgres';
import { syntheticCohort, writeBundles } from '../synthesis';
import { type BenchHub, startBenchHub } from './bench-hub';
import type { BenchContext } from './bench-options';
import { withClient } from './central-postgres';
import { copyBundle, makeCopyTarget } from './copy-bundle';
import { processorSeconds } from './processor-time';
import { seconds } from './stopwatch';

export interface ImportBenchOptions {
  /** All of one country. */
  readonly patients: number;
  /** The file that the results are written to. */
  readonly json: string;
}

const SEED = 4764;
const FRANCE: CountryIdentity = { code: 'FR', name: 'France' };
/** How many times longer than the COPY of its files an import may take. */
const RATIO_TARGET = 6;
/** A service's memory at its peak is to stay below this. */
const MOST_MEGABYTES = 1024;

/**
 * An import as `hub import` makes it, of made-up patients into an empty registry with derived rows, data queries and audit trail,
 * against COPY of the same files into the same tables with their indexes and constraints, on the same server.
 */
export async function importBench({ patients, json }: ImportBenchOptions, context: BenchContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-hub-bench-'));
  const server = await startThrowAwayServer();
  const { progress, out } = context;
  try {
    progress(`writing ${patients} made-up patients`);
    const [written] = await writeBundles(syntheticCohort({ patients, seed: SEED, countries: [FRANCE.code] }), folder);
    if (written === undefined) throw new OperatorError('no bundle was written');
    // the database server reads the files under an account of its own
    for (const path of [folder, written.folder]) chmodSync(path, 0o755);
    const start = (): Promise<BenchHub> =>
      startBenchHub({ ...context, adminUrl: server.adminUrl, data: join(folder, 'hub'), countries: [FRANCE] });
    // the first start makes the database, of which the copy's target is another one
    await (await start()).stop();
    const target = await makeCopyTarget(server.adminUrl, FRANCE.code);
    const database = await databaseProcess(server.adminUrl);
    progress('copying the files');
    const before = processorSeconds(database);
    const copySeconds = await seconds(() => copyBundle(target, written.folder));
    const copyProcessorSeconds = since(before, processorSeconds(database));
    const imported = await importInto(await start(), written.folder, database, progress);
    const result = {
      patients,
      rows: written.records,
      copySeconds,
      copyProcessorSeconds,
      ...imported,
      ratio: imported.importSeconds / copySeconds,
      ratioTarget: RATIO_TARGET,
    };
    for (const line of linesOf(result)) out(line);
    mkdirSync(dirname(json), { recursive: true });
    writeFileSync(json, `${JSON.stringify(result, undefined, 2)}\n`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Imported {
  readonly importSeconds: number;
  /** Resident memory of the service at its peak, in MB. */
  readonly peakMegabytes: number | undefined;
  /** Processor time during the import. */
  readonly serviceProcessorSeconds: number | undefined;
  readonly databaseProcessorSeconds: number | undefined;
}

interface ImportResult extends Imported {
  readonly patients: number;
  readonly rows: number;
  readonly copySeconds: number;
  readonly copyProcessorSeconds: number | undefined;
  readonly ratio: number;
}

async function importInto(
  hub: BenchHub,
  folder: string,
  database: number | undefined,
  progress: (line: string) => void,
): Promise<Imported> {
  try {
    const country = hub.registered(FRANCE);
    const token = await hub.coordinatorToken(FRANCE);
    const names = readdirSync(folder).toSorted();
    const processors = (): readonly (number | undefined)[] => [hub.processorSecondsOf(FRANCE), processorSeconds(database)];
    const [serviceBefore, databaseBefore] = processors();
    const importSeconds = await seconds(async () => {
      const report = await uploadBundle(country, zipFolder(folder, names), {
        dryRun: false,
        token,
        tell: (news) => progress(newsLine(news)),
      });
      if (!report.stored) throw new OperatorError('the bundle was refused');
    });
    const [service, server] = processors();
    return {
      importSeconds,
      peakMegabytes: hub.peakMemoryOf(FRANCE),
      serviceProcessorSeconds: since(serviceBefore, service),
      databaseProcessorSeconds: since(databaseBefore, server),
    };
  } finally {
    await hub.stop();
  }
}

function newsLine(news: UploadProgress): string {
  return news.stage === 'READING' ? `${news.rows} rows read` : `${news.patients} of ${news.of} patients stored`;
}

/** The process of the server itself, of which those that work for a connection are children. */
async function databaseProcess(adminUrl: string): Promise<number | undefined> {
  const [row] = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ pid: string }>(`SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`);
    return rows;
  });
  return row && Number(row.pid);
}

function since(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}

function linesOf(result: ImportResult): readonly string[] {
  const { patients, rows, copySeconds, importSeconds, ratio, peakMegabytes } = result;
  const within = (isWithin: boolean, target: string): string => `(${isWithin ? 'within' : 'above'} ${target})`;
  const known = (value: number | undefined): string => (value === undefined ? 'not known' : `${value.toFixed(1)} s`);
  const memory =
    peakMegabytes === undefined
      ? 'not known'
      : `${peakMegabytes.toFixed(0)} MB ${within(peakMegabytes < MOST_MEGABYTES, `${MOST_MEGABYTES}`)}`;
  return [
    `${patients} patients, ${rows} rows`,
    `COPY of the files      ${copySeconds.toFixed(1)} s`,
    `import                 ${importSeconds.toFixed(1)} s, ${Math.round(rows / importSeconds)} rows a second`,
    `import / COPY          ${ratio.toFixed(2)} ${within(ratio <= RATIO_TARGET, `${RATIO_TARGET}`)}`,
    `processor time         COPY ${known(result.copyProcessorSeconds)}; import: service ${known(result.serviceProcessorSeconds)}, database ${known(result.databaseProcessorSeconds)}`,
    `service's peak memory  ${memory}`,
  ];
}
