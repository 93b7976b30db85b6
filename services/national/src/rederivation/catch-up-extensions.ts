import { deriveCase } from '@registry-hub/shared/clinical';
import type { Actor } from '../audit';
import { CaseStore, ExtensionCaseStore, type RegistryWriter } from '../storage';
import { applyChange } from '../writing';

/** Nobody asks for it: the extension, or a newer version of it, is there for the first time. */
const REGISTRY: Actor = { subject: 'registry', roles: [] };
const CASES_AT_ONCE = 1000;

/**
 * Derives what extensions have not derived yet by their present rules: of cases that are older than an extension, or than the version of
 * its rules. To be done before anything is answered.
 *
 * @returns how many cases there were
 */
export async function catchUpExtensions(writer: RegistryWriter, clock: () => Date): Promise<number> {
  let caughtUp = 0;
  for (const { name, derivation } of writer.extensions.all) {
    for (let done = CASES_AT_ONCE; done === CASES_AT_ONCE; caughtUp += done)
      done = await catchUpOnce(writer, name, derivation.version, clock());
  }
  return caughtUp;
}

function catchUpOnce(writer: RegistryWriter, extension: string, version: number, at: Date): Promise<number> {
  return writer.write(async (manager) => {
    const codes = await new ExtensionCaseStore(manager).waiting(extension, version, CASES_AT_ONCE);
    if (codes.length === 0) return 0;
    const stored = [...(await new CaseStore(manager).load(codes)).values()];
    const cases = stored.map((facts) => ({ before: facts, after: facts, derived: deriveCase(facts) }));
    await applyChange(manager, { action: 'REDERIVE', by: REGISTRY, at, extensions: writer.extensions, cases });
    return codes.length;
  });
}
