import { availableParallelism } from 'node:os';
import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import { type DataFolder } from '../data-folder';
import { OperatorError } from '../errors';
import { type ImportProblem, type ImportReport, importBundle, refusingProblems } from '../graphql-client';
import { issueToken, tokenRequest } from '../issuer';
import { readHubSettings } from '../settings';
import { hubHolder, readCountries, runBounded } from '../supervisor';
import { type BundleFolder, bundleFolders, readBundle } from './bundle-folders';
import type { CommandContext, ExitCode } from './command-context';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** `FR=<token>`, or one token for every country. */
  readonly token?: readonly string[];
}

/** A country's token, or why there is none. */
type TokenFor = (country: string) => Promise<string>;

/** Hands every country folder to that country's own API; exit code 1 when any was refused. */
export async function importCommand(context: CommandContext, directory: string, options: ImportOptions): Promise<ExitCode> {
  const { identity, data } = readHubSettings(context.environment);
  if (hubHolder(data.lock) === undefined) throw new OperatorError(`No hub runs on ${data.root}; start it first (npm start).`);
  const folders = bundleFolders(directory, readCountries(data).countries);
  const tokenFor = tokens(options.token ?? [], identity.kind === 'PROVIDER' ? undefined : data);
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
    const refusing = refusingProblems(report);
    const accepted = options.dryRun ? refusing.length === 0 : report.stored;
    err(`${country.code} ${country.name}: ${accepted ? acceptedLine(report) : `refused for ${refusing.length} problems`}`);
    // what is stored with a question stays in the registry as a data query; what is not stored is listed here alone
    const listed = accepted && !options.dryRun ? [] : new Set([...refusing, ...report.problems]);
    for (const problem of listed) out(problemLine(country.code, problem));
    return accepted;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    out(`${country.code}: ${error.message}`);
    return false;
  }
}

function acceptedLine({ rows, patients, dataQueriesRaised }: ImportReport): string {
  return `accepted, ${patients} patients in ${rows} rows, ${dataQueriesRaised} data queries`;
}

/** `FR/patients.csv:12:birth_month RULE message`. */
function problemLine(country: string, { file, line, column, rule, message, severity }: ImportProblem): string {
  const place = [`${country}/${file}`, line, ...(column ? [column] : [])].join(':');
  return `${place} ${rule} ${severity === 'HARD' ? '' : `(${severity.toLowerCase()}) `}${message}`;
}

/** @param data where the development issuer's keys are; undefined when another provider signs the tokens. */
function tokens(given: readonly string[], data: DataFolder | undefined): TokenFor {
  const byCountry = new Map<string, string>();
  for (const text of given) {
    const [country = '', token] = text.split('=', 2);
    if (token !== undefined && COUNTRY_CODE.test(country)) byCountry.set(country, token);
    else byCountry.set('*', text);
  }
  return async (country) => {
    const token = byCountry.get(country) ?? byCountry.get('*');
    if (token !== undefined) return token;
    if (data === undefined)
      throw new OperatorError(`--token: OIDC_ISSUER is set, so give a coordinator's token of ${country}, as ${country}=….`);
    return issueToken(data.identity, tokenRequest({ role: 'coordinator', country, subject: 'hub-import' }));
  };
}
