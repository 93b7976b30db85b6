import { NoSuchDoor, type UploadOptions, uploadBundle } from '../exchange-client';
import { type ImportProblem, type ImportReport, importBundle } from '../graphql-client';
import { type BundleOnDisk, bundlesIn, filesOfBundle, zipOfBundle } from './bundles-on-disk';
import type { CommandContext, ExitCode } from './command-context';
import { handOver, type ImportOptions } from './hand-over';

/** Hands every country's folder or zip to that country itself; exit code 1 when any was refused. */
export function importCommand(context: CommandContext, directory: string, options: ImportOptions): Promise<ExitCode> {
  const find = bundlesIn.bind(undefined, directory);
  return handOver(context, options, { subject: 'hub-import', find, upload: uploadOne, placeOf });
}

/** A service without a door for bundles of any size still takes one that is small enough for a request. */
async function uploadOne(bundle: BundleOnDisk, options: UploadOptions): Promise<ImportReport> {
  const { country, isFolder } = bundle;
  try {
    return await uploadBundle(country, zipOfBundle(bundle), options);
  } catch (error) {
    if (!(error instanceof NoSuchDoor) || !isFolder) throw error;
    return importBundle(country, filesOfBundle(bundle), options);
  }
}

/** `FR/patients.csv:12:birth_month`. */
function placeOf(country: string, { file, line, column }: ImportProblem): string {
  return [`${country}/${file}`, line, ...(column ? [column] : [])].join(':');
}
