import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { type FhirMediaType, type FhirProblem, type UploadOptions, type UploadReport, uploadFhir, zipFolder } from '../exchange-client';
import type { CommandContext, ExitCode } from './command-context';
import { type DataOnDisk, dataIn, filesIn } from './data-on-disk';
import { type ExportOptions, exportTo } from './export-command';
import { handOver, type ImportOptions } from './hand-over';

/** What a country's file holds, by its ending. */
const mediaTypes: ReadonlyMap<string, FhirMediaType> = new Map([
  ['.zip', 'application/zip'],
  ['.ndjson', 'application/fhir+ndjson'],
  ['.json', 'application/fhir+json'],
]);

/** Adds the commands between registries and FHIR R4 to `hub fhir`. */
export function addFhirCommands(
  command: (words: string, description: string) => Command,
  context: CommandContext,
  done: (code: ExitCode) => void,
): void {
  command('export <folder>', "write every country's registry into it as FHIR R4, a zip of NDJSON by resource type each")
    .option('--country <code>', 'one country alone, as FR')
    .option('--token <token...>', "a coordinator's token, as FR=<token> for one country")
    .action(async (folder: string, options: ExportOptions) => done(await exportTo(context, folder, options, 'fhir/$export')));
  command('import <folder>', "import every country's FHIR in it: a folder or zip of NDJSON, one NDJSON file, or one Bundle (FR.json)")
    .option('--dry-run', 'check everything, store nothing')
    .option('--token <token...>', "a coordinator's token, as FR=<token> for one country")
    .action(async (folder: string, options: ImportOptions) => done(await fhirImportCommand(context, folder, options)));
}

function fhirImportCommand(context: CommandContext, directory: string, options: ImportOptions): Promise<ExitCode> {
  return handOver(context, options, {
    subject: 'hub-fhir-import',
    find: (countries) => dataIn(directory, countries, [...mediaTypes.keys()]),
    upload: uploadOne,
    placeOf,
  });
}

function uploadOne({ country, path, isFolder }: DataOnDisk, options: UploadOptions): Promise<UploadReport<FhirProblem>> {
  if (isFolder) return uploadFhir(country, 'application/zip', zipFolder(path, filesIn(path, '.ndjson')), options);
  return uploadFhir(country, mediaTypes.get(extname(path)) ?? 'application/zip', createReadStream(path), options);
}

/** `FR/Observation/FR-001-0001-failure:Observation.component[0].valueDateTime`. */
function placeOf(country: string, { resourceType, id, path }: FhirProblem): string {
  const resource = [country, ...(resourceType === undefined ? [] : [resourceType]), ...(id === undefined ? [] : [id])].join('/');
  return `${resource}:${path}`;
}
