import { availableParallelism } from 'node:os';
import { OperatorError } from '../errors';
import { type ImportProblem, type ImportReport, importBundle } from '../graphql-client';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { type BundleFolder, bundleFolders, readBundle } from './bundle-folders';
import type { CommandContext, ExitCode } from './command-context';
import { coordinatorTokens } from './coordinator-tokens';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

/** Hands every country folder to that country's own API; exit code 1 when any was refused. */
export async function importCommand(context: CommandContext, directory: string, options: ImportOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const folders = bundleFolders(directory, readCountries(data).countries);
  const tokenFor = coordinatorTokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data, 'hub-import');
  const dryRun = options.dryRun === true;
  const tasks = folders.map((folder) => async () => importFolder(context, folder, { dryRun, token: await tokenFor(folder.country.code) }));
  const accepted = await runBounded(tasks, availableParallelism(), new AbortController().signal);
  const stored = accepted.filter((each) => each).length;
  const refused = folders.length - stored;
  const done = dryRun ? 'would be stored' : 'stored';
  context.out(`${stored} of ${folders.length} countries ${done}${refused === 0 ? '' : `, ${refused} refused`}.`);
  return refused === 0 ? 0 : 1;
}

async function importFolder(
  { out, err }: CommandContext,
  folder: BundleFolder,
  options: { readonly dryRun: boolean; readonly token: string },
): Promise<boolean> {
  const { country } = folder;
  try {
    err(`${country.code} ${country.name}: ${options.dryRun ? 'checking' : 'importing'} …`);
    const report = await importBundle(country, readBundle(folder), options);
    const { stored, refused, problems } = report;
    err(`${country.code} ${country.name}: ${refused ? `refused, ${problems.length} problems` : acceptedLine(report)}`);
    // what is stored with a question stays in the registry as a data query; what is not stored is listed here alone
    for (const problem of stored ? [] : gravestFirst(problems)) out(problemLine(country.code, problem));
    return !refused;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    out(`${country.code}: ${error.message}`);
    return false;
  }
}

function acceptedLine({ rows, patients, dataQueriesRaised }: ImportReport): string {
  return `accepted, ${patients} patients in ${rows} rows, ${dataQueriesRaised} data queries`;
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
