import { allDiagnoses } from './all-diagnoses';
import { chronicMyeloidLeukemia } from './chronic-myeloid-leukemia';
import { imatinibFailure } from './imatinib-failure';
import type { RegistryDeclaration } from './registry-declaration';
import { tkiObservatory } from './tki-observatory';

const declared = [imatinibFailure, chronicMyeloidLeukemia, allDiagnoses, tkiObservatory] as const;

export type RegistryName = (typeof declared)[number]['name'];

/** The sub-registries of the hub. Another one is a file of its own, and its name in the list above. */
export const registries: readonly (RegistryDeclaration & { readonly name: RegistryName })[] = declared;

export const registryNames: readonly RegistryName[] = registries.map(({ name }) => name);

/** Where a question names none. */
export const defaultRegistry: RegistryName = imatinibFailure.name;

/** @throws RangeError of a name that none has */
export function registryNamed(name: RegistryName): RegistryDeclaration {
  const found = registries.find((registry) => registry.name === name);
  if (!found) throw new RangeError(`there is no sub-registry ${name}`);
  return found;
}
