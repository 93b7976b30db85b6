import { z } from 'zod';
import { type BundleText, bundleText, type MadeUpBundle } from './made-up-bundle';
import type { RegistryUnderTest } from './registry-under-test';

const reportForm = z.object({
  stored: z.boolean(),
  rows: z.int(),
  patients: z.int(),
  dataQueriesRaised: z.int(),
  problems: z.array(
    z.object({
      severity: z.enum(['HARD', 'SOFT', 'INFORMATION']),
      file: z.string(),
      line: z.int().min(1),
      column: z.string().nullable(),
      rule: z.string().min(1),
      message: z.string().min(1),
    }),
  ),
});

/** What an import reports, by the contract alone. */
export type ReportedImport = z.output<typeof reportForm>;

/** Hands a bundle to the registry as its coordinator. */
export function importFiles(registry: RegistryUnderTest, files: readonly BundleText[], dryRun: boolean): Promise<ReportedImport> {
  const selection =
    'importBundle(files: $files, dryRun: $dryRun) { stored rows patients dataQueriesRaised problems { severity file line column rule message } }';
  return registry.change('coordinator', selection, reportForm, { files: ['[BundleFile!]!', files], dryRun: ['Boolean!', dryRun] });
}

export function dryRun(registry: RegistryUnderTest, bundle: MadeUpBundle): Promise<ReportedImport> {
  return importFiles(registry, bundleText(bundle), true);
}

const CENTERS = 999;

/** The code of a centre that the registry does not have. */
export async function freeCenter(registry: RegistryUnderTest): Promise<string> {
  for (let number = CENTERS; number > 0; number -= 1) {
    const code = `${registry.code}-${String(number).padStart(3, '0')}`;
    const form = z.object({ center: z.object({ code: z.string() }).nullable() });
    const { center } = await registry.read('coordinator', 'center(code: $code) { code }', form, { code: ['ID!', code] });
    if (center === null) return code;
  }
  throw new Error('every code of a centre is taken');
}

const stateForm = z.object({ revision: z.int(), registeredCases: z.int() });

/** What tells whether anything changed. */
export function stateOf(registry: RegistryUnderTest): Promise<z.output<typeof stateForm>> {
  return registry.read('coordinator', 'revision registeredCases', stateForm);
}
