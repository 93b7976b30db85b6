import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { COUNTRY_CODE } from '@registry-hub/shared/domain';
import type { Command } from 'commander';
import { OperatorError, reasonOf } from '../errors';
import {
  bundleToExport,
  type Conversion,
  dataDictionary,
  exportToBundle,
  mappingTable,
  missingCodes,
  repeatingForms,
  repeatingInstruments,
} from '../redcap';
import type { CommandContext, ExitCode } from './command-context';

interface BundleOptions {
  /** Comma-separated. */
  readonly missing?: string;
  readonly leaveOut?: string;
  readonly allowGaps?: boolean;
}

/** Adds the commands between bundles and REDCap to `hub redcap`; none of them needs a running hub. */
export function addRedcapCommands(
  command: (words: string, description: string) => Command,
  context: CommandContext,
  done: (code: ExitCode) => void,
): void {
  command('dictionary [file]', 'write the data dictionary of a REDCap project that holds what a bundle holds').action((file?: string) => {
    writeText(context, dataDictionary(), file);
    context.err(`In the project's setup, set these instruments as repeating: ${repeatingForms()}.`);
    done(0);
  });
  command('repeating [file]', "write the list of the project's repeating instruments, as REDCap's API takes it").action((file?: string) => {
    writeText(context, repeatingInstruments(), file);
    done(0);
  });
  command('mapping [file]', 'write which REDCap field is which column of a bundle').action((file?: string) => {
    writeText(context, mappingTable(), file);
    done(0);
  });
  command('bundle <export> <folder>', "make a country's bundle folder, as bundles/FR, of the project's flat export (CSV, raw data)")
    .option('--missing <codes>', "the project's missing-data codes, as -9,NA,UNK")
    .option('--leave-out <fields>', "the project's own fields, which are not to be read, comma-separated")
    .option('--allow-gaps', 'take instances that do not count from 1 without a gap')
    .action(async (source: string, folder: string, options: BundleOptions) => done(await bundleCommand(context, source, folder, options)));
  command('export <folder> <file>', "make a file that REDCap imports of a country's bundle folder").action(
    async (folder: string, file: string) => {
      const conversion = await bundleToExport(folder, file).catch((error: unknown) => unwritten(file, error));
      done(report(context, conversion));
    },
  );
}

async function bundleCommand(context: CommandContext, source: string, folder: string, options: BundleOptions): Promise<ExitCode> {
  const country = basename(resolve(folder));
  if (!COUNTRY_CODE.test(country)) throw new OperatorError(`${folder}: a bundle's folder is named by its country, as bundles/FR.`);
  const conversion = await exportToBundle(source, folder, {
    country,
    missing: options.missing === undefined ? new Set() : missingCodes(options.missing),
    leftOut: new Set(options.leaveOut?.split(',').map((name) => name.trim())),
    allowGaps: options.allowGaps === true,
  }).catch((error: unknown) => unwritten(folder, error));
  return report(context, conversion);
}

function report({ out }: CommandContext, { faults, faultCount, written }: Conversion): ExitCode {
  for (const { file, fault } of faults)
    out(`${[file, fault.row, ...(fault.column ? [fault.column] : [])].join(':')} ${fault.rule} ${fault.message}`);
  for (const { file, rows } of written) out(`${file}: ${rows} rows`);
  if (faultCount === 0) return 0;
  const untold = faultCount - faults.length;
  out(`Nothing was written: ${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}${untold > 0 ? `, ${untold} of them not listed` : ''}.`);
  return 1;
}

function writeText({ out }: CommandContext, text: string, file: string | undefined): void {
  if (file === undefined) {
    out(text.trimEnd());
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    unwritten(file, error);
  }
}

function unwritten(path: string, error: unknown): never {
  if (error instanceof OperatorError) throw error;
  throw new OperatorError(`${path} can't be written (${reasonOf(error)}).`);
}
