import { availableParallelism } from 'node:os';
import { OperatorError } from '../errors';
import { NoSuchDoor, type UploadOptions, type UploadProgress, uploadBundle } from '../exchange-client';
import { type ImportProblem, type ImportReport, importBundle } from '../graphql-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { type BundleOnDisk, bundlesIn, filesOfBundle, zipOfBundle } from './bundles-on-disk';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens } from './coordinator-tokens';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

/** Hands every country's folder or zip to that country itself; exit code 1 when any was refused. */
export async function importCommand(context: CommandContext, directory: string, options: ImportOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const bundles = bundlesIn(directory, readCountries(data).countries);
  const tokenFor = coordinatorTokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data, 'hub-import');
  const dryRun = options.dryRun === true;
  const tasks = bundles.map((bundle) => async () => importOne(context, bundle, { dryRun, token: await tokenFor(bundle.country.code) }));
  const accepted = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  const stored = accepted.filter((each) => each).length;
  const refused = bundles.length - stored;
  const done = dryRun ? 'would be stored' : 'stored';
  context.out(`${stored} of ${bundles.length} countries ${done}${refused === 0 ? '' : `, ${refused} refused`}.`);
  return refused === 0 ? 0 : 1;
}

async function importOne(
  { out, err }: CommandContext,
  bundle: BundleOnDisk,
  options: { readonly dryRun: boolean; readonly token: string },
): Promise<boolean> {
  const { country } = bundle;
  const say = (words: string): void => err(`${country.code} ${country.name}: ${words}`);
  try {
    say(`${options.dryRun ? 'checking' : 'importing'} …`);
    const report = await handOver(bundle, { ...options, tell: sometimes((progress) => say(progressLine(progress))) });
    const { stored, refused, problems } = report;
    say(refused ? `refused, ${problems.length} problems` : acceptedLine(report));
    // what is stored with a question stays in the registry as a data query; what is not stored is listed here alone
    for (const problem of stored ? [] : gravestFirst(problems)) out(problemLine(country.code, problem));
    return !refused;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    out(`${country.code}: ${error.message}`);
    return false;
  }
}

/** A service without a door for bundles of any size still takes one that is small enough for a request. */
async function handOver(bundle: BundleOnDisk, options: UploadOptions): Promise<ImportReport> {
  const { country, isZip } = bundle;
  try {
    return await uploadBundle(country, zipOfBundle(bundle), options);
  } catch (error) {
    if (!(error instanceof NoSuchDoor) || isZip) throw error;
    return importBundle(country, filesOfBundle(bundle), options);
  }
}

function acceptedLine({ rows, patients, patientsChanged, dataQueriesRaised }: ImportReport): string {
  const changed = patientsChanged === undefined ? '' : ` (${patientsChanged} changed)`;
  return `accepted, ${patients} patients${changed} in ${rows} rows, ${dataQueriesRaised} data queries`;
}

function progressLine(progress: UploadProgress): string {
  return progress.stage === 'READING' ? `${progress.rows} rows read` : `${progress.patients} of ${progress.of} patients`;
}

const TELL_EVERY_MS = 2000;

/** Tells what is new, but not more often than a person reads. */
function sometimes<T>(tell: (news: T) => void): (news: T) => void {
  let last = performance.now();
  return (news) => {
    if (performance.now() - last < TELL_EVERY_MS) return;
    last = performance.now();
    tell(news);
  };
}

function gravestFirst(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const isHard = ({ severity }: ImportProblem): boolean => severity === 'HARD';
  return [...problems.filter(isHard), ...problems.filter((problem) => !isHard(problem))];
}

/** `FR/patients.csv:12:birth_month RULE message`. */
function problemLine(country: string, { file, line, column, rule, message, severity }: ImportProblem): string {
  const place = [`${country}/${file}`, line, ...(column ? [column] : [])].join(':');
  return `${place} ${rule} ${severity === 'HARD' ? '' : `(${severity.toLowerCase()}) `}${message}`;
}
