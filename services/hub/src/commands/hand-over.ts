import { availableParallelism } from 'node:os';
import type { RegisteredCountry } from '@registry-hub/shared/register';
import { OperatorError } from '../errors';
import type { UploadOptions, UploadProgress, UploadReport } from '../exchange-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens } from './coordinator-tokens';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

interface Problem {
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** How something that lies in a directory, a piece a country, is handed over. */
export interface HandOver<D extends { readonly country: RegisteredCountry }, P extends Problem> {
  /** Who hands it over, where the development issuer says it. */
  readonly subject: string;
  readonly find: (countries: readonly RegisteredCountry[]) => readonly D[];
  readonly upload: (data: D, options: UploadOptions) => Promise<UploadReport<P>>;
  /** Where a problem stands, as `FR/patients.csv:12:birth_month`. */
  readonly placeOf: (country: string, problem: P) => string;
}

/** Hands every country's data to that country itself; exit code 1 when any was refused. */
export async function handOver<D extends { readonly country: RegisteredCountry }, P extends Problem>(
  context: CommandContext,
  { dryRun = false, token = [] }: ImportOptions,
  { subject, find, ...way }: HandOver<D, P>,
): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const found = find(readCountries(data).countries);
  const tokenFor = coordinatorTokens(token, identity.kind === 'PROVIDER' ? undefined : data, subject);
  const tasks = found.map((one) => async () => handOverOne(context, one, way, { dryRun, token: await tokenFor(one.country.code) }));
  const accepted = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  const stored = accepted.filter((each) => each).length;
  const refused = found.length - stored;
  const done = dryRun ? 'would be stored' : 'stored';
  context.out(`${stored} of ${found.length} countries ${done}${refused === 0 ? '' : `, ${refused} refused`}.`);
  return refused === 0 ? 0 : 1;
}

async function handOverOne<D extends { readonly country: RegisteredCountry }, P extends Problem>(
  { out, err }: CommandContext,
  data: D,
  { upload, placeOf }: Pick<HandOver<D, P>, 'upload' | 'placeOf'>,
  options: { readonly dryRun: boolean; readonly token: string },
): Promise<boolean> {
  const { code, name } = data.country;
  const say = (words: string): void => err(`${code} ${name}: ${words}`);
  try {
    say(`${options.dryRun ? 'checking' : 'importing'} …`);
    const report = await upload(data, { ...options, tell: sometimes((progress) => say(progressLine(progress))) });
    const { stored, refused, problems } = report;
    say(refused ? `refused, ${problems.length} problems` : acceptedLine(report));
    // what is stored with a question stays in the registry as a data query; what is not stored is listed here alone
    for (const problem of stored ? [] : gravestFirst(problems)) out(`${placeOf(code, problem)} ${wordsOf(problem)}`);
    return !refused;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    out(`${code}: ${error.message}`);
    return false;
  }
}

function acceptedLine({ rows, patients, patientsChanged, dataQueriesRaised }: UploadReport<Problem>): string {
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

function gravestFirst<P extends Problem>(problems: readonly P[]): readonly P[] {
  const isHard = ({ severity }: Problem): boolean => severity === 'HARD';
  return [...problems.filter(isHard), ...problems.filter((problem) => !isHard(problem))];
}

function wordsOf({ rule, message, severity }: Problem): string {
  return `${rule} ${severity === 'HARD' ? '' : `(${severity.toLowerCase()}) `}${message}`;
}
