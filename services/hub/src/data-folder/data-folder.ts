import { join, resolve } from 'node:path';

/** Everything of one hub that must survive a restart, as paths under HUB_DATA. */
export interface DataFolder {
  readonly root: string;
  /** Which process runs the hub. */
  readonly lock: string;
  /** The parts of the running hub. */
  readonly state: string;
  /** The country register: every registry the gateway asks. */
  readonly countries: string;
  /** The countries whose service runs on this machine. */
  readonly localCountries: string;
  /** Which countries the first start's import has reached. */
  readonly seed: string;
  /** The last head of each country's audit trail that was verified. */
  readonly auditHeads: string;
  readonly postgres: string;
  readonly secrets: string;
  /** Where the running hub takes commands, and the secret that they need. */
  readonly control: string;
  readonly identity: KeyFiles & { readonly issuer: string; readonly serviceClientSecret: string };
  readonly hubKey: KeyFiles;
  readonly schemas: string;
  readonly logs: string;
}

export interface KeyFiles {
  readonly folder: string;
  readonly privateKey: string;
  /** Announced, and not signing yet. */
  readonly nextKey: string;
  readonly publicKeys: string;
}

export function dataFolder(hubData: string): DataFolder {
  const root = resolve(hubData);
  const at = (...names: readonly string[]): string => join(root, ...names);
  return {
    root,
    lock: at('hub.lock'),
    state: at('state.json'),
    countries: at('countries.json'),
    localCountries: at('local-countries.json'),
    seed: at('seed.json'),
    auditHeads: at('audit-heads.json'),
    postgres: at('postgres'),
    secrets: at('secrets'),
    control: at('secrets', 'control.json'),
    identity: {
      ...keyFiles(at('identity')),
      issuer: at('identity', 'issuer.json'),
      serviceClientSecret: at('identity', 'service-client.secret'),
    },
    hubKey: keyFiles(at('hub-key')),
    schemas: at('schemas'),
    logs: at('logs'),
  };
}

/** The private key under which a country whose service runs on this machine masks its sums. */
export function maskingKeyFile({ secrets }: Pick<DataFolder, 'secrets'>, country: string): string {
  return join(secrets, `${country}.masking-key.pem`);
}

function keyFiles(folder: string): KeyFiles {
  return { folder, privateKey: join(folder, 'private.jwk'), nextKey: join(folder, 'next.jwk'), publicKeys: join(folder, 'jwks.json') };
}
