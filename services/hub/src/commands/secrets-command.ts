import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { foundingCountries } from '@registry-hub/shared/domain';
import { openMaskingKey } from '@registry-hub/shared/masking';
import { countryRegister, writeRegister } from '@registry-hub/shared/register';
import { PRIVATE_FOLDER_MODE, readPrivateFile } from '@registry-hub/shared/secrets';
import { dataFolder, maskingKeyFile, prepareDataFolder, readIfThere, replaceFile } from '../data-folder';
import { ensureDevelopmentIssuer, unservedIssuer } from '../issuer';
import { ensureKeyPair, ensureSecret, HUB_KEY_LIFE } from '../secrets';
import type { CommandContext, ExitCode } from './command-context';

/** Where the services of docker-compose.yml listen inside their networks. */
const SERVICE_PORT = 8080;
/** A container reads its secrets as a user this machine does not know; the folder around them is for their owner alone. */
const CONTAINER_READABLE = 0o644;

/**
 * Makes what docker-compose.yml mounts as secrets: a database password and address for the hub and each founding country, each
 * country's masking key, the keys of the hub and of the development issuer, the country register. What is there is kept.
 *
 * Its one line of output is the setting that the containers need beside them.
 */
export async function secretsCommand({ out }: CommandContext, directory: string): Promise<ExitCode> {
  const folder = dataFolder(directory);
  prepareDataFolder(folder);
  chmodSync(folder.root, PRIVATE_FOLDER_MODE);
  const { issuer } = await ensureDevelopmentIssuer(folder.identity, unservedIssuer);
  await ensureKeyPair(folder.hubKey, HUB_KEY_LIFE);

  const mount = (name: string, text: string): void => replaceFile(join(folder.root, name), text, CONTAINER_READABLE);
  mount('hub-private.jwk', readPrivateFile(folder.hubKey.privateKey));
  mount('hub-jwks.json', readIfThere(folder.hubKey.publicKeys) ?? '');
  mount('issuer-jwks.json', readIfThere(folder.identity.publicKeys) ?? '');
  const mountDatabase = (name: string, secret: string, database: string): void => {
    const password = ensureSecret(join(folder.secrets, `${secret}.password`));
    mount(`database-password-${name}`, password);
    mount(`database-url-${name}`, `postgresql://${database}:${password}@database-${name}:5432/${database}`);
  };
  mountDatabase('hub', 'HUB', 'hub');
  for (const { code } of foundingCountries) {
    const country = code.toLowerCase();
    mountDatabase(country, code, 'registry');
    mount(`masking-key-${country}`, openMaskingKey(maskingKeyFile(folder, code)).toPem());
  }
  const addressed = foundingCountries.map((country) => ({
    ...country,
    url: `http://national-${country.code.toLowerCase()}:${SERVICE_PORT}/graphql`,
  }));
  writeRegister(folder.countries, countryRegister(addressed));
  out(`OIDC_ISSUER=${issuer}`);
  return 0;
}
