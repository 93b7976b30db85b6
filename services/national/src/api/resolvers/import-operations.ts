import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { BundleFileInput, ImportReportType, NationalOperationsType } from '../types';

@Resolver(() => NationalOperationsType)
export class ImportOperations {
  @FieldResolver(() => ImportReportType, {
    description: 'Checks and, unless dryRun, stores a bundle in one transaction: all of it or nothing.',
  })
  async importBundle(
    @Arg('files', () => [BundleFileInput]) files: BundleFileInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false }) dryRun: boolean,
    @Ctx() { importer, caller, now }: NationalContext,
  ): Promise<ImportReportType> {
    return importer.importBundle(files, { dryRun, by: caller, now: now() });
  }
}
