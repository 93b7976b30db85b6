import { SettingsError } from '@registry-hub/shared/config';
import { ExposedFileError } from '@registry-hub/shared/secrets';
import { TlsSettingsError } from '@registry-hub/shared/tls';
import { Command, CommanderError } from 'commander';
import { askers, askerWords } from '../conformance';
import { OperatorError } from '../errors';
import { presentCertificate } from '../graphql-client';
import type { TokenOptions } from '../issuer';
import { type AuditVerifyOptions, auditVerifyCommand } from './audit-verify-command';
import type { CommandContext, ExitCode } from './command-context';
import { type ConformanceOptions, conformanceCommand } from './conformance-command';
import { addCountryCommand, type CountryOptions } from './country-command';
import { type ExportOptions, exportCommand } from './export-command';
import { addFhirCommands } from './fhir-commands';
import type { ImportOptions } from './hand-over';
import { importCommand } from './import-command';
import { addRedcapCommands } from './redcap-commands';
import { type RederiveOptions, rederiveCommand } from './rederive-command';
import { type RotateKeysOptions, rotateKeysCommand } from './rotate-keys-command';
import { secretsCommand } from './secrets-command';
import { startCommand } from './start-command';
import { statusCommand } from './status-command';
import { type SynthesizeOptions, synthesizeCommand } from './synthesize-command';
import { tokenCommand } from './token-command';

/**
 * Runs one `hub` command line.
 *
 * @param words the arguments alone, without program and script.
 * @returns the exit code; faults that the operator can mend are told as one sentence, all others are thrown.
 */
export async function runCommand(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const results: ExitCode[] = [];
  const program = hubProgram(context, (code) => results.push(code));
  try {
    presentCertificate(context.environment);
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    // commander has told its own already, help included
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    if (!isForOperator(error)) throw error;
    context.err(error.message);
    return 1;
  }
  return results.at(-1) ?? 0;
}

function isForOperator(error: unknown): error is Error {
  return [OperatorError, SettingsError, ExposedFileError, TlsSettingsError].some((kind) => error instanceof kind);
}

function hubProgram(context: CommandContext, done: (code: ExitCode) => void): Command {
  const program = new Command('hub').description('Runs and feeds a Registry Hub on this machine.').exitOverride();
  program.configureOutput({ writeOut: (text) => context.out(text.trimEnd()), writeErr: (text) => context.err(text.trimEnd()) });
  const command = (parent: Command, words: string, description: string): Command =>
    parent.command(words).description(description).copyInheritedSettings(program);

  command(program, 'start', 'run the whole hub until Ctrl-C').action(async () => done(await startCommand(context)));

  command(program, 'status', 'show the state of every part; exit code 0 when all are up')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => done(await statusCommand(context, options)));

  command(program, 'token', "write one token of the hub's development issuer")
    .requiredOption('--role <role>', 'lead, dashboard, coordinator, validator, center or admin')
    .option('--country <code>', 'country of a coordinator or validator, as FR')
    .option('--center <code>', 'centre of a center, as FR-001')
    .option('--subject <name>', 'who the token is for')
    .option('--hours <number>', 'how long it is valid (default: 12)')
    .action(async (options: TokenOptions) => done(await tokenCommand(context, options)));

  command(program, 'import <folder>', "import every country's folder or zip in it, each into that country's own registry")
    .option('--dry-run', 'check everything, store nothing')
    .option('--token <token...>', "a coordinator's token, as FR=<token> for one country")
    .action(async (folder: string, options: ImportOptions) => done(await importCommand(context, folder, options)));

  command(program, 'export <folder>', "write every country's registry into it, as a bundle that can be imported again")
    .option('--country <code>', 'one country alone, as FR')
    .option('--token <token...>', "a coordinator's token, as FR=<token> for one country")
    .action(async (folder: string, options: ExportOptions) => done(await exportCommand(context, folder, options)));

  command(program, 'rederive', 'derive stored cases anew after the clinical rules have changed; go on where an earlier run ended')
    .option('--country <code>', 'one country alone, as FR')
    .option('--all', 'every case, and not those of older rules alone')
    .option('--batch <number>', 'cases in one transaction (default: 500)')
    .option('--token <token...>', "a coordinator's token, as FR=<token> for one country")
    .action(async (options: RederiveOptions) => done(await rederiveCommand(context, options)));

  command(program, 'synthesize <folder>', 'write the bundles of a made-up cohort')
    .option('--patients <number>', 'how many, over all countries')
    .option('--seed <number>', 'the same seed gives the same bytes (default: 1)')
    .option('--countries <codes>', 'comma-separated (default: the nine founding countries)')
    .option('--published', 'the 378 cases that a first start imports')
    .option('--study <name>', 'imatinib-malignancies: 186 patients with other tumours, with the margins of Clin Cancer Res 2008;14:2717')
    .option('--observatory', 'patients on tyrosine kinase inhibitors, off them and on them again, instead of failures of imatinib')
    .action(async (folder: string, options: SynthesizeOptions) => done(await synthesizeCommand(context, folder, options)));

  command(program, 'secrets <folder>', 'make the secrets that docker-compose.yml mounts').action(async (folder: string) =>
    done(await secretsCommand(context, folder)),
  );

  command(program, 'rotate-keys', 'replace signing keys; the running hub goes on answering')
    .option('--hub', "the key of the hub's questions to the countries")
    .option('--identity', "the development issuer's key")
    .option('--announce', 'list the next key, and go on with the present one, while countries elsewhere are given the list')
    .option('--revoke', 'take back what the old key signed: it is refused within a minute')
    .action(async (options: RotateKeysOptions) => done(await rotateKeysCommand(context, options)));

  const audit = command(program, 'audit', "the countries' audit trails");
  command(audit, 'verify', 'compute every audit trail anew; exit code 1 when one is not as it was recorded')
    .option('--country <code>', 'of one country alone, as FR')
    .option('--token <token...>', "a coordinator's token, as FR=<token> for one country")
    .action(async (options: AuditVerifyOptions) => done(await auditVerifyCommand(context, options)));

  const conformance = command(program, 'conformance <url>', 'hold a national registry against what every registry does')
    .option('--writes', 'try what changes data, too: for a registry that is a sandbox')
    .option('--strict', 'fail where something could not be tried')
    .option('--json', 'as JSON')
    .option('--hub-key <file>', "private key of a hub that the registry trusts (default: this hub's, unless tokens are given)");
  for (const asker of askers)
    conformance.option(`--token-${asker} <token>`, `of ${askerWords[asker]} (without any: this hub's issuer signs all)`);
  conformance.action(async (url: string, options: ConformanceOptions) => done(await conformanceCommand(context, url, options)));

  const redcap = command(program, 'redcap', 'between bundles and REDCap projects');
  addRedcapCommands((words, description) => command(redcap, words, description), context, done);

  const fhir = command(program, 'fhir', 'between registries and FHIR R4');
  addFhirCommands((words, description) => command(fhir, words, description), context, done);

  const country = command(program, 'country', 'the national registries of the hub');
  command(country, 'add <code>', 'let a new national registry join the running hub')
    .requiredOption('--name <name>', 'its English name, as Poland')
    .option('--url <url>', 'where its service answers; without it, it is started on this machine')
    .action(async (code: string, options: CountryOptions) => done(await addCountryCommand(context, code, options)));
  return program;
}
