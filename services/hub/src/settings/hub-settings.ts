import {
  DEVELOPMENT_IDENTITY_REFUSED,
  developmentIdentityAllowed,
  developmentIdentitySettings,
  disclosureSettings,
  extensionNamesSetting,
  logLevelSetting,
  portSetting,
  postgresUrlSetting,
  readSettings,
  urlSetting,
} from '@registry-hub/shared/config';
import { type ClientTlsSettings, clientTlsSettings } from '@registry-hub/shared/tls';
import { z } from 'zod';
import { type DataFolder, dataFolder } from '../data-folder';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a first start imports. */
export const seeds = ['published', 'none'] as const;
export type Seed = (typeof seeds)[number];

/** Who signs the tokens that this hub accepts. */
export type IdentitySettings =
  | { readonly kind: 'DEVELOPMENT' }
  | { readonly kind: 'PROVIDER'; readonly issuer: string; readonly audience: string };

export interface HubSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly data: DataFolder;
  readonly seed: Seed;
  readonly logLevel: string;
  readonly identity: IdentitySettings;
  readonly databases: DatabaseSettings;
  /** What national extensions the services on this machine are started with, by country code; of others, all there are. */
  readonly extensions: ReadonlyMap<string, string>;
  /** What the hub shows of itself to countries that run elsewhere. */
  readonly clientTls: ClientTlsSettings;
}

export interface DatabaseSettings {
  /** A server on which the hub may create roles and databases; the embedded one without it. */
  readonly server?: string;
  /** The hub's own database, to be used as it is. */
  readonly hub?: string;
  /** Databases to be used as they are, by country code. */
  readonly byCountry: ReadonlyMap<string, string>;
}

const EXTENSIONS_VARIABLE = /^EXTENSIONS_(.+)$/;
const COUNTRY_VARIABLE = /^DATABASE_URL_(?!(?:FILE|HUB|HUB_FILE)$)(.+?)(?:_FILE)?$/;

const fixedSettings = {
  HUB_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'expected a host name or address, as 127.0.0.1')
    .default('127.0.0.1'),
  HUB_PORT: portSetting.default(4000),
  HUB_DATA: z.string().default('.data'),
  HUB_SEED: z.enum(seeds, { error: `expected one of ${seeds.join(', ')}` }).optional(),
  LOG_LEVEL: logLevelSetting.default('info'),
  OIDC_ISSUER: urlSetting.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  ...developmentIdentitySettings,
  DATABASE_URL: postgresUrlSetting.optional(),
  DATABASE_URL_HUB: postgresUrlSetting.optional(),
  // handed on to the parts: a fault is told here, with all others
  ...disclosureSettings,
  ...clientTlsSettings,
};

// `when`: a contradiction is told also where another setting is at fault, so that all are told at once
const always = { when: () => true };

/**
 * Reads the hub's settings.
 *
 * @throws SettingsError whose message lists every fault at once.
 */
export function readHubSettings(environment: Environment): HubSettings {
  const countries = [...new Set(Object.keys(environment).flatMap((name) => COUNTRY_VARIABLE.exec(name)?.[1] ?? []))].toSorted();
  const perCountry = Object.fromEntries(
    countries.map((code) => [`DATABASE_URL_${code}`, countrySetting('DATABASE_URL', code, postgresUrlSetting)]),
  );
  const extended = [...new Set(Object.keys(environment).flatMap((name) => EXTENSIONS_VARIABLE.exec(name)?.[1] ?? []))].toSorted();
  const extensionNames = Object.fromEntries(
    extended.map((code) => [`EXTENSIONS_${code}`, countrySetting('EXTENSIONS', code, extensionNamesSetting)]),
  );
  const schema = z
    .object({ ...fixedSettings, ...perCountry, ...extensionNames })
    .refine(({ OIDC_ISSUER, HUB_SEED }) => OIDC_ISSUER === undefined || HUB_SEED !== 'published', {
      ...always,
      path: ['HUB_SEED'],
      error: 'the published cohort needs the development provider; with OIDC_ISSUER leave it unset, or none',
    })
    .refine((given) => given.OIDC_ISSUER !== undefined || developmentIdentityAllowed(given), {
      ...always,
      path: ['OIDC_ISSUER'],
      error: DEVELOPMENT_IDENTITY_REFUSED,
    })
    .refine(({ OIDC_ISSUER, OIDC_AUDIENCE }) => OIDC_ISSUER !== undefined || OIDC_AUDIENCE === undefined, {
      ...always,
      path: ['OIDC_AUDIENCE'],
      error: 'has a meaning only together with OIDC_ISSUER',
    });
  const read = readSettings(schema, environment);
  const values: Readonly<Record<string, unknown>> = read;
  const textsOf = (setting: string, codes: readonly string[]): ReadonlyMap<string, string> =>
    new Map(
      codes.flatMap((code) => {
        const text = values[`${setting}_${code}`];
        return typeof text === 'string' ? [[code, text] as const] : [];
      }),
    );
  return {
    host: read.HUB_HOST,
    port: read.HUB_PORT,
    data: dataFolder(read.HUB_DATA),
    // the published cohort is imported with tokens that only the development provider's key signs
    seed: read.HUB_SEED ?? (read.OIDC_ISSUER === undefined ? 'published' : 'none'),
    logLevel: read.LOG_LEVEL,
    identity:
      read.OIDC_ISSUER === undefined
        ? { kind: 'DEVELOPMENT' }
        : { kind: 'PROVIDER', issuer: read.OIDC_ISSUER, audience: read.OIDC_AUDIENCE ?? 'registry-hub' },
    clientTls: {
      TLS_CLIENT_CERT_FILE: read.TLS_CLIENT_CERT_FILE,
      TLS_CLIENT_KEY_FILE: read.TLS_CLIENT_KEY_FILE,
      TLS_CA_FILE: read.TLS_CA_FILE,
    },
    databases: {
      ...(read.DATABASE_URL === undefined ? {} : { server: read.DATABASE_URL }),
      ...(read.DATABASE_URL_HUB === undefined ? {} : { hub: read.DATABASE_URL_HUB }),
      byCountry: textsOf('DATABASE_URL', countries),
    },
    extensions: textsOf('EXTENSIONS', extended),
  };
}

function countrySetting(setting: string, code: string, type: z.ZodType<string>): z.ZodType<string | undefined> {
  if (isCountryCode(code)) return type.optional();
  return z.undefined({ error: `${code} is no country code; expected ISO 3166-1 alpha-2, upper case, as ${setting}_FR` });
}

function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
