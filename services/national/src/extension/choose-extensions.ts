import { StartRefusal } from '@registry-hub/shared/server';
import { satisfies, validRange } from 'semver';
import { InstalledExtensions } from './installed-extensions';
import { EXTENSION_INTERFACE_VERSION } from './interface-version';
import type { NationalExtension } from './national-extension';

/** By country code: the extensions there are for it, all of them installed and on unless its settings say otherwise. */
export type ExtensionRegistry = Readonly<Record<string, readonly NationalExtension[]>>;

/**
 * The extensions that a country's service is to be started with.
 *
 * @param wanted their names; undefined: all there are for the country
 * @throws StartRefusal with one sentence of the first that is unknown, or does not work with this service
 */
export function chooseExtensions(country: string, registry: ExtensionRegistry, wanted: readonly string[] | undefined): InstalledExtensions {
  const available = registry[country] ?? [];
  const chosen = wanted === undefined ? available : wanted.map((name) => findExtension(country, available, name));
  const misfit = chosen.map(misfitOf).find((sentence) => sentence !== undefined);
  if (misfit !== undefined) throw new StartRefusal(misfit);
  return new InstalledExtensions(chosen);
}

/** Why an extension does not work with this service; undefined when it does. */
export function misfitOf({ name, version, compatibility }: NationalExtension): string | undefined {
  if (validRange(compatibility) !== null && satisfies(EXTENSION_INTERFACE_VERSION, compatibility)) return undefined;
  return (
    `The extension ${name} ${version} needs an extension interface of ${compatibility}, and this service has ${EXTENSION_INTERFACE_VERSION}; ` +
    'update the one or the other, or leave the extension out of EXTENSIONS.'
  );
}

function findExtension(country: string, available: readonly NationalExtension[], name: string): NationalExtension {
  const found = available.find((extension) => extension.name === name);
  if (found) return found;
  const known = available.length === 0 ? 'none' : available.map((extension) => extension.name).join(', ');
  throw new StartRefusal(`EXTENSIONS names ${name}, which is no extension for ${country}; there is ${known}.`);
}
