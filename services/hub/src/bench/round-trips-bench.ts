import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CountryIdentity } from '@registry-hub/shared/domain';
import { OperatorError } from '../errors';
import { downloadExport, uploadBundle, uploadFhir, zipFolder } from '../exchange-client';
import { startThrowAwayServer } from '../postgres';
import { bundleToExport, exportToBundle } from '../redcap';
import { syntheticCohort, writeBundles } from '../synthesis';
import { type BenchHub, startBenchHub } from './bench-hub';
import type { BenchContext } from './bench-options';
import { seconds } from './stopwatch';
import { unzip } from './unzip';

export const exchangeWays = ['fhir', 'redcap'] as const;
type ExchangeWay = (typeof exchangeWays)[number];

export interface RoundTripsOptions {
  /** All of one country. */
  readonly patients: number;
  /** One way alone. */
  readonly by?: ExchangeWay;
}

const SEED = 4764;
const FRANCE: CountryIdentity = { code: 'FR', name: 'France' };
const MEGABYTE = 1e6;

/**
 * Bundle, registry, FHIR or REDCap, empty registry, bundle: each step as a coordinator takes it, the two bundles compared byte by
 * byte.
 *
 * @throws OperatorError when they are not the same
 */
export async function roundTripsBench({ patients, by }: RoundTripsOptions, context: BenchContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-hub-bench-'));
  const files = { bundle: join(folder, 'first.zip'), fhir: join(folder, 'fhir.zip') };
  const note = noteOf(context);
  try {
    const [written] = await writeBundles(syntheticCohort({ patients, seed: SEED, countries: [FRANCE.code] }), join(folder, 'made'));
    if (written === undefined) throw new OperatorError('no bundle was written');
    context.out(`${patients} patients, ${written.records} rows`);
    await inRegistry(join(folder, 'first'), context, async (registry) => {
      await note('bundle into a registry', () => registry.importBundle(written.folder), registry);
      await note('bundle out of it', () => registry.exportTo('export', files.bundle), registry, files.bundle);
      if (by !== 'redcap') await note('FHIR out of it', () => registry.exportTo('fhir/$export', files.fhir), registry, files.fhir);
    });
    if (by !== 'redcap') context.out(await checkLine(files.fhir, join(folder, 'resources')));
    for (const way of exchangeWays.filter((one) => by === undefined || by === one)) {
      const arrived = join(folder, `${way}.zip`);
      const redcap = way === 'redcap' ? await throughRedcap(files.bundle, folder, note) : undefined;
      await inRegistry(join(folder, way), context, async (registry) => {
        if (redcap) await note("REDCap's bundle into an empty registry", () => registry.importBundle(redcap), registry);
        else await note('FHIR into an empty registry', () => registry.importFhir(files.fhir), registry);
        await registry.exportTo('export', arrived);
      });
      if (!readFileSync(arrived).equals(readFileSync(files.bundle))) throw new OperatorError(`by way of ${way} they are NOT the same`);
      context.out(`by way of ${way} the same to the byte`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of so many resources one is held against a third party's definitions. */
const EVERY = 500;

async function checkLine(zip: string, folder: string): Promise<string> {
  await unzip(zip, folder);
  // the definitions take a second to load, which the other benches can do without
  const { checkAgainstR4 } = await import('./r4-objections.js');
  const { seen, objections } = await checkAgainstR4(folder, EVERY);
  if (objections.length > 0) throw new OperatorError(`R4 objects: ${objections[0]}`);
  return `R4 definitions of a third party find nothing wrong with ${seen} of the resources`;
}

/** One empty national registry, behind its own doors. */
interface BenchRegistry {
  importBundle(folder: string): Promise<void>;
  importFhir(zip: string): Promise<void>;
  exportTo(door: 'export' | 'fhir/$export', file: string): Promise<void>;
  peakMegabytes(): number | undefined;
}

/** Starts a hub of one country on a server of its own, and ends both after the work. */
async function inRegistry(data: string, context: BenchContext, work: (registry: BenchRegistry) => Promise<void>): Promise<void> {
  const server = await startThrowAwayServer();
  try {
    const hub = await startBenchHub({ ...context, adminUrl: server.adminUrl, data, countries: [FRANCE] });
    try {
      await work(await registryOf(hub));
    } finally {
      await hub.stop();
    }
  } finally {
    await server.stop();
  }
}

async function registryOf(hub: BenchHub): Promise<BenchRegistry> {
  const country = hub.registered(FRANCE);
  const options = { dryRun: false, token: await hub.coordinatorToken(FRANCE), tell: () => undefined };
  const stored = async (report: Promise<{ readonly stored: boolean }>): Promise<void> => {
    if (!(await report).stored) throw new OperatorError('what was handed over was refused');
  };
  return {
    importBundle: (folder) => stored(uploadBundle(country, zipFolder(folder, readdirSync(folder).toSorted()), options)),
    importFhir: (zip) => stored(uploadFhir(country, 'application/zip', createReadStream(zip), options)),
    exportTo: (door, file) => downloadExport(country, door, options.token, file),
    peakMegabytes: () => hub.peakMemoryOf(FRANCE),
  };
}

type Note = (what: string, work: () => Promise<void>, registry?: BenchRegistry, file?: string) => Promise<void>;

/** Does some work, and writes how long it took, the service's memory at its peak so far and the size of what was made. */
function noteOf({ out }: BenchContext): Note {
  return async (what, work, registry, file) => {
    const time = await seconds(work);
    const peak = registry?.peakMegabytes();
    const notes = [
      `${time.toFixed(1)} s`,
      ...(peak === undefined ? [] : [`service's peak memory ${peak.toFixed(0)} MB`]),
      ...(file === undefined ? [] : [`${(statSync(file).size / MEGABYTE).toFixed(1)} MB`]),
    ];
    out(`${what.padEnd(40)} ${notes.join(', ')}`);
  };
}

/** @returns the folder of the bundle that comes back */
async function throughRedcap(bundle: string, folder: string, note: Note): Promise<string> {
  const [before, flat, after] = [join(folder, 'to-redcap'), join(folder, 'flat.csv'), join(folder, 'from-redcap')];
  await unzip(bundle, before);
  const clean = async (conversion: ReturnType<typeof bundleToExport>): Promise<void> => {
    if ((await conversion).faultCount > 0) throw new OperatorError('REDCap can not hold the bundle');
  };
  await note("bundle as REDCap's flat file", () => clean(bundleToExport(before, flat)), undefined, flat);
  const options = { country: FRANCE.code, missing: new Set<string>(), leftOut: new Set<string>(), allowGaps: false };
  await note("REDCap's flat file as a bundle", () => clean(exportToBundle(flat, after, options)));
  return after;
}
